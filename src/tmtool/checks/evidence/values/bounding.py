"""Which words of a language bound a number, a day or a year next to them? They are in its ``bounds.tsv``."""

from __future__ import annotations

import re
from functools import cache

from tmtool.languages import language_of
from tmtool.languages.alternatives import compiled

TABLE = "bounds.tsv"
BEFORE, AFTER = "before", "after"
"""Where the words are: before or after what they bound."""
_BETWEEN = "between"


@cache
def bounding(language: str, *bounds: str, place: str | None = None) -> re.Pattern[str]:
    """Returns the pattern of the words that bound in one of some ways ("least", "most"), in one place or in both."""
    rows = language_of(language).rows(TABLE)
    return compiled("|".join(words for bound, where, words in rows if bound in bounds and (place or where) == where))


@cache
def between(language: str) -> re.Pattern[str]:
    """Returns the pattern of what may come between such words and what they bound, in lower case: à compter de l’année
    2000."""
    words = "|".join(words for _, place, words in language_of(language).rows(TABLE) if place == _BETWEEN)
    return re.compile(rf"\W*(?:(?:{words})\b\W*)*" if words else r"\W*")
