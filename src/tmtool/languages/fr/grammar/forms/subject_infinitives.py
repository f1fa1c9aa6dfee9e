"""Is an infinitive where a subject before it wants a finite verb: le point n'*appeler* aucune décision, lorsqu'un
ministre s'*exprimer*, la note *comparer* les résultats?

The words are in ``subject_infinitives.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr import lexicon
from tmtool.languages.fr.grammar.forms.infinitives import Exchange
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import NE, SE
from tmtool.languages.fr.grammar.words.reading import PLURAL, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NOMINAL = frozenset({"N", "A"})
_NUMBERED = re.compile(r" \d+ ")
"""The number of a subject: le point 5 n'appelle."""
_LONGEST_CLAUSE = 8
"""Words at most from the word that opens a clause to its verb."""


def exchanges(words: tuple[Word, ...]) -> Iterator[Exchange]:
    """Yields the infinitives that stand for the finite verb of a subject, in order."""
    for place in range(2, len(words)):
        word = words[place]
        if not word.is_infinitive or word.categories != {"V"} or word.persons or word.is_name or not word.joined:
            continue
        at = place - 1
        while at > 1 and words[at].lower in _WORDS["clitics"] and _follows(words[at]):
            at -= 1
        small = words[at + 1].lower if at + 1 < place else ""
        if not _follows(words[at + 1]):
            continue
        if small in NE:
            wrong = _is_subject(words, at)
        elif small in SE:
            wrong = _is_subject(words, at) and _opens_a_clause(words, at)
        else:
            wrong = at == place - 1 and _is_without_verb(words, place)
        if wrong and (right := _finite(word, words[at])):
            yield Exchange(words[at], word, right)


def _follows(word: Word) -> bool:
    return word.joined or _NUMBERED.fullmatch(word.before) is not None


def _is_subject(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a noun with its determiner, or a pronoun that is always a subject."""
    word = words[place]
    if word.lower in _WORDS["subjects"]:
        return True
    return "N" in word.categories and place > 0 and word.joined and is_determiner(words[place - 1])


def _opens_a_clause(words: tuple[Word, ...], subject: int) -> bool:
    """Tells whether a word that opens a clause comes soon before its subject, and no verb between."""
    for at in range(subject - 1, max(-1, subject - _LONGEST_CLAUSE), -1):
        word = words[at]
        if word.lower in _WORDS["openers"]:
            return True
        if not words[at + 1].joined or "V" in word.categories:
            return False
    return False


def _is_without_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive with its object comes right after a noun, where a noun with its determiner opens the
    sentence and nothing before can be its verb or govern an infinitive."""
    if words[place - 1].categories != {"N"} or words[place - 1].is_name or not _has_an_object(words, place + 1):
        return False
    for at in range(place - 1, -1, -1):
        word = words[at]
        if word.lower in _WORDS["no plain sentence"] or word.is_infinitive or word.is_present_participle:
            return False
        if word.persons & THIRD and not word.categories <= _NOMINAL and not is_determiner(words[at - 1]):
            return False
        if at == 0 or word.opens_clause:
            return is_determiner(word) and word.is_name and at + 1 < place
        if not word.joined:
            return False
    return False


def _has_an_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que, or a determiner with its noun, comes here."""
    if place + 1 >= len(words) or not words[place].joined:
        return False
    return words[place].lower in _WORDS["opening an object"]


def _finite(infinitive: Word, subject: Word) -> str:
    """Returns the present that agrees with a subject, "" where the lexicon has none."""
    several = subject.lower in ("ils", "elles") or (
        bool(subject.agreement({"N"})) and subject.agreement({"N"}) <= PLURAL
    )
    forms = lexicon.paradigm(infinitive.lower, "V").get("P3p" if several else "P3s", ())
    return forms[0] if forms else ""
