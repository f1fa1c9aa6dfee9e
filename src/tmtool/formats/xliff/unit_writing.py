"""Writes translation units as XLIFF 1.2, one ``file`` a document, for tools that take a memory as bilingual files."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from tmtool.formats.writing import whole_file
from tmtool.formats.xml_writing import legal
from tmtool.model import Status, Unit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NSMAP = {None: _NAMESPACE, "xml": "http://www.w3.org/XML/1998/namespace"}
"""The writer has to be told the prefix of ``xml:lang``."""
_STATES = {
    Status.DRAFT: "needs-review-translation",
    Status.SUPERSEDED: "needs-review-translation",
    Status.TRANSLATED: "translated",
    Status.APPROVED: "final",
}


def write_units(path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
    """Writes the units that have both languages and gives their number.

    Units of one document that follow each other share a ``file``. Status, context (``resname``) and note are kept;
    inline codes are left out, since those of one tool mean nothing to another. OutputError leaves a file that was there
    as it was.
    """
    count = 0
    with whole_file(path, "wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{_NAMESPACE}}}xliff", version="1.2", nsmap=_NSMAP):
            for document, group in groupby(units, key=lambda one: one.document):
                attributes = {
                    "original": legal(document) or "tmtool",
                    "source-language": source_language,
                    "target-language": target_language,
                    "datatype": "plaintext",
                }
                with xml.element(f"{{{_NAMESPACE}}}file", attributes), xml.element(f"{{{_NAMESPACE}}}body"):
                    used: set[str] = set()
                    for unit in group:
                        count += _write_unit(xml, unit, source_language, target_language, used)
                    xml.write("\n")
            xml.write("\n")
    return count


def _write_unit(xml: Any, unit: Unit, source_language: str, target_language: str, used: set[str]) -> bool:
    """Writes a unit and tells whether it has text in both languages; `used` are the ids of the file so far."""
    source, target = unit.variant(source_language), unit.variant(target_language)
    if source is None or target is None:
        return False
    identity = legal(unit.id) or str(len(used) + 1)
    while identity in used:
        identity = f"{identity}-{len(used) + 1}"
    used.add(identity)
    attributes = {"id": identity, f"{_XML}space": "preserve"}
    if unit.context:
        attributes["resname"] = legal(unit.context)
    if unit.status is Status.APPROVED:
        attributes["approved"] = "yes"
    xml.write("\n")
    with xml.element(f"{{{_NAMESPACE}}}trans-unit", attributes):
        _write_text(xml, "source", source.text, {f"{_XML}lang": source.language})
        _write_text(xml, "target", target.text, {f"{_XML}lang": target.language, "state": _STATES[unit.status]})
        if unit.note:
            _write_text(xml, "note", unit.note, {})
    return True


def _write_text(xml: Any, name: str, text: str, attributes: dict[str, str]) -> None:
    with xml.element(f"{{{_NAMESPACE}}}{name}", attributes):
        xml.write(legal(text))
