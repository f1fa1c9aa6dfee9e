"""Reads the units of XLIFF 2.0 to 2.2: source and target are paired within ``segment``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tmtool.formats.properties import add
from tmtool.formats.xliff import names
from tmtool.formats.xliff.states import status_2
from tmtool.formats.xliff.unit_parts import (
    UNIT_FIELDS,
    XliffFile,
    as_written,
    child_of,
    keep_attributes,
    note_of,
    unit_of,
)
from tmtool.formats.xml_reading import line_of, local_name
from tmtool.model import NO_PROPERTIES, Skipped, Unit
from tmtool.model.wording import say


def units_2(element: etree._Element, file: XliffFile) -> Iterator[Unit | Skipped]:
    """Yields the segments of a ``unit`` of XLIFF 2.x."""
    properties: dict[str, str] = {}
    keep_attributes(element, UNIT_FIELDS, properties)
    own = _unit_data(element, properties)
    notes = child_of(element, "notes")
    note = note_of(notes if notes is not None else (), properties)
    segments = [child for child in element if local_name(child) == "segment"]
    for number, segment in enumerate(segments, 1):
        source = child_of(segment, "source")
        name = element.get("id", "")
        if len(segments) > 1:
            name = f"{name}/{segment.get('id') or number}"
        if source is None:
            yield Skipped(say("segment {name!r} has no source", name=name), line_of(segment))
            continue
        unit = unit_of(source, child_of(segment, "target"), file, name, "", line_of(segment))
        if isinstance(unit, Unit):
            said = dict(properties)
            keep_attributes(segment, UNIT_FIELDS, said)
            said |= own.get("property", {})
            unit = replace(
                unit,
                status=status_2(segment.get("state")),
                context=element.get("name") or element.get("resname") or "",
                note=note,
                properties=said or NO_PROPERTIES,
            )
            if own:
                unit = as_written(unit, own)
        yield unit


def _unit_data(element: etree._Element, properties: dict[str, str]) -> dict[str, dict[str, str]]:
    """Keeps the native code and the metadata of a ``unit``, and returns what tmtool wrote of it into these."""
    own: dict[str, dict[str, str]] = {}
    for child in element:
        name = local_name(child)
        if name == "originalData":
            for data in child:
                add(properties, f"{names.DATA}{data.get('id', '')}", "".join(map(str, data.itertext())))
        elif name == "metadata":
            for meta in child.iter("{*}meta"):
                group = meta.getparent()
                category = group.get("category", "") if group is not None else ""
                told = names.told_in(meta.get("type", ""))
                if told is None:
                    add(properties, f"{names.METADATA}{category}/{meta.get('type', '')}", meta.text or "")
                else:
                    add(own.setdefault(told[0], {}), told[1], meta.text or "")
    return own
