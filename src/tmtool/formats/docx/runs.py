"""Writes the runs of a segment of a DOCX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tmtool.formats.docx.codes import CodedText
from tmtool.formats.docx.looks import highlighted
from tmtool.formats.docx.passages import PRESERVE, TextElement
from tmtool.formats.filling import Filling
from tmtool.formats.xml_tokens import Xml
from tmtool.formats.xml_tree import qualified
from tmtool.model import Span


def write_coded(read: CodedText, filling: Filling, writer: RunWriter) -> None:
    """Writes a translation with its codes."""

    def content(outer: int, span: Span, look: str) -> None:
        """Writes what is directly inside a code, and in that what is inside others."""
        inside = [index for index, part in enumerate(read.parts) if part.code.inside == outer]
        position = span.start
        for index in sorted(inside, key=lambda one: (filling.places[one].start, filling.places[one].end)):
            part, place = read.parts[index], filling.places[index]
            writer.add(filling.text[position : place.start], look)
            if part.kind == "look":
                content(index, place, part.opening)
            elif part.kind == "link":
                writer.open(part.opening)
                content(index, place, look)
                writer.open(part.closing)
            elif part.kind == "inside":
                writer.put(part.opening, part.look)
            elif part.kind == "alone":
                writer.put_alone(part.opening, part.look)
            else:
                writer.open(part.opening)
            position = place.end
        writer.add(filling.text[position : span.end], look)

    content(-1, Span(0, len(filling.text)), read.look)


@dataclass(frozen=True, slots=True)
class RunNames:
    """A `RunNames` says how the elements of a run are called in this part, with its prefix."""

    run: str
    text: str
    properties: str

    def between_runs(self, look: str | None) -> str:
        """Returns what ends the text element and the run of a look, nothing for what is between runs already."""
        return "" if look is None else f"</{self.text}></{self.run}>"

    def in_run(self, look: str | None) -> str:
        """Returns what begins a run of a look and a text element in it."""
        return "" if look is None else f"<{self.run}>{look}<{self.text}{PRESERVE}>"

    @classmethod
    def of(cls, xml: Xml, owner: TextElement) -> RunNames:
        """Returns the names that the elements around a text element have."""
        return cls(*(qualified(xml, owner.tag, local) for local in ("r", "t", "rPr")))


class RunWriter:
    """A `RunWriter` writes runs, beginning and ending in a text element or, with None for a look, between runs."""

    def __init__(self, xml: Xml, names: RunNames, look: str | None, highlight: str) -> None:
        self._xml, self._names, self._highlight = xml, names, highlight
        self._look = look
        self._written: list[str] = []
        self._empty = re.compile(
            rf"<{names.run}>(?:(?:(?!</{names.properties}>).)*</{names.properties}>)?"
            rf"<{names.text}{PRESERVE}></{names.text}></{names.run}>",
            re.DOTALL,
        )

    def add(self, text: str, look: str) -> None:
        """Writes text in a look."""
        self.add_xml(self._xml.escaped(text), look)

    def add_xml(self, text: str, look: str) -> None:
        """Writes text in a look, given as XML."""
        if text:
            self._turn_to(highlighted(look, self._highlight, self._names.properties))
            self._written.append(text)

    def put(self, element: str, look: str) -> None:
        """Writes an element inside a run of that look."""
        self._turn_to(look)
        self._written.append(f"</{self._names.text}>{element}<{self._names.text}{PRESERVE}>")

    def put_alone(self, element: str, look: str) -> None:
        """Writes an element in a run of that look which has nothing else: LibreOffice shows no number for the mark of a
        note that has text beside it."""
        self._turn_to(None)
        self._written.append(f"<{self._names.run}>{look}{element}</{self._names.run}>")

    def open(self, tag: str) -> None:
        """Writes a tag or an element between runs."""
        self._turn_to(None)
        self._written.append(tag)

    def done(self, look: str | None) -> str:
        """Returns all that was written, ending in a run of that look, or in none."""
        self._turn_to(look)
        return self._empty.sub("", "".join(self._written))

    def _turn_to(self, look: str | None) -> None:
        if look != self._look:
            self._written += self._names.between_runs(self._look), self._names.in_run(look)
            self._look = look
