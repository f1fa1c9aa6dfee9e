"""Says what of a segment is text, and how its inline codes are kept.

TMX 1.4b, section 3.2, and XLIFF: the text of a segment is its own and that inside ``hi`` (TMX), ``g``,
``pc`` and ``mrk`` (XLIFF); the content of ``bpt``, ``ept``, ``it``, ``ph``, ``ut`` is native code,
and ``sub`` is another text inside such a code. The codes are kept as the inner XML of the segment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from tmtool.formats.xml_reading import attributes_of, local_name

TRANSPARENT = frozenset({"hi", "g", "pc", "mrk"})
"""The elements of a segment whose content is text."""
_ANNOTATIONS = frozenset({"hi", "mrk"})
_TAG = re.compile(r"<[^<>]*>")
_PREFIX = re.compile(r"[\s</]([A-Za-z_][A-Za-z0-9_.-]*):")
_TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)


def plain_text(segment: etree._Element) -> str:
    """Returns the text of a segment without codes and without what is inside them."""
    if len(segment) == 0:
        return segment.text or ""
    parts: list[str] = []
    _collect(segment, parts)
    return "".join(parts)


def _collect(element: etree._Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        name = local_name(child)
        if name in TRANSPARENT:
            _collect(child, parts)
        elif name == "cp":
            parts.append(_code_point(child.get("hex", "")))
        elif not name:
            raise UnknownEntityError(child.text or "")
        parts.append(child.tail or "")


class UnknownEntityError(Exception):
    """An `UnknownEntityError` says that a segment holds a reference to an entity that nothing declares."""


def _code_point(digits: str) -> str:
    """Returns the character that XLIFF 2 writes as ``<cp hex="001A"/>`` where XML forbids it; no text needs them."""
    try:
        character = chr(int(digits, 16))
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() or character in "\t\n" else ""


def inner_xml(segment: etree._Element) -> str:
    """Returns the content of a segment as XML, with prefixes but without namespace declarations; "" for text alone."""
    if len(segment) == 0:
        return ""
    parts: list[str] = []
    _write_content(segment, parts)
    return "".join(parts)


def _write_content(element: etree._Element, parts: list[str]) -> None:
    parts.append((element.text or "").translate(_TEXT_ESCAPES))
    for child in element:
        if local_name(child):
            _write_element(child, parts)
        parts.append((child.tail or "").translate(_TEXT_ESCAPES))


def _write_element(element: etree._Element, parts: list[str]) -> None:
    name = local_name(element)
    parts.append(f"<{name}")
    for attribute, value in attributes_of(element).items():
        parts.append(f' {attribute_name(element, attribute)}="{value.translate(_ATTRIBUTE_ESCAPES)}"')
    if len(element) == 0 and not element.text:
        parts.append("/>")
        return
    parts.append(">")
    _write_content(element, parts)
    parts.append(f"</{name}>")


def attribute_name(element: etree._Element, attribute: str) -> str:
    """Returns the name of an attribute as the file writes it: prefix and local name."""
    if not attribute.startswith("{"):
        return attribute
    namespace, _, name = attribute[1:].partition("}")
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return f"xml:{name}"
    prefix = next((prefix for prefix, known in element.nsmap.items() if known == namespace and prefix), "")
    return f"{prefix}:{name}" if prefix else name


def parsed(markup: str, namespaces: Mapping[str, str]) -> etree._Element | None:
    """Returns an element with the content that `inner_xml` gave, None for what is no XML.

    A prefix that is not among the namespaces gets one of its own, only so that the parser accepts it.
    """
    prefixes = sorted(set(_PREFIX.findall("".join(_TAG.findall(markup)))) - {"xml", "xmlns"})
    declarations = "".join(f' xmlns:{prefix}="{namespaces.get(prefix, f"urn:{prefix}")}"' for prefix in prefixes)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(f"<seg{declarations}>{markup}</seg>", parser)
    except etree.XMLSyntaxError:
        return None


def append_text(element: etree._Element, text: str | None) -> None:
    """Adds text at the end of what an element holds so far."""
    if not text:
        return
    last = next(element.iterchildren(reversed=True), None)  # len(element) would count thousands of codes for each text
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def code_offsets(markup: str) -> list[int] | None:
    """Returns the offset in the text of each place where codes begin or end something, None for what is no XML.

    An element around text (``g``) counts as the two codes that it is elsewhere.
    """
    content = parsed(markup, {})
    if content is None:
        return None
    offsets: list[int] = []
    _add_offsets(content, 0, offsets)
    return offsets


def _add_offsets(element: etree._Element, offset: int, offsets: list[int]) -> int:
    offset += len(element.text or "")
    for child in element:
        name = local_name(child)
        if name == "cp":
            offset += len(_code_point(child.get("hex", "")))
        elif name:
            offsets.append(offset)
            if name in TRANSPARENT:
                offset = _add_offsets(child, offset, offsets)
                if name not in _ANNOTATIONS:
                    offsets.append(offset)
        offset += len(child.tail or "")
    return offset
