"""Which words may render a word in a translation, and how seldom does a translation have none of them?

``renderings.tsv.xz`` of a pair has words of content of both languages with all words of the other one that a good
translator may put for them, in whatever sense, as stems of twelve letters. The lists were written by hand for this
project and made into the table by benchmarks/make_renderings.py, which counts how often published texts and right
agendas have none of them. Where `word_translations.py` knows what is probable, this says what is possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.pairs.word_translations import WordTranslations

RENDERINGS = "renderings.tsv.xz"
POSSIBLE = 0.03
"""How probable a rendering is at least, in both directions, that the learnt table has not."""
_OF_KIN = 3
"""Renderings that two words share which are as good as the same."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A `Rendered` holds the stems that may render one, and what was counted of it. `loose` are stems that were listed
    for it, too, but are as often where nothing else of the list is as anywhere: they go with it, or render it seldom.

    `kind` is how closed the list is by the judgement of who wrote it, from 1 (often put otherwise or left out) to 3
    (hardly ever), 0 where the stem has no list of its own and these are the words that name it in theirs. `published`
    and `close` are how surprising it is that a published text and a right agenda have none of the list, minus a
    logarithm; `seen` and `seen_close` the logarithms of how often the stem was looked at there.
    """

    words: frozenset[str]
    loose: frozenset[str]
    kind: int
    published: float
    close: float
    seen: float
    seen_close: float


class Renderings:
    """`Renderings` are the lists of both languages of a pair, `first` and `second` as the columns of its tables have
    them; a stem is found with the tag of its language."""

    def __init__(self, folder: Path, first: str, second: str) -> None:
        self.first, self.second = first, second
        self._path = folder / RENDERINGS
        self._known: dict[tuple[str, str], Rendered | None] = {}
        self._near: dict[str, Mapping[str, int]] = {}

    @cached_property
    def _lines(self) -> tables.SortedLines:
        """Holds the lines of the table, by language and stem."""
        return tables.SortedLines(self._path)

    def of(self, stem: str, language: str) -> Rendered | None:
        """Returns what may render a stem of that language; None where nobody has written it down."""
        key = language, stem
        if key not in self._known:
            line = self._lines.after(language, stem)
            self._known[key] = read(line) if line else None
        return self._known[key]

    def kinship(self, first: str, second: str) -> float:
        """Says how near a stem of the second language is to what may render one of the first: the share of the words
        that it may render which share their renderings with that one, 0 to 1; -1 where either has no list."""
        near = self._near.get(first)
        if near is None:
            near = self._near[first] = self._neighbours(first)
        other = self.of(second, self.second)
        if not near or other is None:
            return -1.0
        return sum(min(1.0, near.get(word, 0) / _OF_KIN) for word in other.words) / len(other.words)

    def _neighbours(self, first: str) -> Mapping[str, int]:
        """Maps the words of the first language that share renderings with one of it to how many they share."""
        known = self.of(first, self.first)
        back = (self.of(word, self.second) for word in known.words) if known else ()
        return Counter(chain.from_iterable(one.words for one in back if one))


def read(line: str) -> Rendered:
    """Reads the columns of a line of the table after the stem."""
    kind, *figures, words, loose = line.split("\t")
    published, close, seen, seen_close = map(float, figures)
    listed, also_listed = (frozenset(tables.in_full(some)) for some in (words, loose))
    return Rendered(listed, also_listed, int(kind), published, close, seen, seen_close)


class PossibleTranslations(WordTranslations):
    """`PossibleTranslations` are the probabilities of `WordTranslations` with those words more that may render one
    though no text that was read has them."""

    def __init__(self, folder: Path, first: str, second: str, renderings: Renderings) -> None:
        super().__init__(folder, first, second)
        self._renderings = renderings
        self._possible: dict[str, Mapping[str, tuple[float, float]]] = {}

    def of(self, first: str) -> Mapping[str, tuple[float, float]]:
        """Returns the stems that may translate one of the first language, as `WordTranslations.of` does."""
        found = self._possible.get(first)
        if found is None:
            known = super().of(first)
            listed = self._renderings.of(first, self.first)
            words = listed.words if listed else frozenset[str]()
            more_probable = {
                word: (max(there, POSSIBLE), max(back, POSSIBLE))
                for word, (there, back) in known.items()
                if word in words
            }
            others = dict.fromkeys(words - known.keys(), (POSSIBLE, POSSIBLE))
            found = self._possible[first] = {**known, **more_probable, **others}
        return found
