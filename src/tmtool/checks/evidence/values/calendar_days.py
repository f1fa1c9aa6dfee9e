"""Which day of the week is a date, and where does a text say so? The checks of weekdays ask it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from tmtool.languages.language import Language
from tmtool.model import Placeable, PlaceableKind
from tmtool.model.wording import Wording, say, word

_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months, for catalogues that write a date in words."""


def dated_weekdays(text: str, placeables: Sequence[Placeable]) -> Iterator[tuple[Placeable, Placeable]]:
    """Yields each weekday of a text with the date that is right after it: "mardi" with "8 septembre 2020"."""
    for weekday, day in pairwise(placeables):
        together = not text[weekday.span.end : day.span.start].strip(" ,\u00a0\u202f")
        if weekday.kind is PlaceableKind.WEEKDAY and day.kind is PlaceableKind.DATE and together:
            yield weekday, day


def weekday_of(value: str, year: str = "") -> str:
    """Returns the weekday ("1" is Monday) of a date placeable's value; "" for what is no full date.

    `year` completes a value that has none.
    """
    if value.startswith("--"):
        value = f"{year}-{value[2:]}" if year else ""
    try:
        return str(date.fromisoformat(value).isoweekday())
    except ValueError:
        return ""


def english_name(weekday: str) -> str:
    """Returns monday for "1"."""
    return _ENGLISH[int(weekday) - 1]


def said_day(value: str) -> Wording:
    """Returns a day as ISO 8601 has it, 2020-09-08, with what a catalogue takes that writes it in words."""
    year, month, day = value.split("-")
    return say("{iso}", iso=value, day=word(str(int(day))), month=word(MONTHS[int(month) - 1]), year=year)


def written_name(weekday: str, model: str, language: Language) -> str | None:
    """Returns tuesday for "2", mardi or, where `model` begins with a capital, Mardi, where it is cut short, mar.

    None in a language without a table of its weekdays.
    """
    bare = model.removesuffix(".")
    short = language.rows("weekdays_short.tsv")
    is_short = any(name.lower() == bare.lower() for name, _ in short)
    rows = short if is_short else language.rows("weekdays.tsv")
    name = next((name for name, number in rows if number == weekday), None)
    if name is None:
        return None
    return (name.capitalize() if model[:1].isupper() else name) + model[len(bare) :]
