"""Says which elements of a paragraph a place in its XML is in: links, insertions, content controls, complex fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tmtool.formats.docx.elements import IN_RUNS, KEPT
from tmtool.formats.xml_tokens import Tag, Xml
from tmtool.model import Span

_LONGEST = 200_000
"""How far before a place its paragraph is looked for."""
_FIELD = re.compile(r"<(?:\w+:)?fldChar\b[^>]*?fldCharType=[\"'](\w+)")
_RUN_BEGUN = re.compile(r"<(?:\w+:)?r[ >]")
_RUN_ENDED = re.compile(r"</(?:\w+:)?r>")


def field_around(document: str, name: str, at: int) -> Span | None:
    """Returns all runs of the complex field whose result a place is in, if the field begins and ends in its paragraph;
    `name` is that of paragraphs."""
    first = _paragraph_begun(document, name, at)
    if first < 0:
        return None
    begun: list[int] = []
    around: list[Span] = []
    for mark in _FIELD.finditer(document, first, document.find(f"</{name}>", at)):
        if mark[1] == "begin":
            begun.append(mark.start())
        elif mark[1] == "end" and begun:
            whole = Span(begun.pop(), mark.end())
            if whole.start < at <= whole.end:
                around.append(whole)
    if not around:
        return None
    outer = around[-1]
    runs = [found.start() for found in _RUN_BEGUN.finditer(document, first, outer.start)]
    after = _RUN_ENDED.search(document, outer.end)
    return Span(runs[-1], after.end()) if runs and after else None


@dataclass(frozen=True, slots=True)
class Around:
    """An `Around` is an element around runs, with its tags as they are written."""

    place: Span
    opening: str
    closing: str


def open_at(document: str, paragraph: str, names: Sequence[str], at: int) -> list[Around]:
    """Returns the elements of these names around a place in a paragraph, the outer ones first."""
    first = _paragraph_begun(document, paragraph, at)
    if first < 0:
        return []
    tags = re.compile(rf"<(/?)({'|'.join(map(re.escape, names))})(?=[\s/>])[^>]*?(/?)>")
    begun: list[re.Match[str]] = []
    for tag in tags.finditer(document, first, at):
        if tag[1]:
            if begun:
                begun.pop()
        elif not tag[3]:
            begun.append(tag)
    found: list[Around] = []
    position = at
    for tag in reversed(begun):
        depth = 1
        for other in tags.finditer(document, position):
            if other[2] == tag[2] and not other[3]:
                depth += -1 if other[1] else 1
            if not depth:
                position = other.end()
                found.insert(0, Around(Span(tag.start(), position), tag[0], other[0]))
                break
    return found


def _paragraph_begun(document: str, name: str, at: int) -> int:
    """Returns where the paragraph around a place begins, -1 if that is too far away."""
    reach = max(0, at - _LONGEST)
    return max(document.rfind(f"<{name}{sign}", reach, at) for sign in " >")


def has_text(xml: Xml, start: int, end: int, *, or_space: bool = False) -> bool:
    """Tells whether a text element has characters, or a run anything at all `or_space`, between two places, one of
    which may be in one. The reading of a ruby is none of it."""
    name = "t"
    in_reading = False
    for token in xml.tokens_between(start, end):
        if isinstance(token, Tag) and token.name == "rt":
            in_reading = token.opens
        elif in_reading:
            continue
        elif isinstance(token, Tag):
            name = token.name
            if or_space and (name in KEPT or name in IN_RUNS):
                return True
        elif name == "t" and token.of(xml.text).strip("" if or_space else "\r\n\t "):
            return True
    return False
