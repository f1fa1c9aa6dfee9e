"""What does an element of a TBX file say beyond its text? It is kept as XML in DCA style, in `Concept.properties`."""

from __future__ import annotations

import re

from lxml import etree

from tmtool.formats.inline import UnknownEntityError
from tmtool.formats.tbx import names


def is_rich(element: etree._Element) -> bool:
    """Tells whether an element says more than its text: with markup in it, or an attribute."""
    return len(element) > 0 or any(key not in ("type", names.XML_SPACE) for key, _ in element.items())


def as_xml(element: etree._Element) -> str:
    """Returns an element in DCA style without namespaces, as text."""
    return etree.tostring(_plain(element), encoding="unicode", with_tail=False)


def _plain(element: etree._Element) -> etree._Element:
    name, meaning = names.category(element)
    plain = etree.Element(name)
    if meaning:
        plain.set("type", meaning)
    for attribute, value in element.items():
        key = str(attribute)
        kept = key if key in (names.XML_LANG, names.XML_SPACE) else key.rpartition("}")[2]
        if kept != "type":
            plain.set(kept, str(value))
    preserved = element.get(names.XML_SPACE) == "preserve"
    plain.text = element.text if preserved else _inner(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            raise UnknownEntityError(child.text or "")
        copy = _plain(child)
        copy.tail = child.tail if preserved else _inner(child.tail)
        plain.append(copy)
    return plain


def _inner(text: str | None) -> str:
    """Returns the text inside XML that is kept: the layout's white space goes, a space between words stays."""
    return re.sub(r"[ \t\r\n]+", " ", text) if text and text.strip() else ""


def parsed(value: str) -> etree._Element | None:
    """Returns the element that an XML text is, or None for anything else."""
    if "<!DOCTYPE" in value:
        return None
    try:
        return etree.fromstring(value, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return None
