"""How is a translation put into a file that came without one?

A format whose files can be filled gives the segments as `Slot`s; the task says what goes into which, as `Filling`s; the
format writes the file again with these in place and every other byte as it was. A bilingual file is filled in its
targets. A document is filled in its own text, and there what is left in the source language is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from tmtool.formats.passages import Edit, Passage
from tmtool.formats.relabelling import Languages
from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class Code:
    """A `Code` is an inline code of a segment, or a stretch of it that has a look or a link of its own.

    `span` is the text inside it, empty for a code that is alone. `inside` is the index of the code around it, -1
    for none.
    """

    span: Span
    inside: int = -1


class State(Enum):
    """A `State` says how far a filled segment is."""

    READY = auto()
    """The memory has this very text with this translation."""
    TO_REVIEW = auto()
    """A person has to look at it: it was adapted, or a code has no sure place."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A `Slot` is a segment that can be filled.

    `source` is its text, `target` the translation that the file has already, "" for none. `locked` says that the file
    forbids to change it. `codes` are those of the source in the order in which they begin, the outer one first. Where
    not `is_whole`, there are others that cannot be moved: a translation takes the look of the beginning.
    """

    source: str
    target: str = ""
    locked: bool = False
    codes: tuple[Code, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Filling:
    """A `Filling` is what goes into a slot: the text, and for each code of the slot the span of `text` that it is put
    around.

    Spans of codes lie inside that of the code around them and do not overlap others. `rate` is the match rate, from 0
    to 100.
    """

    text: str
    places: tuple[Span, ...]
    state: State
    rate: int


class Fillable(Protocol):
    """A `Fillable` is a file whose segments can be filled."""

    @property
    def slots(self) -> Sequence[Slot]:
        """Returns the segments in the order of the file."""

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the whole file with these fillings, by the index of their slots."""


class Stretch(Protocol):
    """A `Stretch` is the text of a segment in a document."""

    @property
    def slot(self) -> Slot:
        """Returns the text, with its looks, its links and what keeps its place among the words as codes."""

    def filled(self, filling: Filling) -> Iterable[Edit]:
        """Returns the edits that put a translation in; one to be looked at is marked, where the format has marks."""

    def marked(self) -> Iterable[Edit]:
        """Returns the edits that mark the text as left untranslated, where the format has marks."""


class FillableTexts(Protocol):
    """A `FillableTexts` is a document whose texts can be replaced by their translations.

    Its passages are in reading order, as blocks count them.
    """

    @property
    def passages(self) -> Sequence[Passage]:
        """Returns the texts."""

    @property
    def furniture(self) -> Sequence[Passage]:
        """Returns the texts of headers and footers, which are no part of the document but are to be translated with
        it."""

    @property
    def runs_on(self) -> bool:
        """Tells whether a segment may begin in one passage and end in a later one."""

    def stretch(self, passage: Passage, span: Span) -> Stretch | None:
        """Gives the stretch that a segment is; None if it cannot be replaced. A segment of several passages comes as
        one that is made of them."""

    def content(self, edits: Iterable[Edit], languages: Languages | None = None) -> bytes:
        """Returns the whole file after the edits, which must not overlap. Where it says in which language it is, it
        says that of the translation if `languages` are given."""
