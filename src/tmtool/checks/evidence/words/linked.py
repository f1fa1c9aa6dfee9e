"""Where do source and translation run apart: stretches of words of content to which nothing on the other side answers?

Shared by the checks of completeness. A stretch tells little by itself, since French rewords; next to the lengths of
both texts it tells of words left out or added. The bounds are set on published pairs, see docs/checks.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.sides import Side, runs, sides
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.model import Span

_FREE, _FEW = 0.38, 5
"""Where a greater share of the words has no counterpart, the translation is too free to compare small words; with fewer
words of content nobody can say."""
SHORTEST = 40
"""Texts shorter than that, in characters, are not judged."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A `Stretch` is a row of words without counterpart: how many, where, and whether they open or close the text."""

    words: int
    span: Span
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """`Linked` holds both sides with their words aligned, what could have no counterpart on either side, as stretches
    and as shares of the words of content, and the words of content on the poorer side."""

    sides: tuple[Side, Side]
    in_source: tuple[Stretch, ...]
    in_target: tuple[Stretch, ...]
    source_share: float
    target_share: float
    words: int

    @property
    def is_free(self) -> bool:
        """Tells whether so many words have no counterpart that a small word may be said in any other way."""
        return self.words >= _FEW and max(self.source_share, self.target_share) > _FREE


def linked(pair: Pair, draft: Draft) -> Linked | None:
    """Links the words of the two sides of a pair; returns None where the pair has no table of word links, or too little
    text."""
    return linked_by(pair, draft.language_pair)


def linked_by(pair: Pair, known: LanguagePair | None) -> Linked | None:
    """Links the words of the two sides of a pair, as `linked` does, by what is known of the pair of languages."""
    source, target = pair.source or "", pair.target
    if known is None or known.links is None or not source.strip() or not target.strip():
        return None
    return _linked(source, target, known, known.links)


def said_beside(pair: Pair, draft: Draft, language: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Returns the source of a pair, if it is in a language, and the `linked_places` of its translation; else nothing
    and none."""
    known = draft.language_pair
    if known is None or known.source != language or not pair.source:
        return "", ()
    return pair.source, linked_places(pair.source, pair.target, known)


def linked_places(source: str, target: str, known: LanguagePair) -> tuple[tuple[int, int], ...]:
    """Returns where the words of content of a translation begin, each with where its counterpart does in the source, in
    order; none where the pair of languages has no table of word links."""
    if known.links is None:
        return ()
    of_source, of_target = sides(source, target, known, known.links)
    return tuple(
        (word.span.start, of_source.words[link].span.start)
        for word, link in zip(of_target.words, of_target.links, strict=True)
        if link is not None
    )


@lru_cache(maxsize=1024)
def _linked(source: str, target: str, pair: LanguagePair, table: WordLinks) -> Linked:
    both = sides(source, target, pair, table)
    of_source, of_target = both
    return Linked(
        sides=both,
        in_source=tuple(_stretches(of_source)),
        in_target=tuple(_stretches(of_target)),
        source_share=_share(of_source),
        target_share=_share(of_target),
        words=min(len(of_target.words), len(of_source.words)),
    )


def _share(side: Side) -> float:
    """Returns the share without counterpart of the words that the table knows, and of those that have one."""
    flags = [
        flag
        for word, flag in zip(side.words, side.strictly_alone, strict=True)
        if not flag or side.table.is_known(word, side.language)
    ]
    return sum(flags) / max(1, len(flags))


def _stretches(side: Side) -> Iterator[Stretch]:
    words = side.words
    for start, end in runs(side.strictly_alone):
        span = Span(words[start].span.start, words[end - 1].span.end)
        yield Stretch(end - start, span, opens=start == 0, closes=end == len(words))
