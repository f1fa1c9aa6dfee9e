"""Which sentences of a source and its translation belong together, and where are they?

Sentences go one by one where both texts have as many of about the same length, be it that a semicolon or an
abbreviation parts none (; pourtant for a comma and yet, Ms. for Mme), else as many together as make them so, or the
texts as they are.
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
_SLACK = 30
"""Characters by which a sentence may be longer however short the other is."""


@lru_cache(maxsize=32)  # the checks take turns over some pairs
def sentences(source: str, target: str, shortest: int = SHORTEST) -> tuple[tuple[str, str], ...]:
    """Returns the sentences that belong together, with plain apostrophes, but for those of fewer characters."""
    there, here = (text.replace("’", "'") for text in (source, target))
    pairs = _one_by_one(there, here)
    return tuple((one, other) for one, other in pairs if min(len(one), len(other)) >= shortest)


def _one_by_one(there: str, here: str) -> Sequence[tuple[str, str]]:
    """Returns the sentences of two texts that belong together, or both texts as they are."""
    of_one, of_other = _breaks(there, here)
    return tuple(zip(_parts(there, of_one), _parts(here, of_other), strict=True))


def _breaks(there: str, here: str) -> tuple[Sequence[Span], Sequence[Span]]:
    """Returns what is between the sentences of two texts that belong together, nothing where they have not as many."""
    of_one, of_other = _sentence_breaks(BREAK, there), _sentence_breaks(BREAK, here)
    if len(of_one) == len(of_other):
        return _where_as_long(of_one, of_other, there, here)
    of_one, of_other = _sentence_breaks(_STOP, there), _sentence_breaks(_STOP, here)
    if len(of_one) == len(of_other) and all(map(_are_as_long, _parts(there, of_one), _parts(here, of_other))):
        return of_one, of_other
    of_one, of_other = ([Span(*found.span()) for found in BREAK.finditer(text)] for text in (there, here))
    return (of_one, of_other) if len(of_one) == len(of_other) else ((), ())


def _sentence_breaks(pattern: re.Pattern[str], text: str) -> list[Span]:
    """Returns what the pattern finds between the sentences of a text: not after an abbreviation, nor after an hour
    where the next part begins in lower case."""
    found: list[Span] = []
    last = 0
    for one in pattern.finditer(text):
        before, last = text[last : one.start()], one.end()
        if not _NO_STOP.search(before) and not (text[last].islower() and _HOUR.search(before)):
            found.append(Span(*one.span()))
    return found


def _parts(text: str, breaks: Sequence[Span]) -> list[str]:
    begins, ends = (0, *(one.end for one in breaks)), (*(one.start for one in breaks), len(text))
    return [text[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _where_as_long(
    of_one: Sequence[Span], of_other: Sequence[Span], there: str, here: str
) -> tuple[Sequence[Span], Sequence[Span]]:
    """Returns those of as many breaks between which both texts have about as much: a sentence that is much longer than
    the other holds a part of the next one (it has no power; its advice is heard, Elle n'a pas de pouvoir)."""
    kept: list[int] = []
    start, other_start = 0, 0
    for at, (one, other) in enumerate(zip(of_one, of_other, strict=True)):
        if _are_about_as_long(one.start - start, other.start - other_start):
            kept.append(at)
            start, other_start = one.end, other.end
    while kept and not _are_about_as_long(len(there) - start, len(here) - other_start):
        kept.pop()
        start, other_start = (of_one[kept[-1]].end, of_other[kept[-1]].end) if kept else (0, 0)
    return [of_one[at] for at in kept], [of_other[at] for at in kept]


def _are_about_as_long(one: int, other: int) -> bool:
    """Tells whether two sentences of so many characters may be one: much longer in few characters tells nothing."""
    return max(one, other) <= max(_LONGER * min(one, other), min(one, other) + _SLACK)


def _are_as_long(one: str, other: str) -> bool:
    return max(len(one), len(other)) <= _LONGER * min(len(one), len(other))


def starts(source: str, target: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Returns where the sentences after the first one begin in both texts, nowhere where these have not as many."""
    of_one, of_other = _breaks(source, target)
    return tuple(one.end for one in of_one), tuple(one.end for one in of_other)


def in_text(span: Span, sentence: str, text: str) -> Span:
    """Returns the place in the text of a place in one of its sentences."""
    start = max(0, text.replace("’", "'").find(sentence)) + span.start
    return Span(start, min(len(text), start + span.end - span.start))
