"""The translations in a TMX or XLIFF file, with the place of each character: codes and all else stay as they are.

The texts are those of `tmx` and `xliff`: what stands in codes is none, what stands in ``g``, ``pc``, ``mrk``
and ``hi`` is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tmtool.formats.encoding import read_bytes
from tmtool.formats.inline import TRANSPARENT
from tmtool.formats.passages import Edit, Passage, Places, composed, place_of
from tmtool.formats.xml_tokens import Tag, Text, Xml
from tmtool.languages.tags import canonical, primary
from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class XmlFile:
    """A bilingual file in XML."""

    passages: Sequence[Passage]
    xml: Xml

    @property
    def text(self) -> str:
        """The characters of the file."""
        return self.xml.text

    def edits(self, passage: Passage, span: Span, text: str) -> tuple[Edit, ...] | None:
        """One edit; None where a code stands inside the span."""
        place = place_of(passage, span)
        return None if place is None else (Edit(place, self.xml.escaped(text)),)

    def content(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the file after the edits."""
        return self.xml.content(edits)


def read_tmx(path: Path, *, target_language: str) -> XmlFile:
    """The segments of the variants in the target language. Raises InputError."""
    xml = Xml.of(read_bytes(path))
    return XmlFile(tuple(_passages(xml, _Tmx(primary(target_language)))), xml)


def read_xliff(path: Path, *, target_language: str) -> XmlFile:
    """The targets, and the segments marked in them; those of alternative translations are none. Raises InputError."""
    xml = Xml.of(read_bytes(path))
    return XmlFile(tuple(_passages(xml, _Xliff())), xml)


@dataclass(slots=True)
class _Tmx:
    """A segment of a TMX: the ``seg`` of a ``tuv`` in the language."""

    language: str

    def begins(self, tag: Tag, parents: Sequence[Tag]) -> bool:
        if tag.name != "seg" or not parents or parents[-1].name != "tuv":
            return False
        return primary(canonical(parents[-1].value("lang") or "")) == self.language


@dataclass(slots=True)
class _Xliff:
    """A segment of an XLIFF: the ``target`` of a unit or segment, or a ``mrk`` of type seg in it."""

    def begins(self, tag: Tag, parents: Sequence[Tag]) -> bool:
        if tag.name == "target":
            return bool(parents) and parents[-1].name in ("trans-unit", "segment")
        return tag.name == "mrk" and tag.value("mtype") == "seg" and any(self._holds(parents))

    def _holds(self, parents: Sequence[Tag]) -> Iterator[bool]:
        for place, parent in enumerate(parents):
            yield parent.name == "target" and self.begins(parent, parents[:place])


@dataclass(slots=True)
class _Open:
    """A passage whose end is still to come, and how many elements are open around it."""

    depth: int
    texts: list[Text] = field(default_factory=list)


def _passages(xml: Xml, kind: _Tmx | _Xliff) -> Iterator[Passage]:
    parents: list[Tag] = []
    begun: list[_Open] = []
    for token in xml.tokens():
        if isinstance(token, Text):
            for one in begun:
                if all(tag.name in TRANSPARENT for tag in parents[one.depth :]):
                    one.texts.append(token)
            continue
        if token.opens:
            if kind.begins(token, parents):
                begun.append(_Open(len(parents) + 1))
            parents.append(token)
        if token.closes:
            if begun and begun[-1].depth == len(parents):
                yield _passage(xml.text, begun.pop().texts)
            parents.pop()


def _passage(document: str, texts: Sequence[Text]) -> Passage:
    written = "".join(text.of(document) for text in texts)
    return Passage(unicodedata.normalize("NFC", written), partial(_places, document, texts))


def _places(document: str, texts: Sequence[Text]) -> Places:
    spread = [(one, place) for text in texts for found, place in text.characters(document) for one in found]
    return composed("".join(one for one, _ in spread), [place for _, place in spread])
