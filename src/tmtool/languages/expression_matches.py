"""What do the regular expressions of a table find in a text? Hundreds of them go through one text, and most find
nothing.

An expression is compiled when it is first asked. In a long text it is asked only where a word begins as all begins
that it finds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from tmtool.languages.alternatives import parted
from tmtool.languages.openings import openings

_AT_A_WORD = (r"\b", r"(?<!\w)")
"""What an expression has in front that finds something only where a word begins, if its first letter is one."""
_BEGINS = re.compile(r"\b(?=\w)")
_LONG = 2_000
"""Characters of a text from which on it is known where its words begin: to go through a shorter one takes no longer."""
_FIRST = 3
"""Letters of a word by which it is known where it begins."""


@cache
def when_needed(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Returns the pattern of an expression that a sieve has let through: of hundreds in a table a short draft needs
    few, and each takes a tenth of a millisecond and more to compile."""
    return re.compile(expression, flags)


def matches(expression: str, text: str, flags: int = 0) -> Iterator[re.Match[str]]:
    """Yields what an expression finds in a text, from left to right."""
    pattern = when_needed(expression, flags)
    places = _places(expression, text) if len(text) >= _LONG else None
    if places is None:
        yield from pattern.finditer(text)
        return
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)):
            yield found
            end = found.end()


def _places(expression: str, text: str) -> Sequence[int] | None:
    """Returns where something may begin that an expression finds, None where that may be anywhere."""
    begins = _folded_openings(expression) if _finds_words(expression) else ()
    known = _starts(text) if begins else None
    if known is None:
        return None
    folded, starts = known
    found = {place for one in begins for place in starts.get(one[:_FIRST], ()) if folded.startswith(one, place)}
    return sorted(found)


@cache
def _finds_words(expression: str) -> bool:
    """Tells whether all that an expression finds begins where a word does."""
    begins = _folded_openings(expression)
    is_one = expression.startswith(_AT_A_WORD) and len(parted(expression)) == 1
    return is_one and all(_BEGINS.match(one) for one in begins)


@lru_cache(maxsize=32)  # the checks take turns over some pairs, each with its table
def _starts(text: str) -> tuple[str, Mapping[str, Sequence[int]]] | None:
    """Returns the folded case of a text, and the places at which words of it begin, by their first letters, one to
    `_FIRST`; None where folding moves places."""
    folded = text.casefold()
    if len(folded) != len(text):
        return None
    found: dict[str, list[int]] = defaultdict(list)
    for begin in _BEGINS.finditer(folded):
        place = begin.start()
        for letters in {folded[place : place + many] for many in range(1, _FIRST + 1)}:
            found[letters].append(place)
    return folded, found


@cache
def _folded_openings(expression: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in openings(expression))
