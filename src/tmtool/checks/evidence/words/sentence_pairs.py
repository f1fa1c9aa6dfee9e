"""Which sentences of a source and its translation belong together, and where are they?

Sentences go one by one where both texts have as many, be it that a semicolon or an abbreviation parts none (; pourtant
for a comma and yet, Ms. for Mme), else the texts as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tmtool.checks.engine.sentences import BREAK
from tmtool.model import Span

SHORTEST = 40
"""Shorter sentences, in characters, are headings and cells, which choose their words freely."""
_STOP = re.compile(r"(?<=[.?!])[ \u00a0]+(?=[^\W\d_])")
"""What parts two sentences beyond doubt."""
_NO_STOP = re.compile(r"(?<!\w)[A-Z][a-z]{0,2}\.$|\b(?:i\.e|e\.g)\.$")
"""An abbreviation before a name, or in the midst of a sentence, which ends none: Ms., M., i.e."""
_HOUR = re.compile(r"\b[ap]\.m\.$")
"""The end of an hour, with which a sentence may go on: before 11 a.m. the following day."""
_LONGER = 1.8
"""So much longer than the other a sentence is that holds more than it: the breaks are others."""


@lru_cache(maxsize=8)  # the checks take turns over one pair
def sentences(source: str, target: str, shortest: int = SHORTEST) -> tuple[tuple[str, str], ...]:
    """Returns the sentences that belong together, with plain apostrophes, but for those of fewer characters."""
    there, here = (text.replace("’", "'") for text in (source, target))
    pairs = _one_by_one(there, here)
    return tuple((one, other) for one, other in pairs if min(len(one), len(other)) >= shortest)


def _one_by_one(there: str, here: str) -> Sequence[tuple[str, str]]:
    """Returns the sentences of two texts that belong together, or both texts as they are."""
    parts, other_parts = _joined(BREAK.split(there)), _joined(BREAK.split(here))
    if len(parts) != len(other_parts):
        parts, other_parts = _joined(_STOP.split(there)), _joined(_STOP.split(here))
        if len(parts) != len(other_parts) or not all(map(_are_as_long, parts, other_parts)):
            parts, other_parts = BREAK.split(there), BREAK.split(here)
    return tuple(zip(parts, other_parts, strict=True)) if len(parts) == len(other_parts) else ((there, here),)


def _joined(parts: Sequence[str]) -> list[str]:
    """Returns the parts of a text, each that ends with an abbreviation with the next, and with an hour if the next
    begins in lower case."""
    joined: list[list[str]] = []
    before = ""
    for part in parts:
        if before and (_NO_STOP.search(before) or (part[:1].islower() and _HOUR.search(before))):
            joined[-1].append(part)
        else:
            joined.append([part])
        before = part
    return [" ".join(some) for some in joined]


def _are_as_long(one: str, other: str) -> bool:
    return max(len(one), len(other)) <= _LONGER * min(len(one), len(other))


def starts(source: str, target: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Returns where the sentences after the first one begin in both texts, nowhere where these have not as many."""
    there, here = (tuple(found.end() for found in BREAK.finditer(text)) for text in (source, target))
    return (there, here) if len(there) == len(here) else ((), ())


def in_text(span: Span, sentence: str, text: str) -> Span:
    """Returns the place in the text of a place in one of its sentences."""
    start = max(0, text.replace("’", "'").find(sentence)) + span.start
    return Span(start, min(len(text), start + span.end - span.start))
