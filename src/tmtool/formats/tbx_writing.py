"""Writes TBX: version 3 in DCA style, or version 2 for the tools that know no other, so that `tbx` reads it back equal.

Fields go to the categories of TBX-Basic (ISO 30042). What these cannot say stands in ``admin``
elements whose category begins with ``x-``, which other tools pass over; what came from TBX stands where it stood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Literal

from lxml import etree

from tmtool.formats import tbx_names as names
from tmtool.formats.properties import named
from tmtool.formats.registry import Written
from tmtool.formats.term_entries import folded, gender, number, part_of_speech, status_of
from tmtool.formats.writing import whole_file
from tmtool.formats.xml_writing import legal
from tmtool.model import Concept, Term, TermStatus

Tool = Literal["", "omegat", "weblate"]

_ELEMENTS = {3: ("conceptEntry", "langSec", "termSec"), 2: ("termEntry", "langSet", "tig")}
_STATUSES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "deprecatedTerm-admn-sts",
    TermStatus.SUPERSEDED: "supersededTerm-admn-sts",
}
_WEBLATE_STATUSES = _STATUSES | {TermStatus.DEPRECATED: "forbidden", TermStatus.SUPERSEDED: "obsolete"}
"""Weblate marks a term as not to be used by these words only."""
_PARTS_OF_SPEECH = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
_GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
_NUMBERS = {"sg": "singular", "pl": "plural"}
_XML_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def write_concepts(
    path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str, tool: Tool = ""
) -> Written:
    """Write the concepts as TBX 3, or as TBX 2 for a `tool` that reads no other, and say what is left out.

    OmegaT does not tell terms to be avoided from others, so these are left out for it. `source_language` is the
    language of the notes.
    """
    version: Literal[2, 3] = 2 if tool else 3
    losses: Counter[str] = Counter()
    count = 0
    ids: set[str] = set()
    with whole_file(path, "wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(*_root(version, source_language), nsmap={"xml": names.XML}):
            xml.write("\n", _header(version), "\n")
            with xml.element("text"), xml.element("body"):
                xml.write("\n")
                for concept in concepts:
                    kept = _for_tool(concept, tool, losses)
                    if kept is None:
                        continue
                    xml.write(_Entry(kept, version, _WEBLATE_STATUSES if tool == "weblate" else _STATUSES).element(ids))
                    xml.write("\n")
                    count += 1
    return Written(count, losses)


def _root(version: Literal[2, 3], language: str) -> tuple[str, dict[str, str]]:
    attributes = {"type": "TBX-Basic", names.XML_LANG: language}
    if version == 2:
        return "martif", attributes
    return "tbx", {"xmlns": names.NAMESPACE, "style": "dca"} | attributes


def _header(version: Literal[2, 3]) -> etree._Element:
    header = etree.Element("tbxHeader" if version == 3 else "martifHeader")
    source = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(source, "p").text = "Written by tmtool"
    if version == 2:
        encoding = etree.SubElement(header, "encodingDesc")
        etree.SubElement(encoding, "p", type="XCSURI").text = "TBXBasicXCSV02.xcs"
    return header


def _for_tool(concept: Concept, tool: Tool, losses: Counter[str]) -> Concept | None:
    """The concept without the terms that a tool would offer as right; None if one language is left."""
    if tool != "omegat":
        return concept
    accepted = tuple(term for term in concept.terms if term.status.accepted)
    losses["terms not to be used"] += len(concept.terms) - len(accepted)
    if len({term.language for term in accepted}) < 2:
        losses["concepts without terms to be used in two languages"] += 1
        return None
    # The properties number the terms as they were.
    kept = {name: value for name, value in concept.properties.items() if not (names.parse_path(name) or ("", 0))[1]}
    losses["remarks on single terms"] += len(concept.properties) - len(kept)
    return Concept(
        concept.id, accepted, concept.domain, concept.definition, concept.note, concept.contrasts, kept, concept.line
    )


class _Entry:
    """Builds the element of one concept."""

    def __init__(self, concept: Concept, version: Literal[2, 3], statuses: dict[TermStatus, str]) -> None:
        self._concept = concept
        self._entry, self._section, self._term = _ELEMENTS[version]
        self._statuses = statuses
        self._numbered = _numbered(concept)
        self._placed: dict[tuple[str, int], list[etree._Element]] = {}
        self._others: list[tuple[str, str]] = []
        for name, value in named(concept.properties):
            self._place(name, value)

    def element(self, ids: set[str]) -> etree._Element:
        concept = self._concept
        entry = etree.Element(self._entry)
        if _XML_ID.fullmatch(concept.id) and concept.id not in ids:
            ids.add(concept.id)
            entry.set("id", concept.id)
        else:
            _add(entry, "admin", names.ID, concept.id)
        if concept.domain:
            _add(entry, "descrip", "subjectField", concept.domain)
        if concept.definition:
            _add(entry, "descrip", "definition", concept.definition)
        entry.extend(self._placed.get(("", 0), ()))
        for contrast in concept.contrasts:
            _add(entry, "ref", "crossReference", names.CONTRAST).set("target", legal(contrast))
        for name, value in self._others:
            _add(entry, "admin", names.PROPERTY + name, value)
        if concept.note:
            _add(entry, "note", "", concept.note)
        begun: set[str] = set()
        for language, terms in groupby(self._numbered, key=lambda numbered: numbered[0].language):
            section = etree.SubElement(entry, self._section, {names.XML_LANG: language})
            if language not in begun:
                section.extend(self._placed.get((language, 0), ()))
            begun.add(language)
            for term, count in terms:
                section.append(self._term_element(term, count))
            _lay_out(section, 2)
        _lay_out(entry, 1)
        return entry

    def _term_element(self, term: Term, count: int) -> etree._Element:
        element = etree.Element(self._term)
        _add(element, "term", "", term.text)
        after: list[etree._Element] = []
        _add(element, "termNote", "administrativeStatus", self._statuses[term.status])
        for value, known, read, meaning, own in (
            (term.part_of_speech, _PARTS_OF_SPEECH, part_of_speech, "partOfSpeech", names.PART_OF_SPEECH),
            (term.gender, _GENDERS, gender, "grammaticalGender", names.GENDER),
            (term.number, _NUMBERS, number, "grammaticalNumber", names.NUMBER),
        ):
            if value:
                written = known.get(value, "other")
                _add(element, "termNote", meaning, written)
                if read(written) != value:
                    after.append(_made("admin", own, value))
        if term.replaced_by:
            after.append(_made("admin", names.REPLACED_BY, term.replaced_by))
        if term.note:
            after.append(_made("note", "", term.note))
        placed = self._placed.get((term.language, count), [])
        # Version 2 has the notes on the term before all else.
        element.extend(sorted([*placed, *after], key=lambda one: one.tag not in ("termNote", "termNoteGrp")))
        _lay_out(element, 3)
        return element

    def _place(self, name: str, value: str) -> None:
        """Put a property where it came from, if it would be read there again, else among the others."""
        place = names.parse_path(name)
        if place is not None:
            language, count, element, meaning = place
            made = _element_of(element, meaning, value)
            if made is not None and self._has(language, count) and not self._fills(place, value):
                self._placed.setdefault((language, count), []).append(made)
                return
        self._others.append((name, value))

    def _has(self, language: str, count: int) -> bool:
        if not language:
            return True
        numbers = [number for term, number in self._numbered if term.language == language]
        return bool(numbers) and count <= numbers[-1]

    def _fills(self, place: tuple[str, int, str, str], value: str) -> bool:
        """True if a reader would take this for a field of the concept or of a term."""
        language, count, element, meaning = place
        if count:
            term = next(term for term, number in self._numbered if (term.language, number) == (language, count))
            if element == "note":
                return True
            if element == "termNote" and meaning in ("administrativeStatus", "normativeAuthorization"):
                return not status_of(value)[1]
            fields = {
                "partOfSpeech": term.part_of_speech,
                "grammaticalGender": term.gender,
                "grammaticalNumber": term.number,
            }
            return element == "termNote" and meaning in fields and not fields[meaning]
        if language:
            return element == "descrip" and meaning == "definition" and not self._concept.definition
        if (element, meaning) == ("descrip", "subjectField"):
            return not self._concept.domain
        if (element, meaning) == ("descrip", "definition"):
            return not self._concept.definition
        return element == "note" or meaning == names.ID


def _numbered(concept: Concept) -> list[tuple[Term, int]]:
    """The terms, each with its number among those of its language, from 1."""
    counts: Counter[str] = Counter()
    numbered = []
    for term in concept.terms:
        counts[term.language] += 1
        numbered.append((term, counts[term.language]))
    return numbered


def _element_of(element: str, meaning: str, value: str) -> etree._Element | None:
    """The element of a property: its text, or the XML that its value is; None if it can be neither."""
    if meaning:
        return None if element in names.GROUPS else _made(element, meaning, value)
    if element == "note":
        return _made("note", "", value)
    try:
        made = etree.fromstring(value, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return None
    return made if made.tag == element and "<!DOCTYPE" not in value else None


def _add(parent: etree._Element, name: str, meaning: str, text: str) -> etree._Element:
    made = _made(name, meaning, text)
    parent.append(made)
    return made


def _made(name: str, meaning: str, text: str) -> etree._Element:
    element = etree.Element(name)
    if meaning:
        element.set("type", legal(meaning))
    element.text = legal(text)
    if folded(text) != text:
        element.set(names.XML_SPACE, "preserve")
    return element


def _lay_out(element: etree._Element, depth: int) -> None:
    """Put each child on a line of its own."""
    element.text = "\n" + "  " * depth
    for child in element:
        child.tail = "\n" + "  " * depth
    element[-1].tail = "\n" + "  " * (depth - 1)
