"""Reads the segments of a TXML file of Wordfast Pro.

A ``translatable`` is a paragraph of ``segment`` elements, each with ``source`` and ``target``; ``ut`` is a code, ``ws``
what is between segments. Where ``gtmt`` is true the target is a machine's, ``score`` is the rate of the match that it
was (as Okapi reads them).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.inline import UnknownEntityError, attribute_name, inner_xml, plain_text
from tmtool.formats.properties import add
from tmtool.formats.xml_reading import attributes_of, child, elements, line_of, local_name
from tmtool.languages.tags import canonical, is_tag
from tmtool.model import NO_PROPERTIES, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

MACHINE = "gtmt"
TRUE = "true"
_FIELDS = frozenset({"segmentId", "modified"})


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped]:
    """Yields the segments with a target as units, a machine's as drafts, each other one as `Skipped`.

    The languages are the file's, those asked for where it names none. Raises InputError at the line where the XML
    breaks off.
    """
    position = 0
    languages = canonical(source_language), canonical(target_language)
    block = ""
    for event, element in elements(path, ("txml", "translatable", "segment"), ("start", "end")):
        name = local_name(element)
        if event == "start" and name == "txml":
            languages = (
                _language(element.get("locale"), languages[0]),
                _language(element.get("targetlocale"), languages[1]),
            )
        elif event == "start" and name == "translatable":
            block = element.get("blockId") or ""
        elif event == "end" and name == "segment":
            try:
                unit = _unit(element, block, languages)
            except UnknownEntityError as error:
                problem = say("unknown entity {error}", error=error)
                raise InputError(
                    problem, say("write the character itself"), path=path, line=line_of(element)
                ) from error
            if unit is not None and len(unit.variants) == len(languages):
                position += 1
                yield replace(unit, document=path.stem, position=position)
            else:
                identity = f"{block}/{element.get('segmentId') or ''}"
                yield Skipped(say("unit {identity!r} has no target", identity=identity), line_of(element), unit)


def _language(written: str | None, default: str) -> str:
    tag = (written or "").strip().replace("_", "-")
    return canonical(tag) if is_tag(tag) else default


def _unit(segment: etree._Element, block: str, languages: tuple[str, str]) -> Unit | None:
    """Returns what there is of a segment, None without source."""
    properties: dict[str, str] = {}
    target = child(segment, "target")
    for element in (segment, *(() if target is None else (target,))):
        for attribute, value in attributes_of(element).items():
            name = attribute_name(element, attribute)
            if name not in _FIELDS and value and (name, value) != (MACHINE, "false"):
                add(properties, f"@{name}", value)
    texts = [_variant(child(segment, "source"), languages[0]), _variant(target, languages[1])]
    if texts[0] is None:
        return None
    comments = child(segment, "comments")
    note = "" if comments is None else "\n".join(str(text).strip() for text in comments.itertext() if str(text).strip())
    return Unit(
        tuple(text for text in texts if text is not None),
        id=f"{block}/{segment.get('segmentId') or ''}",
        status=Status.DRAFT if segment.get(MACHINE) == TRUE else Status.TRANSLATED,
        source_language=languages[0],
        note=note,
        properties=properties or NO_PROPERTIES,
        line=line_of(segment),
    )


def _variant(element: etree._Element | None, language: str) -> Variant | None:
    text = "" if element is None else plain_text(element)
    if element is None or not text.strip():
        return None
    markup = inner_xml(element)
    return Variant(language, composed(text), markup, "tmx" if markup else "")
