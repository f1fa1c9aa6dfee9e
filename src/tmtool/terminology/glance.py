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
    ways = dict.fromkeys(_expression(one, language) for one in patterns(0, concept, language, tolerant=True))
    if not ways:
        return None
    search = re.compile("|".join(ways), re.DOTALL).search
    fold = language.fold
    return lambda text: search(fold(text)) is not None


def _expression(pattern: Pattern, language: Language) -> str:
    """Returns what a folded text has where it has the pattern: the words at its ends next to their neighbours, and the
    parts one after another. Where words begin and end is not asked, since that is the language's to say."""
    first, *others = (_any(part.keys, language) for part in pattern.parts)
    before = "".join(rf"{_any(keys, language)}\W*" for keys in pattern.before)
    after = "".join(rf"\W*{_any(keys, language)}" for keys in pattern.after)
    return before + first + "".join(f".*?{one}" for one in others) + after


def _any(keys: Iterable[str], language: Language) -> str:
    # The longest first: the whole word is tried before what it begins with.
    spellings = sorted({language.fold(key) for key in keys}, key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(re.escape, spellings))})"
