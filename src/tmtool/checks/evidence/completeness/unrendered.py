"""Which words of a close translation, or of its source, were left out or put wrongly on the other side?

Each stretch of words that have no counterpart by `rendered.py` is weighed by boosted trees of the pair's
``unrendered.tsv``. What left_out.py weighs was learnt from pieces cut out of published texts; this was learnt from
errors that translators make in agendas (benchmarks/learn_unrendered.py): words in the place of others among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from tmtool.checks.evidence.completeness.left_out import TABLE as LEFT_OUT
from tmtool.checks.evidence.completeness.left_out import place_of
from tmtool.checks.evidence.completeness.rendering_signs import RenderingSigns
from tmtool.checks.evidence.completeness.said import said_freely
from tmtool.checks.evidence.completeness.trees import trees
from tmtool.checks.evidence.words.rendered import rendered
from tmtool.checks.evidence.words.sides import usual_places
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.renderings import Renderings
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

TABLE = "unrendered.tsv"
BY_CUTS = "left out"
"""The sign of how surely a stretch was left out by the trees of left_out.py, which were learnt from pieces cut out."""
_MOST_STRETCHES = 64
"""Stretches of a text that are weighed."""
_MOST_INSTEAD, _BESIDE = 2, 1
"""For so many words at most one may stand, so far from the words between which they would be."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A `Stretch` is some words of one text of which one at least has no counterpart: their place, the stems of those
    that have none, and the signs of it. `instead` is the place of the one word that the other text has where it would
    have them and that renders nothing, None where it has none or several; `place` what is about that place then, if its
    neighbours are next to each other there. `lone` are the places of the words without a counterpart but for those
    that are said in another way."""

    span: Span
    stems: tuple[str, ...]
    lone: tuple[Span, ...]
    signs: Mapping[str, float]
    instead: Span | None
    place: Span | None


@dataclass(frozen=True, slots=True)
class Unrendered:
    """An `Unrendered` is a stretch with the logarithm of the odds that it was left out or put wrongly."""

    stretch: Stretch
    odds: float


def unrendered(
    source: str, target: str, pair: LanguagePair, language: str, said: Iterable[Span] = ()
) -> Unrendered | None:
    """Returns the stretch of the text in that language which is most surely left out of the other or put wrongly there;
    None where every word has a counterpart, or the pair has no table. What is `said` otherwise, as a term is, is
    neither."""
    model = trees(pair, TABLE, language)
    if model is None or pair.renderings is None:
        return None
    found = [
        Unrendered(one, model.odds(one.signs))
        for one in stretches(source, target, pair, pair.renderings, language, said)
    ]
    found.sort(key=lambda one: one.odds, reverse=True)
    return next((one for one in found if not is_said_freely(one.stretch, source, target, pair, language)), None)


def is_said_freely(stretch: Stretch, source: str, target: str, pair: LanguagePair, language: str) -> bool:
    """Tells whether all words of a stretch that seem to have no counterpart are in common phrases which the other text
    says in another way."""
    side = 0 if language == pair.source else 1
    phrases = SpanIndex(both[side] for both in said_freely(source, target, pair))
    return all(phrases.holds(word) for word in stretch.lone)


def stretches(
    source: str, target: str, pair: LanguagePair, renderings: Renderings, language: str, said: Iterable[Span] = ()
) -> Iterator[Stretch]:
    """Yields the stretches of the text in that language of which the other may have nothing."""
    both, confusions = rendered(source, target, pair), pair.confusions
    if both is None or confusions is None:
        return
    is_source = language == pair.source
    side, other = both if is_source else both[::-1]
    found = RenderingSigns(side, other, renderings, confusions, pair.expected_length[0 if is_source else 1])
    candidates = list(islice(found.signs.candidates(), _MOST_STRETCHES))
    by_cuts = trees(pair, LEFT_OUT, language)
    if not candidates or by_cuts is None:
        return
    usual = SpanIndex([*usual_places(side.answers.text, pair, language), *said])
    words, alone = side.answers.words, found.signs.alone
    for start, end in candidates:
        lone = [words[at] for at in range(start, end) if alone[at]]
        free = tuple(word.span for word in lone if not usual.holds(word.span))
        if not free:
            continue
        low, high = found.signs.between(start, end)
        there = other.answers
        near = range(max(0, low - _BESIDE), min(len(there.words), high + _BESIDE + 1))
        wrong = [at for at in near if other.unrendered[at]] if len(lone) <= _MOST_INSTEAD else []
        signs = found.stretch(start, end)
        yield Stretch(
            Span(words[start].span.start, words[end - 1].span.end),
            tuple(word.stem for word in lone),
            free,
            {**signs, BY_CUTS: by_cuts.odds(signs)},
            there.words[wrong[0]].span if len(wrong) == 1 else None,
            None if wrong else place_of(side.answers, there, start, end),
        )
