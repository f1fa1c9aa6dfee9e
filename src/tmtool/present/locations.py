"""Says in words where a text is: "item 5 (b), paragraph 2", "row 3 of table 1", "page 2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmtool.model.wording import Wording, joined, say

if TYPE_CHECKING:
    from tmtool.model import Location
    from tmtool.present.shapes.locations import LocationJson

_LONGEST_HEADING = 60


def in_words(place: Location) -> Wording:
    """Returns the place as a reader has it; "" where nothing is known of it."""
    parts: list[str] = []
    if place.item:
        parts.append(_item(place.item.split(".")))
    if place.heading and place.is_heading:
        parts.append(say("heading “{text}”", text=_short(place.heading)))
    elif place.heading:
        parts.append(say("under “{text}”", text=_short(place.heading)))
    elif place.is_cover:
        parts.append(say("cover"))
    if place.paragraph:
        parts.append(_paragraph(place.paragraph.split("."), is_counted=place.is_counted))
    if place.table:
        parts.append(say("table {table}, row {row}", table=place.table, row=place.row))
    elif place.row:
        parts.append(say("row {row}", row=place.row))
    if place.unit:
        parts.append(say("unit {unit}", unit=place.unit))
    if place.page:
        parts.append(say("page {page}", page=place.page))
    if place.line:
        parts.append(say("line {line}", line=place.line))
    return joined(parts, ", ")


def location(value: Location) -> LocationJson:
    """Returns a place as JSON: in words, and what it consists of."""
    return {
        "text": in_words(value),
        "item": value.item,
        "heading": value.heading,
        "paragraph": "" if value.is_counted else value.paragraph,
        "table": value.table or None,
        "row": value.row or None,
        "column": value.column or None,
        "page": value.page or None,
        "line": value.line or None,
    }


def _item(labels: list[str]) -> Wording:
    number, letter, deeper = (*labels, "", "")[:3]
    if deeper:
        return say("item {number} ({letter}) ({deeper})", number=number, letter=letter, deeper=deeper)
    return say("item {number} ({letter})", number=number, letter=letter) if letter else say("item {n}", n=number)


def _paragraph(labels: list[str], *, is_counted: bool) -> Wording:
    number, letter, deeper = (*labels, "", "")[:3]
    if is_counted:
        return say("paragraph {n}", n=number)
    if not number.isdigit():
        return say("({letter})", letter=number)
    if deeper:
        return say("paragraph {number} ({letter}) ({deeper})", number=number, letter=letter, deeper=deeper)
    if letter:
        return say("paragraph {number} ({letter})", number=number, letter=letter)
    return say("paragraph {n}", n=number)


def _short(text: str) -> str:
    if len(text) <= _LONGEST_HEADING:
        return text
    start = text[:_LONGEST_HEADING]
    words, space, _ = start.rpartition(" ")
    # Where words are not parted by spaces, any letter may be the last.
    return f"{words if space else start[:-1]}…"
