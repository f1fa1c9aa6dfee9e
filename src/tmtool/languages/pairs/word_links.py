"""Which words of one language have a counterpart in the other, and which have none?

Words are cut to stems. A stem has a counterpart if the other side has one of the stems that stand for it in the pair's
``word_links.tsv.xz`` (learnt from published translations), or one that looks alike: half of the words of a report are
the same in English and French. How much it weighs that a word has no counterpart is in ``word_weights.tsv.xz``: "women"
nearly always has its counterpart, "including" seldom.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.stems import STEM, Word

LINKS, WEIGHTS = "word_links.tsv.xz", "word_weights.tsv.xz"
ALIKE = 5
"""Stems that share so many first letters look alike."""
USUAL_WEIGHT = 1.4
"""Of a word about which nothing is known: one in four has no counterpart."""
_COSTS = (0.0, 0.7, 1.8)
"""What a link costs by the column of the table that it is in."""
_COST_ALIKE = {5: 1.4, 6: 0.7}
"""What likeness costs, by the letters shared; more cost nothing."""


class Present:
    """A `Present` knows which stems a text has, and how these begin, for many questions about it."""

    def __init__(self, stems: Iterable[str]) -> None:
        self.stems = frozenset(stems)
        self.beginnings = frozenset(one[:ALIKE] for one in self.stems if len(one) >= ALIKE)
        self._linked: tuple[WordLinks, frozenset[str]] | None = None

    def linked_by(self, links: WordLinks) -> frozenset[str]:
        """Returns the stems of the second language that stand for one of these, which are of the first."""
        if self._linked is None or self._linked[0] is not links:
            self._linked = links, frozenset[str]().union(*map(links.costs_of, self.stems))
        return self._linked[1]


class WordLinks:
    """`WordLinks` holds the links between the stems of two languages, `first` and `second` as the columns of the tables
    have them."""

    def __init__(self, folder: Path, first: str, second: str) -> None:
        self.first, self.second = first, second
        self._folder = folder
        self._costs: dict[str, Mapping[str, float]] = {}
        self._likely: dict[str, frozenset[str]] = {}

    @cached_property
    def _lines(self) -> tables.SortedLines:
        """Holds the lines of the table: a stem of the first language, and those of the second, a column for each of
        `_COSTS`."""
        return tables.SortedLines(self._folder / LINKS)

    @cached_property
    def _weights(self) -> Mapping[str, Mapping[str, float]]:
        """Maps a language to its stems, and a stem to its weight."""
        found: dict[str, dict[str, float]] = {self.first: {}, self.second: {}}
        for language, weight, stems in tables.rows(self._folder / WEIGHTS):
            found[language].update(dict.fromkeys(stems.split(), float(weight)))
        return found

    def costs_of(self, first: str) -> Mapping[str, float]:
        """Returns what can stand for a stem of the first language, and at which cost."""
        known = self._costs.get(first)
        if known is None:
            columns = (self._lines.after(first) or "").split("\t")
            known = {stem: cost for column, cost in zip(columns, _COSTS, strict=False) for stem in column.split()}
            self._costs[first] = known
        return known

    def likely(self, word: Word) -> frozenset[str]:
        """Returns the stems that are sure or likely to stand for a word of the first language, by the table."""
        known = self._likely.get(word.stem)
        if known is None:
            known = frozenset(stem for stem, cost in self.costs_of(word.stem).items() if cost < _COSTS[-1])
            self._likely[word.stem] = known
        return known

    def cost(self, first: str, second: str) -> float | None:
        """Returns what it costs to link two stems, or None for two that have nothing to do with each other."""
        known = self.costs_of(first).get(second)
        if known == 0.0 or first == second:
            return 0.0
        alike = _alike(first, second)
        return known if alike is None else alike if known is None else min(known, alike)

    def cost_from(self, stem: str, other: str, language: str) -> float | None:
        """Returns the `cost` of linking a stem of a language with one of the other."""
        return self.cost(stem, other) if language == self.first else self.cost(other, stem)

    def is_known(self, word: Word, language: str) -> bool:
        """Tells whether the table has links of the word, so that it means something if it has no counterpart."""
        return word.stem in self._weights[language]

    def weight(self, word: Word, language: str) -> float:
        """Says how much it means that `word` has no counterpart: minus the logarithm of the share of its uses in which
        it has none."""
        return self._weights[language].get(word.stem, USUAL_WEIGHT)

    def alone(self, words: Sequence[Word], others: Sequence[Word], language: str) -> list[bool]:
        """Tells for each of `words`, in `language`, whether none of `others`, in the other one, can stand for it."""
        return self.stems_alone([word.stem for word in words], [word.stem for word in others], language)

    def stems_alone(self, stems: Sequence[str], others: Sequence[str], language: str) -> list[bool]:
        """Tells the same of stems."""
        return self.absent(stems, Present(others), language)

    def absent(self, stems: Sequence[str], others: Present, language: str) -> list[bool]:
        """Tells the same of stems, of a text that many are asked of."""
        there, beginnings = others.stems, others.beginnings
        linked: Set[str]
        if language == self.first:
            linked = {stem for stem in stems if not self.costs_of(stem).keys().isdisjoint(there)}
        else:
            linked = others.linked_by(self)
        return [stem not in linked and stem not in there and stem[:ALIKE] not in beginnings for stem in stems]

    def counterparts(self, word: Word, others: Sequence[Word], language: str) -> list[Word]:
        """Returns those of `others`, in the other language, that can stand for `word`, in `language`."""
        # Of a long text the same stems come again and again.
        answering = self.answering(word.stem, {other.stem for other in others}, language)
        return [other for other in others if other.stem in answering]

    def answering(self, stem: str, others: Collection[str], language: str) -> frozenset[str]:
        """Returns those of some stems of the other language that can stand for one of a `language`."""
        # Only whether `cost` is None: many ask, and of each stem of a text.
        begin = stem[:ALIKE] if len(stem) >= ALIKE else None
        if language == self.first:
            linked: Iterable[str] = self.costs_of(stem).keys() & others
        else:
            linked = (other for other in others if stem in self.costs_of(other))
        return frozenset((*linked, *(one for one in others if one == stem or (begin and one.startswith(begin)))))


def _alike(one: str, other: str) -> float | None:
    if one[:ALIKE] != other[:ALIKE] or len(one) < ALIKE:
        return None
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), STEM)
    return _COST_ALIKE.get(shared, 0.0)
