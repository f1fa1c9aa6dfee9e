"""Reads the header of a TMX file, so that a file that is written from another one says the same of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tmtool.formats.tmx import names
from tmtool.formats.xml_reading import attributes_of, elements, local_name

_KEPT = ("segtype", "o-tmf", "adminlang", "srclang", "datatype", "creationdate", "creationid", "changedate", "changeid")


@dataclass(frozen=True, slots=True)
class Header:
    """A `Header` is what a file says of itself: `attributes` under the names of the standard, `properties` and `notes`
    under those of `tmtool.formats.tmx.names`, in their order."""

    attributes: Mapping[str, str]
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    others: int = 0
    """How many other elements there were (``ude``, encodings of one's own), which XML 1.0 has no use for."""


def read_header(path: Path) -> Header:
    """Returns the header of a file, an empty one if there is none. Raises InputError as `elements` does."""
    for _, element in elements(path, ("header", "tu"), ("end",)):
        return header_of(element) if local_name(element) == "header" else Header({})
    return Header({})


def header_of(element: etree._Element) -> Header:
    """Returns what a header element says."""
    properties, notes, others = [], [], 0
    for child in element:
        match local_name(child):
            case "prop":
                properties.append((names.said_in(child.get("type", ""), child), child.text or ""))
            case "note":
                notes.append((names.said_in(names.NOTE, child), child.text or ""))
            case _:
                others += 1
    attributes = {name: value for name, value in attributes_of(element).items() if name in _KEPT and value}
    return Header(attributes, tuple(properties), tuple(notes), others)
