"""Which words do tired translators put for a word that are wrong there: its opposite, its neighbour in the field, its
look-alike?

``confusions.tsv.xz`` of a pair has for stems of the first language words of the second one that are no rendering of
them, and for stems of the second one other words of it that get into their place. ``near_words.tsv`` has the words of
both languages by fields (stages of a text, persons, money, acts of law): any of a field that does not render a word of
it is put for it wrongly. Two hands wrote the lists for this project; benchmarks/make_renderings.py made them into the
tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.pairs.renderings import Rendered, Renderings
from tmtool.languages.pairs.word_translations import WordTranslations

CONFUSIONS, NEAR = f"confusions.tsv{tables.PACKED}", "near_words.tsv"
_USUAL = 0.2
"""How probable a translation is that is usual: what gets into its place is put for the word itself."""


class Confusions:
    """`Confusions` are the words put wrongly for those of the first language of a pair."""

    def __init__(self, folder: Path, renderings: Renderings, translations: WordTranslations) -> None:
        self._path, self._fields = folder / CONFUSIONS, folder / NEAR
        self._renderings, self._translations = renderings, translations
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._in_close: dict[str, frozenset[str]] = {}

    @cached_property
    def _lines(self) -> tables.SortedLines:
        """Holds the lines of the table, by language and stem, with the stems of the words that get into its place, by
        the first hand and by the other."""
        return tables.SortedLines(self._path)

    @cached_property
    def _by_field(self) -> Mapping[str, frozenset[str]]:
        """Maps a stem of the first language to those of the second that are in a field with it."""
        found: dict[str, frozenset[str]] = {}
        for _, there, here in tables.rows(self._fields):
            stems = frozenset(here.split())
            for stem in there.split():
                found[stem] = found.get(stem, frozenset()) | stems
        return found

    def of(self, first: str) -> frozenset[str]:
        """Returns the stems of the second language that are put wrongly for one of the first, by the first hand, which
        is hardly ever mistaken; none of them may render it."""
        return self._both(first)[0]

    def at_all(self, first: str) -> frozenset[str]:
        """Returns the stems of the second language that are put wrongly for one of the first by any hand, or for one of
        its usual translations, which may mean something else; none of them may render it."""
        return self._both(first)[1]

    def near(self, first: str) -> frozenset[str]:
        """Returns the stems that are put wrongly for one by the first hand, or for being of the same field."""
        listed = self._renderings.of(first, self._renderings.first)
        if listed is None:
            return frozenset()
        return self.of(first) | (self._by_field.get(first, frozenset()) - listed.words - listed.loose)

    def in_close(self, first: str) -> frozenset[str]:
        """Returns the stems that are put wrongly for one by anybody in a close translation, of which few words are
        free."""
        known = self._in_close.get(first)
        if known is None:
            known = self._in_close[first] = self.near(first) | self.at_all(first)
        return known

    def _both(self, first: str) -> tuple[frozenset[str], frozenset[str]]:
        known = self._known.get(first)
        if known is None:
            listed = self._renderings.of(first, self._renderings.first)
            known = self._known[first] = self._wrong(first, listed) if listed else (frozenset(), frozenset())
        return known

    def _wrong(self, first: str, listed: Rendered) -> tuple[frozenset[str], frozenset[str]]:
        right = listed.words | listed.loose
        here, there = self._renderings.first, self._renderings.second
        usual = (
            word for word, (one, _) in self._translations.of(first).items() if one >= _USUAL and word in listed.words
        )
        words, _, more = (self._lines.after(here, first) or "").partition("\t")
        hands = [words, more, *(hand for word in usual for hand in (self._lines.after(there, word) or "").split("\t"))]
        by_hand = [frozenset(tables.in_full(hand)) for hand in hands]
        return by_hand[0] - right, frozenset[str]().union(*by_hand) - right
