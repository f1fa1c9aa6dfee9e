"""Is a participle where the sentence has no other verb: Le Comité *conclu* que les faits sont établis, examine le texte
et *adopté* des recommandations?

Read are a subject of a determiner and a noun that opens its sentence, with a participle and what only a finite verb has
right after it: que, or an article and a noun that tells no time. The words are in ``lost_verbs.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.reading import QUE, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NOMINAL = frozenset({"N", "A", "V"})
_PRONOUNS = frozenset({"elle", "elles"})
_LONGEST_NAME = 6
"""Words at most from such a noun to its verb: Le Groupe de travail à composition."""
_SOON = 4
"""Words up to que at most: demandé en 2024 que."""
_ENDS = (".", ";", ":", "?", "!", "(")


def lost_verbs(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each participle that stands for the verb of its sentence, with its subject or the verb it is joined to."""
    for place in range(1, len(words) - 1):
        word = words[place]
        if not _is_participle(word) or not word.joined:
            continue
        before = words[place - 1]
        if before.lower == "et":
            verb = _present_before(words, place - 1)
            if verb >= 0 and _has_an_object(words, place + 1) and not _has_a_verb(words, place + 1):
                yield words[verb], word
        elif before.lower in _PRONOUNS and "fs" not in word.agreement() and _is_without_verb(words, place):
            yield before, word
        elif (noun := _subject(words, place - 1)) >= 0 and _is_without_verb(words, place):
            yield words[noun], word


def _is_participle(word: Word) -> bool:
    """Tells whether a word is a participle in the masculine singular and no finite verb."""
    return word.is_participle and not word.persons and "ms" in word.agreement() and not word.is_name


def _subject(words: tuple[Word, ...], last: int) -> int:
    """Returns the place of a noun for those who act that opens the sentence with its determiner, what belongs to it up
    to the place `last` between: Le *Groupe* d'experts; -1 for none."""
    for noun in range(last, max(0, last - _LONGEST_NAME), -1):
        if _is_subject(words, noun):
            return noun
        word = words[noun]
        plain = word.categories <= _NOMINAL and not word.persons & THIRD
        if not word.joined or not (plain or word.lower in _WORDS["of"]):
            return -1
    return -1


def _is_subject(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a noun with its determiner, which no adverb of time is, opens the sentence: Le Comité."""
    article, word = words[noun - 1], words[noun]
    opens = noun == 1 or words[noun - 1].opens_clause
    body = "N" in word.categories and bool(word.agreement({"N"}) & SINGULAR) and word.lower in _WORDS["acting"]
    return opens and article.is_name and is_determiner(article) and word.joined and body


def _is_without_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes after a participle is the object of a verb, and no other verb is there: a clause with
    que and its own verb, or an article with its noun."""
    following = words[place + 1]
    says = any(entry.lemma in _WORDS["saying"] for entry in words[place].entries)
    judges = any(entry.lemma in _WORDS["judging"] for entry in words[place].entries)
    if judges and following.joined and following.categories == {"A"}:
        return any(word.lower in QUE for word in words[place + 2 : place + 4])
    if says:
        que = next((at for at in range(place + 1, min(len(words), place + 1 + _SOON)) if words[at].lower in QUE), 0)
        return que > 0 and all(word.joined or word.mark.isdigit() for word in words[place + 1 : que + 1])
    return _has_an_object(words, place + 1) and not _has_a_verb(words, place + 1)


def _has_an_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an article or a number and a noun that tells no time come here."""
    if place + 1 >= len(words) or not (words[place].joined and words[place + 1].joined):
        return False
    article, noun = words[place : place + 2]
    thing = "N" in noun.categories and not noun.is_participle and noun.lower not in _WORDS["times"]
    return thing and article.lower in _WORDS["opening an object"]


def _has_a_verb(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a word from a place to the end of the sentence may be a finite verb."""
    for at in range(start, len(words)):
        if words[at].mark[-1:] in _ENDS:
            return False
        if words[at].persons & THIRD and not is_determiner(words[at - 1]) and "V" in words[at].categories:
            return True
    return False


def _present_before(words: tuple[Word, ...], joint: int) -> int:
    """Returns the place of the finite verb before et in its sentence, where that has no auxiliary, participle or
    infinitive, and no other clause; -1 for none."""
    verb = -1
    for at in range(joint - 1, -1, -1):
        word = words[at]
        if is_auxiliary(word) or word.is_participle or word.is_infinitive or word.lower in _WORDS["openers"]:
            return -1
        if word.is_finite_verb:
            verb = at
        if at == 0 or word.mark[-1:] in _ENDS:
            return verb
    return -1
