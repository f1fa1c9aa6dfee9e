"""Which words of a close translation and its source have none of their renderings on the other side?

The words of both texts are linked as answers.py links them, with all words that may render them (renderings.py). A
word of which the other text has no rendering anywhere, and none that looks like it, has no counterpart then, whatever
it was linked with for want of a better one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tmtool.checks.evidence.words.answers import ALIKE, Answers, answers
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.renderings import Rendered, Renderings
from tmtool.languages.stems import Word, every_stem, fold, reduced
from tmtool.model import Span

_BEGINNING, _END = 3, 5
"""Letters at least of what a compound begins with, and of the stem of the word that it ends with."""


@dataclass(frozen=True, slots=True)
class RenderedSide:
    """A `RenderedSide` is one text with what answers to its words, what may render each, and which of them have no
    rendering in the other text."""

    answers: Answers
    listed: Sequence[Rendered | None]
    unrendered: Sequence[bool]

    @property
    def has_rendering(self) -> list[bool]:
        """Tells of each word whether the other text has one of its renderings, which are written down."""
        return [one is not None and not lone for one, lone in zip(self.listed, self.unrendered, strict=True)]


@lru_cache(maxsize=64)
def rendered(source: str, target: str, pair: LanguagePair) -> tuple[RenderedSide, RenderedSide] | None:
    """Returns the words of both texts with what answers to them, and which of them have none of their renderings; None
    where the pair has no renderings, or a text no words or too many."""
    table, renderings = pair.possible_translations, pair.renderings
    if table is None or renderings is None:
        return None
    both = answers(source, target, pair, table)
    if both is None:
        return None
    there, here = both
    return _side(there, here, renderings), _side(here, there, renderings)


def has_unrendered(source: str, target: str, pair: LanguagePair, stems: Collection[str]) -> bool:
    """Tells whether a source has one of some stems of which its translation has no rendering."""
    both = rendered(source, target, pair)
    if both is None:
        return False
    there = both[0]
    return any(lone and word.stem in stems for word, lone in zip(there.answers.words, there.unrendered, strict=True))


def is_rendered(words: Span, side: RenderedSide) -> bool:
    """Tells whether words of content are there for which the other text has a rendering, and none for which it has
    not."""
    flags = [lone for word, lone in zip(side.answers.words, side.unrendered, strict=True) if words.overlaps(word.span)]
    return bool(flags) and not any(flags)


def _side(side: Answers, other: Answers, renderings: Renderings) -> RenderedSide:
    words = every_stem(other.text, other.language)
    beginnings = frozenset(word[:ALIKE] for word in words if len(word) >= ALIKE)
    compounds = _compounds(other, renderings)
    known = [_listed(word, side, renderings) for word in side.words]
    without = [
        one is not None
        and one.words.isdisjoint(words)
        and word.stem not in words
        and word.stem[:ALIKE] not in beginnings
        and not _is_in_a_compound((word.stem, *one.words), compounds)
        for word, one in zip(side.words, known, strict=True)
    ]
    answered = [0.0 if lone else share for lone, share in zip(without, side.answered, strict=True)]
    return RenderedSide(replace(side, answered=answered), known, without)


def _compounds(side: Answers, renderings: Renderings) -> Collection[str]:
    """Returns the words of a text, folded, that may be two in one, since they are long and no list has them."""
    return [
        folded
        for word in side.words
        if word.span.end - word.span.start >= _BEGINNING + _END
        and renderings.of(word.stem, side.language) is None
        and (folded := fold(word.span.of(side.text)))
    ]


def _is_in_a_compound(stems: Iterable[str], compounds: Collection[str]) -> bool:
    """Tells whether one of some compounds ends with a word of one of some stems: video surveillance,
    vidéosurveillance; excess mortality, surmortalité."""
    ends = [one for one in stems if len(one) >= _END]
    return any(word.find(end, _BEGINNING) > 0 for word in compounds for end in ends)


def _listed(word: Word, side: Answers, renderings: Renderings) -> Rendered | None:
    """Returns what may render a word, by its own list or by that of what it may be looked up by."""
    own = renderings.of(word.stem, side.language)
    if own is not None:
        return own
    others = reduced(fold(word.span.of(side.text)), side.language)
    return renderings.of(others[0], side.language) if others else None
