"""Reads a document as a file whose segments can be filled: each segment of the document, in its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, pairwise

from tmtool.documents.reading import Segmentation
from tmtool.formats.filling import FillableTexts, Filling, Slot, Stretch
from tmtool.formats.passages import Edit, Passage
from tmtool.model import Document, Span
from tmtool.tasks.placing import SegmentPlaces


class DocumentFile:
    """A `DocumentFile` is a document with the file that it was read from. What is left untranslated is marked.

    A segment that has no place in the file, since it was put together of several lines or cleaned, is locked.
    """

    def __init__(self, texts: FillableTexts, document: Document, segmentation: Segmentation) -> None:
        self._texts = texts
        places = SegmentPlaces(texts.passages, document, segmentation)
        self._stretches = [self._stretch(places.of(one.number)) for one in document.segments]
        self.slots = tuple(
            Slot(one.text, locked=True) if stretch is None else stretch.slot
            for one, stretch in zip(document.segments, self._stretches, strict=True)
        )

    def _stretch(self, places: list[tuple[Passage, int] | None]) -> Stretch | None:
        """Returns the stretch between the first and the last character of a segment, if both are known."""
        found = [place for place in places if place is not None]
        if not found or places[0] is None or places[-1] is None:
            return None
        pieces = []
        for passage, group in groupby(found, key=lambda one: one[0]):
            inside = [at for _, at in group]
            if any(one >= other for one, other in pairwise(inside)):
                return None
            pieces.append((passage, Span(inside[0], inside[-1] + 1)))
        return self._texts.stretch(pieces)

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the file with these translations."""
        edits: list[Edit] = []
        for index, stretch in enumerate(self._stretches):
            if stretch is not None:
                filling = fillings.get(index)
                edits += stretch.filled(filling) if filling is not None else stretch.marked()
        return self._texts.content(edits)
