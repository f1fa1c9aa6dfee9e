"""Writes values in the manner of an English text: "1,867", "seventh", "8 September 2020", "10.30 a.m.", "3 (a)".

What is not in the house's own form (American dates, abbreviated months, clocks of 24 hours) is not vouched for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from tmtool.languages import roman
from tmtool.languages.en import number_names
from tmtool.languages.en.dates import months, short_weekdays, weekdays
from tmtool.languages.rendering import (
    Change,
    DateParts,
    Rewritten,
    UncertainError,
    calendar,
    copied,
    followed,
    fraction_as_written,
    head_and_labels,
    in_words,
    redated,
    with_case_of,
)
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_COUNTED = re.compile(r"[\s-][^\W\d_]")
_SCALE = re.compile(r"[ \u00a0-](?P<word>thousand|million|billion|trillion)$")
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SIGN = re.compile(r"[\s-]?(?:%|per\s?cent)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?P<a>a)(?P<n>n?) $", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9]+")
_MOST_ROMAN = 400
_HALF = re.compile(r"\s?[ap]\.m\.?$")
_RANGE = re.compile(r"\s?[-–—‑]\s?|\s(?:to|and|or|until)\s")


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            if _COUNTED.match(text, place.span.end) and (change.old == "1") != (change.new == "1"):
                raise UncertainError(
                    say("{old} and {new} take the singular and the plural", old=change.old, new=change.new)
                )
            write: Callable[[str, str], str] = partial(_number, written, change)
        case PlaceableKind.ORDINAL:
            write = partial(_ordinal, written, change)
        case PlaceableKind.DATE:
            return Rewritten(place.span, _date(written, change))
        case PlaceableKind.WEEKDAY:
            write = partial(_weekday, written)
        case PlaceableKind.TIME:
            if _shares_half(text, place.span):
                raise UncertainError(say("the hours of a range share one a.m. or p.m."))
            write = partial(_time, written)
        case PlaceableKind.REFERENCE:
            return Rewritten(place.span, _reference(written, change))
        case _:
            return copied(text, place, change)
    if write(change.old, change.old_written) != written:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return _after_article(text, place.span, write(change.new, change.new_written))


def _after_article(text: str, span: Span, new: str) -> Rewritten:
    """Returns the new value, with the article before it if that changes: a 17 per cent, an 11 per cent."""
    article = _ARTICLE.search(text, 0, span.start)
    old = span.of(text)
    sounds = _begins_with_vowel(old), _begins_with_vowel(new)
    if article is None or sounds[0] == sounds[1] or bool(article["n"]) != sounds[0]:
        return Rewritten(span, new)
    return Rewritten(Span(article.start(), span.end), f"{article['a']}{'n' if sounds[1] else ''} {new}")


def _begins_with_vowel(written: str) -> bool:
    """Tells whether a number or ordinal begins with a vowel when it is read: eight, eleven, 18, 80th, 11,000."""
    figures = _FIGURES.match(written.replace(",", ""))
    if figures is None:
        return written.lower().startswith(("eight", "eleven"))
    first = figures.group()[: len(figures.group()) % 3 or 3]
    return first.startswith("8") or first in ("11", "18")


def _number(model: str, change: Change, value: str, original: str) -> str:
    sign = _SIGN.search(model) if change.kind is PlaceableKind.PERCENT else None
    end = model[sign.start() :] if sign else ""
    bare = model[: len(model) - len(end)]
    words = in_words(bare)
    if value == change.new:
        words = followed(words, in_words(change.old_written), in_words(change.new_written))
    if words:
        if not value.isdigit() or int(value) > number_names.LARGEST:
            raise UncertainError(say("{value} is not written in words", value=value))
        return with_case_of(number_names.cardinal(int(value)), bare) + end
    scale = _SCALE.search(bare)
    if scale:
        value = _divided(value, _SCALES[scale["word"]], scale["word"])
        bare = bare[: scale.start()]
    whole, fraction = fraction_as_written(value, original)
    apart = len(whole) > 4 or (len(whole) == 4 and ("," in bare or bool(re.search(r"\d\s\d{3}", original))))
    if apart and not re.search(r"\d{5}", bare):
        whole = f"{int(whole):,}"
    return whole + (f".{fraction}" if fraction else "") + (scale.group() if scale else "") + end


def _divided(value: str, exponent: int, word: str) -> str:
    if "." in value or len(value) <= exponent:
        raise UncertainError(say("{value} is less than one {word}", value=value, word=word))
    head, tail = value[:-exponent], value[-exponent:].rstrip("0")
    if len(tail) > 3 or len(head) > 3:
        raise UncertainError(say("{value} is not written with {word}", value=value, word=word))
    return f"{head}.{tail}" if tail else head


def _ordinal(model: str, change: Change, value: str, _original: str) -> str:
    words = in_words(model)
    if value == change.new:
        words = followed(words, in_words(change.old_written), in_words(change.new_written))
    if int(value) > number_names.LARGEST:
        raise UncertainError(say("{value} is not written in words", value=value))
    return with_case_of(number_names.ordinal(int(value)), model) if words else number_names.in_digits(int(value))


def _date(written: str, change: Change) -> str:
    return redated(written, change, _day_month_year, say("another preposition"))


def _day_month_year(value: str, parts: DateParts) -> str:
    year, month, day = calendar(value)
    name = {number: name for name, (number, use) in months().items() if use != "short"}[month].capitalize()
    pieces = [str(day) if parts.day else "", name if parts.month else "", str(year) if parts.year else ""]
    return " ".join(piece for piece in pieces if piece)


def _weekday(model: str, value: str, _original: str) -> str:
    is_short = model.lower().removesuffix(".") in short_weekdays()
    days, end = (short_weekdays(), ".") if is_short else (weekdays(), "s")
    # Of two short names, Thu and Thurs, the first in the table.
    name = {number: name for name, number in reversed(days.items())}[value].capitalize()
    return (name.upper() if model.isupper() else name) + (end if model.endswith(end) else "")


def _time(model: str, value: str, _original: str) -> str:
    hour, minute = (int(part) for part in value.split(":"))
    if value == "12:00":
        return with_case_of("noon", model)
    if value == "00:00":
        return with_case_of("midnight", model)
    clock = f"{(hour - 1) % 12 + 1}" + (f".{minute:02}" if minute else "")
    return f"{clock} {'a' if hour < 12 else 'p'}.m."


def _shares_half(text: str, span: Span) -> bool:
    """Tells whether a time is at either end of a range that has one a.m. or p.m. for both."""
    before = re.search(r"(?<![\d.:])\d{1,2}(?:[.:]\d\d)?(?:\s?[-–—‑]\s?|\s(?:to|and|or|until)\s)$", text[: span.start])
    return (not _HALF.search(span.of(text)) and bool(_RANGE.match(text, span.end))) or before is not None


def _reference(written: str, change: Change) -> str:
    head, labels = head_and_labels(written)
    old_head, old_labels = head_and_labels(change.old_written)
    new_head, new_labels = head_and_labels(change.new_written)
    first = {"premier": "1", "première": "1"}
    old_head, new_head = first.get(old_head, old_head), first.get(new_head, new_head)
    # A language without Roman numerals has figures or words for them.
    if _is_small(old_head) and _is_small(new_head) and head == roman.numeral(int(old_head)):
        old_head, new_head = head, roman.numeral(int(new_head))
    if labels != old_labels or bool(old_head) != bool(new_head) or (head != old_head and old_head != new_head):
        raise UncertainError(say("“{written}” is not written as “{old}” is", written=written, old=change.old_written))
    number = head if old_head == new_head else new_head
    joined = " ".join(f"({label})" for label in new_labels)
    return f"{number} {joined}".strip()


def _is_small(number: str) -> bool:
    """Tells whether a number is one that Roman numerals are used for."""
    return number.isdigit() and 0 < int(number) < _MOST_ROMAN
