"""Answers for a language that does not know something: a function for each that a `Language` may leave out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tmtool.languages import letters
from tmtool.model import Placeable, Span, Term

if TYPE_CHECKING:
    from tmtool.languages.entry import Entry
    from tmtool.languages.relative_clauses import RelativeClause
    from tmtool.languages.verb_groups import VerbGroup


def no_placeables(text: str) -> tuple[Placeable, ...]:
    """Returns what a language that reads no values finds in a text."""
    return ()


def no_other_readings(one: Placeable, written: str) -> tuple[str, ...]:
    """Returns the other values that a value may have, in a language that writes all of them unmistakably."""
    return ()


def no_unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Returns the places where a number is said by no number, in a language that knows of none."""
    return ()


def no_unlike_names(text: str) -> Iterable[tuple[Span, str]]:
    """Yields the second names of months that do not go with the first, in a language that names a month once."""
    return ()


def no_inflection(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word in a language that knows of none: the word itself."""
    return frozenset((letters.fold_case(word),))


def no_variants(term: Term) -> tuple[str, ...]:
    """Returns the other word orders of a term in a language that has no choice."""
    return ()


def unknown_grammar(word: str) -> frozenset[str]:
    """Returns what a language without lexicon says of any word."""
    return frozenset()


def no_verb_groups(text: str) -> tuple[VerbGroup, ...]:
    """Returns the finite verbs of a text in a language that says nothing of them."""
    return ()


def no_relative_clauses(text: str) -> tuple[RelativeClause, ...]:
    """Returns the relative clauses of a text in a language whose verbs say nothing of their number."""
    return ()


def no_entries(word: str) -> tuple[Entry, ...]:
    """Returns the readings of a word in a language without lexicon."""
    return ()


def no_form_odds(
    text: str, span: Span, source_language: str = "", source: str = "", links: tuple[tuple[int, int], ...] = ()
) -> float | None:
    """Returns None: the language does not know which form of a word is likely."""
    return None


def no_foreign_letters(text: str) -> Iterable[tuple[Span, str]]:
    """Yields the single letters that are words of other languages, in a language that says nothing of them."""
    return ()


def nothing_in_place(text: str, span: Span, new: str, agreement: str, following: str) -> tuple[Span, str] | None:
    """Returns None: the language does not know what changes around a noun."""
    return None


def unchanged(text: str) -> str:
    """Returns the text as it is."""
    return text
