"""Writes values in the manner of a Russian text: 25 июня 2014 года, в июне, 1 234,5, 7364-го, шестьдесят девятой.

A month stands in the case of the one before it, an ordinal in its gender, number and case. A number in words is
refused, since it is inflected; one in figures only where the noun after it keeps its form.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages import manners
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import Change, Rewritten, UncertainError, copied, same_parts, with_case_of
from tmtool.languages.ru.dates import month_rows
from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind
from tmtool.model.wording import say

_COUNTED = re.compile(r"\s[^\W\d_]|[-‑]\w")
_YEAR = re.compile(r"\sг(?:од|\.)")
_SCALES = {"тыс.": 3, "млн": 6, "млн.": 6, "млрд": 9, "млрд.": 9, "трлн": 12}
_SIGNS = ("%", " %", "\u00a0%", " процента", " процентов", " процент")
_PER_CENT = {"one": "процент", "few": "процента", "many": "процентов", "fraction": "процента"}
_DATE = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?: |$))?(?P<month>[^\W\d_]+)?"
    r"(?: (?P<year>[0-9]{4})(?P<end> (?:года?|году|г\.))?)?"
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?P<first> ч\. | час\w{0,3} |:)(?P<minute>[0-9]{2})(?P<end> м\.| мин\.?| минут|)"
)
_PREPOSITION = re.compile(r"(?<!\w)[св]о? $", re.IGNORECASE)
_FEMININE = re.compile(r"\s(?:сесси|конференци|комисси|встреч|част|глав|стать|годовщин|групп|редакци|верси)")
_ENDING = re.compile(r"(?P<digits>[0-9]+)(?P<end>[-‑]\w+)")
_CASES = 12
"""Forms of an ordinal whose ending has no stress; one with it has the same form twice."""


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    if _PREPOSITION.search(text, 0, place.span.start) and _is_second(change.old) != _is_second(change.new):
        raise UncertainError(say("the preposition before “{written}” changes", written=written))
    match change.kind:
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            if change.kind is PlaceableKind.PERCENT and (share := _share(written, change)):
                return Rewritten(place.span, share)
            counts = change.kind is PlaceableKind.PERCENT or bool(_COUNTED.match(text, place.span.end))
            counts = counts and not (_YEAR.match(text, place.span.end) and len(change.old) == len(change.new) == 4)
            if counts and _government(change.old) != _government(change.new):
                raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
            ends = ("", *_SIGNS) if change.kind is PlaceableKind.PERCENT else ("",)
            ways = [manners.followed_by(way, end) for way in _numbers() for end in ends]
            return Rewritten(place.span, manners.alike(written, change, ways))
        case PlaceableKind.ORDINAL:
            return Rewritten(
                place.span, _ordinal(written, change, feminine=bool(_FEMININE.match(text, place.span.end)))
            )
        case PlaceableKind.DATE:
            return Rewritten(place.span, _date(written, change))
        case PlaceableKind.TIME:
            return Rewritten(place.span, _time(written, change))
        case PlaceableKind.REFERENCE:
            old, new = (value.rpartition(":")[2] for value in (change.old, change.new))
            ways = [manners.figures, manners.roman_figures, manners.capital]
            return Rewritten(place.span, manners.with_parts(written, old, new, ways))
        case PlaceableKind.SYMBOL:
            return copied(text, place, change)
        case _:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))


def _share(written: str, change: Change) -> str:
    """Returns a percentage with its word in words, "" where the old one does not tell that it is the subject or the
    object: 5 процентов may be a genitive, 24 процента is none."""
    number, _, word = written.rpartition(" ")
    if _government(change.old) not in ("one", "few") or word != _PER_CENT[_government(change.old)]:
        return ""
    return f"{manners.alike(number, change, _numbers())} {_PER_CENT[_government(change.new)]}"


def _is_second(value: str) -> bool:
    """Tells whether a value begins with the word for two or second, before which с and в are со and во."""
    day = value.rpartition("-")[2] if "-" in value else value
    return day.lstrip("0") == "2" or (day.startswith("2") and len(day) in (3, 4))


def _government(value: str) -> str:
    """Returns what a number asks of the noun after it: 1 the singular, 2 to 4 its genitive, others that of the
    plural."""
    if "." in value:
        return "fraction"
    last, tens = int(value[-1]), int(value[-2:])
    if tens in range(11, 15) or last == 0 or last > 4:
        return "many"
    return "one" if last == 1 else "few"


def _numbers() -> list[Manner]:
    plain = manners.grouped("", ",")
    spaced = [manners.grouped(space, ",", least) for space in (" ", "\u00a0") for least in (4, 5)]
    scales = [
        manners.scaled(f" {word}", exponent, way) for word, exponent in _SCALES.items() for way in (plain, spaced[0])
    ]
    return [plain, *spaced, *scales]


def _date(written: str, change: Change) -> str:
    parts, (_, month, _), (new_year, new_month, new_day) = same_parts(_DATE.fullmatch(written), written, change)
    pieces = [str(new_day) if parts["day"] else ""]
    if parts["month"]:
        pieces.append(_month(parts["month"], month, new_month))
    pieces.append(f"{new_year}{parts['end'] or ''}" if parts["year"] else "")
    return " ".join(piece for piece in pieces if piece)


def _month(written: str, old: int, new: int) -> str:
    """Returns the name of the new month in the case of the old one."""
    forms = {number: (name, genitive, *others) for name, genitive, others, number in month_rows()}
    places = [place for place, form in enumerate(forms[old]) if form == written.lower()]
    found = {forms[new][place] for place in places}
    if len(found) != 1:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return with_case_of(found.pop(), written)


@cache
def _ordinals() -> dict[int, tuple[str, ...]]:
    """Returns the forms of the ordinals, by gender, number and case in one order."""
    found: dict[int, tuple[str, ...]] = {}
    for written, value, role in rows(Path(__file__).with_name("numerals.tsv")):
        forms = written.split()
        if role.endswith("-th"):
            # The nominative of the masculine is the oblique case of the feminine: второй.
            full = forms if len(forms) == _CASES else [*forms[:5], forms[0], *forms[5:]]
            found.setdefault(int(value), tuple(full))
    return found


@cache
def _tens() -> dict[int, str]:
    table = rows(Path(__file__).with_name("numerals.tsv"))
    return {int(value): forms.split()[0] for forms, value, role in table if role in ("ten", "hundred")}


def _ordinal(written: str, change: Change, *, feminine: bool) -> str:
    if parts := _ENDING.fullmatch(written):
        if parts["digits"] != change.old:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
        return change.new + parts["end"]
    lowered = written.lower()
    places = [place for place in range(_CASES) if _in_words(int(change.old), place) == lowered]
    if feminine:
        places = [place for place in places if place] or places
    found = {_in_words(int(change.new), place) for place in places}
    if len(found) != 1 or None in found:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return with_case_of(found.pop() or "", written)


def _in_words(number: int, place: int) -> str | None:
    """Returns an ordinal up to a hundred in one of its forms: the last word alone is inflected."""
    forms = _ordinals()
    if number in forms:
        return forms[number][place]
    ten, unit = number - number % 10, number % 10
    return f"{_tens()[ten]} {forms[unit][place]}" if ten in _tens() and unit in forms and number < 100 else None


def _time(written: str, change: Change) -> str:
    parts = _TIME.fullmatch(written)
    hour, minute = change.new.split(":")
    if parts is None or f"{int(parts['hour']):02}:{parts['minute']}" != change.old:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    if parts["first"] not in (" ч. ", ":"):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return f"{int(hour)}{parts['first']}{minute}{parts['end']}"
