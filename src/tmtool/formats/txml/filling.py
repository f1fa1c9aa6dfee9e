"""Fills the targets of a TXML file; every byte but targets, scores and marks of change stays.

Wordfast Pro shows by the ``score`` of a target how sure it is: 100 is what the memory has, less is to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.coded_text import CodedText, Markup, coded_text
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.kept import content_around
from tmtool.formats.passages import Edit
from tmtool.formats.txml.reading import MACHINE, TRUE
from tmtool.formats.xml_passages import XmlFile, accepted, read_segments
from tmtool.formats.xml_tokens import Tag, Xml
from tmtool.formats.xml_tree import Node, nodes, qualified, with_attributes, with_content
from tmtool.model import Span
from tmtool.model.wording import say

_MARKUP = Markup(around=lambda tag: False)
_MOST_TO_REVIEW = 99


def read_editable(path: Path, *, target_language: str) -> XmlFile:
    """Returns the targets. Raises InputError for a file that cannot be read."""
    return read_segments(
        path,
        lambda tag, around: tag.name == "target" and bool(around) and around[-1].name == "segment",
        units=("segment",),
    )


def read_fillable(path: Path, *, source_language: str) -> TxmlFile:
    """Returns the segments of a TXML file. Raises InputError for a file that cannot be read or holds none."""
    xml = accepted(path, ("segment",))
    places = [place for segment, around in nodes(xml, ("segment",)) for place in _places(xml, segment, around)]
    if not places:
        raise InputError(say("holds no segments"), say("give the file that was meant"), path=path)
    return TxmlFile(xml, tuple(places), tuple(place.slot for place in places))


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is a segment in the file, with its source, its target if it has one, and the codes of the source."""

    segment: Node
    source: Node
    target: Node | None
    coded: CodedText
    slot: Slot


@dataclass(frozen=True)
class TxmlFile:
    """A `TxmlFile` is a TXML file whose targets can be filled."""

    xml: Xml
    places: Sequence[_Place]
    slots: Sequence[Slot]

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the file with these targets; one that names no target language stays so."""
        edits = [edit for index, one in fillings.items() for edit in _edits(self.xml, self.places[index], one)]
        return content_around(self.xml, edits)


def _places(xml: Xml, segment: Node, around: Sequence[Tag]) -> Iterator[_Place]:
    source, target = segment.child("source"), segment.child("target")
    if source is None:
        return
    coded = coded_text(xml.text, source.tokens, _MARKUP)
    there = "" if target is None else coded_text(xml.text, target.tokens, _MARKUP).text
    locked = any(tag.value("locked") == TRUE for tag in (segment.tag, *around))
    slot = Slot(coded.text, there, locked, tuple(one.code for one in coded.codes))
    yield _Place(segment, source, target, coded, slot)


def _edits(xml: Xml, place: _Place, filling: Filling) -> Iterator[Edit]:
    score = filling.rate if filling.state is State.READY else min(filling.rate, _MOST_TO_REVIEW)
    content = place.coded.around(filling.text, filling.places, xml.escaped)
    own = [(MACHINE, "false")] if place.segment.tag.value(MACHINE) == TRUE else []
    yield from with_attributes(xml, place.segment.tag, [*own, ("modified", TRUE)])
    if place.target is not None:
        yield from with_content(xml, place.target, content, [("score", str(score))])
        return
    # What is between two segments comes before the target.
    before = place.segment.child("ws") or place.source
    name = qualified(xml, place.source.tag, "target")
    end = max(before.end, place.source.end)
    yield Edit(Span(end, end), f'<{name} score="{score}">{content}</{name}>')
