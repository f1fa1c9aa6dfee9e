"""Where are the words of a finding in the file, by line and column?"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from tmtool.documents.reading import Segmentation
from tmtool.formats.passages import Editable, place_of
from tmtool.formats.registry import detect
from tmtool.model import Finding, Span
from tmtool.tasks.check import Checked
from tmtool.tasks.placing import Placing


@dataclass(frozen=True, slots=True)
class Region:
    """A `Region` is a stretch of a text file. Lines and columns count from 1, in code points; the end is not included.
    `place` counts from the beginning of the file."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    place: Span
    text: str


class PlacesInFile:
    """`PlacesInFile` says where words of a draft are in its file; nowhere in one that is no text."""

    def __init__(self, path: Path, checked: Checked, segmentation: Segmentation = "auto") -> None:
        read = detect(path).read_editable
        file = read(path, target_language=checked.draft.target_language) if read else None
        self._file: Editable | None = file if file is not None and file.text else None
        self._text = self._file.text if self._file else ""
        self._placing = Placing(self._file, checked, segmentation) if self._file else None
        self._lines = [0]
        for place, character in enumerate(self._text):
            if character == "\n" or (character == "\r" and self._text[place + 1 : place + 2] != "\n"):
                self._lines.append(place + 1)

    def region(self, pair: int, words: Span) -> Region | None:
        """Returns the region of words of a pair's target, or None where they are not in the file in one piece."""
        found = self._placing.find(pair, words) if self._placing and words.end > words.start else None
        place = place_of(*found) if found else None
        return self._region(place) if place else None

    def line(self, pair: int) -> int:
        """Returns the line on which the target of a pair begins, or 0 where it is not in the file."""
        passage = self._placing.around(pair) if self._placing else None
        place = place_of(passage, Span(0, 0)) if passage else None
        return self._region(place).start_line if place else 0

    def edits(self, finding: Finding, pair: int) -> list[tuple[Region, str]]:
        """Returns what the certain repair of a finding puts in the place of which regions; nothing where there is none,
        or no place for it."""
        words = finding.target_span
        if not (finding.fixable and words and finding.suggestion is not None and self._placing and self._file):
            return []
        found = self._placing.find(pair, words)
        edits = self._file.edits(*found, finding.suggestion) if found else None
        return [(self._region(edit.place), edit.text) for edit in edits or ()]

    def _region(self, place: Span) -> Region:
        start, end = (bisect_right(self._lines, at) - 1 for at in (place.start, place.end))
        columns = place.start - self._lines[start] + 1, place.end - self._lines[end] + 1
        return Region(start + 1, columns[0], end + 1, columns[1], place, place.of(self._text))
