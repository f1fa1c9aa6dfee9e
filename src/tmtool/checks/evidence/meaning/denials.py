"""What denies a word of a text, so that its opposite may be right? The words are in ``denials.tsv`` of a language."""

from __future__ import annotations

import re
from functools import cache

from tmtool import languages
from tmtool.languages.alternatives import compiled

_BEFORE, _DEGREE, _ONWARDS = "denies", "degree", "onwards"


@cache
def denials(language: str) -> re.Pattern[str]:
    """Returns the pattern of all that denies what is near it, verbs that do so by themselves too: not, prohibited; one
    that matches nothing where a language has no table."""
    return compiled("|".join(words for _, words in languages.get(language).rows("denials.tsv")))


@cache
def denials_before(language: str) -> re.Pattern[str]:
    """Returns the pattern of the small words that turn a word after them round: not, instead of, unless."""
    rows = languages.get(language).rows("denials.tsv")
    return compiled("|".join(words for kind, words in rows if kind in (_BEFORE, _DEGREE, _ONWARDS)))


@cache
def denials_by_degree(language: str) -> re.Pattern[str]:
    """Returns the pattern of what turns the word right after it round whatever else denies that: not where it is least
    expensive, which is where it is not cheapest."""
    rows = languages.get(language).rows("denials.tsv")
    return compiled("|".join(words for kind, words in rows if kind == _DEGREE))


@cache
def denials_onwards(language: str) -> re.Pattern[str]:
    """Returns the pattern of what denies words after it only: closed unless the Chair decides otherwise, which is no
    more open than closed."""
    rows = languages.get(language).rows("denials.tsv")
    return compiled("|".join(words for kind, words in rows if kind == _ONWARDS))
