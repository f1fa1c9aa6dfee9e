"""Does an adjective agree with what que stands for and somebody holds to be so: les mesures qu'il juge *nécessaire*?

The verbs are those of attributes.py that say what their object is held to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.predicates.taken_up_by_que import taken_up
from tmtool.languages.fr.grammar.words.closed_words import OBJECT_CLITICS, RELATIVES, SE
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("attributes.tsv"))
_LONGEST_SUBJECT = 8
"""Words between que and the verb at most."""
_ADVERBS = 2
_UNCHANGED = frozenset({"bon", "possible", "mieux", "fort", "bien"})
_OPENING_A_CLAUSE = frozenset({"de", "d'", "que", "qu'"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives that agree with nothing que may stand for, each with que."""
    for place in range(1, len(words) - 2):
        if words[place].lower not in QUE or words[place].mark not in ("", ","):
            continue
        verb = _verb(words, place)
        if verb is None:
            continue
        at = verb + 1
        while at < min(len(words) - 1, verb + 1 + _ADVERBS) and is_adverb(words[at]):
            at += 1
        if _is_all_that_is_said(words, verb, at) and words[at].agreement({"A"}).isdisjoint(taken_up(words, place)):
            yield words[at], words[place]


def _verb(words: tuple[Word, ...], que: int) -> int | None:
    """Returns the place of the first finite verb after que, if it is such a verb and no object comes before it."""
    for at in range(que + 2, min(len(words) - 1, que + _LONGEST_SUBJECT)):
        word = words[at]
        if not word.joined or word.lower in RELATIVES:
            return None
        noun = "N" in word.categories and (is_determiner(words[at - 1]) or "PREP" in words[at - 1].categories)
        if not word.persons & THIRD or not word.categories <= {"V", "A", "N"} or noun:
            continue
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        holds = lemmas <= _WORDS["holding"] and not word.is_participle
        return at if holds and words[at - 1].lower not in OBJECT_CLITICS | SE else None
    return None


def _is_all_that_is_said(words: tuple[Word, ...], verb: int, at: int) -> bool:
    """Tells whether the word after a verb can be nothing but what its object is held to be: not juge nécessaire de."""
    word = words[at]
    if not all(one.joined for one in words[verb + 1 : at + 1]) or word.is_name or word.persons or word.is_infinitive:
        return False
    if "A" not in word.categories or not word.categories <= {"A", "N"} or word.lower in _UNCHANGED:
        return False
    following = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    if following is None:
        return True
    return following.lower not in _OPENING_A_CLAUSE and not following.agreement({"N"}) & word.agreement()
