"""Makes the inline codes of a segment valid TMX 1.4, whatever vocabulary and habits they come with.

The rules are those of the TMX 1.4 DTD and section 3.2 of the specification: ``bpt`` and ``ept`` come in pairs of
the same ``i`` within a segment, a half without its other one is ``it``. XLIFF 1.2 and 2.x codes become the
TMX code of the same kind. What is valid stays exactly as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tmtool.formats.inline import append_text, parsed
from tmtool.formats.xml_reading import attributes_of, local_name

_ATTRIBUTES = {
    "bpt": frozenset({"i", "x", "type"}),
    "ept": frozenset({"i"}),
    "it": frozenset({"pos", "x", "type"}),
    "ph": frozenset({"x", "assoc", "type"}),
    "hi": frozenset({"x", "type"}),
    "sub": frozenset({"datatype", "type"}),
    "ut": frozenset({"x"}),
}
"""The elements that may be in a segment and their attributes (DTD)."""
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_XLIFF_NAMES = {
    "g": "pair",
    "pc": "pair",
    "bx": "bpt",
    "sc": "bpt",
    "ex": "ept",
    "ec": "ept",
    "x": "ph",
    "mrk": "hi",
    "sm": "",
    "em": "",
    "cp": "",
}
"""What an XLIFF element is in TMX; "" for marks that TMX has no place for. The other names are the same."""


def fill_segment(segment: etree._Element, markup: str, text: str) -> None:
    """Fills an empty ``seg`` from the markup of a variant; from its plain text where the markup cannot be read."""
    content = parsed(markup, {})
    if content is None:
        segment.text = text
        return
    _copy(content, segment, {})
    _pair(segment)


def _copy(source: etree._Element, target: etree._Element, pairs: dict[str, str]) -> None:
    """Appends the content of `source` to `target`; `pairs` numbers the XLIFF pairs of this segment."""
    inside_code = local_name(target) in _CODES
    append_text(target, source.text)
    for child in source:
        name = local_name(child)
        kind = _XLIFF_NAMES.get(name, name)
        if inside_code and kind != "sub":
            append_text(target, "".join(str(part) for part in child.itertext()))
        elif kind == "sub" and not inside_code:
            _copy(child, etree.SubElement(etree.SubElement(target, "ph"), "sub"), pairs)
        elif kind == "pair":
            _copy_pair(child, target, pairs)
        elif kind in _ATTRIBUTES:
            _copy(child, etree.SubElement(target, kind, _attributes(child, kind, pairs)), pairs)
        elif kind:
            code = etree.SubElement(target, "ph")
            code.text = "".join(str(part) for part in child.itertext())
        append_text(target, child.tail)


def _copy_pair(element: etree._Element, target: etree._Element, pairs: dict[str, str]) -> None:
    number = str(len(pairs) + 1)
    pairs[f"pair {number}"] = number
    begin = etree.SubElement(target, "bpt", i=number)
    if _positive(element.get("id")):
        begin.set("x", element.get("id", ""))
    _copy(element, target, pairs)
    etree.SubElement(target, "ept", i=number)


def _attributes(element: etree._Element, kind: str, pairs: dict[str, str]) -> dict[str, str]:
    """Returns the attributes that TMX knows; those of XLIFF under their TMX names."""
    known = {name: value for name, value in attributes_of(element).items() if name in _ATTRIBUTES[kind]}
    identity = element.get("id")
    if kind in ("bpt", "ept") and "i" not in known:
        partner = element.get("rid") or element.get("startRef") or identity
        if partner:
            known["i"] = pairs.setdefault(partner, str(len(pairs) + 1))
    if kind in ("bpt", "it", "ph") and "x" not in known and _positive(identity):
        known["x"] = identity or ""
    if kind == "it":
        known["pos"] = "end" if known.get("pos") in ("end", "close") else "begin"
    if kind == "ph" and known.get("assoc") not in (None, "p", "f", "b"):
        del known["assoc"]
    if kind in ("bpt", "it", "ph") and (known_as := element.get("ctype")):
        known.setdefault("type", known_as)
    if kind == "hi" and element.get("mtype"):
        known.setdefault("type", element.get("mtype", ""))
    return known


def _positive(number: str | None) -> bool:
    return bool(number) and str(number).isascii() and str(number).isdigit() and int(str(number)) > 0


def _pair(segment: etree._Element) -> None:
    """Turns each half of a pair whose other half is not in the segment, or comes before it, into ``it``."""
    opened: dict[str, etree._Element] = {}
    lonely: list[etree._Element] = []
    for code in _pair_halves(segment):
        number = code.get("i", "")
        if code.tag == "bpt":
            if number in opened:
                lonely.append(opened[number])
            opened[number] = code
        elif opened.pop(number, None) is None:
            lonely.append(code)
    for code in (*lonely, *opened.values()):
        kept = {name: value for name, value in attributes_of(code).items() if name in ("x", "type")}
        position = "begin" if code.tag == "bpt" else "end"
        code.tag = "it"
        code.attrib.clear()
        code.set("pos", position)
        for name, value in kept.items():
            code.set(name, value)


def _pair_halves(segment: etree._Element) -> Iterator[etree._Element]:
    for element in segment.iter("bpt", "ept"):
        if isinstance(element.tag, str):
            yield element
