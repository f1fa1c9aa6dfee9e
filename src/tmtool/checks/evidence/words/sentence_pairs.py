"""Which sentences of a source and its translation belong together, and where are they?

Sentences go one by one where both texts have as many, else the texts as they are.
"""

from __future__ import annotations

from functools import lru_cache

from tmtool.checks.engine.sentences import BREAK
from tmtool.model import Span

SHORTEST = 40
"""Shorter sentences, in characters, are headings and cells, which choose their words freely."""


@lru_cache(maxsize=8)  # the checks take turns over one pair
def sentences(source: str, target: str, shortest: int = SHORTEST) -> tuple[tuple[str, str], ...]:
    """Returns the sentences that belong together, with plain apostrophes, but for those of fewer characters."""
    there, here = (BREAK.split(text.replace("’", "'")) for text in (source, target))
    pairs = zip(there, here, strict=True) if len(there) == len(here) else [(" ".join(there), " ".join(here))]
    return tuple((one, other) for one, other in pairs if min(len(one), len(other)) >= shortest)


def starts(source: str, target: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Returns where the sentences after the first one begin in both texts, nowhere where these have not as many."""
    there, here = (tuple(found.end() for found in BREAK.finditer(text)) for text in (source, target))
    return (there, here) if len(there) == len(here) else ((), ())


def in_text(span: Span, sentence: str, text: str) -> Span:
    """Returns the place in the text of a place in one of its sentences."""
    start = max(0, text.replace("’", "'").find(sentence)) + span.start
    return Span(start, min(len(text), start + span.end - span.start))
