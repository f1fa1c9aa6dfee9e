"""Has a text lost the hyphens at which its lines ended, as dumps of documents do? (docs/un-french.md, fact 109.)

One word without its hyphen is a slip; several, or years run together (20142020), are damage that a file took, and no
fault of the translator. The words that show it are in ``hyphenated.txt`` of the language.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tmtool import languages
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.languages.alternatives import any_of

_SEVERAL = 3
"""Segments with such a word from which on it is no slip."""
_YEARS = r"(?:19|20)\d{2}(?:19|20)\d{2}"


def are_lost(draft: Draft) -> bool:
    """Tells whether several segments of a draft have lost a hyphen."""
    return _are_lost(Same(draft.pairs), draft.target_language)


def is_first(pair: Pair, draft: Draft) -> bool:
    """Tells whether a segment is the first of a draft in which two years have run together."""
    return _first(Same(draft.pairs)) is pair


@lru_cache(maxsize=2)  # asked at each finding
def _first(pairs: Same[Pair]) -> Pair | None:
    years = re.compile(rf"\b{_YEARS}\b")
    return next((pair for pair in pairs if years.search(pair.target)), None)


@lru_cache(maxsize=2)  # asked at each finding
def _are_lost(pairs: Same[Pair], language: str) -> bool:
    joined = _joined(language)
    damaged = 0
    for pair in pairs:
        damaged += joined.search(pair.target) is not None
        if damaged == _SEVERAL:
            return True
    return False


@cache
def _joined(language: str) -> re.Pattern[str]:
    """Returns the pattern of words without their hyphen, and of years."""
    words = (word.replace("-", "") for (word,) in languages.get(language).rows("hyphenated.txt"))
    return re.compile(rf"\b(?:{any_of([_YEARS, *words])})\b")
