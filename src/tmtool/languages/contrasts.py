"""Which words of a language change the meaning of a sentence when they come, go or give way to others?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tmtool.languages.tables import Classes, gathered

CLASSES = ("negation", "modality", "quantifier")


@dataclass(frozen=True, slots=True)
class Contrasts:
    """`Contrasts` holds what a language's contrasts.tsv says, all words folded.

    `classes` has the words of each of `CLASSES`, `agreement` the sets of words that change with the number of a noun,
    `opposites` those of each word that has some, `prefixes` the beginnings that make an opposite of a word.
    """

    classes: Mapping[str, frozenset[str]]
    agreement: tuple[frozenset[str], ...]
    opposites: Mapping[str, frozenset[str]]
    prefixes: frozenset[str]

    @classmethod
    def of(cls, lists: Classes) -> Contrasts:
        """Returns the contrasts of the lines of a table."""
        opposites: dict[str, frozenset[str]] = {}
        for line in lists.get("antonym", ()):
            sides = [frozenset(side.split()) for side in line.split(" | ")]
            for one, other in (sides, reversed(sides)):
                opposites |= {word: opposites.get(word, frozenset()) | other for word in one}
        return cls(
            {name: gathered(lists, name) for name in CLASSES},
            tuple(frozenset(line.split()) for line in lists.get("agreement", ())),
            opposites,
            gathered(lists, "prefix"),
        )
