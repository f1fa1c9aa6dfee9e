"""Describes the term base, and what of it is in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from tmtool.model.properties import NO_PROPERTIES
from tmtool.model.texts import Span
from tmtool.model.wording import Translated

NOTE = "note_"
"""How the name of a property begins that says a concept's note in another language; the language follows."""


class TermStatus(StrEnum):
    """`TermStatus` is the administrative status of a term (TBX-Basic), best first."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def accepted(self) -> bool:
        """Tells whether a translator may use a term of this status."""
        return self in _ACCEPTED


_ACCEPTED = (TermStatus.PREFERRED, TermStatus.ADMITTED)
_RANKS = {status: rank for rank, status in enumerate(TermStatus)}


@lru_cache(maxsize=256)
def _primary(language: str) -> str:
    return language.lower().split("-")[0]


@dataclass(frozen=True, slots=True)
class Term:
    """A `Term` is a word or phrase that names a concept in one language.

    `replaced_by` is the term to use instead, in the same language, of a superseded or deprecated one. `type` is that
    of TBX (fullForm, acronym, abbreviation, shortForm, variant …); `source` says where the term comes from; `bodies`
    are those that prefer it to the term of all others, by name or by how their document symbols begin ("CTOC",
    "A/HRC"). `not_with` are words that must not come next to it, each perhaps with what to write instead:
    "commettre → se livrer à".
    """

    text: str
    language: str
    status: TermStatus = TermStatus.PREFERRED
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    note: str = ""
    replaced_by: str = ""
    type: str = ""
    source: str = ""
    bodies: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()

    @property
    def is_name(self) -> bool:
        """Tells whether the term is a proper noun."""
        return self.part_of_speech == "proper"


@dataclass(frozen=True, slots=True)
class Concept:
    """A `Concept` is a notion of the field with its terms in any number of languages.

    `id` is the one that the term table gives, or made from the first term; `contrasts` are ids of
    concepts that must not be confused with this one; `date` is the day on which a person last vouched for it.
    """

    id: str
    terms: tuple[Term, ...]
    domain: str = ""
    definition: str = ""
    note: str = ""
    contrasts: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: NO_PROPERTIES)
    line: int | None = None
    date: str = ""

    @property
    def said_note(self) -> str:
        """Returns the note with what the properties ``note_`` and a language say in its place in other languages."""
        others = self._notes_elsewhere()
        return Translated(self.note, others) if others else self.note

    def note_between(self, *languages: str) -> str:
        """Returns the note as `said_note` does where it is on terms of these languages: a note that is said in further
        ones is on the terms of one of them, such as the capital of a French name."""
        others = self._notes_elsewhere()
        primary = {_primary(one) for one in languages}
        return self.said_note if not others or primary & others.keys() else ""

    def _notes_elsewhere(self) -> dict[str, str]:
        """Returns what the note is in other languages, by their tags."""
        return {name.removeprefix(NOTE): text for name, text in self.properties.items() if name.startswith(NOTE)}

    def in_language(self, language: str) -> tuple[Term, ...]:
        """Returns the terms of that primary language, best status first, else in their own order."""
        primary = _primary(language)
        found = [term for term in self.terms if _primary(term.language) == primary]
        return tuple(sorted(found, key=lambda term: _RANKS[term.status])) if len(found) > 1 else tuple(found)

    def accepted_in(self, language: str) -> tuple[Term, ...]:
        """Returns those of the terms of that primary language that may be written, in the same order."""
        return tuple(term for term in self.in_language(language) if term.status.accepted)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An `Occurrence` is a term recognised in a text: where, and of which concept.

    `parts` are the pieces of a term that other words keep apart ("smuggling of" and "firearms" in "smuggling of
    migrants and firearms"), which `span` covers with what is between; empty for a term in one piece.
    """

    span: Span
    concept: Concept
    term: Term
    parts: tuple[Span, ...] = ()
