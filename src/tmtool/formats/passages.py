"""Where in a file is each character of a text, so that a word can be changed and every other byte kept?

A format that can be edited gives its texts as passages. A passage has its text as the reader of the format gives it,
and the place of each character in the characters of the file, or of one part of an office file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from tmtool.model import Span
from tmtool.text import composition
from tmtool.text.composition import SOFT_HYPHEN

Places = tuple[Span, ...]
"""The place of each character of a text: one character of text may be several of the file (``&amp;``)."""


class Passage:
    """A `Passage` is a stretch of text of a file.

    `text` is as the reader of the format gives it. `find` gives the place of each character; it is asked only for the
    passages in which something is looked for, since a memory has millions of characters. `number` is that of the line
    or paragraph, from 1, as blocks count them; 0 in a bilingual file. `part` names the part of an office file.
    """

    __slots__ = ("_find", "_places", "number", "part", "text")

    def __init__(self, text: str, find: Callable[[], Places], number: int = 0, part: str = "") -> None:
        self.text, self.number, self.part = text, number, part
        self._find = find
        self._places: Places | None = None

    @property
    def places(self) -> Places:
        """Returns the place of each character of the text."""
        if self._places is None:
            self._places = self._find()
        return self._places


def without_soft_hyphens(passage: Passage) -> Passage:
    """Returns a passage as its words are read, which soft hyphens are no part of; each other character keeps its
    place."""
    text = passage.text
    if SOFT_HYPHEN not in text:
        return passage
    return Passage(
        composition.without_soft_hyphens(text),
        lambda: tuple(place for place, one in zip(passage.places, text, strict=True) if one != SOFT_HYPHEN),
        passage.number,
        passage.part,
    )


@dataclass(frozen=True, slots=True)
class Edit:
    """An `Edit` names characters of a file, or of one of its parts, to be replaced: `text` is written as the file
    writes it."""

    place: Span
    text: str
    part: str = ""


class Editable(Protocol):
    """An `Editable` is a file whose passages can be changed."""

    @property
    def passages(self) -> Sequence[Passage]:
        """Returns the texts in the order of the file; in a bilingual one those of the target language."""

    @property
    def text(self) -> str:
        """Returns the characters of the file that places count in; "" for an archive, whose parts are counted each
        alone."""

    def edits(self, passage: Passage, span: Span, text: str) -> tuple[Edit, ...] | None:
        """Returns the edits that put `text` in the place of a span of a passage (an empty span for an insertion), or
        None where it cannot be done without touching more than that."""

    def content(self, edits: Iterable[Edit]) -> bytes:
        """Returns the whole file after the edits, which must not overlap."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Returns the text after edits that do not overlap; of several at one place the first given comes first."""
    pieces = []
    position = 0
    for edit in sorted(edits, key=lambda one: (one.place.start, one.place.end)):
        pieces += [text[position : edit.place.start], edit.text]
        position = edit.place.end
    return "".join([*pieces, text[position:]])


def place_of(passage: Passage, span: Span) -> Span | None:
    """Returns the place of a span in the file, or None if something that is no text is in the middle of it, such as a
    tag, or if it ends within what the file writes as one."""
    if span.start == span.end:
        return _between(passage, span.start)
    places = passage.places[span.start : span.end]
    before, after = passage.places[max(0, span.start - 1) : span.start], passage.places[span.end : span.end + 1]
    if places[0] in before or places[-1] in after:
        return None
    joined = all(one.end == other.start or one == other for one, other in pairwise(places))
    return Span(places[0].start, places[-1].end) if joined else None


def _between(passage: Passage, at: int) -> Span | None:
    """Returns the place between two characters, after the first one; where nothing is before, in front of the
    second."""
    if at > 0:
        return Span(passage.places[at - 1].end, passage.places[at - 1].end)
    return Span(passage.places[0].start, passage.places[0].start) if passage.places else None


def joined(pieces: Sequence[tuple[Passage, Span]]) -> Passage:
    """Returns the passage that stretches of several make, with a space where one goes on in the next."""
    texts: list[str] = []
    places: list[Span] = []
    for passage, span in pieces:
        there = passage.places[span.start : span.end]
        if texts:
            texts.append(" ")
            places.append(Span(places[-1].end, there[0].start))
        texts.append(span.of(passage.text))
        places += there
    found = tuple(places)
    return Passage("".join(texts), lambda: found, pieces[0][0].number, pieces[0][0].part)


def in_a_row(start: int, end: int) -> Places:
    """Returns the places of characters that come one after the other."""
    return tuple(Span(place, place + 1) for place in range(start, end))


def composed(text: str, places: Sequence[Span]) -> Places:
    """Returns the places of the characters of a text after it is put in NFC, as readers give it: a letter made of
    several has the place of all of them."""
    if unicodedata.is_normalized("NFC", text):
        return tuple(places)
    clusters: list[list[int]] = []
    for index, character in enumerate(text):
        if clusters and unicodedata.combining(character):
            clusters[-1].append(index)
        else:
            clusters.append([index])
    found: list[Span] = []
    for cluster in clusters:
        written = "".join(text[index] for index in cluster)
        piece = composition.composed(written)
        if piece == written:
            found += [places[index] for index in cluster]
        else:
            found += [Span(places[cluster[0]].start, places[cluster[-1]].end)] * len(piece)
    return tuple(found)
