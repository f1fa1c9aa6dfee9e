"""Defines the shapes of the answers that only the interface gives, as types; the others are in `present.shapes`."""

# Without postponed annotations, as in present.shapes.
from typing import TypedDict

from tmtool.present.shapes.concordance import ConcordanceJson
from tmtool.present.shapes.findings import FindingJson
from tmtool.present.shapes.matches import AnswerJson
from tmtool.present.shapes.proposals import ProposalJson
from tmtool.present.shapes.terms import ConceptJson, OccurrenceJson


class DirectionJson(TypedDict):
    """A `DirectionJson` says between which languages a question was answered, as tags."""

    source_language: str
    target_language: str


class LookupsJson(DirectionJson):
    """A `LookupsJson` holds the answers to several lookups, in their order."""

    answers: list[AnswerJson]


class TermsFoundJson(DirectionJson):
    """A `TermsFoundJson` holds the terms in a text."""

    terms: list[OccurrenceJson]


class ConceptsJson(TypedDict):
    """A `ConceptsJson` holds concepts."""

    concepts: list[ConceptJson]


class RenderingJson(TypedDict):
    """A `RenderingJson` is a translation of a phrase, and in how many of the units it is."""

    text: str
    count: int


class ConcordancesJson(DirectionJson):
    """A `ConcordancesJson` holds the units with a phrase, and how it is translated in them, commonest first; `unknown`
    counts those in which nothing tells."""

    lines: list[ConcordanceJson]
    renderings: list[RenderingJson]
    unknown: int


class FindingsJson(DirectionJson):
    """A `FindingsJson` holds what the checks find."""

    findings: list[FindingJson]


class UnitTextJson(TypedDict):
    """A `UnitTextJson` is a unit of a document, as a pair; `unit` is its number."""

    unit: int
    position: int | None
    source: str
    target: str


class UnitJson(DirectionJson):
    """A `UnitJson` is a unit with the units before and after it in its document."""

    unit: int
    source: str
    target: str
    memory: str
    document: str
    position: int | None
    status: str
    date: str
    changed: str
    before: list[UnitTextJson]
    after: list[UnitTextJson]


class MemoryCountJson(TypedDict):
    """A `MemoryCountJson` is a memory and how many units it has."""

    memory: str
    units: int


class AboutJson(TypedDict):
    """An `AboutJson` says what is served."""

    name: str
    version: str
    languages: list[str]
    memories: list[MemoryCountJson]
    concepts: int


class ProposalsJson(TypedDict):
    """A `ProposalsJson` holds proposals."""

    proposals: list[ProposalJson]


class EditedJson(DirectionJson):
    """An `EditedJson` is a unit as it was corrected."""

    unit: int
    source: str
    target: str
    status: str
