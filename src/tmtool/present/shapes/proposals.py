"""Defines the shapes of changes that somebody proposes."""

from typing import TypedDict


class ProposedTermJson(TypedDict):
    """A `ProposedTermJson` is a term that somebody proposes."""

    language: str
    text: str
    status: str


class ProposalJson(TypedDict):
    """A `ProposalJson` is a change that somebody proposes: other texts for a unit, or terms for a concept, "" for a new
    one. `decision` is what became of it: accept, refuse, or null while it is open."""

    proposal: int
    at: str
    by: str
    why: str
    unit: int | None
    source_language: str | None
    target_language: str | None
    source: str | None
    target: str | None
    old_source: str | None
    old_target: str | None
    concept: str | None
    terms: list[ProposedTermJson]
    decision: str | None
    decided_at: str | None
    decided_by: str | None
    answer: str | None
