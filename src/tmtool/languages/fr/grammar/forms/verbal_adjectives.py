"""Is a present participle written for the adjective of its verb that is spelt otherwise, or the adjective for the
participle: les rapports *précédant* contenaient, les mois *précédents* la session, une somme *équivalent* à?

A participle has what its verb governs after it; the adjective, which agrees, has not. The list of those that are spelt
in two ways is closed; it is in ``verbal_adjectives.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tmtool.languages import tables
from tmtool.languages.fr.grammar.forms.homophone_places import is_finite, lists
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, joined_after
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("verbal_adjective_words.tsv"))
_TABLE = Path(__file__).with_suffix(".tsv")
_OBJECT, _OF_TIME = "object", "time"
_DEGREES = _WORDS["degrees"]
_ONLY_DETERMINERS = _WORDS["only determiners"]
_BEFORE_OBJECTS = _WORDS["before objects"]
_ONE = _WORDS["more determiners"]
_NO_OBJECT = _WORDS["no object"]
_ENDINGS = {"ms": "", "mp": "s", "fs": "e", "fp": "es"}
_FIGURES = re.compile(r"[\s\u00a0]+[\d«(]")


class _Pair(NamedTuple):
    """A `_Pair` is a participle and its adjective, the words that may come after the participle as what it governs, and
    those of them that come after the participle alone; `is_of_time` tells that another clause may begin after the
    adjective: la semaine précédente les élus ont voté."""

    participle: str
    adjective: str
    has_object: bool
    governed: frozenset[str]
    alone: frozenset[str]
    is_of_time: bool


def mistaken(words: tuple[Word, ...], text: str) -> Iterator[tuple[Word, str]]:
    """Yields each participle that must be the adjective, and each adjective that must be the participle, with what is
    meant; `text` is what the words are of."""
    for at, word in enumerate(words):
        if not at or not word.joined or word.is_name:
            continue
        lower = word.lower
        pair = _by_participle().get(lower)
        if pair is not None and _is_adjective(words, at, pair, text):
            yield word, pair.adjective + _ending(words[at - 1])
        pair = _by_adjective().get(lower)
        if pair is not None and _is_participle(words, at, pair, text):
            yield word, pair.participle


def _is_adjective(words: tuple[Word, ...], at: int, pair: _Pair, text: str) -> bool:
    """Tells whether a participle has nothing of what its verb governs after it, or words before it that only an
    adjective has."""
    before, after = words[at - 1], joined_after(words, at)
    figures = _FIGURES.match(text, words[at].span.end) is not None
    if before.lower in _DEGREES and at > 1 and words[at - 2].lower != "en":
        return not (figures or (after is not None and _opens_object(after)))
    if _is_being(before):
        return True
    if before.lower in _ONLY_DETERMINERS:
        return not (before.lower == "d'" or (after is not None and _opens_object(after)))
    if not _is_noun(before) or figures:
        return False
    if after is None:
        return True
    if is_finite(after) or is_auxiliary(after):
        return True
    return pair.has_object and after.lower in _NO_OBJECT and _has_no_object(words, at + 1)


def _has_no_object(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a finite verb ends a clause before any noun that may be an object: négligeant en matière de tri
    sont; but not in convainquant à la longue les élus."""
    for at in range(start, len(words)):
        word, before = words[at], words[at - 1]
        if not word.joined:
            return False
        if at > start and (is_finite(word) or is_auxiliary(word)):
            return True
        if _opens_object(word) and word.lower != "des" and "PREP" not in before.categories:
            return False
    return False


def _is_participle(words: tuple[Word, ...], at: int, pair: _Pair, text: str) -> bool:
    """Tells whether an adjective after a noun has after it what only the participle governs, or does not agree with its
    noun where the participle would stand."""
    before, after, word = words[at - 1], joined_after(words, at), words[at]
    if not _is_noun(before) or before.lower in _DEGREES:
        return False
    noun = before.agreement({"N"})
    may_be_verb = bool(word.persons) and not noun <= SINGULAR
    if may_be_verb or not noun:
        return False
    agrees = bool(noun & word.agreement())
    if pair.has_object:
        figures = re.match(r"[\s\u00a0]+\d", text[word.span.end : word.span.end + 3]) is not None
        objects = after is not None and (after.lower in _BEFORE_OBJECTS or after.lower in _ONE)
        if agrees and (pair.is_of_time or (after is not None and after.lower == "des")):
            return False  # la semaine précédente les élus ont voté, le trajet fatigant des élèves
        return figures or objects
    if after is None:
        return False
    return after.lower in pair.alone or (after.lower in pair.governed and not agrees)


def _is_noun(word: Word) -> bool:
    """Tells whether a word may be a noun, or an adjective after one, and is nothing small."""
    return bool(word.categories & {"N", "A"}) and not word.categories & {"PREP", "ADV", "DET", "PRO", "CONJS", "CONJC"}


def _is_being(word: Word) -> bool:
    return is_auxiliary(word) and any(entry.lemma == "être" for entry in word.entries)


def _opens_object(word: Word) -> bool:
    lower = word.lower
    return lower in _BEFORE_OBJECTS or lower in _ONE or lower in lists()["determiners"]


def _ending(noun: Word) -> str:
    """Returns the ending of an adjective that agrees with a noun; that of the masculine if it is not sure."""
    found = noun.agreement({"N"})
    if len(found) == 1:
        return _ENDINGS.get(min(found), "")
    return "s" if found and found <= PLURAL else ""


@cache
def _by_participle() -> Mapping[str, _Pair]:
    found = {}
    for participle, adjective, governs in tables.rows(_TABLE):
        listed = governs.split()
        small = frozenset(word.lower() for word in listed if word not in (_OBJECT, _OF_TIME))
        alone = frozenset(word.lower() for word in listed if word.isupper())
        found[participle] = _Pair(participle, adjective, _OBJECT in listed, small, alone, _OF_TIME in listed)
    return found


@cache
def _by_adjective() -> Mapping[str, _Pair]:
    return {pair.adjective + ending: pair for pair in _by_participle().values() for ending in _ENDINGS.values()}
