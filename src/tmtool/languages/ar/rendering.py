"""Writes values in the manner of an Arabic text: 25 حزيران/يونيه 2014, الدورة التاسعة والستون, 10:00, البند 3 (أ).

Numbers of which the noun after them depends are refused where its form would change; so are the dual and the words of
numbers. Figures and the order of the groups of thousands are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tmtool.languages import manners
from tmtool.languages.ar.letters import bare
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import Change, Rewritten, UncertainError, copied, same_parts
from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind
from tmtool.model.wording import say

_COUNTED = re.compile(r"\s[^\W\d_]")
_YEAR = re.compile(r"(?:عام|سنة|عامي|للفترة) $")
_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SIGNS = (" في المائة", "%", " %", "٪", " في المئة")
_SCALES = {"مليون": 6, "بليون": 9, "تريليون": 12}
_DATE = re.compile(
    r"(?:(?P<day>[0-9٠-٩]{1,2})(?: |$))?(?:(?P<first>[^\W\d_]+(?: ال[^\W\d_]+)?)(?P<joint> ?/ ?)(?P<second>[^\W\d_]+))?"
    r"(?:(?P<gap> )?(?P<year>[0-9٠-٩]{4}))?"
)
_UNITS = {
    **dict(enumerate(("الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"), 3)),
    2: "الثاني",
}
_TENS = {20: "العشر", 30: "الثلاث", 40: "الأربع", 50: "الخمس", 60: "الست", 70: "السبع", 80: "الثمان", 90: "التسع"}
_LAST = 10
_NOUNS = {
    True: re.compile(r"(?:ة|دورت\w{1,3}|جلست\w{1,3}) $"),
    False: re.compile(r"(?:اجتماع|مؤتمر|عام|يوم|قرن|مرفق|فصل|منتدى)\w{0,3} $"),
}
"""Nouns before an ordinal that are feminine, and masculine."""


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            counts = change.kind is PlaceableKind.NUMBER and bool(_COUNTED.match(text, place.span.end))
            counts = counts and not _YEAR.search(text, 0, place.span.start)
            if counts and _government(change.old) != _government(change.new):
                raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
            ends = ("", *_SIGNS) if change.kind is PlaceableKind.PERCENT else ("",)
            ways = [manners.followed_by(way, end) for way in _numbers(written) for end in ends]
            return Rewritten(place.span, _in_figures(written, lambda plain: manners.alike(plain, change, ways)))
        case PlaceableKind.ORDINAL:
            ways = [manners.figures, *_ordinals(text[: place.span.start])]
            return Rewritten(place.span, _in_figures(written, lambda plain: manners.alike(plain, change, ways)))
        case PlaceableKind.DATE:
            return Rewritten(place.span, _in_figures(written, lambda plain: _date(plain, change)))
        case PlaceableKind.TIME:
            return Rewritten(place.span, _in_figures(written, lambda plain: _time(plain, change)))
        case PlaceableKind.REFERENCE:
            old, new = (value.rpartition(":")[2] for value in (change.old, change.new))
            ways = [manners.figures, _letter, manners.capital, manners.roman_figures]
            return Rewritten(place.span, _in_figures(written, lambda plain: manners.with_parts(plain, old, new, ways)))
        case PlaceableKind.SYMBOL:
            return copied(text, place, change)
        case _:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))


def _in_figures(written: str, write: Callable[[str], str]) -> str:
    """Returns what is written with Latin figures, in the figures of the text."""
    plain = "".join(str(int(one)) if one.isdecimal() else one for one in written)
    return write(written) if plain == written else write(plain).translate(_FIGURES)


def _government(value: str) -> str:
    """Returns what a number asks of the noun after it."""
    if "." in value:
        return "fraction"
    last = int(value[-2:])
    if int(value) <= 2 or (last in (1, 2) and len(value) > 2):
        return value
    return "plural" if 3 <= last <= _LAST else "accusative" if last > _LAST else "genitive"


def _numbers(written: str) -> list[Manner]:
    plain = [manners.grouped("", "," if re.search(r"\d,\d{1,2}(?!\d)", written) else ".")]
    spaced = [manners.grouped(" ", ".", backward=backward) for backward in (False, True)]
    scales = [manners.scaled(f" {word}", exponent, way) for word, exponent in _SCALES.items() for way in plain]
    return [*plain, *spaced, manners.grouped(",", "."), *scales]


@cache
def _letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, latin in rows(Path(__file__).with_name("labels.tsv")):
        found.setdefault(latin, letter)
    return found


def _letter(token: str) -> str | None:
    return _letters().get(token)


def _ordinals(before: str) -> list[Manner]:
    """Returns the manners of ordinals in words: gender, which the noun before may tell, and the case of the tens."""
    genders = [feminine for feminine, noun in _NOUNS.items() if noun.search(before)] or [True, False]
    return [_ordinal(feminine, case) for feminine in genders for case in ("ون", "ين")]


def _ordinal(feminine: bool, case: str) -> Manner:
    def write(value: str) -> str | None:
        number = int(value)
        ending = "ة" if feminine else ""
        if number == 1:
            return "الأولى" if feminine else "الأول"
        if number in _UNITS:
            return "الثانية" if feminine and number == 2 else _UNITS[number] + ending
        if _LAST < number < 2 * _LAST:
            return f"{_unit(number - _LAST, feminine=feminine)} عشر{ending}"
        if number in _TENS:
            return _TENS[number] + case
        ten, unit = number - number % 10, number % 10
        if ten not in _TENS or number > 99:
            return None
        return f"{_unit(unit, feminine=feminine)} و{_TENS[ten]}{case}"

    return write


def _unit(number: int, *, feminine: bool) -> str:
    """Returns the first word of an ordinal of several."""
    if number == 1:
        return "الحادية" if feminine else "الحادي"
    return "الثانية" if feminine and number == 2 else _UNITS[number] + ("ة" if feminine else "")


@cache
def _months() -> dict[int, tuple[str, str]]:
    table = rows(Path(__file__).with_name("double_months.tsv"))
    return {int(number): (first, second) for number, first, second, _ in table}


def _date(written: str, change: Change) -> str:
    parts, (_, month, _), (new_year, new_month, new_day) = same_parts(_DATE.fullmatch(written), written, change)
    pieces = [str(new_day) if parts["day"] else ""]
    if parts["first"]:
        if (bare(parts["first"]), bare(parts["second"])) != tuple(map(bare, _months()[month])):
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
        pieces.append(parts["joint"].join(_months()[new_month]))
    pieces.append(str(new_year) if parts["year"] else "")
    return " ".join(piece for piece in pieces if piece)


def _time(written: str, change: Change) -> str:
    hour, minute = change.new.split(":")
    old_hour, old_minute = change.old.split(":")
    for form, new in ((f"{int(old_hour)}:{old_minute}", f"{int(hour)}:{minute}"), (change.old, change.new)):
        if form == written:
            return new
    raise UncertainError(say("the form of “{written}” is not certain", written=written))
