"""Where do the sentences of a text begin and end, and which ones of a source and its translation belong together?

Sentences go one by one where both texts have as many of about the same length, be it that a semicolon or an
abbreviation parts none (; pourtant for a comma and yet, Ms. for Mme), else as many together as make them so, or the
texts as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tmtool.model import Span

_BREAK = re.compile(r"(?<=[.;?!])[ \u00a0]+(?=(?:\([a-z]{1,4}\)[ \u00a0])?[^\W\d_])")
"""What parts two sentences, or two items of a list: (a) one; (b) another, a) l'un ; b) l'autre."""
_STOP = re.compile(r"(?<=[.?!])[ \u00a0]+(?=[^\W\d_])")
"""What parts two sentences beyond doubt."""
_LABEL = re.compile(r"\s*(?:[IVXLC]+|[A-Z])\.[ \u00a0]")
"""A label before the first sentence, which is none."""
_NO_STOP = re.compile(r"(?<!\w)[A-Z][a-z]{0,2}\.$|\b(?:i\.e|e\.g)\.$")
"""An abbreviation before a name, or in the midst of a sentence, which ends none: Ms., M., i.e."""
_LONGER = 1.8
"""So much longer than the other a sentence is that holds more than it: the breaks are others."""
_SLACK = 30
"""Characters by which a sentence may be longer however short the other is."""


class SentenceSpans(NamedTuple):
    """`SentenceSpans` are the places of a sentence in a source and of what translates it."""

    source: Span
    target: Span


def parts_of(text: str) -> list[Span]:
    """Returns the sentences of a text as its marks part them, one at least."""
    return _between(_breaks(_BREAK, text), text)


@lru_cache(maxsize=32)  # the checks take turns over some pairs
def sentence_spans(source: str, target: str) -> tuple[SentenceSpans, ...]:
    """Returns the places of the sentences of two texts that belong together; of both whole texts where they have not as
    many."""
    of_source, of_target = _shared_breaks(source, target)
    both = zip(_between(of_source, source), _between(of_target, target), strict=True)
    return tuple(SentenceSpans(*spans) for spans in both)


def _shared_breaks(source: str, target: str) -> tuple[Sequence[Span], Sequence[Span]]:
    """Returns what is between the sentences of two texts that belong together, nothing where they have not as many."""
    of_source, of_target = _breaks(_BREAK, source), _breaks(_BREAK, target)
    if len(of_source) == len(of_target):
        return _where_as_long(of_source, of_target, len(source), len(target))
    of_source, of_target = _breaks(_STOP, source), _breaks(_STOP, target)
    if len(of_source) == len(of_target) and _are_all_as_long(_between(of_source, source), _between(of_target, target)):
        return of_source, of_target
    of_source, of_target = ([Span(*found.span()) for found in _BREAK.finditer(text)] for text in (source, target))
    return (of_source, of_target) if len(of_source) == len(of_target) else ((), ())


def _breaks(pattern: re.Pattern[str], text: str) -> list[Span]:
    """Returns what the pattern finds between the sentences of a text: not after a label or an abbreviation, nor where a
    sentence goes on in lower case (before 11 a.m. the following day)."""
    label = _LABEL.match(text)
    found: list[Span] = []
    last = 0
    for one in pattern.finditer(text, label.end() if label else 0):
        before, last = text[last : one.start()], one.end()
        if not _NO_STOP.search(before) and not (before.endswith(".") and text[last].islower()):
            found.append(Span(*one.span()))
    return found


def _between(breaks: Sequence[Span], text: str) -> list[Span]:
    begins, ends = (0, *(one.end for one in breaks)), (*(one.start for one in breaks), len(text))
    return [Span(begin, end) for begin, end in zip(begins, ends, strict=True)]


def _where_as_long(
    of_source: Sequence[Span], of_target: Sequence[Span], source_length: int, target_length: int
) -> tuple[Sequence[Span], Sequence[Span]]:
    """Returns those of as many breaks between which both texts have about as much: a sentence that is much longer than
    the other holds a part of the next one (it has no power; its advice is heard, Elle n'a pas de pouvoir)."""
    kept: list[int] = []
    start, other_start = 0, 0
    for at, (one, other) in enumerate(zip(of_source, of_target, strict=True)):
        if _are_about_as_long(one.start - start, other.start - other_start):
            kept.append(at)
            start, other_start = one.end, other.end
    while kept and not _are_about_as_long(source_length - start, target_length - other_start):
        kept.pop()
        start, other_start = (of_source[kept[-1]].end, of_target[kept[-1]].end) if kept else (0, 0)
    return [of_source[at] for at in kept], [of_target[at] for at in kept]


def _are_about_as_long(one: int, other: int) -> bool:
    """Tells whether two sentences of so many characters may be one: much longer in few characters tells nothing."""
    return max(one, other) <= max(_LONGER * min(one, other), min(one, other) + _SLACK)


def _are_all_as_long(parts: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tells whether as many sentences of either text are, one by one, not much longer than the other."""
    lengths = ((one.end - one.start, other.end - other.start) for one, other in zip(parts, others, strict=True))
    return all(max(both) <= _LONGER * min(both) for both in lengths)
