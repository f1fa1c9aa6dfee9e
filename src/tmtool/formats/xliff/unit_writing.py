"""Writes translation units as XLIFF 1.2, one ``file`` a document, for tools that take a memory as bilingual files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from lxml import etree

from tmtool.formats.properties import named
from tmtool.formats.structure import Structure
from tmtool.formats.writing import whole_file
from tmtool.formats.xliff import names
from tmtool.formats.xliff.code_writing import fill
from tmtool.formats.xliff.states import STATUS_PROPERTIES, status_1
from tmtool.formats.xliff.validating import STRUCTURE_1
from tmtool.formats.xml_writing import legal, write_lines
from tmtool.model import Status, Unit, Variant

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NSMAP: dict[str, str] = {None: _NAMESPACE}  # type: ignore[dict-item]  # None is the default namespace
_STATES = {
    Status.DRAFT: "needs-review-translation",
    Status.SUPERSEDED: "needs-review-translation",
    Status.TRANSLATED: "translated",
    Status.APPROVED: "signed-off",
}
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_ELSEWHERE = frozenset({"id", "resname", "phase-name", "xml:space", "xml:lang"})
"""Attributes that are written from a field of the unit, or that name something in a header, which is not written."""
_STAMPS: Mapping[str, tuple[str, ...]] = {
    "created": ("sdl:created_on",),
    "created_by": ("sdl:created_by",),
    "changed": ("sdl:modified_on", "mq:lastchangedtimestamp"),
    "changed_by": ("sdl:last_modified_by", "mq:lastchanginguser"),
    "date": (),
}
"""The dates and users of a unit, with the properties that say the same."""


def write_units(path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
    """Writes the units that have two languages and gives their number.

    Of a unit that has the languages asked for, those are written; of another one its source and the first other
    language. Units of one document and pair that follow each other share a ``file``. What has no attribute or element
    in XLIFF 1.2 is a ``context``. OutputError leaves a file that was there as it was.
    """
    count = 0
    pairs = pairs_of(units, source_language, target_language)
    with whole_file(path, "wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{_NAMESPACE}}}xliff", version="1.2", nsmap=_NSMAP):
            for (document, source, target), group in groupby(pairs, key=file_of):
                attributes = {
                    "original": legal(document) or "tmtool",
                    "source-language": source,
                    "target-language": target,
                    "datatype": "plaintext",
                }
                xml.write("\n")
                with xml.element(f"{{{_NAMESPACE}}}file", attributes), xml.element(f"{{{_NAMESPACE}}}body"):
                    used: set[str] = set()
                    count += write_lines(xml, (_trans_unit(*pair, used) for pair in group))
            xml.write("\n")
    return count


Pair = tuple[Unit, Variant, Variant]
"""A unit with its source and its target."""


def pairs_of(units: Iterable[Unit], source_language: str, target_language: str) -> Iterator[Pair]:
    """Yields the units that have two languages with those that are written: the ones asked for, else the source and the
    first other language."""
    for unit in units:
        source, target = unit.variant(source_language), unit.variant(target_language)
        if source is None or target is None:
            source = unit.variant(unit.source_language) or next(iter(unit.variants), None)
            target = next((one for one in unit.variants if one is not source), None)
        if source is not None and target is not None:
            yield unit, source, target


def file_of(pair: Pair) -> tuple[str, str, str]:
    """Returns what the units of one ``file`` share: document and languages."""
    unit, source, target = pair
    return unit.document, source.language, target.language


def _trans_unit(unit: Unit, source: Variant, target: Variant, used: set[str]) -> etree._Element:
    """Returns a unit; `used` are the ids of the file so far.

    Its elements are in no namespace: the default one is that of the ``xliff`` around them, and is not declared again.
    """
    said, others = _divided(unit)
    prefixes = {key.partition(":")[0] for key in said if ":" in key and not key.startswith("@")}
    element = etree.Element("trans-unit", nsmap={prefix: names.namespaces()[prefix] for prefix in sorted(prefixes)})
    element.set("id", _identity(unit, used))
    element.set(f"{_XML}space", "preserve")
    if unit.context:
        element.set("resname", legal(unit.context))
    if unit.status is Status.APPROVED and "@approved" not in said:
        element.set("approved", "yes")
    fill(_child(element, "source", {f"{_XML}lang": source.language}), source)
    translation = _child(element, "target", {f"{_XML}lang": target.language})
    fill(translation, target)
    _set_attributes(said, element, translation)
    if "@state" not in said:
        translation.set("state", _STATES[unit.status])
    _add_contexts(element, [*fields(unit), *others, *of_texts(source, target)])
    for attributes, note in notes(unit, STRUCTURE_1):
        _child(element, "note", attributes).text = legal(note)
    return element


def _child(parent: etree._Element, name: str, attributes: Mapping[str, str]) -> etree._Element:
    return etree.SubElement(parent, name, dict(attributes))


def _identity(unit: Unit, used: set[str]) -> str:
    identity = legal(unit.id) or str(len(used) + 1)
    while identity in used:
        identity = f"{identity}-{len(used) + 1}"
    used.add(identity)
    return identity


def _divided(unit: Unit) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Returns the properties that are attributes of XLIFF 1.2 or of a tool, and the contexts that hold the others.

    What says how far the translation is is left out where the unit's status has become another one.
    """
    said: dict[str, str] = {}
    contexts: list[tuple[str, str]] = []
    is_same = status_1(unit.properties) is unit.status
    for key, (name, value) in zip(unit.properties, named(unit.properties), strict=True):
        if not is_same and name in STATUS_PROPERTIES:
            continue
        if names.note_attributes(name) is not None:
            continue
        if name.startswith(names.CONTEXT):
            contexts.append((name.removeprefix(names.CONTEXT), value))
        elif _is_attribute(name, value):
            said[key] = value
        else:
            contexts.append((names.context_of("property", name), value))
    return said, contexts


def _is_attribute(name: str, value: str) -> bool:
    """Tells whether a property can be an attribute of a unit or its target again."""
    if name.startswith("@"):
        rules = STRUCTURE_1.rules()
        own = name[1:]
        if own in _ELSEWHERE:
            return False
        for element in ("trans-unit", "target"):
            if own in rules[element].attributes:
                values = rules[element].attributes[own]
                return values is None or value in values or value.startswith("x-")
        return False
    prefix, colon, own = name.partition(":")
    return bool(colon and prefix in names.namespaces() and _NAME.fullmatch(own))


def _set_attributes(said: Mapping[str, str], unit: etree._Element, target: etree._Element) -> None:
    rules = STRUCTURE_1.rules()
    for name, value in named(said):
        own = name[1:]
        if not name.startswith("@"):
            prefix, _, local = name.partition(":")
            own = f"{{{names.namespaces()[prefix]}}}{local}"
            holder = unit if own not in unit.attrib else target
        else:
            holder = unit if own in rules["trans-unit"].attributes and own not in unit.attrib else target
        holder.set(own, legal(value))


def fields(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yields the contexts of what a unit says that is in none of its properties."""
    for field, elsewhere in _STAMPS.items():
        value = getattr(unit, field)
        if value and not any(name in unit.properties for name in elsewhere):
            yield names.context_of(field), value
    if unit.status is Status.SUPERSEDED:
        yield names.context_of("status"), unit.status.value


def of_texts(source: Variant, target: Variant) -> Iterator[tuple[str, str]]:
    """Yields the contexts of what only the source or the target says."""
    for side, variant in (("source", source), ("target", target)):
        for name, value in named(variant.properties):
            yield names.context_of(side, name), value


def _add_contexts(unit: etree._Element, contexts: Iterable[tuple[str, str]]) -> None:
    told = list(contexts)
    if not told:
        return
    group = _child(unit, "context-group", {"purpose": "information"})
    for kind, value in told:
        _child(group, "context", {"context-type": legal(kind)}).text = legal(value)


def notes(unit: Unit, structure: Structure) -> Iterator[tuple[dict[str, str], str]]:
    """Yields the notes with those of their attributes that a version knows: each note that was read, else what the unit
    says as one."""
    kept = [
        (found, note) for name, note in named(unit.properties) if (found := names.note_attributes(name)) is not None
    ]
    if "\n".join(note.strip() for _, note in kept if note.strip()) != unit.note:
        kept = [({}, unit.note)]
    known = structure.rules()["note"].attributes
    for attributes, note in kept:
        if note:
            written = {name: value for name, value in attributes.items() if name in known}
            if language := written.pop("xml:lang", ""):
                written[f"{_XML}lang"] = language
            yield written, note
