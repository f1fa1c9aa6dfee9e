"""What may be where in TBX-Basic, the dialect of TBX 3 that programs exchange? By ``picklists.tsv``."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from lxml import etree

_GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp", "transacGrp"})
_INSIDE = frozenset({"hi", "foreign"})
_HIGHLIGHTS = frozenset({"entailedTerm", "hotkey", "italics", "bold", "superscript", "subscript", "math"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def is_basic(element: str, category: str, level: str, value: str) -> bool:
    """Tells whether TBX-Basic has a category at a level (concept, language, term) with this value."""
    known = categories().get((element, category))
    return known is not None and level in known[0] and (not known[1] or value in known[1])


@cache
def categories() -> dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """Returns for each element and category the levels at which it may be, and its values; none for any."""
    text = files("tmtool.formats.tbx").joinpath("picklists.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {
        (element, category): (frozenset(levels.split()), frozenset(values.split()))
        for element, category, levels, values in rows
    }


def is_basic_element(element: etree._Element, level: str, ids: Collection[str]) -> bool:
    """Tells whether TBX-Basic has an element at a level, with all in it; `ids` are those that it may refer to."""
    name = str(element.tag)
    if any(key not in ("type", "target", _XML_LANG) for key in map(str, element.keys())):
        return False
    target = element.get("target")
    if target is not None and name != "xref" and target not in ids:
        return False
    if name in _GROUPS:
        return len(element) > 0 and all(is_basic_element(child, level, ids) for child in element)
    if not all(child.tag in _INSIDE and _is_highlight(child) for child in element.iterdescendants()):
        return False
    text = "".join(map(str, element.itertext())).strip()
    if name in ("note", "term"):
        return element.get("type") is None
    if name == "date":
        return _DATE.fullmatch(text) is not None
    if name == "xref" and not target:
        return False
    return is_basic(name, element.get("type") or "", level, text)


def _is_highlight(element: etree._Element) -> bool:
    return (element.tag == "foreign" or element.get("type") in (None, *_HIGHLIGHTS)) and set(element.keys()) <= {"type"}
