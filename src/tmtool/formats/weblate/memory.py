"""Reads and writes the entries of a Weblate memory, by its public schema (weblate-memory.schema.json).

An entry has a source and a target with their languages, where it comes from (``origin``), a ``category`` (1 for all
projects), a ``context``, and a ``status``: 0 for what nobody has accepted yet, 1 for all else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.encoding import read_text
from tmtool.formats.properties import add, named
from tmtool.formats.writing import whole_file
from tmtool.languages.tags import canonical, is_tag
from tmtool.model import NO_PROPERTIES, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

_CATEGORY = "@category"
_FOR_ALL = 1
_PENDING, _ACTIVE = 0, 1
_KNOWN = frozenset({"source", "target", "source_language", "target_language", "origin", "context", "status"})
_BETWEEN = re.compile(r"[\s,]*")
_REMEDY = say("give the file as Weblate wrote it")


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped]:
    """Yields the entries as units, each that lacks a text or language as `Skipped`; the languages are the entry's own.

    What nobody has accepted is a draft, the origin is the document. Raises InputError where the JSON breaks off.
    """
    text = read_text(path)
    decoder = json.JSONDecoder()
    at, line, counted = text.find("[") + 1, 1, 0
    position = 0
    while True:
        found = _BETWEEN.match(text, at)
        at = found.end() if found else at
        if text[at : at + 1] == "]":
            return
        line += text.count("\n", counted, at)
        counted = at
        try:
            entry, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            raise InputError(say("the JSON breaks off or is damaged"), _REMEDY, path=path, line=line) from error
        unit = _unit(entry, line) if isinstance(entry, dict) else None
        if unit is None:
            yield Skipped(say("the entry has no source, target or language"), line)
        else:
            position += 1
            yield replace(unit, position=position)


def _unit(entry: Mapping[str, object], line: int) -> Unit | None:
    texts = []
    for side in ("source", "target"):
        text, tag = entry.get(side), entry.get(f"{side}_language")
        if not isinstance(text, str) or not text.strip() or not isinstance(tag, str) or not is_tag(_hyphened(tag)):
            return None
        texts.append(Variant(canonical(_hyphened(tag)), composed(text)))
    properties: dict[str, str] = {}
    for name, value in entry.items():
        if name not in _KNOWN and isinstance(value, str | int) and (name, value) != ("category", _FOR_ALL):
            add(properties, f"@{name}", str(value))
    return Unit(
        tuple(texts),
        document=_text(entry, "origin"),
        status=Status.DRAFT if entry.get("status") == _PENDING else Status.TRANSLATED,
        source_language=texts[0].language,
        context=_text(entry, "context"),
        properties=properties or NO_PROPERTIES,
        line=line,
    )


def _hyphened(tag: str) -> str:
    return tag.strip().replace("_", "-")


def _text(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def write_units(path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
    """Writes an entry for each text that a unit has beside its source, and gives the number of units with one.

    The source is the text in the language asked for, else in the unit's own. What is superseded is left out, since
    Weblate would offer it. OutputError leaves a file that was there as it was.
    """
    count = 0
    with whole_file(path) as stream:
        stream.write("[")
        comma = "\n"
        for unit in units:
            source = unit.variant(source_language) or unit.variant(unit.source_language)
            others = [one for one in unit.variants if one is not source]
            if source is None or not others or unit.status is Status.SUPERSEDED:
                continue
            count += 1
            for target in others:
                stream.write(comma + json.dumps(_entry(unit, source, target), ensure_ascii=False))
                comma = ",\n"
        stream.write("\n]\n")
    return count


def _entry(unit: Unit, source: Variant, target: Variant) -> dict[str, object]:
    said = dict(named(unit.properties))
    category = said.get(_CATEGORY, "")
    return {
        "source": source.text,
        "target": target.text,
        "source_language": source.language,
        "target_language": target.language,
        "origin": unit.document or "tmtool",
        "context": unit.context,
        "category": int(category) if category.isascii() and category.isdigit() and len(category) < 12 else _FOR_ALL,
        "status": _PENDING if unit.status is Status.DRAFT else _ACTIVE,
    }
