"""Which words of a language tell where the name of a body ends in a sentence, and which are inside a person's?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.tables import Classes, gathered, words


@cache
def particles() -> tuple[str, ...]:
    """Returns the small words before the family name of a person: de, van."""
    return words(Path(__file__).with_name("name_particles.txt"))


@dataclass(frozen=True, slots=True)
class NameEnds:
    """`NameEnds` are the classes of a language's name_ends.tsv, which says at its head what each does."""

    verbs: frozenset[str]
    circumstances: frozenset[str]
    joints: frozenset[str]
    before_infinitives: frozenset[str]
    definite: frozenset[str]
    elides: frozenset[str]
    inside: frozenset[str]

    @classmethod
    def of(cls, lists: Classes) -> NameEnds:
        """Returns the words of the lines of a table."""
        names = ("verb", "circumstance", "joint", "before infinitive", "definite", "elides", "inside")
        return cls(*(gathered(lists, name) for name in names))
