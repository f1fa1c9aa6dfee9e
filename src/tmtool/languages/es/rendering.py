"""Writes values in the manner of a Spanish text: 25 de junio de 2014, 1.234,5, 7364ª, septuagésimo quinto, 10.30 horas.

What would change a word beside it is refused: one for several, the short forms "primer" and "tercer".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tmtool.languages import manners
from tmtool.languages.es.dates import months, weekdays
from tmtool.languages.es.numerals import vocabulary
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import (
    Change,
    DateParts,
    Rewritten,
    UncertainError,
    calendar,
    copied,
    redated,
    with_case_of,
)
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_SCALES = {" millones": 6, " mil millones": 9, " billones": 12, " mil": 3}
_SIGNS = ("%", " %", "\u00a0%", " por ciento")
_ENDINGS = ("ª", "º", ".ª", ".º", "°", "a", "o", ".o", ".a")
_SHORT = frozenset({"1", "3"})
_OR = re.compile(r"(?<!\w)(?P<or>[ou])[ \u00a0]$")
_BEGINS_WITH_O = re.compile(r"8|11(?=(?:[.\u00a0 ]?[0-9]{3})*(?![0-9]))|o(?:ch|ct|nce)")
"""A number that begins with an o when it is read: ocho, once."""
_NOUN = re.compile(r"\s(?!(?:de|del|en|y|e|o|a|al|que|para|por|con|se|es)\b)[A-ZÁÉÍÓÚÑa-záéíóúñ][a-záéíóúñ]{2,}")
"""A noun after an ordinal, before which primero and tercero lose their last letter."""
_FULL = ("primero", "tercero")
_TIME = re.compile(r"(?P<hour>[0-9]{1,2})(?P<point>[.:])(?P<minute>[0-9]{2})(?P<end>\s?(?:horas|h\.?|hrs\.?))?")


@cache
def _names(ending: str) -> dict[int, str]:
    """Returns the ordinals that end so, in one word."""
    found: dict[int, str] = {}
    for form, part in vocabulary().parts.items():
        if part.ordinal and form.endswith(ending):
            found.setdefault(part.value, form)
    return found


@cache
def _cardinals() -> dict[int, str]:
    found: dict[int, str] = {}
    for form, part in vocabulary().parts.items():
        if not part.ordinal and part.role in ("unit", "teen", "ten"):
            found.setdefault(part.value, form)
    return found


def _ordinal_name(ending: str) -> Manner:
    def write(value: str) -> str | None:
        names = _names(ending)
        if not value.isdigit():
            return None
        number = int(value)
        if number in names:
            return names[number]
        ten = number - number % 10
        return f"{names[ten]} {names[number % 10]}" if ten in names and number % 10 in names and number < 100 else None

    return write


def _several(ending: str) -> Manner:
    """Returns the manner of ordinals in the plural: primeros, vigésimas segundas."""
    single = _ordinal_name(ending)

    def write(value: str) -> str | None:
        name = single(value)
        return None if name is None else " ".join(f"{word}s" for word in name.split())

    return write


def _short_name(value: str) -> str | None:
    """Writes an ordinal as it is before a masculine noun in the singular: primer, septuagésimo tercer, cuarto."""
    full = _ordinal_name("o")(value)
    return full[:-1] if full and value[-1] in _SHORT and value[-2:] != "11" else full


def _cardinal(value: str) -> str | None:
    """Writes a number of two to 99 that does not end in one, which has a gender."""
    names = _cardinals()
    if not value.isdigit() or not 1 < int(value) < 100 or value.endswith("1"):
        return None
    number = int(value)
    if number in names:
        return names[number]
    ten = number - number % 10
    return f"{names[ten]} y {names[number % 10]}" if ten in names else None


def _numbers() -> list[Manner]:
    plain, pointed = manners.grouped("", ","), manners.grouped(".", ",")
    spaced = [manners.grouped(space, ",") for space in (" ", "\u00a0")]
    scales = [manners.scaled(word, exponent, way) for word, exponent in _SCALES.items() for way in (plain, pointed)]
    return [plain, pointed, manners.grouped(".", ",", 5), *spaced, *scales, _cardinal]


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`), with the conjunction before it
    as the sound of the value asks for it: 7 o 9, 7 u 8. Raises UncertainError."""
    done = _rewritten(text, place, change)
    before = _OR.search(text, 0, done.span.start)
    wanted = "u" if _BEGINS_WITH_O.match(done.text) else "o"
    if before is None or before["or"] == wanted:
        return done
    return Rewritten(
        Span(before.start("or"), done.span.end), wanted + text[before.end("or") : done.span.start] + done.text
    )


def _rewritten(text: str, place: Placeable, change: Change) -> Rewritten:
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER:
            if "1" in (change.old, change.new):
                raise UncertainError(
                    say("{old} and {new} take the singular and the plural", old=change.old, new=change.new)
                )
            return Rewritten(place.span, _cased(written, change, _numbers()))
        case PlaceableKind.PERCENT:
            ways = [manners.followed_by(way, sign) for way in _numbers()[:3] for sign in ("", *_SIGNS)]
            return Rewritten(place.span, manners.alike(written, change, ways))
        case PlaceableKind.ORDINAL:
            ways = [manners.followed_by(manners.figures, ending) for ending in _ENDINGS]
            ways += [_ordinal_name("a"), _several("o"), _several("a")]
            # After its noun none is shortened.
            follows = written.lower().endswith(_FULL)
            if follows or (change.old[-1] not in _SHORT and change.new[-1] not in _SHORT):
                ways += [_ordinal_name("o")]
            elif _NOUN.match(text, place.span.end):
                ways += [_short_name]
            return Rewritten(place.span, _cased(written, change, ways))
        case PlaceableKind.DATE:
            return Rewritten(place.span, redated(written, change, _date(written), say("an article")))
        case PlaceableKind.WEEKDAY:
            names = {number: name for name, number in weekdays().items()}
            if written.lower() != names[change.old]:
                raise UncertainError(say("the form of “{written}” is not certain", written=written))
            return Rewritten(place.span, with_case_of(names[change.new], written))
        case PlaceableKind.TIME:
            return Rewritten(place.span, _time(written, change))
        case PlaceableKind.REFERENCE:
            old, new = (value.rpartition(":")[2] for value in (change.old, change.new))
            ways = [manners.figures, manners.roman_figures, manners.capital]
            return Rewritten(place.span, manners.with_parts(written, old, new, ways))
        case _:
            return copied(text, place, change)


def _cased(written: str, change: Change, ways: list[Manner]) -> str:
    """Returns the new value with a capital where the old one has it."""
    if not written[:1].isupper():
        return manners.alike(written, change, ways)
    lowered = written[0].lower() + written[1:]
    return with_case_of(manners.alike(lowered, change, ways), written)


def _date(written: str) -> Callable[[str, DateParts], str]:
    names = {number: name for name, number in reversed(months().items())}

    def write(value: str, parts: DateParts) -> str:
        year, month, day = calendar(value)
        name = names[month]
        name = name.capitalize() if written[:1].isupper() and not parts.day else name
        pieces = [str(day) if parts.day else "", name if parts.month else "", str(year) if parts.year else ""]
        return " de ".join(piece for piece in pieces if piece)

    return write


def _time(written: str, change: Change) -> str:
    parts = _TIME.fullmatch(written)
    hour, minute = change.new.split(":")
    old_hour, old_minute = change.old.split(":")
    if parts is None or int(parts["hour"]) != int(old_hour) or parts["minute"] != old_minute:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    shown = f"{int(hour):02}" if parts["hour"].startswith("0") else str(int(hour))
    return f"{shown}{parts['point']}{minute}{parts['end'] or ''}"
