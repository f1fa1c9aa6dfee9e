"""Is a person whom a text names with a title a man or a woman: Mr. X, Ms. Y?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tmtool import languages
from tmtool.checks.engine.draft import Pair
from tmtool.languages.alternatives import any_of

_HEADING = 8
"""Words of a heading at most that says of which body a part of the text is: UNOPS segment."""
_BODY = re.compile(r"\b[A-Z]{3,}\b")


def genders(text: str, language: str) -> frozenset[str]:
    """Returns the genders of the persons named with a title in a text of that language, "m" and "f"."""
    known = genders_of_titles(language)
    return frozenset(known[found[1]] for found in _titled(language).finditer(text))


def genders_beside(pairs: Sequence[Pair], at: int, language: str) -> frozenset[str]:
    """Returns the genders of the persons whom the source of a pair names, or else that of the next one, or else that of
    the one before: the cells of a row may tell an office and who holds it."""
    beside = (*pairs[at : at + 2], *pairs[max(0, at - 1) : at])
    return next((found for found in (genders(one.source or "", language) for one in beside) if found), frozenset())


def are_parted(pairs: Sequence[Pair], one: int, other: int) -> bool:
    """Tells whether a heading between two pairs of a document, by their numbers, names a body in capitals which the
    heading before the first does not: UNFPA segment, UNOPS segment."""
    first, second = sorted((one, other))
    bodies: list[frozenset[str]] = [frozenset()]
    for pair in pairs:
        source = pair.source or ""
        if len(source.split()) <= _HEADING and pair.number < second and (found := frozenset(_BODY.findall(source))):
            bodies = [*bodies, found] if pair.number > first else [found]
    return any(not body <= bodies[0] for body in bodies)


@cache
def genders_of_titles(language: str) -> Mapping[str, str]:
    """Returns the titles of a language with their gender, the usual ones first."""
    return {title: gender for gender, title in languages.get(language).rows("titles.tsv")}


@cache
def _titled(language: str) -> re.Pattern[str]:
    """Returns the pattern of a title before a name."""
    titles = any_of(map(re.escape, sorted(genders_of_titles(language), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)({titles})\.?\s(?=[^\W\d_a-z])")
