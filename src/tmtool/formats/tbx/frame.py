"""Reads what a TBX file has around its entries: where it comes from, and the persons and sources after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tmtool.formats.tbx import names
from tmtool.formats.term_entries import folded
from tmtool.formats.xml_reading import elements, local_name
from tmtool.formats.xml_writing import legal
from tmtool.model.wording import say

_BACK = {"refObjectList": "refObjectSec", "refObjectSec": "refObjectSec"}
_OLD_BACK = {"refObjectSec": "refObjectList"}
OWN_SOURCE = "Written by tmtool"
"""What tmtool writes where a file does not say where it comes from."""
_DESCRIBED = {"titleStmt": ("title", "note"), "publicationStmt": ("p",), "sourceDesc": ("p",)}

Node = tuple[str, str, str, str, tuple["Node", ...]]
"""An element: its name, type and id, its text, and the elements in it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A `Frame` is the description of a file, part by part with its texts, and what comes after its entries."""

    described: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    back: tuple[Node, ...] = ()

    def beyond_entries(self) -> Mapping[str, int]:
        """Returns what a term base has no place for: what the file says of itself, and how much comes after its
        entries."""
        described: Counter[str] = Counter(
            say("“{text}”", text=text[:40]) for _, texts in self.described for _, text in texts if text != OWN_SOURCE
        )
        count = sum(len(node[4]) or 1 for node in self.back)
        return {**described, **({say("persons and sources"): count} if count else {})}

    def ids(self) -> Iterator[str]:
        """Yields the ids of persons and sources, to which entries may refer."""
        waiting = [*self.back]
        while waiting:
            _, _, identity, _, inside = waiting.pop()
            if identity:
                yield identity
            waiting += inside

    def description(self) -> etree._Element:
        """Returns the ``fileDesc`` of a file that has this frame."""
        made = etree.Element("fileDesc")
        for part, texts in self.described:
            element = etree.SubElement(made, part)
            for name, text in texts:
                etree.SubElement(element, name).text = legal(text)
        return made

    def after(self, version: int, ids: Collection[str]) -> etree._Element | None:
        """Returns the ``back`` of a file whose concepts have these ids, None for nothing."""
        if not self.back:
            return None
        made = etree.Element("back")
        taken = set(ids)
        for node in self.back:
            made.append(_made(node, version, taken))
        return made


def _made(node: Node, version: int, taken: set[str]) -> etree._Element:
    name, kind, identity, text, inside = node
    element = etree.Element(_OLD_BACK.get(name, name) if version == 2 else name)
    if kind:
        element.set("type", legal(kind))
    if identity and identity not in taken:
        taken.add(identity)
        element.set("id", legal(identity))
    element.text = legal(text)
    element.extend(_made(one, version, taken) for one in inside)
    return element


def read_frame(path: Path) -> Frame:
    """Returns the frame of a file. Raises InputError as `elements` does."""
    described: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    back: list[Node] = []
    for _, element in elements(path, ("fileDesc", *names.ENTRIES, "back"), ("end",)):
        name = local_name(element)
        if name == "fileDesc":
            for part in element:
                wanted = _DESCRIBED.get(local_name(part), ())
                texts = tuple((local_name(one), _text(one)) for one in part if local_name(one) in wanted)
                if texts:
                    described.append((local_name(part), texts))
        elif name == "back":
            back += [_node(one) for one in element if local_name(one) in _BACK]
    return Frame(tuple(described), tuple(back))


def _node(element: etree._Element) -> Node:
    name = local_name(element)
    inside = tuple(_node(one) for one in element if local_name(one))
    text = "" if inside else _text(element)
    return _BACK.get(name, name), element.get("type") or "", element.get("id") or "", text, inside


def _text(element: etree._Element) -> str:
    return folded("".join(map(str, element.itertext())))
