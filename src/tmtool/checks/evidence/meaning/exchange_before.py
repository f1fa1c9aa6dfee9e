"""Is there another small word before its neighbour in the translation than in the source: certains États for all
States, doit examiner for may consider?

Words such as quantifiers and modal verbs come too often for a count over the sentence to tell. Here each is taken with
the word of content that follows it; where that has its counterpart, the small words before both are compared. The
tables are those of `languages.pairs.concepts`, of which only the names count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.pairs.concepts import Concept, named_in
from tmtool.model import Span

_REACH = 40
"""Characters at most from a small word to the end of the word that it governs."""
_HEADS = 3
"""Words of content after a small word of which one is that word."""
_AROUND = 45
"""Characters around in which a small word of the same kind makes the difference right."""


@dataclass(frozen=True, slots=True)
class _Governing:
    """A `_Governing` is a small word, what it says, and the word of content that it may govern, by number, nearest
    first."""

    concept: Concept
    span: Span
    heads: tuple[int, ...]


def exchanged_before(table: str, pair: Pair, draft: Draft, together: Collection[frozenset[str]]) -> Iterator[Flag]:
    """Yields the exchanges in front of words that are counterparts. `together` are pairs of concepts that go
    together."""
    if draft.language_pair is None:
        return
    found = linked(pair, draft)
    if found is None:
        return
    of_source, of_target = found.sides
    in_source, in_target = (
        named_in(draft.language_pair, table, side.language, side.text) for side in (of_source, of_target)
    )
    for group in sorted(in_source.keys() & in_target.keys()):
        governing = list(_governing(in_source[group], of_source))
        there = {place: one for one in reversed(governing) for place in one.heads[:2]}
        for one in _governing(in_target[group], of_target):
            other = next((there[place] for place in _counterparts(one, of_target) if place in there), None)
            if other is None or other.concept is one.concept:
                continue
            if frozenset({one.concept.name, other.concept.name}) in together:
                continue
            if _is_near(one.concept, of_source, other.span) or _is_near(other.concept, of_target, one.span):
                continue
            yield exchanged(one.span, of_target.text, other.span, of_source.text)
            return


def _governing(group: Sequence[Concept], side: Side) -> Iterator[_Governing]:
    for concept in group:
        for span in concept.cues[side.language].all_names(side.text):
            bound = MARK.search(side.text, span.end)
            end = min(span.end + _REACH, bound.start() if bound else len(side.text))
            first = bisect_left(side.words, span.end, key=lambda word: word.span.start)
            heads = [
                index for index, word in enumerate(side.words[first : first + _HEADS], first) if word.span.end <= end
            ]
            if heads:
                yield _Governing(concept, span, tuple(heads))


def _counterparts(one: _Governing, side: Side) -> list[int]:
    """Returns the places of the counterparts of what a small word may govern."""
    return [link for link in (side.links[index] for index in one.heads) if link is not None]


def _is_near(concept: Concept, side: Side, span: Span) -> bool:
    """Tells whether a name of the concept is close by."""
    around = side.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return concept.cues[side.language].search(around) is not None
