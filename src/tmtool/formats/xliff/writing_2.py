"""Writes a document with its suggestions as XLIFF 2.1, with its modules for matches and glossary.

OASIS XLIFF 2.1: core 4.2 (order inside ``unit``: modules, notes, segments), candidates module 5.1 (``type="icm"`` is a
match in context, ``tm`` any other of a memory), glossary module 5.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tmtool.formats.writing import whole_file
from tmtool.formats.xliff.writing import notes_of
from tmtool.formats.xml_writing import legal
from tmtool.languages.writing import direction, is_right_to_left
from tmtool.model import Document, Match, MatchKind, Occurrence, Suggestion

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_NSMAP: dict[str, str] = {None: _CORE, "mtc": _MATCHES, "gls": _GLOSSARY}  # type: ignore[dict-item]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES = {MatchKind.CONTEXT: "translated", MatchKind.EXACT: "translated", MatchKind.ADAPTED: "initial"}
"""The states of the targets that are filled in; what was adapted, which nobody has read yet, is but a beginning."""


def write_suggestions(
    path: Path, document: Document, suggestions: Sequence[Suggestion], *, target_language: str
) -> None:
    """Writes one ``unit`` with one ``segment`` a segment, its number the id.

    The target of context, exact and adapted matches is filled in. Every match is a candidate with its rate as
    ``similarity`` and its score as ``matchQuality``; terms are in the glossary; the rest are notes. OutputError leaves
    a file that was there as it was.
    """
    root = etree.Element(f"{{{_CORE}}}xliff", version="2.1", nsmap=_NSMAP)
    root.set("srcLang", document.language)
    root.set("trgLang", target_language)
    root.text = "\n"
    file = _child(root, _CORE, "file", id="f1", original=legal(Path(document.path).name))
    for name, tag in (("srcDir", document.language), ("trgDir", target_language)):
        if is_right_to_left(tag):
            file.set(name, direction(tag))
    file.text = file.tail = "\n"
    for suggestion in suggestions:
        unit = _child(file, _CORE, "unit", id=f"u{suggestion.segment.number}")
        unit.set(_SPACE, "preserve")
        unit.tail = "\n"
        _fill(unit, suggestion, target_language)
    with whole_file(path, "wb") as stream:
        etree.ElementTree(root).write(stream, encoding="UTF-8", xml_declaration=True)


def _child(parent: etree._Element, namespace: str, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{namespace}}}{name}", attributes)
    if text:
        element.text = legal(text)
    return element


def _fill(unit: etree._Element, suggestion: Suggestion, target_language: str) -> None:
    if suggestion.matches:
        matches = _child(unit, _MATCHES, "matches")
        for match in suggestion.matches:
            _add_match(matches, match)
    entries = [one for one in suggestion.terms if any(_accepted(one, target_language))]
    if entries:
        glossary = _child(unit, _GLOSSARY, "glossary")
        for one in entries:
            entry = _child(glossary, _GLOSSARY, "glossEntry")
            _child(entry, _GLOSSARY, "term", one.span.of(suggestion.segment.text))
            for term in _accepted(one, target_language):
                _child(entry, _GLOSSARY, "translation", term)
            if one.concept.definition:
                _child(entry, _GLOSSARY, "definition", one.concept.definition)
    told = list(notes_of(suggestion, target_language))
    if told:
        notes = _child(unit, _CORE, "notes")
        for note in told:
            _child(notes, _CORE, "note", note, category="tmtool")
    segment = _child(unit, _CORE, "segment", id="s1")
    _child(segment, _CORE, "source", suggestion.segment.text)
    if suggestion.target is not None and suggestion.kind in _STATES:
        segment.set("state", _STATES[suggestion.kind])
        _child(segment, _CORE, "target", suggestion.target)


def _add_match(matches: etree._Element, match: Match) -> None:
    origin = ", ".join(part for part in (match.memory, match.document) if part)
    element = _child(matches, _MATCHES, "match", ref="#s1", similarity=str(match.rate), matchQuality=str(match.score))
    element.set("type", "icm" if match.kind is MatchKind.CONTEXT else "tm")
    if origin:
        element.set("origin", legal(origin))
    _child(element, _CORE, "source", match.source)
    _child(element, _CORE, "target", match.target)


def _accepted(found: Occurrence, target_language: str) -> list[str]:
    return [term.text for term in found.concept.in_language(target_language) if term.status.accepted]
