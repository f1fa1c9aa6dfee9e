"""Reads translation memories in TMX 1.1 to 1.4b (LISA OSCAR), as the tools of the field write them.

Read by local name, in a stream. The direction comes from ``xml:lang`` (``lang`` in TMX 1.1), never
from the order of the variants. What TMX has no place for is in ``prop`` elements: those of tmtool are named in
`tmtool.formats.tmx.names`, those of other tools are kept as they are and read where
they say the same (status, document).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.dates import iso_date
from tmtool.formats.inline import UnknownEntityError, inner_xml, plain_text
from tmtool.formats.properties import add
from tmtool.formats.tmx import names
from tmtool.formats.xml_reading import attributes_of, elements, line_of, local_name
from tmtool.languages.tags import canonical
from tmtool.model import NO_PROPERTIES, Notice, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PLACE = re.compile("[0-9]{1,9}")
"""A place in a document; no document has a thousand million units, and a database no room for a longer number."""


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped | Notice]:
    """Yields the units of a TMX file with text in at least two languages, the others as `Skipped` with the reason.

    The languages of the pair are not needed, a TMX names its own. What Unit has no field for is in
    `properties`: each ``prop`` under its type, each attribute under ``@`` and its name, the notes
    of a variant under ``/note``. Raises InputError at the line where the XML breaks off.
    """
    header_language = ""
    inherited: dict[str, str] = {}
    position = 0
    for _, element in elements(path, ("header", "tu"), ("end",)):
        if local_name(element) == "header":
            header_language = _language(element.get("srclang"))
            inherited = {
                f"@{name}": value
                for name in names.INHERITED
                if (value := element.get(name, "")) and value != names.INHERITED[name]
            }
            if not element.get("srclang"):
                assumed = say("the header names no source language (srclang): units serve both directions")
                yield Notice(assumed, line_of(element))
            continue
        position += 1
        try:
            yield _unit(element, header_language, inherited, position)
        except UnknownEntityError as error:
            problem = say("unknown entity {error}", error=error)
            raise InputError(problem, say("write the character itself"), path=path, line=line_of(element)) from error


def _language(tag: str | None) -> str:
    """Returns the source language of the units, "" for `*all*`, which means that no language is the source."""
    return "" if not tag or "*" in tag else canonical(tag)


def _unit(tu: etree._Element, header_language: str, inherited: Mapping[str, str], position: int) -> Unit | Skipped:
    attributes = attributes_of(tu) if len(tu.attrib) else {}
    properties: dict[str, str] = {}
    stamps = _stamps(attributes, properties)
    for name, value in attributes.items():
        if name not in names.UNIT_FIELDS:
            add(properties, f"@{name}", value)
    for name, value in inherited.items():
        properties.setdefault(name, value)
    notes: list[tuple[str, str]] = []
    variants: list[Variant] = []
    nameless = False
    for child in tu:
        tag = local_name(child)
        if tag == "tuv":
            variant = _variant(child, stamps)
            if variant is None:
                nameless = nameless or not (child.get(_XML_LANG) or child.get("lang"))
            else:
                variants.append(variant)
        elif tag == "prop":
            add(properties, _property_name(child), child.text or "")
        elif tag == "note":
            notes.append((names.said_in(names.NOTE, child), child.text or ""))
    if len(notes) > 1 or any(name != names.NOTE for name, _ in notes):
        for name, note in notes:
            add(properties, name, note)
    srclang = attributes.get("srclang")
    if srclang is not None and "*" in srclang:
        properties["@srclang"] = srclang
    created, created_by, changed, changed_by = stamps
    unit = Unit(
        variants=tuple(variants),
        id=attributes.get("tuid", ""),
        status=_status(properties, variants, created_by),
        document=properties.pop(names.DOCUMENT, "") or _first(properties, names.DOCUMENTS_ELSEWHERE),
        position=_position(properties) or position,
        date=properties.pop(names.DATE, ""),
        created=created,
        created_by=created_by,
        changed=changed,
        changed_by=changed_by,
        source_language=header_language if srclang is None else _language(srclang),
        context=properties.pop(names.CONTEXT, ""),
        note="\n".join(note for _, note in notes),
        properties=properties or NO_PROPERTIES,
        line=line_of(tu),
    )
    if len({variant.language for variant in variants}) < 2:
        return Skipped(_reason(variants, nameless), unit.line, unit)
    return unit


def _property_name(element: etree._Element) -> str:
    written = element.get("type", "")
    return names.said_in(written, element) if len(element.attrib) > 1 else written


def _reason(variants: list[Variant], nameless: bool) -> str:
    if nameless:
        return say("a variant has no language (xml:lang)")
    if not variants:
        return say("the unit has no text")
    return say("the unit has text in {language} only", language=variants[0].language)


_Stamps = tuple[str, str, str, str]


def _stamps(attributes: dict[str, str], properties: dict[str, str]) -> _Stamps:
    """Returns creation date and user, change date and user; what is no date stays among the properties."""
    get = attributes.get
    created, changed = get("creationdate", ""), get("changedate", "")
    if created:
        created = _moment("creationdate", created, properties)
    if changed:
        changed = _moment("changedate", changed, properties)
    return created, get("creationid", ""), changed, get("changeid", "")


def _moment(name: str, written: str, properties: dict[str, str]) -> str:
    moment = iso_date(written)
    if moment is None:
        add(properties, f"@{name}", written)
    return moment or ""


def _variant(tuv: etree._Element, of_unit: _Stamps) -> Variant | None:
    """Returns the variant, or None without language or text. What repeats the unit's dates and users is left to the
    unit."""
    language = tuv.get(_XML_LANG) or tuv.get("lang") or ""
    segment = None
    properties: dict[str, str] = {}
    for child in tuv:
        tag = local_name(child)
        if tag == "seg":
            segment = child
        elif tag == "prop":
            add(properties, _property_name(child), child.text or "")
        elif tag == "note":
            add(properties, names.said_in(names.NOTE, child), child.text or "")
    if segment is None or not language.strip():
        return None
    text = plain_text(segment)
    if not text.strip():
        return None
    if not text.isascii():
        text = composed(text)
    markup = inner_xml(segment)
    markup_format = "tmx" if markup else ""
    if len(tuv.attrib) == 1:
        return Variant(canonical(language), text, markup, markup_format, properties=properties or NO_PROPERTIES)
    attributes = attributes_of(tuv)
    stamps = _stamps(attributes, properties)
    for name, value in attributes.items():
        if name not in names.VARIANT_FIELDS:
            add(properties, f"@{name}", value)
    created, created_by, changed, changed_by = (
        "" if stamp == units else stamp for stamp, units in zip(stamps, of_unit, strict=True)
    )
    return Variant(
        language=canonical(language),
        text=text,
        markup=markup,
        markup_format=markup_format,
        created=created,
        created_by=created_by,
        changed=changed,
        changed_by=changed_by,
        properties=properties or NO_PROPERTIES,
    )


def _first(properties: Mapping[str, str], candidates: tuple[str, ...]) -> str:
    if not properties:
        return ""
    return next((properties[name].strip() for name in candidates if properties.get(name, "").strip()), "")


def _position(properties: dict[str, str]) -> int:
    written = properties.get(names.POSITION, "")
    if not (_PLACE.fullmatch(written) and int(written)):
        return 0
    del properties[names.POSITION]
    return int(written)


def _status(properties: dict[str, str], variants: list[Variant], created_by: str) -> Status:
    """Returns what tmtool wrote, else what other tools say; a unit made by a machine is a draft (``MT!``, an Okapi
    habit)."""
    own = properties.get(names.STATUS, "").strip().lower()
    if own in names.OWN_STATUS:
        del properties[names.STATUS]
        return names.OWN_STATUS[own]
    for holder in (properties, *(variant.properties for variant in reversed(variants))):
        if not holder:
            continue
        for name, values in names.STATUS_ELSEWHERE.items():
            status = values.get(holder.get(name, "").strip().lower())
            if status is not None:
                return status
    machine = created_by == names.MACHINE or any(variant.created_by == names.MACHINE for variant in variants)
    return Status.DRAFT if machine else Status.TRANSLATED
