"""Defines the shape of a place in a document."""

from typing import TypedDict


class LocationJson(TypedDict):
    """A `LocationJson` says where a segment is for a reader, in words and by its parts; what is not known is "" or
    null."""

    text: str
    item: str
    heading: str
    paragraph: str
    table: int | None
    row: int | None
    column: int | None
    page: int | None
    line: int | None
