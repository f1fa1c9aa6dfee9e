"""Where do source and translation run apart: stretches of words of content to which nothing on the other side answers?

Shared by the checks of completeness. A stretch tells little by itself, since French rewords; beside the lengths of
both texts it
tells of words left out or added. The bounds are set on published pairs, see docs/checks.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tmtool.checks.draft import Draft, Pair
from tmtool.checks.word_links import Word, alone, content
from tmtool.model import Span

SHORTEST = 40
"""Texts shorter than that, in characters, are not judged."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row without counterpart: how many, where, and whether they open or close the text."""

    words: int
    span: Span
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """What stands alone on either side, as stretches and as shares of the words of content, and the ratio of
    lengths."""

    in_source: tuple[Stretch, ...]
    in_target: tuple[Stretch, ...]
    source_share: float
    target_share: float
    words: int
    ratio: float


def linked(pair: Pair, draft: Draft) -> Linked | None:
    """How the two sides of a pair answer each other; None where there is no table for the languages, or too little
    text."""
    source, target = pair.source or "", pair.target
    if draft.source is None or draft.target is None or {draft.source.tag, draft.target.tag} != {"en", "fr"}:
        return None
    if not source.strip() or not target.strip():
        return None
    return _linked(source, target, draft.source.tag, draft.target.tag)


@lru_cache(maxsize=1024)
def _linked(source: str, target: str, there: str, here: str) -> Linked:
    ours, theirs = content(target, here), content(source, there)
    alone_there, alone_here = alone(theirs, ours, there, here), alone(ours, theirs, here, there)
    expected = len(source) * (1.12 if here == "fr" else 0.89)
    return Linked(
        in_source=tuple(_stretches(theirs, alone_there)),
        in_target=tuple(_stretches(ours, alone_here)),
        source_share=sum(alone_there) / max(1, len(theirs)),
        target_share=sum(alone_here) / max(1, len(ours)),
        words=min(len(ours), len(theirs)),
        ratio=len(target) / max(1.0, expected),
    )


def _stretches(words: tuple[Word, ...], flags: list[bool]) -> Iterator[Stretch]:
    start = 0
    while start < len(words):
        if not flags[start]:
            start += 1
            continue
        end = start
        while end < len(words) and flags[end]:
            end += 1
        span = Span(words[start].span.start, words[end - 1].span.end)
        yield Stretch(end - start, span, opens=start == 0, closes=end == len(words))
        start = end
