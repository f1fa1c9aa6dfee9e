"""Knows the names that matter in a TBX file, and how the rest is named in `Concept.properties`.

A category has one name, whether the file writes it in DCA style (``<termNote type="termType">``) or in DCT style
(``<basic:termType>``): ISO 30042:2019. The name of a property says where the category is: ``admin/source``
at the concept, ``fr/descrip/definition`` at the French section, ``fr.2/termNote/termType`` at its second term. What
is more than a text (a group, an attribute) is kept as XML under the name of its outermost element.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from lxml import etree

from tmtool.formats.xml_reading import local_name

MODULES = {
    "min": "http://www.tbxinfo.net/ns/min",
    "basic": "http://www.tbxinfo.net/ns/basic",
    "ling": "http://www.tbxinfo.net/ns/linguist",
}
"""The modules of DCT style and their namespaces."""
NAMESPACE = "urn:iso:std:iso:30042:ed-2"
"""Of TBX version 3."""
XML = "http://www.w3.org/XML/1998/namespace"
XML_LANG = f"{{{XML}}}lang"
XML_SPACE = f"{{{XML}}}space"

ENTRIES = ("conceptEntry", "termEntry")
LANGUAGES = frozenset({"langSec", "langSet"})
TERMS = frozenset({"termSec", "tig", "ntig"})
GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp", "transacGrp", "noteGrp"})

ID = "x-id"
PART_OF_SPEECH = "x-part-of-speech"
GENDER = "x-gender"
NUMBER = "x-number"
REPLACED_BY = "x-replaced-by"
NOT_WITH = "x-not-with"
TYPE = "x-type"
CONTRAST_ID = "x-contrast"
DATE = "x-date"
NOTE = "x-note"
TEXT = "x-text:"
"""What only tmtool says, since the standard's values cannot: categories of ``admin``, or the beginning of a note."""
PROPERTY = "x-property:"
"""Before the name of a property that comes from another format."""
MARKUP = "markup:"
"""Before the name of the place of a field that is more than its text in the file: with markup in it, an attribute or a
group around it. The value is the XML, which is written again for as long as the field says the same."""
CONTRAST = "not to be confused"
"""The text of a ``ref`` of type crossReference that names a contrasting concept."""

_PLAIN = frozenset(
    {
        "descrip",
        "admin",
        "termNote",
        "transac",
        "transacNote",
        "date",
        "xref",
        "ref",
        "term",
        "note",
        "descripNote",
        "adminNote",
    }
    | {"termCompList", "termComp", "termCompGrp", "hi", "foreign", "bpt", "ept", "ph", "sc", "ec", "it", "ut"}
)
_PATH = re.compile(
    r"(?:([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)(?:\.([1-9]\d{0,5}))?/)?"
    r"(descrip|admin|termNote|xref|ref|note|date|descripGrp|adminGrp|termNoteGrp|transacGrp|noteGrp|termCompList|term|@)"
    r"(?:/(.+))?",
    re.DOTALL,
)


def category(element: etree._Element) -> tuple[str, str]:
    """Returns the element and the category that this one is in DCA style; ("descrip", its name) for an unknown one."""
    name = local_name(element)
    if name in _PLAIN or name in GROUPS:
        return name, element.get("type") or ""
    return _categories().get(name, ("descrip", name))


@cache
def _categories() -> dict[str, tuple[str, str]]:
    return {name: (element, meaning) for name, element, meaning, _ in _rows()}


def element_of(element: str, meaning: str) -> str | None:
    """Returns the element that a category is in DCT style, with its namespace in braces, or None where no module has
    it."""
    return _elements().get((element, meaning))


@cache
def _elements() -> dict[tuple[str, str], str]:
    return {(element, meaning): f"{{{MODULES[module]}}}{name}" for name, element, meaning, module in _rows() if module}


def _rows() -> list[list[str]]:
    text = files("tmtool.formats.tbx").joinpath("categories.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


def path(level: str, element: str, meaning: str) -> str:
    """Returns the name of a property: its level ("", "fr", "fr.2"), its element and its category."""
    return "/".join(part for part in (level, element, meaning) if part)


def parse_path(name: str) -> tuple[str, int, str, str] | None:
    """Returns the language ("" at the concept), the number of the term (0 for none), element and category that a
    property name says, or None for a name of another kind."""
    found = _PATH.fullmatch(name)
    if found is None:
        return None
    return found[1] or "", int(found[2] or 0), found[3], found[4] or ""
