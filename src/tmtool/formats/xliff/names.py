"""Knows by which names an XLIFF file says what the standard has no attribute for: notes, contexts, namespaces of tools.

XLIFF 1.2 has one place for anything else that is valid by its strict schema: ``context``, whose type may begin with
``x-``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import quote, unquote

from tmtool.formats.xliff.validating import STRUCTURE_1, STRUCTURE_2

NOTE = "/note"
"""The name of each note of a unit that has several, or one with attributes, which come after it."""
CONTEXT = "context:"
"""What is before the type of a ``context`` in the name of a property."""
DATA = "originalData:"
"""What is before the id of a piece of native code of XLIFF 2.x in the name of a property."""
METADATA = "metadata:"
"""What is before category, stroke and type of metadata of XLIFF 2.x in the name of a property."""
_OWN = "x-tmtool-"
_UNSAFE = re.compile(r"[\s%]+")


@cache
def namespaces() -> Mapping[str, str]:
    """Returns the namespaces of known tools and modules by their usual prefix."""
    text = files(__package__).joinpath("namespaces.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {row[0]: row[1] for row in rows}


@cache
def modules() -> Mapping[str, str]:
    """Returns those of `namespaces` that are modules of XLIFF 2.1, whose attributes a unit may have."""
    return {prefix: name for prefix, name in namespaces().items() if name.startswith("urn:oasis:names:tc:xliff:")}


@cache
def _note_attributes() -> tuple[str, ...]:
    """Returns the attributes that a note may have in 1.2 or 2.x."""
    return tuple(sorted({*STRUCTURE_1.rules()["note"].attributes, *STRUCTURE_2.rules()["note"].attributes}))


@cache
def _note_attribute() -> re.Pattern[str]:
    return re.compile(f"@({'|'.join(map(re.escape, _note_attributes()))})=")


def note_name(attributes: Mapping[str, str]) -> str:
    """Returns the name of a note with these attributes."""
    return NOTE + "".join(f"@{name}={attributes[name]}" for name in _note_attributes() if attributes.get(name))


def note_attributes(name: str) -> dict[str, str] | None:
    """Returns the attributes of the note that has this name, None for what is the name of no note."""
    first, *rest = _note_attribute().split(name)
    return dict(zip(rest[::2], rest[1::2], strict=True)) if first == NOTE else None


def context_of(kind: str, name: str = "") -> str:
    """Returns the type of the context that holds something that XLIFF has no place for."""
    return f"{_OWN}{kind}" + (f":{_UNSAFE.sub(lambda found: quote(found[0]), name)}" if name else "")


def told_in(context_type: str) -> tuple[str, str] | None:
    """Returns what `context_of` was given for this type, None for a type that is not tmtool's."""
    if not context_type.startswith(_OWN):
        return None
    kind, _, name = context_type.removeprefix(_OWN).partition(":")
    return kind, unquote(name)
