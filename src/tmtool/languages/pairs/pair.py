"""Says what a pair of languages has to know: the interface that every pair of this floor fills.

A pair is data: tables of words of one language next to words of the other, and a few figures learnt from
translations. Its tables are read when they are asked for; what none is there for is not known of the pair.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.pairs.confusions import CONFUSIONS, Confusions
from tmtool.languages.pairs.renderings import RENDERINGS, PossibleTranslations, Renderings
from tmtool.languages.pairs.word_links import LINKS, WordLinks
from tmtool.languages.pairs.word_translations import TRANSLATIONS, WordTranslations


@dataclass(frozen=True, eq=False)
class LanguagePair:
    """A `LanguagePair` holds two languages in the order of a question, from `source` to `target`.

    A pair is defined in the order of the columns of its tables and turned round where the question goes the other
    way; `is_turned` then says that what holds in one direction only does not serve. `folder` holds the tables.
    `expected_length` is how many characters of the target are to be expected for one of the source, segment by segment,
    and how many of the source for one of the target; `length_range` the least and the most characters of the target for
    one of the source, in whole documents that are translations of each other. `size` is how large a segment of the
    target is and its spread (`sizes.Sizes`), None where nobody has measured it.
    """

    source: str
    target: str
    folder: Path
    expected_length: tuple[float, float] = (1.0, 1.0)
    length_range: tuple[float, float] = (1 / 1.6, 1.6)
    size: tuple[float, float] | None = None
    is_turned: bool = False

    def turned(self) -> LanguagePair:
        """Returns the same pair, asked in the other direction."""
        least, most = self.length_range
        return replace(
            self,
            source=self.target,
            target=self.source,
            expected_length=self.expected_length[::-1],
            length_range=(1 / most, 1 / least),
            size=(1 / self.size[0], self.size[1]) if self.size else None,
            is_turned=not self.is_turned,
        )

    def in_direction(self, first: str, second: str) -> tuple[str, str]:
        """Returns the words of the two columns of a table, as source and target."""
        return (second, first) if self.is_turned else (first, second)

    def columns(self) -> tuple[str, str]:
        """Returns the tags of the languages in the order of the columns of the tables."""
        return self.in_direction(self.source, self.target)

    def has(self, name: str) -> bool:
        """Tells whether the pair has a table of that name, such as ``countries.tsv``, or a folder of tables."""
        return _exists(self.folder, name)

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """Returns the rows of a table; none if the pair has none of that name."""
        return tables.rows(self.folder / name) if self.has(name) else []

    def in_folder(self, name: str) -> list[str]:
        """Returns the names of the tables in a folder of tables; only the name itself if it is that of a table."""
        folder = self.folder / name
        return sorted(f"{name}/{path.name}" for path in folder.glob("*.tsv")) if folder.is_dir() else [name]

    @cached_property
    def links(self) -> WordLinks | None:
        """Says which words stand for each other, or None if the pair has no table of them (``word_links.tsv.xz``)."""
        return _links(self.folder, *self.columns()) if self.has(LINKS) else None

    @cached_property
    def translations(self) -> WordTranslations | None:
        """Says how probably words translate each other, or None if the pair has no table of it
        (``word_translations.tsv.xz``)."""
        return _translations(self.folder, *self.columns()) if self.has(TRANSLATIONS) else None

    @cached_property
    def renderings(self) -> Renderings | None:
        """Says which words may render a word, or None if the pair has no table of it (``renderings.tsv.xz``)."""
        return _renderings(self.folder, *self.columns()) if self.has(RENDERINGS) else None

    @cached_property
    def confusions(self) -> Confusions | None:
        """Says what is put wrongly for a word, or None if the pair has no table of it (``confusions.tsv.xz``)."""
        known, table = self.renderings, self.translations
        if known is None or table is None or not self.has(CONFUSIONS):
            return None
        return _confusions(self.folder, known, table)

    @cached_property
    def possible_translations(self) -> PossibleTranslations | None:
        """Says how probably words translate each other, with all that may render them; None if the pair lacks either
        table."""
        return _possible(self.folder, *self.columns()) if self.has(RENDERINGS) and self.has(TRANSLATIONS) else None


@cache  # checks ask for each pair of a draft
def _exists(folder: Path, name: str) -> bool:
    return (folder / name).exists()


@cache
def _links(folder: Path, first: str, second: str) -> WordLinks:
    """Returns the links, which are the same in both directions, and read once."""
    return WordLinks(folder, first, second)


@cache
def _translations(folder: Path, first: str, second: str) -> WordTranslations:
    """Returns the probabilities, which are of both directions, and read once."""
    return WordTranslations(folder, first, second)


@cache
def _renderings(folder: Path, first: str, second: str) -> Renderings:
    """Returns the renderings, which are of both directions, and read once."""
    return Renderings(folder, first, second)


@cache
def _confusions(folder: Path, renderings: Renderings, translations: WordTranslations) -> Confusions:
    """Returns the words put wrongly, read once."""
    return Confusions(folder, renderings, translations)


@cache
def _possible(folder: Path, first: str, second: str) -> PossibleTranslations:
    """Returns the probabilities with the renderings, read once."""
    return PossibleTranslations(folder, first, second, _renderings(folder, first, second))
