"""Reads what the units of all versions of XLIFF have: attributes, notes, texts, and what tmtool wrote of a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from tmtool.documents.furniture import is_symbol
from tmtool.formats.inline import attribute_name, inner_xml, plain_text
from tmtool.formats.properties import add
from tmtool.formats.xliff import names
from tmtool.formats.xml_reading import attributes_of, local_name
from tmtool.languages.tags import canonical
from tmtool.model import Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
UNIT_FIELDS = frozenset({"id", "xml:space", "resname", "name"})


@dataclass(frozen=True, slots=True)
class XliffFile:
    """An `XliffFile` holds what a ``file`` element says of all its units."""

    original: str
    source_language: str
    target_language: str
    names_target: bool = False


def child_of(element: etree._Element, name: str) -> etree._Element | None:
    """Returns the first child of that local name."""
    return next((child for child in element if local_name(child) == name), None)


def keep_attributes(element: etree._Element, known: frozenset[str], properties: dict[str, str]) -> None:
    """Keeps the attributes that are not known as properties, those without a namespace under ``@`` and their name."""
    for attribute, value in attributes_of(element).items():
        name = attribute_name(element, attribute)
        if name not in known and value:
            add(properties, name if ":" in name and not name.startswith("xml:") else f"@{name}", value)


def note_of(notes: Iterable[etree._Element], properties: dict[str, str]) -> str:
    """Returns all notes as one; of several, and of one with attributes, each is kept as a property."""
    texts = []
    named: list[tuple[str, str]] = []
    for element in notes:
        text = "".join(map(str, element.itertext()))
        attributes = {attribute_name(element, name): value for name, value in attributes_of(element).items()}
        named.append((names.note_name(attributes), text))
        if text.strip():
            texts.append(text.strip())
    if len(named) > 1 or any(name != names.NOTE for name, _ in named):
        for name, text in named:
            add(properties, name, text)
    return "\n".join(texts)


def as_written(unit: Unit, own: Mapping[str, Mapping[str, str]]) -> Unit:
    """Returns the unit with what tmtool wrote of it into contexts."""
    languages = own.get("language", {})
    variants = tuple(
        replace(
            variant,
            language=canonical(languages.get(side, variant.language)),
            properties=own.get(side, variant.properties),
        )
        for side, variant in zip(("source", "target"), unit.variants, strict=True)
    )
    said = {kind: values[""] for kind, values in own.items() if "" in values}
    return replace(
        unit,
        id=said.get("id", unit.id),
        variants=variants,
        status=Status.SUPERSEDED if said.get("status") == Status.SUPERSEDED.value else unit.status,
        created=said.get("created", unit.created),
        created_by=said.get("created_by", unit.created_by),
        changed=said.get("changed", unit.changed),
        changed_by=said.get("changed_by", unit.changed_by),
        date=said.get("date", unit.date),
    )


def unit_of(
    source: etree._Element,
    target: etree._Element | None,
    file: XliffFile,
    identity: str,
    target_language: str,
    line: int | None,
) -> Unit | Skipped:
    """Returns the unit of a source and its target; a `Skipped` for one without text or without target."""
    original = _variant(source, source.get(XML_LANG) or file.source_language)
    if original is None:
        return Skipped(say("unit {identity!r} has no text", identity=identity), line)
    translation = None
    if target is not None:
        translation = _variant(target, target_language or file.target_language)
    unit = Unit(
        variants=(original, translation) if translation else (original,),
        id=identity,
        document=_document(file.original),
        source_language=file.source_language,
        line=line,
    )
    return unit if translation else Skipped(say("unit {identity!r} has no target", identity=identity), line, unit)


def _document(original: str) -> str:
    """Returns the name of the document: a file's without its folders, a symbol as it is."""
    return original if is_symbol(original) else original.replace("\\", "/").rpartition("/")[2]


def _variant(element: etree._Element, language: str) -> Variant | None:
    text = plain_text(element)
    if not text.strip():
        return None
    markup = inner_xml(element)
    language = canonical(language)
    return Variant(language, composed(text), markup, "xliff" if markup else "")
