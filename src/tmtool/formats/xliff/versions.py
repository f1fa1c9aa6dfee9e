"""Which version of XLIFF is a file in? Only 1.x and 2.x are known: what another one means by its elements is not."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.xml_reading import elements, line_of, namespace_of
from tmtool.model.wording import say

VERSION_2 = "2."
_KNOWN = ("1.", VERSION_2)
_REMEDY = say("export it as XLIFF 1.2 or 2.1")


def version_of(path: Path) -> str:
    """Returns the version that a file says it is in. Raises InputError for one that is neither 1.x nor 2.x."""
    for _, element in elements(path, ("xliff",), ("start",)):
        return checked_version(element, path)
    raise InputError(say("there is no <xliff> in it"), _REMEDY, path=path)


def disagreeing(root: etree._Element, version: str) -> bool:
    """Tells whether the root element is in the namespace of another version than it says: 1.x or 2.x."""
    number = namespace_of(root).rpartition(":")[2]
    return number.startswith(_KNOWN) and number[:2] != version[:2]


def checked_version(root: etree._Element, path: Path) -> str:
    """Returns the version of the root element, of one that says none by its namespace. Raises InputError as
    `version_of` does."""
    version = (root.get("version") or namespace_of(root).rpartition(":")[2]).strip()
    if not version.startswith(_KNOWN):
        problem = say("is XLIFF {version!r}, which is neither 1.x nor 2.x", version=version[:20])
        raise InputError(problem, _REMEDY, path=path, line=line_of(root))
    return version
