"""Finds elements of an XML document with their places in it, so that some can be changed and all else kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tmtool.formats.passages import Edit, edited
from tmtool.formats.xml_tokens import ATTRIBUTE, Tag, Text, Xml
from tmtool.model import Span


@dataclass(slots=True)
class Node:
    """A `Node` is an element: its first tag, the place of its content (None of one that is a single tag), where it
    ends, the elements directly in it, and the tags and texts of its content."""

    tag: Tag
    inner: Span | None = None
    end: int = 0
    children: list[Node] = field(default_factory=list)
    tokens: list[Tag | Text] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Returns the local name."""
        return self.tag.name

    def child(self, name: str) -> Node | None:
        """Returns the first child of that name."""
        return next((one for one in self.children if one.name == name), None)

    def all(self) -> Iterator[Node]:
        """Yields the element and all elements in it, in their order."""
        yield self
        for one in self.children:
            yield from one.all()


def nodes(xml: Xml, names: Sequence[str]) -> Iterator[tuple[Node, tuple[Tag, ...]]]:
    """Yields each element of one of these names, with all in it, and the tags of those around it, the outermost first.

    Elements of these names inside others of them come with these only.
    """
    around: list[Tag] = []
    open_: list[Node] = []
    for token in xml.tokens():
        for one in open_:
            one.tokens.append(token)
        if isinstance(token, Text):
            continue
        if token.opens and (open_ or token.name in names):
            node = Node(token)
            if open_:
                open_[-1].children.append(node)
            open_.append(node)
        elif token.opens:
            around.append(token)
        if token.closes and open_:
            done = open_.pop()
            done.end = token.place.end
            if not token.opens:
                done.tokens.pop()
                done.inner = Span(done.tag.place.end, token.place.start)
            if not open_:
                yield done, tuple(around)
        elif token.closes:
            around.pop()


def qualified(xml: Xml, tag: Tag, name: str) -> str:
    """Returns another local name with the prefix that a tag is written with."""
    written = xml.text[tag.place.start + 1 : tag.place.end].lstrip("/")
    prefix, colon, _ = re.split(r"[\s/>]", written, maxsplit=1)[0].rpartition(":")
    return f"{prefix}{colon}{name}"


def with_content(xml: Xml, node: Node, content: str, attributes: Iterable[tuple[str, str | None]] = ()) -> list[Edit]:
    """Returns the edits that give an element this content, which is XML, and these attributes."""
    values = list(attributes)
    if node.inner is not None:
        return [*with_attributes(xml, node.tag, values), Edit(node.inner, content)]
    place = node.tag.place
    inside = Xml(place.of(xml.text), b"", xml.codec)
    tag = Tag(Span(0, len(inside.text)), node.name, node.tag.attributes, opens=True, closes=True)
    opening = edited(inside.text, with_attributes(inside, tag, values)).removesuffix("/>").rstrip()
    return [Edit(place, f"{opening}>{content}</{qualified(xml, node.tag, node.name)}>")]


def with_attributes(xml: Xml, tag: Tag, values: Iterable[tuple[str, str | None]]) -> Iterator[Edit]:
    """Yields the edits that give a start tag these attributes, by the names as they are written; None takes one away.

    One that is there is changed in its place, another is added after the last.
    """
    written = tag.place.of(xml.text)
    end = tag.place.end - (2 if written.endswith("/>") else 1)
    while xml.text[end - 1].isspace():
        end -= 1
    there = {found[1]: found for found in ATTRIBUTE.finditer(xml.text, tag.place.start, tag.place.end)}
    for name, value in values:
        found = there.get(name)
        if value is None:
            if found is not None:
                start = found.start()
                while xml.text[start - 1].isspace():
                    start -= 1
                yield Edit(Span(start, found.end()), "")
        elif found is None:
            yield Edit(Span(end, end), f' {name}="{_attribute(xml, value)}"')
        elif found[2][1:-1] != value:
            yield Edit(Span(found.start(2) + 1, found.end(2) - 1), _attribute(xml, value))


def _attribute(xml: Xml, value: str) -> str:
    return xml.escaped(value).replace('"', "&quot;").replace("'", "&#39;")
