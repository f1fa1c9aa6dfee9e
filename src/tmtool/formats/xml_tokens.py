"""Reads the tags and texts of an XML document as they are in the file, so that all else can be kept byte for byte.

XML 1.0, sections 2.4 to 2.8 and 4.3.3. For documents that a parser has accepted: nothing is checked here. What the
parser does to text (line ends made LF, references resolved) is done here too, with the place of each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from tmtool.formats.passages import Edit, edited
from tmtool.model import Span

_TOKEN = re.compile(
    r"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>
    |<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*(?:\[.*?\]\s*)?>
    |<(?P<close>/?)(?:[^\s<>/:]+:)?(?P<name>[^\s<>/]+)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>
    |(?P<text>[^<]+)""",
    re.DOTALL | re.VERBOSE,
)
_REFERENCE = re.compile(r"&[^;&<\s]+;")
_CHARACTER = re.compile(rf"{_REFERENCE.pattern}|\r\n|.", re.DOTALL)
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", re.DOTALL)
ATTRIBUTE = re.compile(r"([^\s=/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A `Tag` is a start tag (`opens`), an end tag (`closes`), or both in one, by the local name of its element."""

    place: Span
    name: str
    attributes: str
    opens: bool
    closes: bool

    def value(self, name: str) -> str | None:
        """Returns an attribute by its local name."""
        for found in ATTRIBUTE.finditer(self.attributes):
            if found[1].rpartition(":")[2] == name:
                return unescape(found[2][1:-1])
        return None


@dataclass(frozen=True, slots=True)
class Text:
    """A `Text` holds the characters between two tags. References are resolved unless it comes from a CDATA section."""

    place: Span
    literal: bool

    def of(self, document: str) -> str:
        """Returns the text."""
        written = self.place.of(document).replace("\r\n", "\n").replace("\r", "\n")
        return written if self.literal else _REFERENCE.sub(lambda found: unescape(found[0]), written)

    def characters(self, document: str) -> Iterator[tuple[str, Span]]:
        """Yields each character with its place in the document."""
        for found in _CHARACTER.finditer(document, self.place.start, self.place.end):
            written = found[0]
            if written in ("\r\n", "\r"):
                yield "\n", Span(*found.span())
            elif len(written) > 1 and self.literal:
                for place in range(*found.span()):
                    yield document[place], Span(place, place + 1)
            else:
                yield unescape(written) if len(written) > 1 else written, Span(*found.span())


@dataclass(frozen=True, slots=True)
class Xml:
    """An `Xml` is a document of XML as characters, with what is needed to write it again."""

    text: str
    mark: bytes
    codec: str

    @classmethod
    def of(cls, data: bytes) -> Xml:
        """Returns the characters of a document that a parser has accepted."""
        for mark, codec in _MARKS:
            if data.startswith(mark):
                return cls(data[len(mark) :].decode(codec), mark, codec)
        if data.startswith((b"<\0", b"\0<")):
            codec = "utf-16-le" if data[1] == 0 else "utf-16-be"
            return cls(data.decode(codec), b"", codec)
        declared = _DECLARED.match(data)
        codec = declared[1].decode("ascii") if declared else "utf-8"
        return cls(data.decode(codec), b"", codec)

    def tokens(self) -> Iterator[Tag | Text]:
        """Yields the tags and texts in the order of the document; comments and processing instructions are neither."""
        return self.tokens_between(0, len(self.text))

    def tokens_between(self, start: int, end: int) -> Iterator[Tag | Text]:
        """Yields those between two places, each of which is in a text or between two tags."""
        for found in _TOKEN.finditer(self.text, start, end):
            if found["name"]:
                opens = not found["close"]
                place = Span(*found.span())
                yield Tag(place, found["name"], found["attributes"], opens, not opens or bool(found["empty"]))
            elif found["text"] is not None:
                yield Text(Span(*found.span("text")), literal=False)
            elif found["cdata"] is not None:
                yield Text(Span(*found.span("cdata")), literal=True)

    def elements(self) -> Iterator[tuple[Tag, Span]]:
        """Yields the elements in the order of their ends, what is in another before it: its first tag and its whole
        place."""
        open_: list[Tag] = []
        for token in self.tokens():
            if isinstance(token, Text):
                continue
            if token.opens:
                open_.append(token)
            if token.closes:
                begun = open_.pop()
                yield begun, Span(begun.place.start, token.place.end)

    def escaped(self, text: str) -> str:
        """Returns a text as character data; what the encoding cannot hold becomes a reference."""
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return plain.encode(self.codec, "xmlcharrefreplace").decode(self.codec)

    def content(self, edits: Iterable[Edit]) -> bytes:
        """Returns the bytes of the document after the edits."""
        return self.mark + edited(self.text, edits).encode(self.codec)
