"""Is a number the least of what the source gives as the most: moins de 51 % for more than 51 per cent?

Or a date the earliest for the latest: à partir du 1er mai for no later than 1 May; or a change one up for one down: une
baisse de 22 % for a rise; or one by a number for one to it: ramener à 40 for reduce by 40; or a time one after an event
for one before it: deux jours après le vote. See docs/un-french.md, section 15: meaning. Each number, date and hour is
taken with the words next to it that bound it, and compared with the same number of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged, widest
from tmtool.checks.evidence.values.bounded import FAMILIES, OF_DATES, WITH_OR_WITHOUT, Bounded, bounded
from tmtool.checks.evidence.values.bounding import TABLE
from tmtool.checks.evidence.values.denied_bounds import (
    denies,
    is_denied,
    is_denied_after,
    may_be_denied,
)
from tmtool.checks.evidence.values.fractions import fractions
from tmtool.checks.evidence.values.lost_bounds import lost_bounds
from tmtool.checks.evidence.values.past_bounds import had_come_about
from tmtool.languages.language import Language
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a number is a least value in the source and a greatest one here, or the reverse,
    or in a close translation no longer bounded."""
    turned = widest(_turned(pair, draft))
    yield from turned
    known = draft.language_pair
    if draft.is_close and known is not None and not known.is_turned:
        for here, there in lost_bounds(pair, known):
            if not any(flag.target_span is not None and flag.target_span.overlaps(here) for flag in turned):
                message = say("Nothing here stands for “{words}”.", words=there.of(pair.source or ""))
                yield Flag(message, target_span=here, source_span=there, level=Level.INFO)


def _turned(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each number that is bounded in opposite ways on the two sides."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    numbers_there = _numbers(pair.source_placeables, source, draft.source)
    numbers_here = _numbers(pair.target_placeables, pair.target, draft.target)
    for family in FAMILIES:
        of_source: dict[str, list[Bounded]] = {}
        for one in bounded(source, numbers_there, draft.source.tag, family):
            of_source.setdefault(one.value, []).append(one)
        here = bounded(pair.target, numbers_here, draft.target.tag, family) if of_source else []
        if family in WITH_OR_WITHOUT:  # ne peut durer plus de trois minutes may be three
            here = [one for one in here if not is_denied(one, pair.target, draft.target)]
        turned = [
            one
            for one in here
            if all(one.is_turned(other) for other in of_source.get(one.value, [one]))
            and not _holds_otherwise(one, of_source[one.value], pair, draft, of_dates=family is OF_DATES)
            and not (family is OF_DATES and had_come_about(one, of_source[one.value], pair, draft))
        ]
        for one in _one_a_place(turned):
            others = of_source[one.value]
            level = _level(one, others, family, pair, draft)
            if level is not Level.HINT or not draft.is_close:  # where it would be weighed with other hints
                yield exchanged(one.span, pair.target, others[0].span, source, level=level)


def _numbers(placeables: Sequence[Placeable], text: str, language: Language) -> tuple[Placeable, ...]:
    """Returns the values of a text with its fractions, and with the articles that count one unit of time: not later
    than one week before the session."""
    ones = (
        Placeable(PlaceableKind.NUMBER, Span(*found.span()), "1")
        for found in language.pattern("one-time").finditer(text)
    )
    return (*placeables, *fractions(text, language.tag), *ones)


def _one_a_place(turned: Sequence[Bounded]) -> Iterator[Bounded]:
    """Yields the last of those that begin at one place: the hour of a day is said with it."""
    for one, after in zip_longest(turned, turned[1:]):
        if after is None or after.span.start > one.span.start:
            yield one


def _holds_otherwise(one: Bounded, others: Sequence[Bounded], pair: Pair, draft: Draft, *, of_dates: bool) -> bool:
    """Tells whether the source denies of what is on one side of a bound what the translation, which denies nothing,
    says of the other: papers sent after 3 May cannot be accepted, doivent être soumises le 3 mai au plus tard. After a
    number a denial may be about another one: more than 8, for no more than 12 weeks."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    if is_denied(one, pair.target, draft.target):
        return False
    if any(is_denied(other, source, draft.source) for other in others):
        return True
    if not of_dates or is_denied_after(one, pair.target, draft.target):
        return False
    return any(is_denied_after(other, source, draft.source) for other in others)


def _level(one: Bounded, others: Sequence[Bounded], family: frozenset[str], pair: Pair, draft: Draft) -> Level | None:
    """Returns the level of a number that is bounded in another way than in the source; None for that of the check."""
    if family in WITH_OR_WITHOUT and not draft.is_close:
        return Level.INFO
    if _is_denied_in_another_place(one, others[0], pair, draft):
        return Level.HINT
    sides = (pair.source_placeables, pair.target_placeables)
    return None if all(sum(other.value == one.value for other in side) <= 1 for side in sides) else Level.INFO


def _is_denied_in_another_place(one: Bounded, other: Bounded, pair: Pair, draft: Draft) -> bool:
    """Tells whether one side denies before or after the words that bound a number what the other denies among them, and
    that alone: shall in no event exceed, sans fléchir de plus de; replies received after 30 June will not be, il ne
    sera pas tenu compte des réponses reçues après le 30 juin. Where both deny among them (no Member may hold, aucun
    Membre ne peut détenir) it is one denial, in two words of the one."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    within_here, within_there = (
        denies(one.span.of(pair.target), draft.target),
        denies(other.span.of(source), draft.source),
    )
    if within_here is within_there:
        return False
    if within_here:
        return may_be_denied(other, source, draft.source)
    return may_be_denied(one, pair.target, draft.target)


CHECK = SegmentCheck(
    name="meaning-bound",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, placeables=Sides.BOTH, tables=TABLE),
    yields_to=("meaning-opposite",),
    summary="A number is a least value in the source and a greatest one here, or is itself within it on one side only.",
    reason=(
        "Not less than half, at most half: the number is right and the rule is turned round. Reported where the same "
        "number has a word next to it on both sides that bounds it, and the two bound it in opposite ways. What a "
        "negation further away is about cannot be known: no option costs more than 10 is not set against plus de 10, "
        "nor neither … more than 10 against ne dépasse pas 10. At least and more than, at most and less than are told "
        "apart too: an info but in agendas."
    ),
    examples=(
        Example(
            source="It lasts at most eighteen months.",
            target="Elle dure dix-huit mois ou plus.",
            flagged=("dix-huit mois ou plus",),
        ),
        Example(
            source="A statement may not last longer than twelve minutes.",
            target="Une déclaration ne peut durer moins de douze minutes.",
            flagged=("ne peut durer moins de douze",),
        ),
        Example(
            source="A statement may not last longer than twelve minutes.",
            target="Une déclaration ne peut durer plus de douze minutes.",
        ),
        Example(
            source="The gap would shrink by only 3 hours by 2040.",
            target="L’écart ne diminuerait que de 3 heures d’ici à 2040.",
            is_close=True,
        ),
        Example(
            source="The map will be published only after 1 May.",
            target="La carte ne sera publiée qu’après le 1er mai.",
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
