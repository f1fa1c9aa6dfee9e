"""Does a day of the week fit its date, and is it the one of the source? (docs/un-french.md, fact 39.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.calendar_days import dated_weekdays, english_name, said_day, weekday_of, written_name
from tmtool.checks.evidence.values.facts import facts
from tmtool.checks.evidence.values.flags import exchanged
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say, word


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a day of the week is not that of its date, or not that of the source."""
    text = pair.target
    dates_of_source = {one.value for one in pair.source_placeables if one.kind is PlaceableKind.DATE}
    settled = set()
    for weekday, day in dated_weekdays(text, pair.target_placeables):
        true = weekday_of(day.value)
        if not true or (dates_of_source and day.value not in dates_of_source):
            continue
        settled.add(weekday.span)
        if true != weekday.value:
            yield misnamed(text, weekday, day, day.value, true, draft)
    for change in facts(pair, draft).changes(PlaceableKind.WEEKDAY):
        if change.target.span not in settled:
            yield exchanged(pair, change)


def misnamed(text: str, weekday: Placeable, day: Placeable, date: str, true: str, draft: Draft) -> Flag:
    """Flags a weekday that is not that of its date; `date` is the full date in ISO 8601, `true` its weekday."""
    written = weekday.span.of(text)
    right = written_name(true, written, draft.target) if draft.target else None
    return Flag(
        say(
            "“{written} {day}” here, but {date} is a {weekday}.",
            written=written,
            day=day.span.of(text),
            date=said_day(date),
            weekday=word(english_name(true)),
        ),
        target_span=weekday.span,
        suggestion=right,
        fixable=right is not None,
    )


CHECK = SegmentCheck(
    name="dates-weekday",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(placeables=Sides.TARGET),
    summary="A day of the week is not that of its date, or not that of the source.",
    reason=(
        "The calendar decides, so this needs no source and was never wrong on published texts. Where the date itself "
        "differs from the source only the date is reported; a weekday without a full date is compared with the "
        "source."
    ),
    examples=(
        Example(
            target="La réunion s’ouvrira le lundi 8 septembre 2020.",
            flagged=("lundi",),
            repaired="La réunion s’ouvrira le mardi 8 septembre 2020.",
        ),
        Example(
            source="It will meet on Tuesday morning.", target="Il se réunira mercredi matin.", flagged=("mercredi",)
        ),
        Example(
            target="Lun. 8 septembre 2020 : ouverture",
            flagged=("Lun.",),
            repaired="Mar. 8 septembre 2020 : ouverture",
        ),
        Example(source="Thu., 22 March", target="Ven. 22 mars", flagged=("Ven.",)),
        Example(target="La réunion s’ouvrira le mardi 8 septembre 2020 à 10 heures."),
        Example(target="Mardi 8 septembre"),
        Example(source="On Tuesday, 8 September 2020", target="Le mardi 9 septembre 2020"),
    ),
    look=look,
)
