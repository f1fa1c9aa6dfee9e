"""Do both texts tell a vote by the same numbers: 15 voix contre 12 for 12 votes in favour and 15 against, not 15 pour?

A number of votes is known by what is before and after it (``patterns.tsv``: in-favour, against, majority-of).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.values.exchanged_values import Crossed
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Placeable, PlaceableKind

_Vote = tuple[str, str]
"""How many voted in favour, and how many against; or the majority and the minority."""


def votes_as_cast(pair: Pair, draft: Draft) -> Collection[str]:
    """Returns the two numbers of a vote where both texts say the same of them, in whatever order; none where they do
    not, or tell no vote."""
    there, here, numbers = _both(pair, draft)
    if there is None:
        return ()
    most = (max(there, key=float), min(there, key=float))
    is_as_cast = here == there or (
        here is None and most == _majority(numbers, pair.target, language_of(draft.target_language))
    )
    return there if is_as_cast else ()


def votes_exchanged(pair: Pair, draft: Draft) -> Crossed | None:
    """Returns the two numbers of a vote of which the translation says each of the other side."""
    there, here, numbers = _both(pair, draft)
    if there is None or here is None or here != there[::-1] or here == there:
        return None
    first, second = (one for one in numbers if one.value in here)
    of_source = next(one for one in _numbers(pair.source_placeables) if one.value == first.value)
    return Crossed(first, second, of_source.span)


def _both(pair: Pair, draft: Draft) -> tuple[_Vote | None, _Vote | None, Sequence[Placeable]]:
    """Returns the vote that each text tells by its sides, and the numbers of the translation."""
    numbers = _numbers(pair.target_placeables)
    return (
        _by_side(_numbers(pair.source_placeables), pair.source or "", language_of(draft.source_language)),
        _by_side(numbers, pair.target, language_of(draft.target_language)),
        numbers,
    )


def _numbers(placeables: Sequence[Placeable]) -> list[Placeable]:
    """Returns the numbers that are there once."""
    found = [one for one in placeables if one.kind is PlaceableKind.NUMBER]
    often = Counter(one.value for one in found)
    return [one for one in found if often[one.value] == 1]


def _by_side(numbers: Sequence[Placeable], text: str, language: Language) -> _Vote | None:
    """Returns the number of votes in favour and that of those against; None where a text does not say one of them, or
    says several."""
    favour, against = (
        [one.value for one in numbers if language.pattern(name).match(text, one.span.end) is not None]
        for name in ("in-favour", "against")
    )
    return (favour[0], against[0]) if len(favour) == 1 == len(against) else None


def _majority(numbers: Sequence[Placeable], text: str, language: Language) -> _Vote | None:
    """Returns the larger and the smaller number of a vote as a text calls them, None where it does not."""
    joint = language.pattern("majority-of")
    for one, other in pairwise(numbers):
        if joint.fullmatch(text, one.span.end, other.span.start) is not None:
            return one.value, other.value
    return None
