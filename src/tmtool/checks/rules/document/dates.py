"""Do cover, text and table of an agenda give the same days? (docs/un-french.md, fact 113.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.in_source import is_in_source
from tmtool.checks.evidence.values.calendar_days import dated_weekdays, said_day, weekday_of
from tmtool.checks.rules.dates.weekday import misnamed
from tmtool.languages.language import Language
from tmtool.model import BlockKind, Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import joined, say

_NEAR = 14
"""A day so close to the meeting and not of it is more likely a slip than another event."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where a date is no day of the meeting that the cover announces, or has the
    wrong weekday."""
    agenda = draft.agenda
    assert agenda is not None
    if not agenda.meeting_dates:
        return
    days = agenda.meeting_dates
    body = min(item.segment for item in agenda.items)
    in_table = {row.date for row in agenda.sittings}
    text = [pair for pair in draft.pairs if pair.number >= body and pair.kind is not BlockKind.METADATA]
    others = _days_of([pair for pair in text if pair.target in in_table], days[0][:4])
    if (
        others
        and others[0] != days[0]
        and not set(others) < set(days)
        and others[0] in _days_of([pair for pair in text if _has_hour(pair)], days[0][:4])
    ):
        of_cover = _cover([pair for pair in draft.pairs if pair.number < body], days, others)
        if of_cover is not None:
            yield of_cover
            days = others
    for pair in text:
        yield from ((pair, flag) for flag in _weekdays_without_year(pair, days, draft))
        for one in pair.target_placeables:
            if one.kind is not PlaceableKind.DATE or is_in_source(one, pair):
                continue
            opening = _has_hour(pair) and _says_when_it_opens(pair.target, draft.target)
            problem = _problem(one, days, in_table=pair.target in in_table, opening=opening)
            if problem:
                message = say("“{here}” {problem}.", here=one.span.of(pair.target), problem=problem)
                level = None if opening else Level.WARNING if pair.target in in_table else Level.HINT
                yield pair, Flag(message, target_span=one.span, level=level)


def _has_hour(pair: Pair) -> bool:
    return any(one.kind is PlaceableKind.TIME for one in pair.target_placeables)


def _says_when_it_opens(text: str, language: Language | None) -> bool:
    """Tells whether a sentence says when the meeting begins, as the one that all copy from the agenda before does."""
    opens = language.cues.pattern("opens") if language else None
    return opens is not None and opens.search(text) is not None


def _days_of(pairs: Sequence[Pair], year: str) -> tuple[str, ...]:
    """Returns the days that some pairs name, ascending, with `year` where they have none."""
    dates = (_full(one, year) for pair in pairs for one in pair.target_placeables if one.kind is PlaceableKind.DATE)
    return tuple(sorted({value for value in dates if len(value) == len("2020-09-08")}))


def _full(one: Placeable, year: str) -> str:
    return f"{year}-{one.value[2:]}" if one.value.startswith("--") else one.value


def _cover(pairs: Sequence[Pair], days: tuple[str, ...], others: tuple[str, ...]) -> tuple[Pair, Flag] | None:
    """Compares the cover with the opening sentence and the table: one finding, and no more about each of them; none
    where the cover of the source has the same days."""
    for pair in pairs:
        dates = [one for one in pair.target_placeables if one.kind is PlaceableKind.DATE and one.value in days]
        if dates and pair.kind is not BlockKind.METADATA:
            if all(is_in_source(one, pair) for one in dates):
                return None
            span = Span(dates[0].span.start, dates[-1].span.end)
            message = say(
                "“{here}” on the cover, but {others} in the text and the table.",
                here=span.of(pair.target),
                others=joined(map(said_day, others), ", "),
            )
            return pair, Flag(message, target_span=span, level=None if pair.source else Level.WARNING)
    return None


def _problem(one: Placeable, days: tuple[str, ...], *, in_table: bool, opening: bool) -> str:
    """Returns what is wrong with a date of the text, "" for nothing."""
    value = _full(one, days[0][:4])
    if len(value) < len(days[0]) or value in days:
        first = opening and not in_table and value in days and value != days[0]
        return say("is not the first day of the meeting, {day}", day=said_day(days[0])) if first else ""
    if value[5:] in {day[5:] for day in days} and value[:4] != days[0][:4] and opening:
        return say("is not in the year of the meeting, {year}", year=days[0][:4])
    apart = min(abs((date.fromisoformat(value) - date.fromisoformat(day)).days) for day in (days[0], days[-1]))
    if in_table or apart <= _NEAR:
        return say("is no day of the meeting ({days})", days=joined(map(said_day, days), ", "))
    return ""


def _weekdays_without_year(pair: Pair, days: tuple[str, ...], draft: Draft) -> Iterator[Flag]:
    year = days[0][:4]
    of_source = {one.value for one in pair.source_placeables if one.kind is PlaceableKind.DATE}
    for weekday, day in dated_weekdays(pair.target, pair.target_placeables):
        full = f"{year}-{day.value[2:]}"
        true = weekday_of(full) if day.value.startswith("--") else ""
        if of_source and of_source.isdisjoint((day.value, full)):
            continue  # the date may be the slip: dates-value reports it
        if true and true != weekday.value and full in days:
            yield misnamed(pair.target, weekday, day, full, true, draft)


_AGENDA = """Quinzième réunion
Vienne, 14-16 juin 2027
Ordre du jour provisoire
1. Ouverture de la réunion.
2. Questions diverses.
Annotations
1. Ouverture de la réunion
{}
2. Questions diverses
Aucune.
Annexe
{} juin
10 heures-13 heures
1
Ouverture de la réunion"""

_AGENDA_IN_ENGLISH = """Fifteenth meeting
Vienna, 14–16 June 2027
Provisional agenda
1. Opening of the meeting.
2. Other matters.
Annotations
1. Opening of the meeting
{}
2. Other matters
None.
Annex
{} June
10 a.m.–1 p.m.
1
Opening of the meeting"""

CHECK = DocumentCheck(
    name="document-dates",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(agenda=True, placeables=Sides.TARGET),
    yields_to=("dates-value", "dates-weekday", "dates-time"),
    summary="A date is no day of the meeting that the cover announces, or has the wrong weekday.",
    reason=(
        "The days are on the cover, in the opening sentence and in the table, and are changed in one of them only. "
        "The date in the sentence that opens the meeting must be its first day; a day of the table that is none of its "
        "days is a warning. Another date within a fortnight may well be a deadline and is a hint. What the source says "
        "too is left alone; a cover without its source is only a warning."
    ),
    examples=(
        Example(
            target=_AGENDA.format("La réunion s’ouvrira le mardi 15 juin 2027 à 10 heures.", "Lundi 14"),
            flagged=("15 juin 2027",),
        ),
        Example(
            target=_AGENDA.format("La réunion s’ouvrira le lundi 14 juin 2027 à 10 heures.", "Jeudi 17"),
            flagged=("17 juin",),
        ),
        Example(
            target=_AGENDA.format("La réunion s’ouvrira le lundi 14 juin 2027 à 10 heures.", "Mardi 14"),
            flagged=("Mardi",),
            repaired=_AGENDA.format("La réunion s’ouvrira le lundi 14 juin 2027 à 10 heures.", "Lundi 14"),
        ),
        Example(
            source=_AGENDA_IN_ENGLISH.format(
                "The meeting will open on Monday, 14 June 2027, at 10 a.m.", "Tuesday, 15"
            ),
            target=_AGENDA.format("La réunion s’ouvrira le lundi 14 juin 2027 à 10 heures.", "Mardi 16"),
        ),
        Example(
            target=_AGENDA.format("La liste sera ouverte le mardi 15 juin à 9 heures.", "Lundi 14"),
        ),
        Example(
            source=_AGENDA_IN_ENGLISH.format(
                "The meeting will open on Tuesday, 15 June 2027, at 10 a.m.", "Thursday, 17"
            ),
            target=_AGENDA.format("La réunion s’ouvrira le mardi 15 juin 2027 à 10 heures.", "Jeudi 17"),
        ),
        Example(
            target=_AGENDA.format("Le Bureau a fixé la date le 1er mars 2027 à 9 heures.", "Lundi 14"),
        ),
        Example(
            target=_AGENDA.format("La réunion s’ouvrira le lundi 14 juin 2027 à 10 heures.", "Lundi 14"),
        ),
    ),
    look=look,
)
