"""Which value of a target has to become which, when its source's values become those of a query?

By value and one to one: a value that is in several places must change alike in all of them, one that the target
does not have cannot change, and one that only the target has must not be of a kind that changes, since it may depend
on what changes ("for three hours" from ten to one).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tmtool.languages.language import Language
from tmtool.languages.rendering import Change, in_latin
from tmtool.matching.sentence import Sentence
from tmtool.model import Placeable, PlaceableKind
from tmtool.model.wording import Wording, say

_TIED = (
    frozenset({PlaceableKind.DATE, PlaceableKind.WEEKDAY, PlaceableKind.TIME}),
    frozenset({PlaceableKind.NUMBER, PlaceableKind.PERCENT}),
)
"""Kinds that may depend on each other; any other kind depends on itself only."""
_NUMBERED = frozenset({PlaceableKind.NUMBER, PlaceableKind.REFERENCE, PlaceableKind.ORDINAL})
"""Kinds that a number may be read as, by the noun that goes with it."""
_FIGURES, _FIGURES_THAT_TELL = re.compile(r"[0-9]+"), 2
"""Figures in a text, and how many have to be together to be the same in both languages by no chance."""
_LEAST_OF_ANOTHER_KIND = 10
"""The least ordinal that may be a number in the target: two and second are too often of different things."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A `Replacement` is a value of the stored source, that of the query in its place, and its place in the target."""

    old: Placeable
    new: Placeable
    place: Placeable
    change: Change


@dataclass(slots=True)
class Plan:
    """A `Plan` says what to replace, and what is against it."""

    replacements: list[Replacement] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def is_same(one: Placeable, other: Placeable) -> bool:
    """Tells whether values are equal; the noun of a reference may be another ("rule 5", "article 5")."""
    return one.kind is other.kind and _bare(one) == _bare(other)


def replacements(
    pairs: Sequence[tuple[Placeable, Placeable]],
    stored: Sentence,
    asked: Sentence,
    target: Sentence,
    language: Language,
    habits: str = "",
) -> Plan:
    """Returns the plan for a target in a language, from the values of its source paired with those of the query.

    `habits` is other text of the target's memory (`languages.rendering.Change`).
    """
    plan = Plan()
    sources = stored.placeables
    changed: set[PlaceableKind] = set()
    done: list[Placeable] = []
    for old, new in pairs:
        if _unchanged(old, new) or any(is_same(old, other) for other in done):
            continue
        done.append(old)
        changed.add(old.kind)
        news = [after for before, after in pairs if is_same(before, old)]
        places = _places(old, stored, target) or _unread(old, target, language)
        if (reason := _why_not(old, new, news, places, stored, target)) is not None:
            plan.reasons.append(reason)
            continue
        values = (old.value, new.value) if places[0].kind is old.kind else (_bare(old), _bare(new))
        written = old.span.of(stored.text), new.span.of(asked.text)
        if PlaceableKind.REFERENCE in (old.kind, places[0].kind):
            written = in_latin(written[0], old.value), in_latin(written[1], new.value)
        change = Change(places[0].kind, *values, *written, habits)
        plan.replacements += [Replacement(old, new, place, change) for place in places]
    replaced = [one.place for one in plan.replacements]
    own = [
        place
        for place in target.placeables
        if place not in replaced
        and not any(is_same(place, source) for source in sources)
        and not _is_elsewhere(place, stored, target, [one.old for one in plan.replacements])
    ]
    plan.reasons += _dependent(own, changed, target, plan.replacements)
    return plan


def _why_not(
    old: Placeable,
    new: Placeable,
    news: Sequence[Placeable],
    places: Sequence[Placeable],
    stored: Sentence,
    target: Sentence,
) -> Wording | None:
    """Returns why a value cannot be replaced by the new one at its places in the target, None if it can; `news` are
    those that it becomes wherever it is in the source."""
    count = sum(is_same(other, old) for other in stored.placeables)
    said = old.span.of(stored.text)
    if not places:
        return say("“{said}” is not found in the target", said=said)
    if len(places) != count or len(news) != count:
        return say("“{said}” does not occur as often in the target as in the source", said=said)
    if places[0].kind is not old.kind and not _bare(new).isdigit():
        return say("“{said}” is read as another kind of value in the target", said=said)
    if not all(is_same(one, new) for one in news):
        return say("“{said}” is in several places and becomes several values", said=said)
    is_read_so = places[0] in target.placeables and places[0].kind is old.kind
    if is_read_so and _order(old, stored.placeables) != _order(old, target.placeables):
        return say("“{said}” is there as several kinds of value, in another order in the target", said=said)
    return None


def _bare(one: Placeable) -> str:
    return one.value.rpartition(":")[2] if one.kind is PlaceableKind.REFERENCE else one.value


def _unread(old: Placeable, target: Sentence, language: Language) -> list[Placeable]:
    """Returns the places where the target says a number by no number, apart from its values."""
    if old.kind is not PlaceableKind.NUMBER or any(_bare(one) == _bare(old) for one in target.placeables):
        return []
    found = language.unread(target.text, old.value)
    return [one for one in found if not any(one.span.overlaps(value.span) for value in target.placeables)]


def _places(old: Placeable, stored: Sentence, target: Sentence) -> list[Placeable]:
    """Returns the places where the target has the value: as the same kind; or as a number or ordinal for a reference
    ("Case 5", "affaire no 5") or as a number for an ordinal ("the 7364th meeting", "заседание 7364") if there is no
    other place for it in either text."""
    text, targets, sources = target.text, target.placeables, stored.placeables
    places = [place for place in targets if is_same(place, old)]
    if places or old.kind not in _NUMBERED or len(_order(old, sources)) != 1:
        return places
    others = [place for place in targets if _bare(place) == _bare(old) and _bare(old).isdigit()]
    if len(others) != 1 or others[0].kind not in _NUMBERED:
        return []
    if PlaceableKind.REFERENCE in (old.kind, others[0].kind):
        return others
    # "The twenty years" may look like an ordinal: a number is one in figures only.
    apart = {old.kind, others[0].kind} == {PlaceableKind.ORDINAL, PlaceableKind.NUMBER}
    here, there = (bool(_FIGURES.search(said)) for said in (others[0].span.of(text), old.span.of(stored.text)))
    in_figures = old.kind is PlaceableKind.ORDINAL or here
    tells = (here and there) or int(_bare(old)) >= _LEAST_OF_ANOTHER_KIND
    return others if apart and in_figures and tells else []


def _order(one: Placeable, placeables: Iterable[Placeable]) -> list[PlaceableKind]:
    """Returns the kinds under which the same figure is found, in the order of the text: 3 States, 3 per cent, item
    3."""
    return [other.kind for other in placeables if _bare(other) == _bare(one)]


def _is_elsewhere(place: Placeable, stored: Sentence, target: Sentence, changed: Sequence[Placeable]) -> bool:
    """Tells whether what only the target has as such a value is in the source in another manner: as a value of another
    kind, or in figures that are no value there ("U-235", "23.2"), as often and in nothing that changes."""
    if place.kind not in _NUMBERED:
        return False
    bare = _bare(place)
    others = [one for one in stored.placeables if _bare(one) == bare]
    if others and len(others) == len([one for one in target.placeables if _bare(one) == bare]):
        return not any(one in changed for one in others)
    figures = Counter(_FIGURES.findall(place.span.of(target.text)))
    if not figures or len(bare) < _FIGURES_THAT_TELL:
        return False
    free = list(stored.text)
    for one in changed:
        free[one.span.start : one.span.end] = " " * (one.span.end - one.span.start)
    there, here = Counter(_FIGURES.findall("".join(free))), Counter(_FIGURES.findall(target.text))
    return all(there[figure] >= here[figure] for figure in figures)


def _unchanged(old: Placeable, new: Placeable) -> bool:
    return old.value == new.value


def _dependent(
    own: Iterable[Placeable], changed: set[PlaceableKind], target: Sentence, plan: Iterable[Replacement]
) -> Iterable[str]:
    """Yields reasons for values that only the target has and that may depend on what changes."""
    years_only = all(_is_year(one.old) and _is_year(one.new) for one in plan)
    for place in own:
        tied = next((kinds for kinds in _TIED if place.kind in kinds), frozenset({place.kind}))
        if tied.isdisjoint(changed):
            continue
        if place.kind is PlaceableKind.NUMBER and years_only and not _is_year(place):
            continue
        yield say("“{words}” is in the target only", words=place.span.of(target.text))


def _is_year(one: Placeable) -> bool:
    return one.kind is PlaceableKind.NUMBER and len(one.value) == 4 and one.value[:2] in ("19", "20", "21")
