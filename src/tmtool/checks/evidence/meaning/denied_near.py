"""Which denial of a text has nothing that may deny where its translation has the words next to it?

For pairs of languages of which no word links are known: the words are linked by the tables that alignment has. Where
a text denies several things, `denied_texts` is silent as soon as one of them is denied in its translation.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tmtool.checks.evidence.meaning.denied_texts import ANSWERS, CLAUSE
from tmtool.checks.evidence.words.answers import Answers
from tmtool.checks.evidence.words.answers_by_alignment import answers_by_alignment
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_AFTER, _BEFORE = 4, 2
"""Words of content after a denial and before it that tell where it should be."""
_LEAST = 2
"""So many of them have their counterparts, at least."""
_REACH = 30
"""Characters around these in which something may deny."""
_WIDEST = 120
"""Characters from the first to the last of them at most."""


def lost_near(source: str, target: str, pair: LanguagePair) -> Span | None:
    """Returns the first denial of a source whose neighbours have their counterparts where nothing denies; None where
    there is none, or where the translation denies as often."""
    denials = list(cue(pair.source, "denial").finditer(source))
    if len(denials) <= len(cue(pair.target, "denial").findall(target)):
        return None
    idle = [Span(*one.span()) for one in cue(pair.source, "idle").finditer(source)]
    for found in denials:
        denies = Span(*found.span())
        if any(one.overlaps(denies) for one in idle):
            continue
        both = answers_by_alignment(source, target, pair)
        if both is None:
            return None
        near = () if _has_counterpart(both[0], denies) else _neighbours(both[0], denies)
        if near and not _is_answered(both, near):
            return denies
    return None


def _has_counterpart(side: Answers, denies: Span) -> bool:
    """Tells whether a denial is itself a word that has its counterpart, such as lack."""
    return any(not alone and word.span.overlaps(denies) for word, alone in zip(side.words, side.alone, strict=True))


def _neighbours(side: Answers, denies: Span) -> tuple[int, ...]:
    """Returns the words with a counterpart next to a denial in its clause, those after it first; none where they are
    too few."""
    text = side.text
    mark = CLAUSE.search(text, denies.end)
    end = mark.start() if mark else len(text)
    start = max((one.end() for one in CLAUSE.finditer(text, 0, denies.start)), default=0)
    after = [at for at, word in enumerate(side.words) if denies.end <= word.span.start < end][:_AFTER]
    if after and side.alone[after[0]]:
        return ()  # What is denied may be said by its opposite: must not be lost, for must be kept.
    before = [at for at, word in enumerate(side.words) if start <= word.span.start and word.span.end <= denies.start]
    linked = [at for at in after if not side.alone[at]]
    if linked and len(linked) < _LEAST:
        linked += [at for at in before[-_BEFORE:] if not side.alone[at]]
    return tuple(linked) if len(linked) >= _LEAST else ()


def _is_answered(both: tuple[Answers, Answers], near: tuple[int, ...]) -> bool:
    """Tells whether something denies, or may, about the counterparts of some words; a word that is itself the
    counterpart of another one does not, but for one with a prefix that denies."""
    side, other = both
    places = [other.words[side.place[at]].span for at in near]
    start, end = min(one.start for one in places), max(one.end for one in places)
    if end - start > _WIDEST:
        return True
    touched = _next_to(other, places)
    start, end = max(0, start - _REACH), min(len(other.text), end + _REACH)
    taken = [
        word.span
        for word, place, alone in zip(other.words, other.place, other.alone, strict=True)
        if not alone and place not in near and start <= word.span.end and word.span.start <= end
    ]
    for kind in ANSWERS:
        for found in cue(other.language, kind).finditer(other.text, start, end):
            is_taken = any(one.overlaps(Span(*found.span())) for one in taken)
            if kind == "prefix" or found.start() in touched or not is_taken:
                return True
    return False


def _next_to(side: Answers, places: Sequence[Span]) -> frozenset[int]:
    """Returns where the words begin that are right before some words: where several such denials are in a row, it does
    not matter which of the other text's each was linked with."""
    starts = {one.start for one in places}
    return frozenset(before.span.start for before, word in pairwise(side.words) if word.span.start in starts)
