"""How probable is a word as the translation of another, and how often has a word none at all?

Words are cut to stems of twelve letters. ``word_translations.tsv.xz`` has for each stem of the first language those of
the second that stand for it in published translations, with two probabilities: of the second given the first, and of
the first given the second. ``words_untranslated.tsv.xz`` says how often translators leave a stem without a counterpart:
"wish" (I wish to inform you) often, "women" hardly ever. Both are learnt by benchmarks/learn_word_translations.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from tmtool.languages import tables

TRANSLATIONS, UNTRANSLATED = "word_translations.tsv.xz", "words_untranslated.tsv.xz"
STEPS = 10
"""A probability is a capital letter in the table: ten steps, from A, for each power of ten."""
_LEAST = 0.001
"""The probability of the last letter: it may be anything below."""
_NONE: Mapping[str, tuple[float, float]] = MappingProxyType({})
_BY_LETTER = {chr(ord("A") + step): 10 ** (-step / STEPS) for step in range(25)} | {"Z": _LEAST}


class WordTranslations:
    """`WordTranslations` are the probabilities with which stems of two languages translate each other, `first` and
    `second` as the columns of the table have them."""

    def __init__(self, folder: Path, first: str, second: str) -> None:
        self.first, self.second = first, second
        self._folder = folder
        self._known: dict[str, Mapping[str, tuple[float, float]]] = {}

    @cached_property
    def _lines(self) -> tables.SortedLines:
        """Holds the lines of the table, by stem of the first language."""
        return tables.SortedLines(self._folder / TRANSLATIONS)

    @cached_property
    def _uses(self) -> Mapping[str, tuple[Mapping[str, tuple[float, float]], float, float]]:
        """Maps a language to its stems with their surprise and the logarithm of how often they were seen, to the
        surprise of a stem that was never seen, and to how often words had no counterpart in all."""
        found: dict[str, tuple[dict[str, tuple[float, float]], float, float]] = {}
        for language, surprise, seen, stems in tables.rows(self._folder / UNTRANSLATED):
            known, unseen, total = found.get(language, ({}, 0.0, 0.0))
            value = float(surprise), float(seen)
            if stems == "*":
                unseen = value[0]
            else:
                names = stems.split()
                known.update(dict.fromkeys(names, value))
                total += len(names) * math.exp(value[1] - value[0])
            found[language] = known, unseen, total
        return found

    def of(self, first: str) -> Mapping[str, tuple[float, float]]:
        """Returns the stems that translate one of the first language, with the probability of each given that stem, and
        of that stem given each."""
        known = self._known.get(first)
        if known is None:
            line = self._lines.after(first)
            known = {one[:-2]: (_BY_LETTER[one[-2]], _BY_LETTER[one[-1]]) for one in line.split(" ")} if line else _NONE
            self._known[first] = known
        return known

    def stems(self) -> Iterable[str]:
        """Returns the stems of the first language."""
        return self._lines.firsts()

    def surprise(self, stem: str, language: str) -> float:
        """Says how surprising it is that a stem has no counterpart: minus the logarithm of the share of its uses
        without."""
        known, unseen, _ = self._uses[language]
        found = known.get(stem)
        return unseen if found is None else found[0]

    def seen(self, stem: str, language: str) -> float:
        """Returns the logarithm of how often a stem was seen, 0 for never."""
        found = self._uses[language][0].get(stem)
        return 0.0 if found is None else found[1]

    def without(self, stem: str, language: str) -> float:
        """Returns the probability that a word without counterpart is this one."""
        known, unseen, total = self._uses[language]
        surprise, seen = known.get(stem, (unseen, 0.0))
        return math.exp(seen - surprise) / total
