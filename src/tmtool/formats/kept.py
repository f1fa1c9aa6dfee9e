"""Changes in a document that leave parts of what they replace as they are, and may hold changes of their own.

The translation of a paragraph is written around the note, the picture or the text box in it, which has paragraphs that
are translated too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from tmtool.formats.passages import Edit
from tmtool.formats.xml_tokens import Xml
from tmtool.model import Span

_KEPT = re.compile("\0([0-9]+):([0-9]+)\0")
"""No document has NUL among its characters."""


def kept(place: Span) -> str:
    """Returns what an edit has in its text for a stretch of the document that is kept."""
    return f"\0{place.start}:{place.end}\0"


def edited_around(document: str, edits: Iterable[Edit]) -> str:
    """Returns a document after edits of which one may lie in what another keeps; one that lies in what another replaces
    is dropped."""
    ordered = sorted(edits, key=lambda one: (one.place.start, -one.place.end))
    return _edited(document, Span(0, len(document)), ordered)


def content_around(xml: Xml, edits: Iterable[Edit]) -> bytes:
    """Returns the bytes of a document of XML after such edits."""
    return replace(xml, text=edited_around(xml.text, edits)).content(())


def _edited(document: str, whole: Span, edits: Sequence[Edit]) -> str:
    """Returns a stretch of the document after the edits in it, which are in order, the outer ones first."""
    written: list[str] = []
    position = whole.start
    index = 0
    while index < len(edits):
        edit = edits[index]
        inside = index + 1
        while inside < len(edits) and edit.place.overlaps(edits[inside].place):
            inside += 1
        own = edits[index + 1 : inside]
        written.append(document[position : edit.place.start])
        written.append(_KEPT.sub(partial(_part, document, own), edit.text))
        position, index = edit.place.end, inside
    written.append(document[position : whole.end])
    return "".join(written)


def _part(document: str, edits: Sequence[Edit], found: re.Match[str]) -> str:
    """Returns a stretch that is kept, after the edits in it."""
    place = Span(int(found[1]), int(found[2]))
    own = [one for one in edits if place.holds(one.place)]
    return _edited(document, place, own)
