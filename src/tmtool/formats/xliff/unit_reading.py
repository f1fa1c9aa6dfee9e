"""Reads the units of XLIFF 1.0 to 1.2, with the dialects of Trados and memoQ.

Source and target are paired segment by segment, by the ``mid`` of ``mrk mtype="seg"``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tmtool.formats.dates import iso_date
from tmtool.formats.properties import add
from tmtool.formats.xliff import names
from tmtool.formats.xliff.states import status_1
from tmtool.formats.xliff.unit_parts import (
    UNIT_FIELDS,
    XML_LANG,
    XliffFile,
    as_written,
    child_of,
    keep_attributes,
    note_of,
    unit_of,
)
from tmtool.formats.xml_reading import attributes_of, line_of, local_name
from tmtool.languages.tags import canonical
from tmtool.model import NO_PROPERTIES, Skipped, Unit
from tmtool.model.wording import say

_TARGET_FIELDS = frozenset({"xml:lang", "xml:space", "order"})


def units_1(element: etree._Element, file: XliffFile) -> Iterator[Unit | Skipped]:
    """Yields the segments of a ``trans-unit``: those marked in it, else the whole."""
    source, target = child_of(element, "source"), child_of(element, "target")
    identity = element.get("id", "")
    if source is None:
        yield Skipped(say("unit {identity!r} has no source", identity=identity), line_of(element))
        return
    if element.get("translate") == "no" and target is None:
        yield Skipped(say("unit {identity!r} is not to be translated", identity=identity), line_of(element))
        return
    properties: dict[str, str] = {}
    keep_attributes(element, UNIT_FIELDS, properties)
    if target is not None:
        keep_attributes(target, _TARGET_FIELDS, properties)
    own = _contexts(element, properties)
    note = note_of([child for child in element if local_name(child) == "note"], properties)
    properties |= own.get("property", {})
    segmented = child_of(element, "seg-source")
    pieces = _pieces(segmented if segmented is not None else source)
    translated = _pieces(target) if target is not None else {}
    if not pieces or (target is not None and not translated):
        pieces, translated = {"": source}, {} if target is None else {"": target}
    definitions = _segment_definitions(element)
    tag = target.get(XML_LANG) if target is not None else None
    language = canonical(tag) if tag else ""
    for mid, piece in pieces.items():
        name = f"{identity}/{mid}" if mid and len(pieces) > 1 else identity
        said = properties | definitions.get(mid, {})
        unit = unit_of(piece, translated.get(mid), file, name, language, line_of(element))
        if isinstance(unit, Unit):
            unit = _dated(
                replace(
                    unit,
                    status=status_1(said),
                    context=element.get("resname", ""),
                    note=note,
                    properties=said or NO_PROPERTIES,
                )
            )
            if own:
                unit = as_written(unit, own)
        yield unit


def _contexts(element: etree._Element, properties: dict[str, str]) -> dict[str, dict[str, str]]:
    """Keeps the contexts of a ``trans-unit``, and returns what tmtool wrote of it into these."""
    own: dict[str, dict[str, str]] = {}
    for group in element:
        if local_name(group) != "context-group":
            continue
        for context in group:
            kind = context.get("context-type", "")
            told = names.told_in(kind)
            if told is None:
                add(properties, f"{names.CONTEXT}{kind}", context.text or "")
            else:
                add(own.setdefault(told[0], {}), told[1], context.text or "")
    return own


def _pieces(element: etree._Element) -> dict[str, etree._Element]:
    """Returns the segments marked in an element by their ``mid``."""
    return {mark.get("mid", ""): mark for mark in element.iter("{*}mrk") if mark.get("mtype") == "seg"}


def _segment_definitions(element: etree._Element) -> dict[str, dict[str, str]]:
    """Returns what SDLXLIFF says of each segment in ``sdl:seg-defs``, by ``mid``; no ``conf`` means unspecified."""
    found: dict[str, dict[str, str]] = {}
    for definitions in element:
        if local_name(definitions) != "seg-defs":
            continue
        for segment in definitions:
            said = {"sdl:conf": segment.get("conf") or "Unspecified"}
            said |= {
                f"sdl:{name}": value for name, value in attributes_of(segment).items() if name not in ("id", "conf")
            }
            for value in segment:
                if local_name(value) == "value":
                    said[f"sdl:{value.get('key', '')}"] = value.text or ""
            found[segment.get("id", "")] = said
    return found


def _dated(unit: Unit) -> Unit:
    """Returns the unit with the dates and users that Trados and memoQ write into their attributes."""
    said = unit.properties
    return replace(
        unit,
        created=iso_date(said.get("sdl:created_on", "")) or "",
        created_by=said.get("sdl:created_by", ""),
        changed=iso_date(said.get("sdl:modified_on") or said.get("mq:lastchangedtimestamp", "")) or "",
        changed_by=said.get("sdl:last_modified_by") or said.get("mq:lastchanginguser", ""),
    )
