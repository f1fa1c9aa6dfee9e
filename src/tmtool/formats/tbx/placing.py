"""Where is each property of a concept in its TBX entry, so that it would be read there again?

What came from TBX is where it was, with its markup and its attributes as long as the field still says the same; the
others are left to who writes the entry.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from lxml import etree

from tmtool.formats.properties import named
from tmtool.formats.tbx import names
from tmtool.formats.tbx.basic import is_basic_element
from tmtool.formats.tbx.elements import element_of, new_element
from tmtool.formats.tbx.markup import as_xml, is_rich, parsed
from tmtool.formats.term_entries import folded, status_of, text_of
from tmtool.formats.xml_writing import legal
from tmtool.model import Concept, Term, TermStatus

PARTS_OF_SPEECH = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
NUMBERS = {"sg": "singular", "pl": "plural"}
_TERM_ADMIN = frozenset(
    {"customerSubset", names.NOT_WITH, names.REPLACED_BY, names.PART_OF_SPEECH, names.GENDER, names.NUMBER}
)
"""What a reader takes for a field of the term wherever it is at one."""
_ATTRIBUTE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*|xml:(?:lang|space|id)")


class Places:
    """`Places` are the places in an entry of version 2 or 3 at which the properties of a concept are, by language (""
    for the concept) and the number of the term (0 for the language or the concept). `known` are the ids
    that are in the file."""

    def __init__(
        self,
        concept: Concept,
        version: Literal[2, 3],
        statuses: Mapping[TermStatus, str],
        known: frozenset[str],
    ) -> None:
        self._concept = concept
        self._version = version
        self._statuses = statuses
        self._known = known
        self.moved = 0
        """How many categories of other dialects are not where they came from."""
        self.numbered = _numbered(concept)
        self.placed: dict[tuple[str, int], list[etree._Element]] = {}
        self.others: list[tuple[str, str]] = []
        self.rich: dict[tuple[str, int, str, str], list[etree._Element]] = {}
        self.attributes: dict[tuple[str, int], dict[str, str]] = {}
        for name, value in named(concept.properties):
            self._place(name, value)

    def _place(self, name: str, value: str) -> None:
        """Puts a property where it came from, if it would be read there again, else among the others."""
        place = names.parse_path(name.removeprefix(names.MARKUP))
        if name.startswith(names.MARKUP):
            if place is not None and (rich := self._markup(place, value)) is not None and self.may_be(rich, *place[:2]):
                self.rich.setdefault(place, []).append(rich)
            else:
                self.others.append((name, value))
            return
        if place is not None:
            language, count, element, meaning = place
            if element == "@":
                known = self.attributes.setdefault((language, count), {})
                if self._has(language, count) and meaning not in known and _may_have(place, value):
                    known[meaning] = value
                else:
                    self.others.append((name, value))
                return
            made = element_of(element, meaning, value)
            if (
                made is not None
                and self._has(language, count)
                and not self._fills(place, value)
                and self.may_be(made, language, count)
            ):
                self.placed.setdefault((language, count), []).append(made)
                return
            self.moved += made is not None
        self.others.append((name, value))

    def field(
        self,
        language: str,
        count: int,
        name: str,
        meaning: str,
        text: str,
    ) -> etree._Element:
        """Returns the element of a field: as the file had it, if that still says the same, else made anew."""
        for rich in self.rich.get((language, count, name, meaning), ()):
            says = rich[0] if rich.tag in names.GROUPS else rich
            if text_of(says) == text:
                return copy.deepcopy(rich)
        return new_element(name, meaning, text)

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
        earlier = [text_of(one[0] if one.tag in names.GROUPS else one) for one in self.rich.get(place, ())]
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
        term = next(term for term, number in self.numbered if (term.language, number) == (language, count))
        values = {
            ("term", ""): (term.text,),
            ("note", ""): tuple(term.note.split("\n")),
            ("termNote", "termType"): (term.type,),
            ("termNote", "administrativeStatus"): (self._statuses[term.status],),
            ("termNote", "partOfSpeech"): (PARTS_OF_SPEECH.get(term.part_of_speech, "other"),),
            ("termNote", "grammaticalGender"): (GENDERS.get(term.gender, "other"),),
            ("termNote", "grammaticalNumber"): (NUMBERS.get(term.number, "other"),),
            ("admin", "source"): (term.source,),
            ("admin", "customerSubset"): term.bodies,
        }
        return frozenset(values.get((name, meaning), ()))

    def may_be(self, element: etree._Element, language: str, count: int = 1) -> bool:
        """Tells whether an element may be written at a place: version 2 takes all."""
        level = "term" if count and language else "language" if language else "concept"
        return self._version == 2 or is_basic_element(element, level, self._known)

    def _has(self, language: str, count: int) -> bool:
        if not language:
            return True
        numbers = [number for term, number in self.numbered if term.language == language]
        return bool(numbers) and count <= numbers[-1]

    def _fills(self, place: tuple[str, int, str, str], value: str) -> bool:
        """Tells whether a reader would take this for a field of the concept or of a term."""
        language, count, element, meaning = place
        if count:
            term = next(term for term, number in self.numbered if (term.language, number) == (language, count))
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


def _may_have(place: tuple[str, int, str, str], value: str) -> bool:
    """Tells whether this is an attribute that can be written at a place without being taken for what is written there
    anyway."""
    language, count, _, name = place
    taken = {"xml:lang", "lang"} if language and not count else {"id"} if not language else set()
    return _ATTRIBUTE.fullmatch(name) is not None and name not in taken and legal(value) == value
