"""Writes dates, days of the week and times as a French text does: "1er mars", "d’août", "Mardi", "10 h 30", "midi"."""

from __future__ import annotations

import re
from functools import partial

from tmtool.languages.fr.dates import months, short_weekdays, weekdays
from tmtool.languages.fr.typography import apostrophe_of, space_of
from tmtool.languages.rendering import Change, DateParts, UncertainError, calendar, redated, with_case_of
from tmtool.model import Span
from tmtool.model.wording import say

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"[^\W\d_]{3,}")
_FIRST = re.compile(r"1\s?(?:er|\^\{er\}|ᵉʳ)")
_DE = re.compile(r"\b(?P<de>d)(?:e\s|(?P<apostrophe>['’]))$", re.IGNORECASE)
_VOWELS = "aàâeéèêiîoôuù"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<hours>\s?heures?|\s?h(?=\s?\d|$))(?:(?P<space>\s?)(?P<minute>\d{1,2}))?|:(?P<colon>\d\d))?",
)
_AFTER_BARE_HOUR = re.compile(r"(?<![\w:])(?<!h\s)\d{1,2}(?:\s?[-–—‑]\s?|\s(?:à|et|ou)\s)$")
_NAMED = {"12:00": "midi", "00:00": "minuit"}


def date(text: str, written: str, change: Change) -> str:
    """Returns the new date with the parts that the old one has or, as the original does, with others. Raises
    UncertainError."""
    if _ISO.fullmatch(written):
        if _ISO.fullmatch(change.new) and written == change.old:
            return change.new
        raise UncertainError(say("“{written}” is written as ISO 8601 has it", written=written))
    return redated(written, change, partial(_date, text, written), say("an article"))


def _date(text: str, model: str, value: str, parts: DateParts) -> str:
    year, month, day = calendar(value)
    space = re.search(r"(?<=\w)\s(?=\w)", re.sub(_FIRST, "1er", model))
    between = space.group() if space else " "
    pieces = []
    if parts.day:
        if day is None:
            raise UncertainError(say("{value} has no day", value=value))
        pieces.append(_first(text, model) if day == 1 else str(day))
    if parts.month:
        pieces.append(_month(model, month, begins=not parts.day))
    if parts.year:
        if year is None:
            raise UncertainError(say("{value} has no year", value=value))
        pieces.append(str(year))
    return between.join(pieces)


def _first(text: str, model: str) -> str:
    own = _FIRST.match(model) or _FIRST.search(text)
    return own.group() if own else "1er"


def _month(model: str, month: int, *, begins: bool) -> str:
    """Returns the month's name; with a capital where the model's has one, which inside a date means a text in
    capitals."""
    names = {number: name for name, (number, use) in reversed(months().items()) if use != "short"}
    own = _MONTH.search(model)
    return with_case_of(names[month], own.group()) if own and (begins or own.group().isupper()) else names[month]


def elided(text: str, start: int, new: str) -> Span | None:
    """Returns the "de " or "d’" before `start` that does not go with a month's name that begins `new`, or None where
    all fits."""
    found = _DE.search(text, max(0, start - 3), start)
    if found is None:
        return None
    wants_elision = new[0].lower() in _VOWELS
    return Span(*found.span()) if wants_elision != bool(found["apostrophe"]) else None


def preposition(text: str, span: Span, new: str, habits: str) -> str:
    """Returns "de " or "d’" as it goes before `new`, in place of the one at `span`."""
    head = text[span.start]
    if new[0].lower() not in _VOWELS:
        return f"{head}e "
    return head + apostrophe_of((text, habits))


def weekday(written: str, change: Change) -> str:
    """Returns the new day of the week, with the capital and the plural of the old one, or cut short as that is."""
    for days, end in ((weekdays(), "s"), (short_weekdays(), ".")):
        names = {number: name for name, number in days.items()}
        if written.lower().removesuffix(end) == names[change.old]:
            return with_case_of(names[change.new], written) + (end if written.endswith(end) else "")
    raise UncertainError(say("the form of “{written}” is not certain", written=written))


def time(text: str, span: Span, change: Change) -> str:
    """Returns the new time of day: "10 heures", "10 h 30", "midi", with the spaces of the old one. Raises
    UncertainError."""
    written = span.of(text)
    if _time((text,), written, change.old, as_model=True) != written:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    if not change.new.endswith(":00") and (written.isdigit() or _AFTER_BARE_HOUR.search(text, 0, span.start)):
        raise UncertainError(say("the hours of a range share one word"))
    return _time((text, change.habits), written, change.new)


def _time(texts: tuple[str, ...], model: str, value: str, *, as_model: bool = False) -> str:
    hour, minute = (int(part) for part in value.split(":"))
    own = _CLOCK.fullmatch(model.lower())
    if own and own["colon"]:
        return value if len(own["hour"]) == 2 else f"{hour}:{minute:02}"
    if value in _NAMED and not (own and (as_model or own["hours"] is None)):
        return with_case_of(_NAMED[value], model)
    space = _space(own, texts)
    if minute:
        short = own is not None and own["minute"] is not None and len(own["minute"]) == 1
        return f"{hour}{space}h{space}{minute if short else f'{minute:02}'}"
    if own is not None and own["hours"] is None:
        return str(hour)
    if own is not None and own["hours"].strip() == "h" and own["minute"] is None:
        return f"{hour}{space}h"
    return f"{hour}{space}heure" + ("s" if hour > 1 else "")


def _space(own: re.Match[str] | None, texts: tuple[str, ...]) -> str:
    """Returns the space of the time that is in the text; for "midi" that of the texts."""
    if own is None or own["hours"] is None:
        return space_of(texts)
    return own["hours"][0] if own["hours"][0].isspace() else ""
