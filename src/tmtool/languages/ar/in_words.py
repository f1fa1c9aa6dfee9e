"""Writes Arabic numbers and ordinals in words: ثلاثة عشر, الخامسة والسبعين, أول.

From three to ten a cardinal has the other gender than what is counted; tens show the case.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tmtool.languages.manners import Manner
from tmtool.languages.tables import rows

ARTICLE = "ال"
_TWO = {(False, "ون"): "اثنا", (False, "ين"): "اثني", (True, "ون"): "اثنتا", (True, "ين"): "اثنتي"}
"""Two before ten and, with ن, before other tens, by gender and by the ending of the tens in the same case."""
_TEN, _HUNDRED = 10, 100


def cardinal(*, definite: bool, feminine: bool, case: str) -> Manner:
    """Returns the manner of numbers in words from three to 99; `feminine` is the gender of what is counted and `case`
    the ending of the tens."""

    def write(value: str) -> str | None:
        number = int(value) if value.isdigit() else 0
        ten, unit = number - number % _TEN, number % _TEN
        article = ARTICLE if definite else ""
        if 3 <= number <= _TEN:
            return article + _one(number, feminine=feminine)
        if number == _TEN + 1:
            return article + ("إحدى عشرة" if feminine else "أحد عشر")
        if number == _TEN + 2:
            return article + _TWO[feminine, case] + (" عشرة" if feminine else " عشر")
        if ten == _TEN and unit > 2:
            return f"{article}{_one(unit, feminine=feminine)} {'عشرة' if feminine else 'عشر'}"
        tens = _words("ten")
        if number in tens:
            return article + tens[number] + case
        if ten in tens:
            units = {1: "إحدى" if feminine else "واحد", 2: _TWO[feminine, case] + "ن"}
            one = units[unit] if unit in units else _one(unit, feminine=feminine)
            return f"{article}{one} و{article}{tens[ten]}{case}"
        return None

    return write


def _one(number: int, *, feminine: bool) -> str:
    return _words("unit")[number] + ("" if feminine else "ة")


@cache
def _words(role: str) -> dict[int, str]:
    return {int(value): word for value, its_role, word, _ in _parts() if its_role == role}


@cache
def _ordinals() -> dict[int, str]:
    return {int(value): ordinal for value, role, _, ordinal in _parts() if role == "unit"}


@cache
def _parts() -> list[tuple[str, ...]]:
    return rows(Path(__file__).with_name("cardinals.tsv"))


def ordinal(*, feminine: bool, case: str) -> Manner:
    """Returns the manner of ordinals with the article from first to 199th."""

    def write(value: str) -> str | None:
        number = int(value) if value.isdigit() else 0
        ending = "ة" if feminine else ""
        if _HUNDRED < number < 2 * _HUNDRED:
            rest = write(str(number - _HUNDRED))
            return None if rest is None else f"{rest} بعد المائة"
        if number <= _TEN:
            return _unit(number, feminine=feminine, alone=True) if number else None
        if number < 2 * _TEN:
            return f"{_unit(number - _TEN, feminine=feminine)} عشر{ending}"
        tens = _words("ten")
        if number in tens:
            return ARTICLE + tens[number] + case
        ten, unit = number - number % _TEN, number % _TEN
        if ten not in tens or number >= _HUNDRED:
            return None
        return f"{_unit(unit, feminine=feminine)} و{ARTICLE}{tens[ten]}{case}"

    return write


def _unit(number: int, *, feminine: bool, alone: bool = False) -> str:
    """Returns an ordinal up to ten, alone or as the first word of one of several."""
    if number == 1:
        masculine, of_feminine = ("الأول", "الأولى") if alone else ("الحادي", "الحادية")
        return of_feminine if feminine else masculine
    return "الثانية" if feminine and number == 2 else _ordinals()[number] + ("ة" if feminine else "")


def first_of(value: str) -> str | None:
    """Writes an ordinal up to ten before the noun that it is of: أول مرة, ثالث امرأة."""
    return (
        "أول" if value == "1" else _ordinals()[int(value)].removeprefix(ARTICLE) if int(value) in _ordinals() else None
    )


def indefinite(value: str) -> str | None:
    """Writes an ordinal up to ten after a feminine noun without an article: فترة ثانية."""
    if value == "1":
        return "أولى"
    stem = first_of(value)
    return None if stem is None else f"{stem}ة"
