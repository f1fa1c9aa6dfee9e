"""Puts the codes of a segment of a DOCX one inside the other: links around looks, these around what keeps its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.formats.filling import Code
from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class DocxCode:
    """A `DocxCode` is a code of a segment: a look (`opening` are its run properties), a link or field (`opening` and
    `closing` as they are written), or what is alone: between runs, or with `look` inside one or in one of its own."""

    code: Code
    kind: str
    opening: str
    closing: str = ""
    look: str = ""


@dataclass(slots=True)
class CodeDraft:
    """A `CodeDraft` is a code of which it is not yet known which others are around it, nor perhaps where it ends."""

    kind: str
    start: int
    end: int
    opening: str
    closing: str = ""
    look: str = ""
    within: CodeDraft | None = None
    """The insertion that a deletion is in, if it is in one."""


def divided(look: str, start: int, end: int, drafts: Sequence[CodeDraft]) -> Iterator[CodeDraft]:
    """Yields a stretch of another look as it is divided where a link begins or ends in it."""
    edges = {edge for one in drafts if one.kind == "link" for edge in (one.start, one.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    for first, last in pairwise(cuts):
        yield CodeDraft("look", first, last, look)


def nested(drafts: Sequence[CodeDraft]) -> Iterator[DocxCode]:
    """Yields the codes in the order in which they begin, links around looks, these around what keeps its place."""
    rank = {"link": 0, "look": 1, "inside": 2, "alone": 2, "between": 3}
    ordered = sorted(drafts, key=lambda one: (one.start, not _ends_with(one), -one.end, rank[one.kind]))
    around: list[int] = []
    for index, one in enumerate(ordered):
        if one.start < one.end:
            while around and not _holds(ordered[around[-1]], one):
                around.pop()
        outer = next((number for number in reversed(around) if _holds(ordered[number], one)), -1)
        code = Code(Span(one.start, one.end), outer)
        yield DocxCode(code, one.kind, one.opening, one.closing, one.look)
        if one.kind in ("link", "look"):
            around.append(index)


def _ends_with(one: CodeDraft) -> bool:
    """Tells whether a deletion comes last in an insertion."""
    return one.within is not None and one.within.start < one.within.end == one.start


def _holds(outer: CodeDraft, inner: CodeDraft) -> bool:
    if inner.start == inner.end:
        return outer.start < inner.start < outer.end or outer is inner.within
    return outer.start <= inner.start and inner.end <= outer.end
