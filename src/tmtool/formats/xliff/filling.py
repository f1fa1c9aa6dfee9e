"""Fills the targets of XLIFF 1.0 to 2.2 and its dialects; every byte but targets, states and comments stays.

A segment of 1.2 is a ``mrk mtype="seg"`` of ``seg-source`` and the one with its ``mid`` in the target, else the whole
unit. What says how far a segment is differs: ``state`` and ``approved`` in 1.2, ``state`` of the segment in 2.x,
``conf`` in ``sdl:seg-defs`` (Trados), ``mq:status`` (memoQ).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.coded_text import CodedText, coded_text
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.kept import content_around
from tmtool.formats.passages import Edit, edited
from tmtool.formats.xliff.codes import MARKUP
from tmtool.formats.xml_passages import accepted
from tmtool.formats.xml_tokens import ATTRIBUTE, Tag, Xml
from tmtool.formats.xml_tree import Node, nodes, qualified, with_attributes, with_content
from tmtool.model import Span
from tmtool.model.wording import say

_UNITS = ("trans-unit", "unit")
_YES = frozenset({"yes", "true", "locked", "1"})
_LOCKS = ("locked", "m:locked", "mq:locked")
_UNTRANSLATED = frozenset({"new", "needs-translation", "initial"})
"""States in which a target that repeats the source is none."""
_STATES_1: dict[State, str | None] = {State.READY: None, State.TO_REVIEW: "needs-review-translation"}
"""The states of 1.2. What is ready is ``approved`` and has none: Lokalize looks at ``approved`` only where there is no
state, and takes no state but ``signed-off`` for ready."""
_STATES_2 = {State.READY: "translated", State.TO_REVIEW: "initial"}
_TRADOS = {State.READY: "Translated", State.TO_REVIEW: "Draft"}


def read_fillable(path: Path, *, source_language: str) -> XliffFile:
    """Returns the segments of an XLIFF file. Raises InputError for a file that cannot be read or is not well-formed."""
    xml = accepted(path, _UNITS)
    root = next(token for token in xml.tokens() if isinstance(token, Tag))
    places = [
        place
        for unit, around in nodes(xml, _UNITS)
        for place in (_places_1 if unit.name == "trans-unit" else _places_2)(xml, unit, around)
    ]
    if not places:
        raise InputError(say("holds no segments"), say("give the file that was meant"), path=path)
    return XliffFile(xml, root, tuple(places), tuple(place.slot for place in places))


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is a segment in the file: `unit` is its ``trans-unit`` or, in 2.x, its ``segment``; `mid` names it in
    the unit.

    `source` and `target` are what holds its text, `target` None where nothing does yet.
    """

    unit: Node
    mid: str
    source: Node
    target: Node | None
    coded: CodedText
    slot: Slot


@dataclass(frozen=True)
class XliffFile:
    """An `XliffFile` is an XLIFF file whose targets can be filled."""

    xml: Xml
    root: Tag
    places: Sequence[_Place]
    slots: Sequence[Slot]

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the file with these targets; a file of 2.x that names no target language gets this one."""
        edits: list[Edit] = []
        if fillings and _is_2(self.root) and self.root.value("trgLang") is None:
            edits += with_attributes(self.xml, self.root, [("trgLang", target_language)])
        by_unit: dict[int, list[tuple[_Place, Filling | None]]] = {}
        for index, place in enumerate(self.places):
            by_unit.setdefault(id(place.unit), []).append((place, fillings.get(index)))
        for segments in by_unit.values():
            if any(filling for _, filling in segments):
                edits += _edits(self.xml, segments, target_language)
        return content_around(self.xml, edits)


def _is_2(root: Tag) -> bool:
    return (root.value("version") or "").startswith("2")


def _places_1(xml: Xml, unit: Node, around: Sequence[Tag]) -> Iterator[_Place]:
    """Yields the segments of a ``trans-unit``: those marked in it, else the whole."""
    source, target = unit.child("source"), unit.child("target")
    if source is None:
        return
    segmented = unit.child("seg-source")
    pieces = _pieces(segmented) if segmented is not None else {}
    translated = _pieces(target) if target is not None else {}
    untranslated = target is not None and target.tag.value("state") in _UNTRANSLATED
    locked = _is_locked(unit, around)
    if target is not None and pieces and not translated and _text(xml, target).strip():
        # The translation is one that nobody divided: it is that of all its segments.
        pieces = {}
    definitions = _definitions(unit)
    for mid, piece in (pieces or {"": source}).items():
        there = translated.get(mid) if pieces else target
        is_locked = locked or (mid in definitions and definitions[mid].tag.value("locked") in _YES)
        yield _place(xml, unit, mid, piece, there, locked=is_locked, untranslated=untranslated)


def _places_2(xml: Xml, unit: Node, around: Sequence[Tag]) -> Iterator[_Place]:
    """Yields the segments of a ``unit`` of XLIFF 2.x."""
    locked = _is_locked(unit, around)
    for segment in unit.children:
        source = segment.child("source") if segment.name == "segment" else None
        if source is not None:
            untranslated = segment.tag.value("state") in _UNTRANSLATED
            yield _place(xml, segment, "", source, segment.child("target"), locked=locked, untranslated=untranslated)


def _place(
    xml: Xml, unit: Node, mid: str, source: Node, target: Node | None, *, locked: bool, untranslated: bool
) -> _Place:
    coded = coded_text(xml.text, source.tokens, MARKUP)
    there = "" if target is None else _text(xml, target)
    if untranslated and there == coded.text:
        there = ""
    slot = Slot(coded.text, there, locked, tuple(one.code for one in coded.codes))
    return _Place(unit, mid, source, target, coded, slot)


def _text(xml: Xml, node: Node) -> str:
    return coded_text(xml.text, node.tokens, MARKUP).text


def _pieces(element: Node) -> dict[str, Node]:
    """Returns the segments marked in an element by their ``mid``."""
    marks = (one for one in element.all() if one.name == "mrk" and one.tag.value("mtype") == "seg")
    return {mark.tag.value("mid") or "": mark for mark in marks}


def _definitions(unit: Node) -> dict[str, Node]:
    """Returns what SDLXLIFF says of each segment, by its ``mid``."""
    definitions = unit.child("seg-defs")
    return {one.tag.value("id") or "": one for one in definitions.children} if definitions is not None else {}


def _is_locked(unit: Node, around: Sequence[Tag]) -> bool:
    """Tells whether the unit, or the nearest element around it that says anything, is not to be translated."""
    if any(_named(unit.tag, name) in _YES for name in _LOCKS):
        return True
    said = (tag.value("translate") for tag in (unit.tag, *reversed(around)))
    return next((one for one in said if one is not None), "yes") == "no"


def _named(tag: Tag, name: str) -> str | None:
    """Returns the value of an attribute by its name as it is written, prefix and all."""
    return next((found[2][1:-1] for found in ATTRIBUTE.finditer(tag.attributes) if found[1] == name), None)


def _edits(xml: Xml, segments: Sequence[tuple[_Place, Filling | None]], target_language: str) -> Iterator[Edit]:
    """Yields the edits of one unit."""
    unit = segments[0][0].unit
    filled = [(place, one) for place, one in segments if one is not None]
    complete = all(one is not None or not place.slot.source.strip() for place, one in segments)
    ready = complete and all(one.state is State.READY for _, one in filled)
    state = State.READY if ready else State.TO_REVIEW
    attributes: list[tuple[str, str | None]] = []
    definitions = _definitions(unit)
    if unit.name == "segment":
        yield from with_attributes(xml, unit.tag, [("state", _STATES_2[state]), ("subState", None)])
    elif definitions:
        for place, one in filled:
            if place.mid in definitions:
                yield from _trados(xml, definitions[place.mid], one)
    elif _named(unit.tag, "mq:status") is not None:
        rate = str(filled[0][1].rate)
        yield from with_attributes(xml, unit.tag, [("mq:status", "Pretranslated"), ("mq:percent", rate)])
    else:
        if complete:
            attributes.append(("state", _STATES_1[state]))
        if ready or unit.tag.value("approved") is not None:
            yield from with_attributes(xml, unit.tag, [("approved", "yes" if ready else "no")])
    written = {place.mid: _written(xml, place, one) for place, one in filled}
    if all(place.target is not None for place, _ in filled):
        whole = None if unit.name == "segment" else unit.child("target")
        for place, _ in filled:
            assert place.target is not None
            own = attributes if place.target is whole else []
            yield from with_content(xml, place.target, written[place.mid], own)
        if whole is not None and attributes and all(place.target is not whole for place, _ in filled):
            yield from with_attributes(xml, whole.tag, attributes)
        return
    content = _divided(xml, unit, segments, written) if segments[0][0].mid else written[""]
    there = unit.child("target")
    if there is not None:
        yield from with_content(xml, there, content, attributes)
    else:
        yield _new_target(xml, unit, content, attributes, target_language)


def _written(xml: Xml, place: _Place, filling: Filling) -> str:
    return place.coded.around(filling.text, filling.places, xml.escaped)


def _divided(
    xml: Xml, unit: Node, segments: Sequence[tuple[_Place, Filling | None]], written: Mapping[str, str]
) -> str:
    """Returns the content of a target: that of ``seg-source`` with the translations in place of its segments, which are
    empty where there is none."""
    model = unit.child("seg-source")
    assert model is not None and model.inner is not None
    edits = []
    for place, _ in segments:
        inner = place.source.inner
        if inner is not None:
            moved = Span(inner.start - model.inner.start, inner.end - model.inner.start)
            edits.append(Edit(moved, written.get(place.mid, "")))
    return edited(model.inner.of(xml.text), edits)


def _new_target(
    xml: Xml, unit: Node, content: str, attributes: Iterable[tuple[str, str | None]], target_language: str
) -> Edit:
    """Returns a target after the source, on a line of its own if that is on one."""
    source = unit.child("source")
    assert source is not None
    before = unit.child("seg-source") or source
    start = source.tag.place.start
    while xml.text[start - 1].isspace():
        start -= 1
    space = xml.text[start : source.tag.place.start]
    name = qualified(xml, source.tag, "target")
    said = "".join(f' {key}="{value}"' for key, value in attributes if value is not None)
    language = f' xml:lang="{target_language}"' if _named(source.tag, "xml:lang") is not None else ""
    return Edit(Span(before.end, before.end), f"{space}<{name}{language}{said}>{content}</{name}>")


def _trados(xml: Xml, definition: Node, filling: Filling) -> Iterator[Edit]:
    """Yields what Trados is to show of a segment that came from a memory; text matches of 100 are those it calls
    complete."""
    yield from with_attributes(
        xml,
        definition.tag,
        [("conf", _TRADOS[filling.state]), ("origin", "tm"), ("percent", str(filling.rate))],
    )
    changed = {"last_modified_by": "tmtool", "modified_on": f"{datetime.now(UTC):%m/%d/%Y %H:%M:%S}"}
    for value in definition.children:
        new = changed.get(value.tag.value("key") or "") if value.name == "value" else None
        if new is not None:
            yield from with_content(xml, value, new)
