"""Reads the header of a TMX file, so that a file that is written from another one says the same of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tmtool.formats.tmx import names
from tmtool.formats.xml_reading import attributes_of, elements, local_name
from tmtool.model.wording import say

_KEPT = ("segtype", "o-tmf", "adminlang", "srclang", "datatype", "creationdate", "creationid", "changedate", "changeid")
_OF_THE_WRITER = ("creationtool", "creationtoolversion", "o-encoding")
"""What each program says of itself and of the file that it writes."""


@dataclass(frozen=True, slots=True)
class Header:
    """A `Header` is what a file says of itself: `attributes` under the names of the standard, `properties` and `notes`
    under those of `tmtool.formats.tmx.names`, in their order."""

    attributes: Mapping[str, str]
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()
    """The names of what else there was: elements (``ude``, encodings of one's own) that XML 1.0 has no use for, and
    attributes that the standard has not."""

    def beyond_entries(self) -> Mapping[str, int]:
        """Returns what a memory has no place for: what tmtool does not write by itself and no unit says."""
        count = len(self.properties) + len(self.notes)
        return {
            **({say("properties and notes"): count} if count else {}),
            **{
                f"{name}={value[:40]}": 1
                for name, value in self.attributes.items()
                if name not in names.OF_UNITS and names.USUAL_HEADER.get(name) != value
            },
            **Counter(self.others),
        }


def read_header(path: Path) -> Header:
    """Returns the header of a file, an empty one if there is none. Raises InputError as `elements` does."""
    for _, element in elements(path, ("header", "tu"), ("end",)):
        return header_of(element) if local_name(element) == "header" else Header({})
    return Header({})


def header_of(element: etree._Element) -> Header:
    """Returns what a header element says."""
    given = {name: value for name, value in attributes_of(element).items() if value}
    properties, notes = [], []
    others = [name for name in given if name not in _KEPT + _OF_THE_WRITER]
    for child in element:
        match local_name(child):
            case "prop":
                properties.append((names.said_in(child.get("type", ""), child), child.text or ""))
            case "note":
                notes.append((names.said_in(names.NOTE, child), child.text or ""))
            case other if other:
                others.append(other)
    attributes = {name: value for name, value in given.items() if name in _KEPT}
    return Header(attributes, tuple(properties), tuple(notes), tuple(others))
