"""Builds the element of a concept in TBX, each thing where it would be read again.

What came from TBX is where it was (`placing`). What it has no place for is in ``admin`` elements of version 2 whose
category begins with ``x-``; version 3 is TBX-Basic, which allows no category of one's own: there it is in notes
(`own.written`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Literal

from lxml import etree

from tmtool.formats.tbx import names, own
from tmtool.formats.tbx.elements import add_element, modification, new_element
from tmtool.formats.tbx.placing import GENDERS, NUMBERS, PARTS_OF_SPEECH, Places
from tmtool.formats.term_entries import gender, number, part_of_speech
from tmtool.formats.xml_writing import legal
from tmtool.model import Concept, Term, TermStatus

_ELEMENTS = {3: ("conceptEntry", "langSec", "termSec"), 2: ("termEntry", "langSet", "tig")}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Entry:
    """Builds the element of one concept. `ids` are those of all concepts in the file, `known` all ids there."""

    def __init__(
        self,
        concept: Concept,
        version: Literal[2, 3],
        statuses: dict[TermStatus, str],
        ids: Mapping[str, str],
        known: frozenset[str],
    ) -> None:
        self._concept = concept
        self._version = version
        self._ids = ids
        self._entry, self._section, self._term = _ELEMENTS[version]
        self._statuses = statuses
        self._places = Places(concept, version, statuses, known)
        self._moved = 0

    @property
    def moved(self) -> int:
        """Says how many categories of other dialects had to be written as notes."""
        return self._places.moved + self._moved

    def element(self) -> etree._Element:
        """Returns the element, whose id is that which `ids` has for the concept."""
        concept = self._concept
        identity = self._ids[concept.id]
        entry = etree.Element(self._entry, id=identity)
        if identity != concept.id:
            entry.append(self._own(names.ID, concept.id))
        self._set_attributes(entry, "", 0)
        if concept.domain:
            entry.append(self._places.field("", 0, "descrip", "subjectField", concept.domain))
        if concept.definition:
            entry.append(self._places.field("", 0, "descrip", "definition", concept.definition))
        entry.extend(self._places.placed.get(("", 0), ()))
        for contrast in concept.contrasts:
            if self._version == 2 or self._ids.get(contrast) == contrast:
                add_element(entry, "ref", "crossReference", names.CONTRAST).set("target", legal(contrast))
            else:
                entry.append(self._own(names.CONTRAST_ID, contrast))
        for name, value in self._places.others:
            entry.append(self._own(names.PROPERTY + name, value))
        if concept.date:
            is_day = self._version == 2 or _DAY.fullmatch(concept.date)
            entry.append(modification(concept.date) if is_day else self._own(names.DATE, concept.date))
        entry.extend(self._notes("", 0, concept.note))
        begun: set[str] = set()
        for language, terms in groupby(self._places.numbered, key=lambda numbered: numbered[0].language):
            section = etree.SubElement(entry, self._section, {names.XML_LANG: language})
            if language not in begun:
                self._set_attributes(section, language, 0)
                section.extend(self._places.placed.get((language, 0), ()))
            begun.add(language)
            for term, count in terms:
                section.append(self._term_element(term, count))
        if self._version == 3:
            _without_space(entry)
        for section in entry.iterchildren(self._section):
            for made in section.iterchildren(self._term):
                _lay_out(made, 3)
            _lay_out(section, 2)
        _lay_out(entry, 1)
        return entry

    def _term_element(self, term: Term, count: int) -> etree._Element:
        element = etree.Element(self._term)
        place = (term.language, count)
        self._set_attributes(element, *place)
        element.append(self._places.field(*place, "term", "", term.text))
        after: list[etree._Element] = []
        element.append(self._places.field(*place, "termNote", "administrativeStatus", self._statuses[term.status]))
        for value, known, read, meaning, name in (
            (term.part_of_speech, PARTS_OF_SPEECH, part_of_speech, "partOfSpeech", names.PART_OF_SPEECH),
            (term.gender, GENDERS, gender, "grammaticalGender", names.GENDER),
            (term.number, NUMBERS, number, "grammaticalNumber", names.NUMBER),
        ):
            if value and self._version == 3 and meaning == "grammaticalNumber":
                after.append(self._own(name, value))
            elif value:
                written = known.get(value, "other")
                element.append(self._places.field(*place, "termNote", meaning, written))
                if read(written) != value:
                    after.append(self._own(name, value))
        if term.type:
            typed = self._places.field(*place, "termNote", "termType", term.type)
            is_known = self._places.may_be(typed, "term")
            element.append(typed if is_known else self._own(names.TYPE, term.type))
            self._moved += not is_known
        if term.source:
            after.append(self._places.field(*place, "admin", "source", term.source))
        after += [self._places.field(*place, "admin", "customerSubset", body) for body in term.bodies]
        after += [self._own(names.NOT_WITH, word) for word in term.not_with]
        if term.replaced_by:
            after.append(self._own(names.REPLACED_BY, term.replaced_by))
        after += self._notes(*place, term.note)
        placed = self._places.placed.get((term.language, count), [])
        # Version 2 has the notes on the term before all else.
        element.extend(sorted([*after, *placed], key=lambda one: one.tag not in ("termNote", "termNoteGrp")))
        return element

    def _set_attributes(self, element: etree._Element, language: str, count: int) -> None:
        for name, value in self._places.attributes.get((language, count), {}).items():
            if self._version == 3 and (name != "id" or (language and not count) or value in self._ids.values()):
                element.append(self._own(f"{names.PROPERTY}{names.path(_level(language, count), '@', name)}", value))
                continue
            prefix, _, local = name.rpartition(":")
            element.set(f"{{{names.XML}}}{local}" if prefix == "xml" else name, legal(value))

    def _notes(self, language: str, count: int, note: str) -> list[etree._Element]:
        """Returns the notes of a concept or a term: one, unless some of its lines had markup of their own."""
        if (language, count, "note", "") not in self._places.rich:
            if not note:
                return []
            if self._version == 2:
                return [new_element("note", "", note)]
            # Version 3 has no white space that is kept: each line is a note.
            lines = note.split("\n")
            return [new_element("note", "", line) for line in lines] if all(lines) else [self._own(names.NOTE, note)]
        return [self._places.field(language, count, "note", "", line) for line in note.split("\n")] if note else []

    def _own(self, name: str, value: str) -> etree._Element:
        """Returns the element of what only tmtool says."""
        if self._version == 2:
            return new_element("admin", name, value)
        return new_element("note", "", own.written(name, value))


def _level(language: str, count: int) -> str:
    return f"{language}.{count}" if count else language


def _without_space(entry: etree._Element) -> None:
    """Takes from an entry of version 3 what says that white space counts, which it has not: the exact text is in a note
    of its level, or is the note."""
    levels = frozenset(_ELEMENTS[3])
    for element in [one for one in entry.iter() if one.get(names.XML_SPACE)]:
        del element.attrib[names.XML_SPACE]
        text = element.text or ""
        if element.tag == "note":
            element.text = own.written(names.NOTE, text)
            continue
        level = next(one for one in element.iterancestors() if one.tag in levels)
        exact = new_element(
            "note", "", own.written(names.TEXT + names.path("", str(element.tag), element.get("type", "")), text)
        )
        sections = [place for place, child in enumerate(level) if child.tag in levels]
        level.insert(sections[0] if sections else len(level), exact)


def _lay_out(element: etree._Element, depth: int) -> None:
    """Puts each child on a line of its own."""
    element.text = "\n" + "  " * depth
    for child in element:
        child.tail = "\n" + "  " * depth
    element[-1].tail = "\n" + "  " * (depth - 1)
