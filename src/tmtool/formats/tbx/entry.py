"""Builds the element of a concept in TBX, each thing where it would be read again.

What came from TBX is where it was. What it has no place for is in ``admin`` elements of version 2 whose category begins
with ``x-``; version 3 is TBX-Basic, which allows no category of one's own: there it is in notes (`own.written`).
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Literal

from lxml import etree

from tmtool.formats.properties import named
from tmtool.formats.tbx import names, own
from tmtool.formats.tbx.basic import is_basic_element
from tmtool.formats.tbx.markup import as_xml, is_rich, parsed
from tmtool.formats.term_entries import folded, gender, number, part_of_speech, status_of, text_of
from tmtool.formats.xml_writing import legal
from tmtool.model import Concept, Term, TermStatus

_ELEMENTS = {3: ("conceptEntry", "langSec", "termSec"), 2: ("termEntry", "langSet", "tig")}
_PARTS_OF_SPEECH = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
_GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
_NUMBERS = {"sg": "singular", "pl": "plural"}
_TERM_ADMIN = frozenset(
    {"customerSubset", names.NOT_WITH, names.REPLACED_BY, names.PART_OF_SPEECH, names.GENDER, names.NUMBER}
)
"""What a reader takes for a field of the term wherever it is at one."""
_ATTRIBUTE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*|xml:(?:lang|space|id)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Entry:
    """Builds the element of one concept."""

    def __init__(
        self,
        concept: Concept,
        version: Literal[2, 3],
        statuses: dict[TermStatus, str],
        ids: Mapping[str, str],
        known: Iterable[str] = (),
    ) -> None:
        self._concept = concept
        self._version = version
        self._ids = ids
        self._known = frozenset(known) | frozenset(ids.values())
        self.moved = 0
        """How many categories of other dialects had to be written as notes."""
        self._entry, self._section, self._term = _ELEMENTS[version]
        self._statuses = statuses
        self._numbered = _numbered(concept)
        self._placed: dict[tuple[str, int], list[etree._Element]] = {}
        self._others: list[tuple[str, str]] = []
        self._rich: dict[tuple[str, int, str, str], list[etree._Element]] = {}
        self._attributes: dict[tuple[str, int], dict[str, str]] = {}
        for name, value in named(concept.properties):
            self._place(name, value)

    def element(self) -> etree._Element:
        """Returns the element, whose id is that which `ids` has for the concept."""
        concept = self._concept
        identity = self._ids[concept.id]
        entry = etree.Element(self._entry, id=identity)
        if identity != concept.id:
            entry.append(self._own(names.ID, concept.id))
        self._set_attributes(entry, "", 0)
        if concept.domain:
            entry.append(self._field("", 0, "descrip", "subjectField", concept.domain))
        if concept.definition:
            entry.append(self._field("", 0, "descrip", "definition", concept.definition))
        entry.extend(self._placed.get(("", 0), ()))
        for contrast in concept.contrasts:
            if self._version == 2 or self._ids.get(contrast) == contrast:
                _add(entry, "ref", "crossReference", names.CONTRAST).set("target", legal(contrast))
            else:
                entry.append(self._own(names.CONTRAST_ID, contrast))
        for name, value in self._others:
            entry.append(self._own(names.PROPERTY + name, value))
        if concept.date:
            is_day = self._version == 2 or _DAY.fullmatch(concept.date)
            entry.append(_modification(concept.date) if is_day else self._own(names.DATE, concept.date))
        entry.extend(self._notes("", 0, concept.note))
        begun: set[str] = set()
        for language, terms in groupby(self._numbered, key=lambda numbered: numbered[0].language):
            section = etree.SubElement(entry, self._section, {names.XML_LANG: language})
            if language not in begun:
                self._set_attributes(section, language, 0)
                section.extend(self._placed.get((language, 0), ()))
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
        element.append(self._field(*place, "term", "", term.text))
        after: list[etree._Element] = []
        element.append(self._field(*place, "termNote", "administrativeStatus", self._statuses[term.status]))
        for value, known, read, meaning, name in (
            (term.part_of_speech, _PARTS_OF_SPEECH, part_of_speech, "partOfSpeech", names.PART_OF_SPEECH),
            (term.gender, _GENDERS, gender, "grammaticalGender", names.GENDER),
            (term.number, _NUMBERS, number, "grammaticalNumber", names.NUMBER),
        ):
            if value and self._version == 3 and meaning == "grammaticalNumber":
                after.append(self._own(name, value))
            elif value:
                written = known.get(value, "other")
                element.append(self._field(*place, "termNote", meaning, written))
                if read(written) != value:
                    after.append(self._own(name, value))
        if term.type:
            typed = self._field(*place, "termNote", "termType", term.type)
            is_known = self._may_be(typed, "term")
            element.append(typed if is_known else self._own(names.TYPE, term.type))
            self.moved += not is_known
        if term.source:
            after.append(self._field(*place, "admin", "source", term.source))
        after += [self._field(*place, "admin", "customerSubset", body) for body in term.bodies]
        after += [self._own(names.NOT_WITH, word) for word in term.not_with]
        if term.replaced_by:
            after.append(self._own(names.REPLACED_BY, term.replaced_by))
        after += self._notes(*place, term.note)
        placed = self._placed.get((term.language, count), [])
        # Version 2 has the notes on the term before all else.
        element.extend(sorted([*after, *placed], key=lambda one: one.tag not in ("termNote", "termNoteGrp")))
        return element

    def _place(self, name: str, value: str) -> None:
        """Puts a property where it came from, if it would be read there again, else among the others."""
        place = names.parse_path(name.removeprefix(names.MARKUP))
        if name.startswith(names.MARKUP):
            if (
                place is not None
                and (rich := self._markup(place, value)) is not None
                and self._may_be(rich, *place[:2])
            ):
                self._rich.setdefault(place, []).append(rich)
            else:
                self._others.append((name, value))
            return
        if place is not None:
            language, count, element, meaning = place
            if element == "@":
                known = self._attributes.setdefault((language, count), {})
                if self._has(language, count) and meaning not in known and _may_have(place, value):
                    known[meaning] = value
                else:
                    self._others.append((name, value))
                return
            made = _element_of(element, meaning, value)
            if (
                made is not None
                and self._has(language, count)
                and not self._fills(place, value)
                and self._may_be(made, language, count)
            ):
                self._placed.setdefault((language, count), []).append(made)
                return
            self.moved += made is not None
        self._others.append((name, value))

    def _set_attributes(self, element: etree._Element, language: str, count: int) -> None:
        for name, value in self._attributes.get((language, count), {}).items():
            if self._version == 3 and (name != "id" or (language and not count) or value in self._ids.values()):
                element.append(self._own(f"{names.PROPERTY}{names.path(_level(language, count), '@', name)}", value))
                continue
            prefix, _, local = name.rpartition(":")
            element.set(f"{{{names.XML}}}{local}" if prefix == "xml" else name, legal(value))

    def _field(
        self,
        language: str,
        count: int,
        name: str,
        meaning: str,
        text: str,
    ) -> etree._Element:
        """Returns the element of a field: as the file had it, if that still says the same, else made anew."""
        for rich in self._rich.get((language, count, name, meaning), ()):
            says = rich[0] if rich.tag in names.GROUPS else rich
            if text_of(says) == text:
                return copy.deepcopy(rich)
        return _made(name, meaning, text)

    def _markup(self, place: tuple[str, int, str, str], value: str) -> etree._Element | None:
        """Returns the element of a field with its markup, if the field still says the same and it would be read so
        again."""
        language, count, name, meaning = place
        element = parsed(value)
        if element is None or as_xml(element) != value or not self._has(language, count):
            return None
        says = element
        if element.tag in names.GROUPS and len(element) > 1:
            says = element[0]
        elif not is_rich(element):
            return None
        if names.category(says) != (name, meaning):
            return None
        text = text_of(says)
        earlier = [text_of(one[0] if one.tag in names.GROUPS else one) for one in self._rich.get(place, ())]
        return element if text in self._values(place) and text not in earlier else None

    def _values(self, place: tuple[str, int, str, str]) -> frozenset[str]:
        """Returns what the field at a place says, in the words of the file; several for notes and bodies."""
        language, count, name, meaning = place
        concept = self._concept
        if not count:
            found = {
                ("descrip", "subjectField"): (concept.domain,),
                ("descrip", "definition"): (concept.definition,),
                ("note", ""): tuple(concept.note.split("\n")),
            }
            return frozenset(() if language else found.get((name, meaning), ()))
        term = next(term for term, number in self._numbered if (term.language, number) == (language, count))
        values = {
            ("term", ""): (term.text,),
            ("note", ""): tuple(term.note.split("\n")),
            ("termNote", "termType"): (term.type,),
            ("termNote", "administrativeStatus"): (self._statuses[term.status],),
            ("termNote", "partOfSpeech"): (_PARTS_OF_SPEECH.get(term.part_of_speech, "other"),),
            ("termNote", "grammaticalGender"): (_GENDERS.get(term.gender, "other"),),
            ("termNote", "grammaticalNumber"): (_NUMBERS.get(term.number, "other"),),
            ("admin", "source"): (term.source,),
            ("admin", "customerSubset"): term.bodies,
        }
        return frozenset(values.get((name, meaning), ()))

    def _notes(self, language: str, count: int, note: str) -> list[etree._Element]:
        """Returns the notes of a concept or a term: one, unless some of its lines had markup of their own."""
        if (language, count, "note", "") not in self._rich:
            if not note:
                return []
            if self._version == 2:
                return [_made("note", "", note)]
            # Version 3 has no white space that is kept: each line is a note.
            lines = note.split("\n")
            return [_made("note", "", line) for line in lines] if all(lines) else [self._own(names.NOTE, note)]
        return [self._field(language, count, "note", "", line) for line in note.split("\n")] if note else []

    def _own(self, name: str, value: str) -> etree._Element:
        """Returns the element of what only tmtool says."""
        if self._version == 2:
            return _made("admin", name, value)
        return _made("note", "", own.written(name, value))

    def _may_be(self, element: etree._Element, language: str, count: int = 1) -> bool:
        """Tells whether an element may be written at a place: version 2 takes all."""
        level = "term" if count and language else "language" if language else "concept"
        return self._version == 2 or is_basic_element(element, level, self._known)

    def _has(self, language: str, count: int) -> bool:
        if not language:
            return True
        numbers = [number for term, number in self._numbered if term.language == language]
        return bool(numbers) and count <= numbers[-1]

    def _fills(self, place: tuple[str, int, str, str], value: str) -> bool:
        """Tells whether a reader would take this for a field of the concept or of a term."""
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
                "termType": term.type,
            }
            if element == "admin":
                return meaning in _TERM_ADMIN or (meaning == "source" and not folded(term.source))
            return element == "termNote" and meaning in fields and not folded(fields[meaning])
        if language:
            return element == "descrip" and meaning == "definition" and not folded(self._concept.definition)
        if (element, meaning) == ("descrip", "subjectField"):
            return not folded(self._concept.domain)
        if element == "transacGrp":
            group = parsed(value)
            is_date = group is not None and [str(one.tag) for one in group] == ["transac", "date"]
            return is_date and not self._concept.date
        if (element, meaning) == ("descrip", "definition"):
            return not folded(self._concept.definition)
        return element == "note" or meaning == names.ID


def _numbered(concept: Concept) -> list[tuple[Term, int]]:
    """Returns the terms, each with its number among those of its language, from 1."""
    counts: Counter[str] = Counter()
    numbered = []
    for term in concept.terms:
        counts[term.language] += 1
        numbered.append((term, counts[term.language]))
    return numbered


def _element_of(element: str, meaning: str, value: str) -> etree._Element | None:
    """Returns the element of a property: its text, or the XML that its value is, or None if it can be neither."""
    if meaning:
        return None if element in names.GROUPS else _made(element, meaning, value)
    if element == "note":
        return _made("note", "", value)
    made = parsed(value)
    return made if made is not None and made.tag == element else None


def _level(language: str, count: int) -> str:
    return f"{language}.{count}" if count else language


def _may_have(place: tuple[str, int, str, str], value: str) -> bool:
    """Tells whether this is an attribute that can be written at a place without being taken for what is written there
    anyway."""
    language, count, _, name = place
    taken = {"xml:lang", "lang"} if language and not count else {"id"} if not language else set()
    return _ATTRIBUTE.fullmatch(name) is not None and name not in taken and legal(value) == value


def _modification(date: str) -> etree._Element:
    """Returns the group that says when an entry was last changed."""
    group = etree.Element("transacGrp")
    _add(group, "transac", "transactionType", "modification")
    _add(group, "date", "", date)
    return group


def _add(parent: etree._Element, name: str, meaning: str, text: str) -> etree._Element:
    made = _made(name, meaning, text)
    parent.append(made)
    return made


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
        exact = _made(
            "note", "", own.written(names.TEXT + names.path("", str(element.tag), element.get("type", "")), text)
        )
        sections = [place for place, child in enumerate(level) if child.tag in levels]
        level.insert(sections[0] if sections else len(level), exact)


def _made(name: str, meaning: str, text: str) -> etree._Element:
    element = etree.Element(name)
    if meaning:
        element.set("type", legal(meaning))
    element.text = legal(text)
    if folded(text) != text:
        element.set(names.XML_SPACE, "preserve")
    return element


def _lay_out(element: etree._Element, depth: int) -> None:
    """Puts each child on a line of its own."""
    element.text = "\n" + "  " * depth
    for child in element:
        child.tail = "\n" + "  " * depth
    element[-1].tail = "\n" + "  " * (depth - 1)
