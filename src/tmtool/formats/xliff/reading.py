"""Reads bilingual files in XLIFF 1.0 to 1.2, with the dialects of Trados and memoQ, and 2.0 to 2.2.

Source and target are paired segment by segment: by the ``mid`` of ``mrk mtype="seg"`` in 1.2, within ``segment`` in
2.x. Read by local name: the version and the namespace of a file sometimes disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from tmtool.documents.furniture import is_symbol
from tmtool.errors import InputError
from tmtool.formats.dates import iso_date
from tmtool.formats.inline import UnknownEntityError, attribute_name, inner_xml, plain_text
from tmtool.formats.properties import add
from tmtool.formats.xliff import names
from tmtool.formats.xliff.states import status_1, status_2
from tmtool.formats.xliff.versions import checked_version, disagreeing
from tmtool.formats.xml_reading import attributes_of, elements, line_of, local_name
from tmtool.languages.tags import canonical
from tmtool.model import NO_PROPERTIES, Notice, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNIT_FIELDS = frozenset({"id", "xml:space", "resname", "name"})
_TARGET_FIELDS = frozenset({"xml:lang", "xml:space", "order"})


@dataclass(frozen=True, slots=True)
class _File:
    """A `_File` holds what a ``file`` element says of all its units."""

    original: str
    source_language: str
    target_language: str
    names_target: bool = False


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped | Notice]:
    """Yields the segments with a target as units with their status, each other one as `Skipped`.

    The languages asked for serve only where the file does not name its own. Other attributes are
    in `properties` under ``@`` and their name, those of other namespaces under prefix and name; what
    Trados keeps for a segment as ``sdl:conf``, ``sdl:origin`` and so on. Raises InputError at the
    line where the XML breaks off.
    """
    file = root = _File("", canonical(source_language), canonical(target_language))
    position = 0
    ids: set[str] = set()
    looked_at = ("xliff", "file", "header", "skeleton", "trans-unit", "unit")
    for event, element in elements(path, looked_at, ("start", "end")):
        name = local_name(element)
        if event == "start":
            if name == "xliff":
                version = checked_version(element, path)
                root = _file(element, root)
                if disagreeing(element, version):
                    text = say("says that it is XLIFF {version}, but is in the namespace of another", version=version)
                    yield Notice(text, line_of(element))
            elif name == "file":
                file, position = _file(element, root), 0
                ids.clear()
                if not file.names_target:
                    assumed = say(
                        "no target language is named: a target without one is taken for {language}",
                        language=file.target_language,
                    )
                    yield Notice(assumed, line_of(element))
            continue
        if name not in ("trans-unit", "unit"):
            continue
        identity = element.get("id") or ""
        if identity in ids and "" not in ids:
            # Said once a file; "" stands for that it was.
            ids.add("")
            text = say("the id {identity!r} is there more than once: each unit is kept", identity=identity[:40])
            yield Notice(text, line_of(element))
        elif identity:
            ids.add(identity)
        try:
            for found in _units_1(element, file) if name == "trans-unit" else _units_2(element, file):
                if isinstance(found, Unit):
                    position += 1
                    yield replace(found, position=position)
                else:
                    yield found
        except UnknownEntityError as error:
            problem = say("unknown entity {error}", error=error)
            raise InputError(problem, say("write the character itself"), path=path, line=line_of(element)) from error


def _file(element: etree._Element, default: _File) -> _File:
    source = element.get("source-language") or element.get("srcLang")
    target = element.get("target-language") or element.get("trgLang")
    return _File(
        element.get("original") or default.original,
        canonical(source) if source else default.source_language,
        canonical(target) if target else default.target_language,
        bool(target) or default.names_target,
    )


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _attributes_of(element: etree._Element, known: frozenset[str], properties: dict[str, str]) -> None:
    for attribute, value in attributes_of(element).items():
        name = attribute_name(element, attribute)
        if name not in known and value:
            add(properties, name if ":" in name and not name.startswith("xml:") else f"@{name}", value)


def _units_1(element: etree._Element, file: _File) -> Iterator[Unit | Skipped]:
    """Yields the segments of a ``trans-unit``: those marked in it, else the whole."""
    source, target = _child(element, "source"), _child(element, "target")
    identity = element.get("id", "")
    if source is None:
        yield Skipped(say("unit {identity!r} has no source", identity=identity), line_of(element))
        return
    if element.get("translate") == "no" and target is None:
        yield Skipped(say("unit {identity!r} is not to be translated", identity=identity), line_of(element))
        return
    properties: dict[str, str] = {}
    _attributes_of(element, _UNIT_FIELDS, properties)
    if target is not None:
        _attributes_of(target, _TARGET_FIELDS, properties)
    own: dict[str, dict[str, str]] = {}
    for child in element:
        if local_name(child) == "context-group":
            for context in child:
                kind = context.get("context-type", "")
                told = names.told_in(kind)
                if told is None:
                    add(properties, f"{names.CONTEXT}{kind}", context.text or "")
                else:
                    add(own.setdefault(told[0], {}), told[1], context.text or "")
    note = _note([child for child in element if local_name(child) == "note"], properties)
    properties |= own.get("property", {})
    segmented = _child(element, "seg-source")
    pieces = _pieces(segmented if segmented is not None else source)
    translated = _pieces(target) if target is not None else {}
    if not pieces or (target is not None and not translated):
        pieces, translated = {"": source}, {} if target is None else {"": target}
    definitions = _segment_definitions(element)
    language = target.get(_XML_LANG) if target is not None else None
    for mid, piece in pieces.items():
        name = f"{identity}/{mid}" if mid and len(pieces) > 1 else identity
        said = properties | definitions.get(mid, {})
        unit = _pair(piece, translated.get(mid), file, name, canonical(language) if language else "", line_of(element))
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
                unit = _as_written(unit, own)
        yield unit


def _note(notes: Iterable[etree._Element], properties: dict[str, str]) -> str:
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


def _as_written(unit: Unit, own: Mapping[str, Mapping[str, str]]) -> Unit:
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


def _units_2(element: etree._Element, file: _File) -> Iterator[Unit | Skipped]:
    """Yields the segments of a ``unit`` of XLIFF 2.x."""
    properties: dict[str, str] = {}
    _attributes_of(element, _UNIT_FIELDS, properties)
    own = _unit_data_2(element, properties)
    notes = _child(element, "notes")
    note = _note(notes if notes is not None else (), properties)
    segments = [child for child in element if local_name(child) == "segment"]
    for number, segment in enumerate(segments, 1):
        source = _child(segment, "source")
        name = element.get("id", "")
        if len(segments) > 1:
            name = f"{name}/{segment.get('id') or number}"
        if source is None:
            yield Skipped(say("segment {name!r} has no source", name=name), line_of(segment))
            continue
        unit = _pair(source, _child(segment, "target"), file, name, "", line_of(segment))
        if isinstance(unit, Unit):
            said = dict(properties)
            _attributes_of(segment, _UNIT_FIELDS, said)
            said |= own.get("property", {})
            unit = replace(
                unit,
                status=status_2(segment.get("state")),
                context=element.get("name") or element.get("resname") or "",
                note=note,
                properties=said or NO_PROPERTIES,
            )
            if own:
                unit = _as_written(unit, own)
        yield unit


def _unit_data_2(element: etree._Element, properties: dict[str, str]) -> dict[str, dict[str, str]]:
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


def _pair(
    source: etree._Element,
    target: etree._Element | None,
    file: _File,
    identity: str,
    target_language: str,
    line: int | None,
) -> Unit | Skipped:
    original = _variant(source, source.get(_XML_LANG) or file.source_language)
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
