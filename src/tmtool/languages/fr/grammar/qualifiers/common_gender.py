"""Which participle or adjective is feminine after a noun that names men and women alike: les enfants *utilisées*?

Such a noun (enfant, juge, fonctionnaire) takes its gender in the plural from nothing but who is meant, so that only
whoever knows whether women alone are can say that the feminine is wrong. Read are nouns right after a plural determiner
where no feminine noun before in the sentence could be meant. The closed words are in ``common_gender.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.sentence_nouns import BOUNDS, REACH
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FEMININE = frozenset({"fp"})
_LONGEST_CLAUSE = 14
"""Words of a relative clause at most, with its pronoun and what comes after it."""
_NUMERAL = 1
"""Words that may come between the determiner and the noun: les deux juges."""


_ONE_WOMAN = re.compile(
    rf"\b(?:{'|'.join(sorted(_WORDS['of a woman']))}) "
    rf"(?P<noun>{'|'.join(sorted(noun.removesuffix('s') for noun in _WORDS['people']))})\b",
    re.IGNORECASE,
)


def women_named(text: str) -> Iterator[str]:
    """Yields the plural of each such noun of which a text has one woman: une membre, aucune juge."""
    return (f"{found['noun'].lower()}s" for found in _ONE_WOMAN.finditer(text))


def feminines(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each feminine participle or adjective of such a noun, with the noun before it, in order."""
    for place in range(1, len(words) - 1):
        noun = words[place]
        if noun.lower not in _WORDS["people"] or not _is_determined(words, place):
            continue
        at = _beyond_relative(words, place + 1)
        while at < len(words) - 1 and words[at].joined and words[at].lower in _WORDS["between"]:
            at += 1
        word = words[at]
        qualifies = word.joined and not word.is_name and (word.is_participle or word.categories == {"A"})
        if qualifies and word.agreement() == _FEMININE and not _may_be_of_another(words, place):
            yield word, noun


def _beyond_relative(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the être that comes after a relative clause without a noun that may be its subject: les
    membres qui souhaitent intervenir sont; `place` itself where there is none."""
    if place >= len(words) or words[place].lower != "qui" or not words[place].joined:
        return place
    for at in range(place + 1, min(len(words), place + _LONGEST_CLAUSE)):
        if not words[at].joined or words[at].lower in _WORDS["other clauses"]:
            return place
        if words[at].lower in _WORDS["auxiliaries"] and at > place + 1:
            return at
    return place


def _is_determined(words: tuple[Word, ...], noun: int) -> bool:
    for at in range(noun - 1, max(-1, noun - 2 - _NUMERAL), -1):
        if not words[at + 1].joined:
            return False
        if words[at].lower in _WORDS["determiners"]:
            return True
    return False


def _may_be_of_another(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a feminine noun or a pronoun before in the sentence may be meant."""
    for at in range(place - 1, max(-1, place - REACH), -1):
        word = words[at]
        if word.lower in _WORDS["women"] or (
            "N" in word.categories and word.lower not in _WORDS["determiners"] and word.agreement({"N"}) & {"fs", "fp"}
        ):
            return True
        if any(mark in word.before for mark in BOUNDS):
            return False
    return False
