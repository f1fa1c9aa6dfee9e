"""Which stretch of one text has nothing on the other side, and how surely was it left out?

Words of content find their counterparts (answers.py); what has none in a row, and parts between marks or conjunctions
that mostly do, are candidates. Translators reword all the time, so no single sign tells. The signs (signs.py)
are weighed by boosted trees of the pair's ``left_out.tsv``: benchmarks/learn_left_out.py learns them from published
pairs and from the same pairs with something left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from tmtool.checks.evidence.completeness.joints import coordinators, separators
from tmtool.checks.evidence.completeness.signs import Signs
from tmtool.checks.evidence.completeness.trees import Trees, trees
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.checks.evidence.words.answers_by_alignment import TABLE as UNANSWERED
from tmtool.checks.evidence.words.answers_by_alignment import answers_by_alignment
from tmtool.checks.evidence.words.sides import usual_places
from tmtool.languages import pairs
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.tables import rows
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

TABLE = "left_out.tsv"
BY_ALIGNMENT = Path(pairs.__file__).with_name(TABLE)
"""The trees for words that are linked by the tables of alignment, which are the same for all languages."""
_MOST_STRETCHES = 256
"""Stretches of a text that are weighed; each is held against all of both texts."""
_HALF = 2
"""Words of a half of a pair that is told by the other half, at most; more are a clause of their own."""
_CONTENT_OF_CLAUSE, _WORDS_OF_CLAUSE = 3, 4
"""Words of content and words in all that a clause has at least."""
_IN_GROUP = 4
"""Words of a group about the place of a stretch at most."""
_NO_ROOM = -4.0
"""Characters that the other text has more than expected, where it has no room for a stretch even without it."""
_SHOWN = 80
"""Characters of a stretch that a message quotes."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A `Missing` is a stretch without counterpart, and how surely it was left out: the logarithm of the odds, on the
    scale of the table. `place` is where the other text would have it: from the beginning of one neighbour to the end
    of the other, if they are next to each other there, or the other half of a pair. `is_clause` tells that it is some
    words for which there is no room there: what is between its neighbours is too short even without it, and all of it
    answers to something else."""

    span: Span
    odds: float
    place: Span | None = None
    is_clause: bool = False


def omitted(
    source: str, target: str, pair: LanguagePair, said: Iterable[Span] = (), above: float = -math.inf
) -> Missing | None:
    """Returns the stretch of the source that is most surely missing from the target, None if every word has a
    counterpart, no odds are `above` those given or nothing is known of the pair. What is `said` otherwise, as a term
    is, is not missing."""
    both = _both(source, target, pair)
    return _surest(*both, pair, pair.expected_length[0], above, said) if both else None


def added(source: str, target: str, pair: LanguagePair, above: float = -math.inf) -> Missing | None:
    """Returns the stretch of the target to which most surely nothing in the source answers, None where there is
    none of which the odds are `above` those given."""
    both = _both(source, target, pair)
    return _surest(*both[::-1], pair, pair.expected_length[1], above) if both else None


def _both(source: str, target: str, pair: LanguagePair) -> tuple[Answers, Answers] | None:
    table = pair.translations
    if table is not None:
        return answers(source, target, pair, table)
    return answers_by_alignment(source, target, pair) if pair.has(UNANSWERED) else None


def _surest(
    side: Answers, other: Answers, pair: LanguagePair, expected_length: float, above: float, said: Iterable[Span] = ()
) -> Missing | None:
    model = trees(pair, TABLE, side.language) if pair.translations else trees_for_alignment()
    if model is None:
        return None
    signs = Signs(side, other, expected_length)
    likely = []
    for start, end in islice(signs.candidates(), _MOST_STRETCHES):
        stretch = signs.stretch(start, end)
        odds = model.odds(stretch)
        if odds > above:
            likely.append((odds, start, end, stretch))
    if not likely:
        return None
    # What is said otherwise takes longer to find than all else, and is asked of few texts.
    usual, alone = SpanIndex([*usual_places(side.text, pair, side.language), *said]), side.alone
    for odds, start, end, stretch in sorted(likely, key=lambda one: one[0], reverse=True):
        if not all(usual.holds(side.words[at].span) for at in range(start, end) if alone[at]):
            span = Span(side.words[start].span.start, side.words[end - 1].span.end)
            return Missing(span, odds, place_of(side, other, start, end), _is_clause(stretch, span.of(side.text)))
    return None


def _is_clause(signs: Mapping[str, float], text: str) -> bool:
    """Tells whether the other text has no room for a stretch of some words."""
    return (
        signs["words"] >= _CONTENT_OF_CLAUSE
        and len(text.split()) >= _WORDS_OF_CLAUSE
        and signs["room without"] < _NO_ROOM
        and not signs["free within"]
    )


def place_of(side: Answers, other: Answers, start: int, end: int) -> Span | None:
    """Returns what is about the place that a stretch would have in the other text: what its neighbours are there, if
    they or the words that go with each are next to each other, else the other half of the pair that a conjunction makes
    of the two."""
    if start == 0 or side.alone[start - 1]:
        return None
    if end < len(side.words) and not side.alone[end]:
        first, last = side.place[start - 1], side.place[end]
        if abs(last - first) != 1:
            first, last = _nearest(_group(side, start - 1, -1), _group(side, end, 1))
        if abs(last - first) == 1:
            first, last = sorted((first, last))
            return Span(other.words[first].span.start, other.words[last].span.end)
    if end - start > _HALF:
        return None
    between = side.text[side.words[start - 1].span.end : side.words[start].span.start]
    if coordinators(side.language).fullmatch(between.strip()) is None:
        return None
    first, last = side.place[start - 1], max(_group(side, start - 1, -1))
    return Span(other.words[first].span.start, other.words[last].span.end)


def _group(side: Answers, at: int, step: int) -> set[int]:
    """Returns the places in the other text, in a row there, of a word and of those that go with it on one side: what is
    between them is neither a mark nor a conjunction."""
    places = {side.place[at]}
    parted = separators(side.language)
    for one in range(at + step, at + step * _IN_GROUP, step):
        if not 0 <= one < len(side.words) or side.alone[one]:
            break
        before, after = sorted((one, one - step))
        if parted.search(side.text, side.words[before].span.end, side.words[after].span.start):
            break
        places.add(side.place[one])
    row = {side.place[at]}
    while near := {place for place in places - row if {place - 1, place + 1} & row}:
        row |= near
    return row


def _nearest(some: set[int], others: set[int]) -> tuple[int, int]:
    """Returns the place of each of two groups that is nearest to the other group."""
    return min(((one, other) for one in some for other in others), key=lambda both: abs(both[0] - both[1]))


@cache
def trees_for_alignment() -> Trees:
    """Returns the trees for words that are linked by the tables of alignment."""
    return Trees([line for (line,) in rows(BY_ALIGNMENT)])


def shown(text: str) -> str:
    """Returns a stretch as messages quote it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3].rstrip()}…"
