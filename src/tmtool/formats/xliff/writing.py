"""Writes a document with its suggestions as XLIFF 1.2, for CAT tools.

What the schema (xliff-core-1.2-strict.xsd) and the tools want decides: a ``target`` only where the same text is in
the memory or a verified substitution makes it the same, since OmegaT, Trados and memoQ take any target for a
translation to keep; every match as ``alt-trans`` with an integer ``match-quality``, which Okapi and Swordfish show;
the rest as notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tmtool import __version__
from tmtool.formats.writing import whole_file
from tmtool.formats.xml_writing import legal
from tmtool.model import Document, Match, MatchKind, Occurrence, Suggestion

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_NSMAP: dict[str, str] = {None: _NAMESPACE}  # type: ignore[dict-item]  # None is the default namespace
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TOOL = "tmtool"
_QUALIFIERS = {MatchKind.CONTEXT: "exact-match", MatchKind.EXACT: "exact-match", MatchKind.ADAPTED: "fuzzy-match"}
"""The state-qualifier of the targets that are filled in, by kind of match."""


def write_suggestions(
    path: Path, document: Document, suggestions: Sequence[Suggestion], *, target_language: str
) -> None:
    """Writes one ``trans-unit`` a segment, its number the id.

    A context or exact match is ``approved``, its target has the qualifier ``exact-match`` and no state, by which
    Lokalize would take it for not ready; an adapted one, which nobody has read yet, has the state
    ``needs-review-translation`` and the qualifier ``fuzzy-match``; other segments have neither.
    ``match-quality`` is the score (0 to 100), ``origin`` memory and document. List label, terms, repeats, replaced
    values, what differs from the best match or disagrees with it, and known fragments are notes. OutputError leaves a
    file that was there as it was.
    """
    root = etree.Element(_name("xliff"), version="1.2", nsmap=_NSMAP)
    file = _child(root, "file")
    file.set("original", legal(Path(document.path).name))
    file.set("source-language", document.language)
    file.set("target-language", target_language)
    file.set("datatype", "plaintext")
    file.set("tool-id", _TOOL)
    tool = _child(_child(file, "header"), "tool")
    tool.set("tool-id", _TOOL)
    tool.set("tool-name", _TOOL)
    tool.set("tool-version", __version__)
    body = _child(file, "body")
    body.text = "\n"
    for suggestion in suggestions:
        _add_trans_unit(body, suggestion, document.language, target_language)
    with whole_file(path, "wb") as stream:
        etree.ElementTree(root).write(stream, encoding="UTF-8", xml_declaration=True)


def _name(local: str) -> str:
    return f"{{{_NAMESPACE}}}{local}"


def _child(parent: etree._Element, name: str) -> etree._Element:
    element = etree.SubElement(parent, _name(name))
    element.tail = "\n"
    return element


def _add_trans_unit(body: etree._Element, suggestion: Suggestion, source_language: str, target_language: str) -> None:
    segment = suggestion.segment
    unit = _child(body, "trans-unit")
    unit.set("id", str(segment.number))
    unit.set(f"{_XML}space", "preserve")
    _text(unit, "source", segment.text, source_language)
    if suggestion.target is not None and suggestion.kind in _QUALIFIERS:
        target = _text(unit, "target", suggestion.target, target_language)
        if suggestion.kind is MatchKind.ADAPTED:
            target.set("state", "needs-review-translation")
        else:
            unit.set("approved", "yes")
        target.set("state-qualifier", _QUALIFIERS[suggestion.kind])
    for match in suggestion.matches:
        _alternative(unit, match, source_language, target_language)
    for note in notes_of(suggestion, target_language):
        element = etree.SubElement(unit, _name("note"))
        element.set("from", _TOOL)
        element.text = legal(note)


def _text(parent: etree._Element, name: str, text: str, language: str) -> etree._Element:
    element = etree.SubElement(parent, _name(name))
    element.set(f"{_XML}lang", language)
    element.text = legal(text)
    return element


def _alternative(unit: etree._Element, match: Match, source_language: str, target_language: str) -> None:
    alternative = etree.SubElement(unit, _name("alt-trans"))
    alternative.set("match-quality", str(match.score))
    alternative.set("origin", legal(", ".join(part for part in (match.memory, match.document) if part)))
    alternative.set("tool-id", _TOOL)
    _text(alternative, "source", match.source, source_language)
    _text(alternative, "target", match.target, target_language)


def notes_of(suggestion: Suggestion, target_language: str) -> Iterator[str]:
    """Yields what is worth knowing of a suggestion and has no place of its own in a file, a line each."""
    if suggestion.segment.label:
        yield f"label: {suggestion.segment.label}"
    if suggestion.repeats is not None:
        yield f"repeats segment {suggestion.repeats}"
    if suggestion.kind is MatchKind.ADAPTED and (adapted := suggestion.matches[0].adapted):
        yield from dict.fromkeys(f"replaced: {one.target_from} → {one.target_to}" for one in adapted.substitutions)
    if suggestion.matches:
        yield from dict.fromkeys(f"{one.kind}: {one.detail}" for one in suggestion.matches[0].warnings)
    if suggestion.matches and (other := suggestion.matches[0].conflict):
        place = ", ".join(part for part in (other.memory, other.document) if part)
        yield f"conflict: also translated as {other.target} ({place})"
    for fragment in (one for one in suggestion.fragments if not one.concept):
        yield f"fragment: {fragment.span.of(suggestion.segment.text)} → {fragment.target} ({fragment.origin})"
    yield from dict.fromkeys(_term(found, suggestion.segment.text, target_language) for found in suggestion.terms)


def _term(found: Occurrence, text: str, target_language: str) -> str:
    """Returns ``term: smuggling of migrants → trafic illicite de migrants (not: contrebande de migrants)``."""
    terms = found.concept.in_language(target_language)
    accepted = ", ".join(term.text for term in terms if term.status.accepted)
    refused = ", ".join(term.text for term in terms if not term.status.accepted)
    note = f"term: {found.span.of(text)} → {accepted or '?'}"
    return f"{note} (not: {refused})" if refused else note
