"""The short noun groups of a French text that can be read with certainty: a determiner and the noun right behind it.

Shared by the checks of agreement. Nothing is guessed: what the lexicon reads in more than one way, and what may be a
pronoun before a verb (le, la, les), makes no group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool.checks.french_reading import Word
from tmtool.languages import tables

_BEFORE_NOUNS = frozenset(
    [
        "dans",
        "pour",
        "par",
        "sur",
        "avec",
        "sous",
        "selon",
        "de",
        "à",
        "entre",
        "vers",
        "chez",
        "sans",
        "contre",
        "depuis",
        "pendant",
        "durant",
        "dès",
        "après",
        "avant",
        "devant",
        "derrière",
        "concernant",
        "suivant",
        "toute",
        "tous",
        "toutes",
        "tout",
        "voir",
    ]
)
"""Words after which le, la, les and leur are articles unless an infinitive follows."""
_ORDINAL = re.compile(r"(?:ième|premier|première|second|seconde)s?$")
_NOT_NOMINAL = frozenset(
    {"ADV", "PREP", "PRO", "DET", "CONJ", "CONJC", "CONJS", "PRON", "X", "XI", "INTJ", "NDET", "PFX"}
)


@dataclass(frozen=True, slots=True)
class Determiner:
    """What a determiner agrees with, and whether it may be a pronoun or a numeral of something else."""

    agreement: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """A determiner (place `start` in the words) with the word behind it, taken for its noun.

    `possible` is what the noun can be of "ms", "mp", "fs", "fp" by itself, `agreed` what is left beside the
    determiner, empty where the two do not agree.
    """

    start: int
    noun: Word
    determiner: Word
    wanted: frozenset[str]
    possible: frozenset[str]

    @property
    def agreed(self) -> frozenset[str]:
        return self.wanted & self.possible


@cache
def determiners() -> dict[str, Determiner]:
    """The determiners, by what is written."""
    rows = tables.rows(Path(__file__).with_name("grammar_determiner.tsv"))
    return {word: Determiner(frozenset(features.split()), kind) for word, features, kind in rows}


def groups(words: tuple[Word, ...]) -> Iterator[Group]:
    """Each determiner with its noun, agreeing or not."""
    for place, (first, second) in enumerate(pairwise(words)):
        determiner = determiners().get(first.lower)
        feminine = first.lower in ("la", "l'") and place > 0 and words[place - 1].lower in ("de", "à")
        if determiner is None or not second.joined or not second.entries or second.is_name:
            continue
        if second.categories & _NOT_NOMINAL or second.lower in ("plus", "moins", "même", "mêmes"):
            continue
        if _ORDINAL.search(second.lower):  # les deuxième et troisième sessions
            continue
        possible = second.agreement()
        if not possible:
            continue
        if determiner.kind == "pronoun" and not feminine and _may_be_a_verb(words, place):
            continue
        yield Group(place, second, first, determiner.agreement, possible)


def _may_be_a_verb(words: tuple[Word, ...], place: int) -> bool:
    """True if the word behind le, la, les may be a verb with its object."""
    following = words[place + 1]
    if following.is_infinitive or following.is_present_participle:
        return True
    if not following.persons:
        return False
    if place == 0:
        return False
    before = words[place - 1]
    return not (before.lower in _BEFORE_NOUNS and words[place].joined)
