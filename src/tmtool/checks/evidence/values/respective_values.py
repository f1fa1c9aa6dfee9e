"""Do two values that belong to two things respectively belong to the other one in the translation: les cours de l'étain
et du cuivre ont augmenté respectivement de 7 % et de 12 %, for 12 and 7?

The words right before and after the conjunction that joins the two things tell their order, by the links of words. The
values and the things may both be in another order; only one of them may not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.sentence_spans import sentence_spans
from tmtool.checks.evidence.values.exchanged_values import Crossed
from tmtool.checks.evidence.words.linked import Linked, linked
from tmtool.checks.evidence.words.sides import mutual, places_within
from tmtool.model import Placeable, PlaceableKind, Span

_KINDS = (
    PlaceableKind.NUMBER,
    PlaceableKind.PERCENT,
    PlaceableKind.DATE,
    PlaceableKind.ORDINAL,
    PlaceableKind.TIME,
)
_TWO = 2
_NEAR = 2
"""So many words before and after the conjunction may tell a thing: the market hall."""


def exchanged_respectively(pair: Pair, draft: Draft) -> Crossed | None:
    """Returns the two values of a sentence that belong to two things respectively, where the values or the things have
    changed places, and not both; None where there are none."""
    source = pair.source or ""
    respectively = draft.source.pattern("respectively") if draft.source is not None else None
    if respectively is None or respectively.search(source) is None:
        return None
    found = linked(pair, draft)
    if found is None:
        return None
    for sentence in sentence_spans(source, pair.target):
        if respectively.search(source, sentence.source.start, sentence.source.end) is None:
            continue
        for kind in _KINDS:
            there = _two_values(pair.source_placeables, kind, sentence.source)
            here = _two_values(pair.target_placeables, kind, sentence.target)
            values, others = ([one.value for one in two] for two in (there, here))
            if not values or sorted(values) != sorted(others):
                continue
            turned = set(_turned_things(found, draft, sentence.source, Span(there[0].span.start, there[1].span.end)))
            if turned == {values == others}:
                return Crossed(here[0], here[1], there[0].span)
    return None


def turned_things(pair: Pair, draft: Draft, values: Span) -> Iterator[bool]:
    """Yields of each two things that are joined in a pair, apart from the part of the source that has the values,
    whether they are in the other order in the translation; nothing where no links of words are known."""
    found = linked(pair, draft)
    if found is not None:
        yield from _turned_things(found, draft, Span(0, len(pair.source or "")), values)


def _two_values(placeables: Sequence[Placeable], kind: PlaceableKind, part: Span) -> list[Placeable]:
    """Returns the values of a kind in a part of a text, if they are two that differ."""
    found = [one for one in placeables if one.kind is kind and part.holds(one.span)]
    return found if len(found) == _TWO == len({one.value for one in found}) else []


def _turned_things(found: Linked, draft: Draft, part: Span, values: Span) -> Iterator[bool]:
    """Yields of each two things that are joined in a part of the source, apart from the values, whether they are in the
    other order in the translation."""
    of_source, _ = found.sides
    assert draft.source is not None
    for joint in draft.source.small_words.conjunction.finditer(of_source.text, part.start, part.end):
        if values.start < joint.start() < values.end:
            continue
        before = places_within(of_source.words, Span(part.start, joint.start()))
        after = places_within(of_source.words, Span(joint.end(), part.end))
        one, other = _linked(found, before[::-1][:_NEAR]), _linked(found, after[:_NEAR])
        if one is not None and other is not None:
            yield one > other


def _linked(found: Linked, places: Sequence[int]) -> int | None:
    """Returns the place of the counterpart of the first word at some places that has one; None where none has."""
    of_source, of_target = found.sides
    return next((link for at in places if (link := mutual(of_source, of_target, at)) is not None), None)
