"""How do the small words of a language behave in and around a term?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tmtool.languages.alternatives import any_of
from tmtool.languages.tables import Classes, gathered


@dataclass(frozen=True, slots=True)
class SmallWords:
    """`SmallWords` are the classes of a language's small_words.tsv; words are as `text.term_words.Word.plain`.

    A coordinator is one word or several.
    """

    articles: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    families: tuple[frozenset[str], ...] = ()
    coordinators: tuple[tuple[str, ...], ...] = ()
    repeated: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lists: Classes) -> SmallWords:
        """Returns the small words of the lines of a table."""
        return cls(
            articles=gathered(lists, "article"),
            joints=gathered(lists, "joint") | gathered(lists, "article"),
            prefixes=gathered(lists, "prefix"),
            families=tuple(frozenset(line.split()) for line in lists.get("family", ())),
            coordinators=tuple(tuple(line.split()) for line in lists.get("coordinator", ())),
            repeated=gathered(lists, "repeated"),
            others=gathered(lists, "other"),
            before_nouns=gathered(lists, "before"),
            degrees=gathered(lists, "degree"),
        )

    @property
    def noun_first(self) -> bool:
        """Tells whether adjectives follow their noun, but for a few ("groupe criminel")."""
        return bool(self.before_nouns)

    @property
    def coordinating(self) -> str:
        """Returns an expression for the coordinators, which matches nothing where there are none."""
        return any_of(map(" ".join, self.coordinators))

    @property
    def conjunction(self) -> re.Pattern[str]:
        """Returns the pattern of a coordinator between two spaces, which matches nothing where there are none."""
        return _between_spaces(self.coordinating)

    def coordinators_with(self, first: str) -> tuple[tuple[str, ...], ...]:
        """Returns the coordinators that begin with a word, in the order of the table."""
        return _by_first(self.coordinators).get(first, ())

    def kin(self, word: str) -> str:
        """Returns a word that stands for the smallest family that a word belongs to ("des" for "du" and "d'"); the word
        itself if it has none."""
        return _kin(self.families).get(word, word)


@cache
def _between_spaces(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{words})\s")


@cache
def _kin(families: tuple[frozenset[str], ...]) -> Mapping[str, str]:
    """Maps the words of families to one of the smallest that they are in."""
    found: dict[str, str] = {}
    for family in sorted(families, key=len):
        for word in family:
            found.setdefault(word, max(family))
    return found


@cache
def _by_first(coordinators: tuple[tuple[str, ...], ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    firsts = dict.fromkeys(words[0] for words in coordinators)
    return {first: tuple(words for words in coordinators if words[0] == first) for first in firsts}
