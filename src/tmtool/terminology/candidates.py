"""Says what is proposed for a term base, and what a person needs to judge it."""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class Context:
    """A `Context` is a text with the term proposed, and its translation with the one proposed; `target` is "" where
    there is none, `target_span` None where it has another translation."""

    source: str
    source_span: Span
    target: str = ""
    target_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """An `Alternative` is a translation that may be the term's; it says in how many texts both are."""

    target: str
    together: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A `Candidate` is a term proposed: as it is written most often, its translation ("" for none), how many times it
    occurs in the texts, how much speaks for it (the higher the better, to be compared within one extraction), and texts
    with it.

    `alternatives` are likely translations, the one proposed first. `gender` is that of the translation, or of the
    term where there is none: m, f, or "" where that is not known or the language has none. All are nouns.
    """

    source: str
    target: str
    count: int
    score: float
    contexts: tuple[Context, ...]
    alternatives: tuple[Alternative, ...] = ()
    gender: str = ""
