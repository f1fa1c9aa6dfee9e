"""Makes the elements of TBX, with white space kept where there is some that counts."""

from __future__ import annotations

from lxml import etree

from tmtool.formats.tbx import names
from tmtool.formats.tbx.markup import parsed
from tmtool.formats.term_entries import folded
from tmtool.formats.xml_writing import legal


def new_element(name: str, meaning: str, text: str) -> etree._Element:
    """Returns an element with a text, its type the meaning if there is one."""
    element = etree.Element(name)
    if meaning:
        element.set("type", legal(meaning))
    element.text = legal(text)
    if folded(text) != text:
        element.set(names.XML_SPACE, "preserve")
    return element


def add_element(parent: etree._Element, name: str, meaning: str, text: str) -> etree._Element:
    """Adds an element with a text to the end of another, and returns it."""
    made = new_element(name, meaning, text)
    parent.append(made)
    return made


def element_of(element: str, meaning: str, value: str) -> etree._Element | None:
    """Returns the element of a property: its text, or the XML that its value is, or None if it can be neither."""
    if meaning:
        return None if element in names.GROUPS else new_element(element, meaning, value)
    if element == "note":
        return new_element("note", "", value)
    made = parsed(value)
    return made if made is not None and made.tag == element else None


def modification(date: str) -> etree._Element:
    """Returns the group that says when an entry was last changed."""
    group = etree.Element("transacGrp")
    add_element(group, "transac", "transactionType", "modification")
    add_element(group, "date", "", date)
    return group
