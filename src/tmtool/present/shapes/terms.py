"""Defines the shapes of terms, concepts and proposed terms."""

from typing import TypedDict


class TermJson(TypedDict):
    """A `TermJson` is a term with what the term base says of its use."""

    term: str
    status: str
    pos: str
    gender: str
    number: str
    type: str
    note: str
    source: str
    replaced_by: str
    bodies: list[str]
    not_with: list[str]


class OccurrenceJson(TypedDict):
    """An `OccurrenceJson` is a term found in a text, with its translations, preferred first."""

    source_span: list[int]
    source: str
    concept: str
    translations: list[TermJson]
    domain: str
    definition: str
    note: str


class LanguageJson(TypedDict):
    """A `LanguageJson` is the language of a term, as a tag."""

    language: str


class LanguageTermJson(LanguageJson, TermJson):
    """A `LanguageTermJson` is a term of a concept, with its language."""


class ConceptJson(TypedDict):
    """A `ConceptJson` is a concept with all its terms."""

    concept: str
    domain: str
    definition: str
    note: str
    contrasts: list[str]
    date: str
    terms: list[LanguageTermJson]


class AlternativeJson(TypedDict):
    """An `AlternativeJson` is a translation that may be a proposed term's, and in how many texts both are."""

    target: str
    count: int


class CandidateJson(TypedDict):
    """A `CandidateJson` is a term proposed, with texts that have it."""

    source: str
    target: str | None
    count: int
    score: float
    examples: list[str]
    alternatives: list[AlternativeJson]
    gender: str


class ProblemJson(TypedDict):
    """A `ProblemJson` says what is wrong in the term base, and with which concepts."""

    kind: str
    concepts: list[str]
    message: str
