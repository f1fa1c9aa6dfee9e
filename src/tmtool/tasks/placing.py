"""Where in the file is a word of a checked target?

The passages of a bilingual file are met in the order of its pairs. A document's segments were made of its lines or
paragraphs by cleaning, so that their characters are looked for there: those that both have in the same order (the
longest common subsequence) have a place, what cleaning changed has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import Indel

from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError
from tmtool.formats.passages import Editable, Passage, without_soft_hyphens
from tmtool.formats.registry import detect, endings_of
from tmtool.model import Document, Span
from tmtool.model.wording import say
from tmtool.tasks.check import Checked

_SPACE = re.compile(r"[ \t\r\n]+")
_Place = tuple[Passage, int]


def editable(path: Path, target_language: str) -> Editable:
    """Returns the file with the place of each character. Raises InputError for a format that cannot be changed."""
    found = detect(path)
    if found.read_editable is None:
        raise InputError(
            say("a file of this format ({name}) cannot be repaired", name=found.name),
            say(
                "it can be done in {endings}; without --fix each finding shows the right form",
                endings=endings_of(lambda known: known.read_editable),
            ),
            path=path,
        )
    return found.read_editable(path, target_language=target_language)


class Placing:
    """A `Placing` knows the places of a checked draft's words in its file."""

    def __init__(self, file: Editable, checked: Checked, segmentation: Segmentation) -> None:
        self._checked = checked
        passages = tuple(map(without_soft_hyphens, file.passages))
        self._segments = SegmentPlaces(passages, checked.document, segmentation) if checked.document else None
        self._of_pairs = {} if checked.document else _met_in_order(checked, passages)
        self._known: dict[int, list[_Place | None]] = {}

    def find(self, pair: int, span: Span) -> tuple[Passage, Span] | None:
        """Returns the passage and the place in it of a span of the target of the pair with that index.

        An empty span is the place after the character before it. None for words that cleaning changed, or
        that are on two lines.
        """
        places = self._places(pair)
        if span.start == span.end:
            before = places[span.start - 1] if span.start else None
            after = places[span.start] if span.start < len(places) else None
            if before is not None:
                return before[0], Span(before[1] + 1, before[1] + 1)
            return None if after is None else (after[0], Span(after[1], after[1]))
        found = [place for place in places[span.start : span.end] if place is not None]
        if len(found) < span.end - span.start or any(one[0] is not found[0][0] for one in found):
            return None
        if any(one[1] >= other[1] for one, other in pairwise(found)):
            return None
        there = Span(found[0][1], found[-1][1] + 1)
        wanted = span.of(self._checked.draft.pairs[pair].target)
        return (found[0][0], there) if _folded(there.of(found[0][0].text)) == _folded(wanted) else None

    def around(self, pair: int) -> Passage | None:
        """Returns the passage in which the target of a pair begins, for what has no closer place."""
        return next((place[0] for place in self._places(pair) if place is not None), None)

    def _places(self, pair: int) -> list[_Place | None]:
        """Returns the place of each character of a pair's target."""
        if pair not in self._known:
            self._known[pair] = self._read(pair)
        return self._known[pair]

    def _read(self, pair: int) -> list[_Place | None]:
        if self._segments is None:
            passage = self._of_pairs.get(pair)
            target = self._checked.draft.pairs[pair].target
            return [(passage, at) for at in range(len(passage.text))] if passage else [None] * len(target)
        places: list[_Place | None] = []
        for number in self._checked.segments[pair]:
            # Segments are joined by a space that is nowhere in the file.
            places += [*([None] if places else []), *self._segments.of(number)]
        return places


class SegmentPlaces:
    """`SegmentPlaces` knows the places of the segments of a document in the passages of its file."""

    def __init__(self, passages: Sequence[Passage], document: Document, segmentation: Segmentation) -> None:
        self._passages = passages
        self._document = document
        self._by_line = segmentation == "lines"
        self._found: dict[int, list[_Place | None]] = {}
        self._lines = sorted({block.line for block in document.blocks})

    def of(self, number: int) -> list[_Place | None]:
        """Returns for each character of the segment of that number its passage and its place there; None for one that
        cleaning changed."""
        if number not in self._found:
            if self._by_line:
                self._match([number], self._passages[number - 1 : number])
            else:
                self._match(*self._block(number))
        return self._found[number]

    def _block(self, number: int) -> tuple[list[int], Sequence[Passage]]:
        """Returns the segments that begin on the same line as this one, and the passages up to the next segment's."""
        document = self._document
        line = document.blocks[document.segments[number - 1].block].line
        after = bisect_right(self._lines, line)
        start = self._first(line)
        end = self._first(self._lines[after]) if after < len(self._lines) else None
        inside = [one.number for one in document.segments if document.blocks[one.block].line == line]
        return inside, self._passages[start:end]

    def _first(self, line: int) -> int:
        return bisect_left(self._passages, line, key=lambda one: one.number)

    def _match(self, numbers: list[int], passages: Sequence[Passage]) -> None:
        """Finds the characters of the segments in those of the passages."""
        texts = [self._document.segments[number - 1].text for number in numbers]
        there = [place for passage in passages for place in [*((passage, at) for at in range(len(passage.text))), None]]
        written = "".join(f"{passage.text}\n" for passage in passages)
        read = " ".join(texts)
        places: list[_Place | None] = [None] * len(read)
        for code in Indel.opcodes(_spaces(written), _spaces(read)):
            if code.tag == "equal":
                places[code.dest_start : code.dest_end] = there[code.src_start : code.src_end]
        position = 0
        for number, text in zip(numbers, texts, strict=True):
            self._found[number] = places[position : position + len(text)]
            position += len(text) + 1


def _met_in_order(checked: Checked, passages: Sequence[Passage]) -> dict[int, Passage]:
    """Returns the passage of each pair: the next one with its text."""
    by_text: dict[str, list[int]] = {}
    for index, passage in enumerate(passages):
        by_text.setdefault(passage.text, []).append(index)
    found: dict[int, Passage] = {}
    position = 0
    for number, pair in enumerate(checked.draft.pairs):
        indexes = by_text.get(pair.target, [])
        place = bisect_left(indexes, position)
        if pair.target and place < len(indexes):
            found[number] = passages[indexes[place]]
            position = indexes[place] + 1
    return found


def _spaces(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text)
