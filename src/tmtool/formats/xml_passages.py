"""Edits the segments of a bilingual file in XML, with the place of each character: codes and all else stay as they are.

The content of codes is no text, that of ``g``, ``pc``, ``mrk`` and ``hi`` is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tmtool.formats.encoding import read_bytes
from tmtool.formats.inline import TRANSPARENT
from tmtool.formats.passages import Edit, Passage, Places, composed, place_of
from tmtool.formats.xml_reading import elements
from tmtool.formats.xml_tokens import Tag, Text, Xml
from tmtool.model import Span
from tmtool.text import composition

Begins = Callable[[Tag, Sequence[Tag]], bool]
"""Whether a segment begins with this start tag, inside these open elements, the outermost first."""


@dataclass(frozen=True, slots=True)
class XmlFile:
    """An `XmlFile` is a bilingual file in XML."""

    passages: Sequence[Passage]
    xml: Xml

    @property
    def text(self) -> str:
        """Returns the characters of the file."""
        return self.xml.text

    def edits(self, passage: Passage, span: Span, text: str) -> tuple[Edit, ...] | None:
        """Returns one edit, or None where a code is inside the span."""
        place = place_of(passage, span)
        return None if place is None else (Edit(place, self.xml.escaped(text)),)

    def content(self, edits: Iterable[Edit]) -> bytes:
        """Returns the bytes of the file after the edits."""
        return self.xml.content(edits)


def accepted(path: Path, units: Sequence[str]) -> Xml:
    """Reads a document, which a parser has to accept before its tags are taken as they are written.

    `units` are the names of elements that are forgotten as soon as they are parsed. Raises InputError for a file that
    cannot be read or is not well-formed.
    """
    for _ in elements(path, units, ("end",)):
        pass
    return Xml.of(read_bytes(path))


def read_segments(path: Path, begins: Begins, *, units: Sequence[str]) -> XmlFile:
    """Returns the segments that begin where `begins` says; `units` are the names of the elements that hold them.

    Raises InputError for a file that cannot be read or is not well-formed.
    """
    xml = accepted(path, units)
    return XmlFile(tuple(_passages(xml, begins)), xml)


@dataclass(slots=True)
class _Open:
    """An `_Open` is a passage whose end is still to come, and how many elements are open around it."""

    depth: int
    texts: list[Text] = field(default_factory=list)


def _passages(xml: Xml, begins: Begins) -> Iterator[Passage]:
    parents: list[Tag] = []
    begun: list[_Open] = []
    for token in xml.tokens():
        if isinstance(token, Text):
            for one in begun:
                if all(tag.name in TRANSPARENT for tag in parents[one.depth :]):
                    one.texts.append(token)
            continue
        if token.opens:
            if begins(token, parents):
                begun.append(_Open(len(parents) + 1))
            parents.append(token)
        if token.closes:
            if begun and begun[-1].depth == len(parents):
                yield _passage(xml.text, begun.pop().texts)
            parents.pop()


def _passage(document: str, texts: Sequence[Text]) -> Passage:
    written = "".join(text.of(document) for text in texts)
    return Passage(composition.composed(written), partial(_places, document, texts))


def _places(document: str, texts: Sequence[Text]) -> Places:
    spread = [(one, place) for text in texts for found, place in text.characters(document) for one in found]
    return composed("".join(one for one, _ in spread), [place for _, place in spread])
