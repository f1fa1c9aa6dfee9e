"""Tells at a glance that a text cannot have a term: its words are not there in their order. The recogniser, which
reads the whole text, takes twenty times as long, and of the texts with the words of a phrase most do not have the
phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tmtool.languages.language import Language
from tmtool.model import Concept
from tmtool.terminology.pattern import Pattern, patterns


def glance(concept: Concept, language: Language) -> Callable[[str], bool] | None:
    """Returns a function that is false for texts in which the recogniser, tolerant and without a gap, finds no term of
    a concept, and true for all others and some of these; None in a language in which words are not found by their
    spelling."""
    if language.readings is not None or not language.spaced:
        return None
    ways = dict.fromkeys(_expressions(one, language) for one in patterns(concept, language, tolerant=True))
    if not ways:
        return None
    rows = [tuple(map(re.compile, way)) for way in ways]
    fold = language.fold

    def may_have(text: str) -> bool:
        folded = fold(text)
        return any(_are_in_order(row, folded) for row in rows)

    return may_have


def _are_in_order(row: Iterable[re.Pattern[str]], text: str) -> bool:
    """Tells whether each is found after the one before. One expression of all of them would go back to try other
    places of the first ones where a later one is not there, in a text that repeats them for hours."""
    end = 0
    for expression in row:
        found = expression.search(text, end)
        if found is None:
            return False
        end = found.end()
    return True


def _expressions(pattern: Pattern, language: Language) -> tuple[str, ...]:
    """Returns what a folded text has one after another where it has the pattern: its parts, and the words at its ends
    next to them. Where words begin and end is not asked, since that is the language's to say."""
    parts = [_any(part.keys, language) for part in pattern.parts]
    parts[0] = "".join(rf"{_any(keys, language)}\W*" for keys in pattern.before) + parts[0]
    parts[-1] += "".join(rf"\W*{_any(keys, language)}" for keys in pattern.after)
    return tuple(parts)


def _any(keys: Iterable[str], language: Language) -> str:
    # The shortest first: what it leaves of the text is the next part's.
    spellings = sorted({language.fold(key) for key in keys}, key=lambda one: (len(one), one))
    return f"(?:{'|'.join(map(re.escape, spellings))})"
