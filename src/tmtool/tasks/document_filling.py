"""Reads a document as a file whose segments can be filled: each segment of the document, in its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, pairwise

from tmtool.documents.furniture import is_symbol
from tmtool.documents.reading import Segmentation
from tmtool.formats.filling import FillableTexts, Filling, Slot, Stretch
from tmtool.formats.passages import Edit, Passage, joined
from tmtool.formats.relabelling import Languages
from tmtool.model import Document, Span
from tmtool.tasks.placing import SegmentPlaces


def has_words(text: str) -> bool:
    """Tells whether there is anything to translate in a text: a word, which a symbol or a number is not."""
    return not is_symbol(text) and any(character.isalpha() for character in text)


class DocumentFile:
    """A `DocumentFile` is a document with the file that it was read from. What is left untranslated is marked.

    A segment that has no place in the file, since it was put together of several lines or cleaned, is locked. The texts
    of headers and footers are further slots after those of the segments.
    """

    def __init__(self, texts: FillableTexts, document: Document, segmentation: Segmentation) -> None:
        self._texts = texts
        self._language = document.language
        places = SegmentPlaces(texts.passages, document, segmentation)
        self._stretches = [self._stretch(places.of(one.number)) for one in document.segments]
        slots = [
            Slot(one.text, locked=True) if stretch is None else stretch.slot
            for one, stretch in zip(document.segments, self._stretches, strict=True)
        ]
        self._segments = len(slots)
        for passage in texts.furniture:
            inside = passage.text.strip()
            start = passage.text.index(inside)
            stretch = texts.stretch(passage, Span(start, start + len(inside))) if inside else None
            if stretch is not None:
                self._stretches.append(stretch)
                slots.append(stretch.slot)
        self.slots = tuple(slots)

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
        if len(pieces) == 1:
            return self._texts.stretch(*pieces[0])
        if not self._texts.runs_on:
            return None
        whole = joined(pieces)
        return self._texts.stretch(whole, Span(0, len(whole.text)))

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the file with these translations."""
        edits: list[Edit] = []
        for index, stretch in enumerate(self._stretches):
            if stretch is not None:
                filling = fillings.get(index)
                if filling is not None:
                    edits += stretch.filled(filling)
                elif index < self._segments and has_words(stretch.slot.source):
                    edits += stretch.marked()
        languages = Languages(self._language, target_language) if fillings else None
        return self._texts.content(edits, languages)
