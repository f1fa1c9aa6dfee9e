"""Puts what a library changed in a file into the file as it was written.

A library that writes a file anew lays it out in its own way: other white space, other quotation marks, attributes in
another order. So it writes the file twice, before and after its changes; what differs between these two is carried over
to the original, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool.formats.passages import Edit, edited
from tmtool.model import Span

_TOKEN = re.compile(r"[ \t\r\n]*(?:\w+|[^\w \t\r\n])")
_SURE = 4
"""So many equal tokens in a row end a difference."""
_FARTHEST = 2_000
"""How many tokens a difference may have on one side before it goes to the end."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A `_Text` is a text as tokens: their places without the white space before them, what they are, and what they are
    with it."""

    text: str
    places: Sequence[Span]
    bare: Sequence[str]
    whole: Sequence[str]

    @classmethod
    def of(cls, text: str) -> _Text:
        """Returns the tokens of a text."""
        whole = _TOKEN.findall(text)
        places = []
        position = 0
        for token in whole:
            end = position + len(token)
            places.append(Span(end - len(token.lstrip(" \t\r\n")), end))
            position = end
        return cls(text, places, [place.of(text) for place in places], whole)

    def end(self, index: int) -> int:
        """Returns where the token before that of the index ends."""
        return self.places[index - 1].end if index else 0


def with_changes(original: str, before: str, after: str) -> str:
    """Returns the original with what differs between `before`, which is the original written anew, and `after`."""
    if original == before:
        return after
    own, old, new = _Text.of(original), _Text.of(before), _Text.of(after)
    line_end = "\r\n" if "\r\n" in original else "\n"
    edits = [Edit(place, text.replace("\r\n", "\n").replace("\n", line_end)) for place, text in _carried(own, old, new)]
    return edited(original, edits)


def _carried(own: _Text, old: _Text, new: _Text) -> Iterator[tuple[Span, str]]:
    """Yields the places of the original and what comes there."""
    answers = _answers(old.bare, own.bare)
    done = 0
    for start, end, first, last in _differences(old.whole, new.whole):
        # What is written otherwise in the original is replaced too, as far as a token that both have.
        while start and answers[start - 1] is None:
            start, first = start - 1, first - 1
        while end < len(answers) and end > start and answers[end - 1] is None:
            end, last = end + 1, last + 1
        before = answers[start - 1] if start else -1
        final = answers[end - 1] if end else -1
        if before is None or final is None or own.end(before + 1) < done:
            continue
        if end > start and last > first and old.bare[start] != new.bare[first] and answers[start] is not None:
            begun = own.places[answers[start] or 0].start
            text = new.text[new.places[first].start : new.end(last)]
        else:
            begun = own.end(before + 1)
            text = new.text[new.end(first) : new.end(last)]
        done = own.end(final + 1)
        yield Span(begun, done), text


def _answers(old: Sequence[str], own: Sequence[str]) -> list[int | None]:
    """Returns for each token of `old` the one of `own` that is the same at its place; None where there is none."""
    found: list[int | None] = []
    shift = 0
    for start, end, _, last in _differences(old, own):
        found += [index + shift for index in range(len(found), start)]
        found += [None] * (end - start)
        shift = last - end
    return found + [index + shift for index in range(len(found), len(old))]


def _differences(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yields what differs between two sequences that are mostly equal: from where to where in the first, and in the
    second."""
    start = first = 0
    while start < len(one) or first < len(other):
        if start < len(one) and first < len(other) and one[start] == other[first]:
            start += 1
            first += 1
            continue
        end, last = _equal_again(one, start, other, first)
        yield start, end, first, last
        start, first = end, last


def _equal_again(one: Sequence[str], start: int, other: Sequence[str], first: int) -> tuple[int, int]:
    """Returns the nearest places from which two sequences go on alike; their ends where there are none."""
    here: dict[tuple[str, ...], int] = {}
    there: dict[tuple[str, ...], int] = {}
    for step in range(_FARTHEST):
        end, last = start + step, first + step
        if end > len(one) and last > len(other):
            break
        if end <= len(one):
            key = tuple(one[end : end + _SURE])
            here.setdefault(key, end)
            if key in there and (len(key) == _SURE or there[key] + len(key) == len(other)):
                return end, there[key]
        if last <= len(other):
            key = tuple(other[last : last + _SURE])
            there.setdefault(key, last)
            if key in here and (len(key) == _SURE or here[key] + len(key) == len(one)):
                return here[key], last
    return len(one), len(other)
