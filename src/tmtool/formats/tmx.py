"""Translation memories in TMX 1.1 to 1.4b (LISA OSCAR), as the tools of the field write them.

Read by local name, in a stream. The direction comes from ``xml:lang`` (``lang`` in TMX 1.1), never
from the order of the variants. What TMX has no place for stands in ``prop`` elements: our own are named in
`tmtool.formats.tmx_names`, those of other tools are kept as they are and read where
they say the same (status, document).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats import tmx_names as names
from tmtool.formats.dates import iso_date
from tmtool.formats.inline import UnknownEntityError, inner_xml, plain_text
from tmtool.formats.language_tags import canonical
from tmtool.formats.properties import add
from tmtool.formats.registry import Format
from tmtool.formats.tmx_writing import write_units
from tmtool.formats.xml_reading import attributes, elements, line_of, local_name, root_name
from tmtool.model import NO_PROPERTIES, Skipped, Status, Unit, Variant

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def sniff(head: bytes) -> bool:
    """Whether the root element is ``tmx``."""
    return root_name(head) == "tmx"


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped]:
    """The units of a TMX file with text in at least two languages, the others as `Skipped` with the reason.

    The languages of the pair are not needed, a TMX names its own. What Unit has no field for is in
    `properties`: each ``prop`` under its type, each attribute under ``@`` and its name, the notes
    of a variant under ``/note``. Raises InputError at the line where the XML breaks off.
    """
    header_language = ""
    position = 0
    for event, element in elements(path, ("tmx", "header", "tu")):
        name = local_name(element)
        if event == "start":
            if name == "header":
                header_language = _language(element.get("srclang"))
        elif name == "tu":
            position += 1
            try:
                yield _unit(element, header_language, position)
            except UnknownEntityError as error:
                raise InputError(
                    f"unknown entity {error}", "write the character itself", path=path, line=line_of(element)
                ) from error


def _language(tag: str | None) -> str:
    """`*all*` means that no language is the source."""
    return "" if not tag or "*" in tag else canonical(tag)


def _unit(tu: etree._Element, header_language: str, position: int) -> Unit | Skipped:
    properties: dict[str, str] = {}
    notes: list[str] = []
    variants: list[Variant] = []
    nameless = False
    stamps = _stamps(tu, properties)
    for name, value in attributes(tu):
        if name not in names.UNIT_FIELDS:
            add(properties, f"@{name}", value)
    for child in tu:
        tag = local_name(child)
        if tag == "tuv":
            language = child.get(_XML_LANG) or child.get("lang") or ""
            if not language.strip():
                nameless = True
                continue
            variant = _variant(child, canonical(language), stamps)
            if variant is not None:
                variants.append(variant)
        elif tag == "prop":
            add(properties, child.get("type", ""), child.text or "")
        elif tag == "note":
            notes.append(child.text or "")
    if len({variant.language for variant in variants}) < 2:
        return Skipped(_reason(variants, nameless), line_of(tu))
    srclang = tu.get("srclang")
    return Unit(
        variants=tuple(variants),
        id=tu.get("tuid", ""),
        status=_status(properties, variants, stamps),
        document=_taken(properties, names.DOCUMENT) or _first(properties, names.DOCUMENTS_ELSEWHERE),
        position=_position(properties) or position,
        date=_taken(properties, names.DATE),
        created=stamps[0],
        created_by=stamps[1],
        changed=stamps[2],
        changed_by=stamps[3],
        source_language=header_language if srclang is None else _language(srclang),
        context=_taken(properties, names.CONTEXT),
        note="\n".join(notes),
        properties=properties or NO_PROPERTIES,
        line=line_of(tu),
    )


def _reason(variants: list[Variant], nameless: bool) -> str:
    if nameless:
        return "a variant has no language (xml:lang)"
    if not variants:
        return "the unit has no text"
    return f"the unit has text in {variants[0].language} only"


def _stamps(element: etree._Element, properties: dict[str, str]) -> tuple[str, str, str, str]:
    """Creation date and user, change date and user; what is no date stays among the properties."""
    dates = []
    for name in ("creationdate", "changedate"):
        written = element.get(name)
        moment = iso_date(written) if written else ""
        if written and moment is None:
            add(properties, f"@{name}", written)
        dates.append(moment or "")
    return dates[0], element.get("creationid", ""), dates[1], element.get("changeid", "")


def _variant(tuv: etree._Element, language: str, of_unit: tuple[str, str, str, str]) -> Variant | None:
    """The variant, or None without text. What repeats the unit's dates and users is left to the unit."""
    segment = None
    properties: dict[str, str] = {}
    for child in tuv:
        tag = local_name(child)
        if tag == "seg":
            segment = child
        elif tag == "prop":
            add(properties, child.get("type", ""), child.text or "")
        elif tag == "note":
            add(properties, names.VARIANT_NOTE, child.text or "")
    if segment is None:
        return None
    text = plain_text(segment)
    if not text.strip():
        return None
    stamps = _stamps(tuv, properties)
    for name, value in attributes(tuv):
        if name not in names.VARIANT_FIELDS:
            add(properties, f"@{name}", value)
    created, created_by, changed, changed_by = (
        "" if own == units else own for own, units in zip(stamps, of_unit, strict=True)
    )
    markup = inner_xml(segment)
    return Variant(
        language=language,
        text=text if text.isascii() else unicodedata.normalize("NFC", text),
        markup=markup,
        markup_format="tmx" if markup else "",
        created=created,
        created_by=created_by,
        changed=changed,
        changed_by=changed_by,
        properties=properties or NO_PROPERTIES,
    )


def _taken(properties: dict[str, str], name: str) -> str:
    return properties.pop(name, "") if name in properties else ""


def _first(properties: Mapping[str, str], candidates: tuple[str, ...]) -> str:
    return next((properties[name].strip() for name in candidates if properties.get(name, "").strip()), "")


def _position(properties: dict[str, str]) -> int:
    written = properties.get(names.POSITION, "")
    if not (written.isascii() and written.isdigit() and int(written) > 0):
        return 0
    del properties[names.POSITION]
    return int(written)


def _status(properties: dict[str, str], variants: list[Variant], stamps: tuple[str, str, str, str]) -> Status:
    """Ours first, then what other tools say; a unit made by a machine is a draft (``MT!``, an Okapi habit)."""
    ours = properties.get(names.STATUS, "")
    if ours in names.OWN_STATUS:
        del properties[names.STATUS]
        return names.OWN_STATUS[ours]
    for holder in (properties, *(variant.properties for variant in reversed(variants))):
        for name, values in names.STATUS_ELSEWHERE.items():
            status = values.get(holder.get(name, "").strip().lower())
            if status is not None:
                return status
    machine = stamps[1] == names.MACHINE or any(variant.created_by == names.MACHINE for variant in variants)
    return Status.DRAFT if machine else Status.TRANSLATED


FORMAT = Format("tmx", (".tmx",), sniff, read_units=read_units, write_units=write_units)
