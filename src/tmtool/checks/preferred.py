"""Which term should stand for a concept? Shared by the checks on terms."""

from __future__ import annotations

from tmtool.model import Concept


def preferred(concept: Concept, language: str) -> str:
    """The best accepted term of a concept in a language, "" if the term base has none."""
    return next((term.text for term in concept.in_language(language) if term.status.accepted), "")
