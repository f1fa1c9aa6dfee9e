"""Writes TMX 1.4 that OmegaT's schema, Trados and the DTD accept, and that `tmx.read_units` reads back equal.

No foreign attribute or element, ``prop`` and ``note`` before ``tuv``, dates in compact form, UTF-8 without
byte order mark, no white space added inside a segment. OmegaT does not load a file that fails its schema, and
Trados takes a file for UTF-8 whatever its declaration says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from tmtool import __version__
from tmtool.formats.dates import compact_date
from tmtool.formats.properties import named
from tmtool.formats.tmx import names
from tmtool.formats.tmx.header import Header
from tmtool.formats.tmx.inline import fill_segment
from tmtool.formats.tmx.profiles import PROFILES, Profile
from tmtool.formats.writing import whole_file
from tmtool.formats.xml_writing import legal, write_lines
from tmtool.languages.tags import primary
from tmtool.model import Unit, Variant

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_units(
    path: Path,
    units: Iterable[Unit],
    *,
    source_language: str,
    target_language: str,
    tool: str = "",
    header: Header | None = None,
) -> int:
    """Writes the units with all their variants and gives their number; a unit without variants is left out.

    `source_language` is the header's ``srclang``, unless a `header` says another. Dates and users are on the unit and
    are repeated on variants of `target_language`, where OmegaT looks first. Another `tool` is served by its habits.
    """
    profile = PROFILES[tool]
    source_language = profile.tag(source_language)
    written = header or Header({})
    attributes = _attributes(written, source_language, profile)
    # A reader gives these to each unit that does not say them of itself.
    inherited = {f"@{name}": value for name, usual in names.INHERITED.items() if (value := attributes[name]) != usual}
    all_of = attributes["srclang"] if header is not None else source_language
    head = etree.Element("header", attributes)
    for name, value in (*written.properties, *profile.header_properties):
        _add_property(head, name, value)
    for name, value in written.notes:
        _add_note(head, name, value)
    target = primary(target_language)
    adapted = profile.adapted(units, source_language, target_language)
    with whole_file(path, "wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", version="1.4"):
            write_lines(xml, [head])
            with xml.element("body"):
                count = write_lines(xml, (_tu(unit, all_of, target, inherited) for unit in adapted if unit.variants))
            xml.write("\n")
    return count


def _attributes(header: Header, source_language: str, profile: Profile) -> dict[str, str]:
    """Returns the attributes of a header: what it says itself, else what is usual, and whatever a tool insists on."""
    attributes = {
        "creationtool": "tmtool",
        "creationtoolversion": __version__,
        **names.USUAL_HEADER,
        "srclang": source_language,
        **{name: legal(value) for name, value in header.attributes.items()},
        **profile.header,
    }
    if attributes["segtype"] not in names.SEGMENT_TYPES:
        attributes["segtype"] = names.INHERITED["segtype"]
    return attributes


def _tu(unit: Unit, source_language: str, target: str, inherited: Mapping[str, str]) -> etree._Element:
    tu = etree.Element("tu")
    if unit.id:
        tu.set("tuid", legal(unit.id))
    if unit.source_language and unit.source_language != source_language:
        tu.set("srclang", unit.source_language)
    _set_stamps(tu, unit.created, unit.created_by, unit.changed, unit.changed_by)
    for name, value in _own_properties(unit):
        _add_property(tu, name, value)
    notes: list[tuple[str, str]] = []
    for name, value in named(unit.properties):
        if inherited.get(name) == value:
            continue
        if names.parted(name)[0] == names.NOTE:
            notes.append((name, value))
        elif not _set_attribute(tu, name, value, names.UNIT_ATTRIBUTES):
            _add_property(tu, name, value)
    if "\n".join(note for _, note in notes) != unit.note:
        notes = [(names.NOTE, unit.note)]
    for name, note in notes:
        _add_note(tu, name, note)
    for variant in unit.variants:
        _add_variant(tu, variant, unit if primary(variant.language) == target else None)
    return tu


def _own_properties(unit: Unit) -> Iterator[tuple[str, str]]:
    yield names.STATUS, unit.status.value
    if unit.document:
        yield names.DOCUMENT, unit.document
    if unit.position:
        yield names.POSITION, str(unit.position)
    if unit.date:
        yield names.DATE, unit.date
    if unit.context:
        yield names.CONTEXT, unit.context


def _add_variant(tu: etree._Element, variant: Variant, repeated: Unit | None) -> None:
    tuv = etree.SubElement(tu, "tuv", {_XML_LANG: variant.language})
    _set_stamps(
        tuv,
        variant.created or (repeated.created if repeated else ""),
        variant.created_by or (repeated.created_by if repeated else ""),
        variant.changed or (repeated.changed if repeated else ""),
        variant.changed_by or (repeated.changed_by if repeated else ""),
    )
    for name, value in named(variant.properties):
        if names.parted(name)[0] == names.NOTE:
            _add_note(tuv, name, value)
        elif not _set_attribute(tuv, name, value, names.VARIANT_ATTRIBUTES):
            _add_property(tuv, name, value)
    segment = etree.SubElement(tuv, "seg")
    if variant.markup:
        fill_segment(segment, legal(variant.markup), legal(variant.text))
    else:
        segment.text = legal(variant.text)


def _set_stamps(element: etree._Element, created: str, created_by: str, changed: str, changed_by: str) -> None:
    for name, value in (
        ("creationdate", compact_date(created)),
        ("creationid", legal(created_by)),
        ("changedate", compact_date(changed)),
        ("changeid", legal(changed_by)),
    ):
        if value:
            element.set(name, value)


def _set_attribute(element: etree._Element, name: str, value: str, allowed: frozenset[str]) -> bool:
    """Writes a property that came from an attribute as one again, where the DTD has it."""
    attribute = name[1:]
    if name[:1] != "@" or attribute not in allowed or attribute in element.attrib:
        return False
    if attribute == "segtype" and value not in names.SEGMENT_TYPES:
        return False
    element.set(attribute, legal(value))
    return True


def _add_property(element: etree._Element, name: str, value: str) -> None:
    own, language = names.parted(name)
    made = etree.SubElement(element, "prop", type=legal(own))
    made.text = legal(value)
    if language:
        made.set(_XML_LANG, language)


def _add_note(element: etree._Element, name: str, note: str) -> None:
    made = etree.SubElement(element, "note")
    made.text = legal(note)
    if language := names.parted(name)[1]:
        made.set(_XML_LANG, language)
