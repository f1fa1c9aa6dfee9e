"""Says how a value is written in the manner of a text: what every language that can write values has in common.

A text is given with the value that is in it and the one that shall be there. Which form the new value
takes (in words or digits, with or without the year) follows one rule: where the text writes the old value in the
form of its original, it follows the original's new form; otherwise it keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_Form = TypeVar("_Form")

_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DATE = re.compile(r"(\d{4}|-)-(\d\d)(?:-(\d\d))?")
_LABELS = re.compile(r"(?:\s{0,2}\(?(?:[a-z]|[ivx]{2,5}|[0-9]{1,2})\))+$")
_LABEL = re.compile(r"[a-z0-9]+(?=\))")
_OTHER_LETTER = re.compile(r"(?![\u0000-\u024f\u1e00-\u1eff])\w")


class UncertainError(ValueError):
    """An `UncertainError` says that the value cannot be written with certainty; the message says why, for the user."""


@dataclass(frozen=True, slots=True)
class Change:
    """A `Change` says what becomes of a value: the values as `model.Placeable` has them, and how the original text, in
    the other language, writes the two. `habits` is other text, whose apostrophes and spaces hold where the text has
    none.
    """

    kind: PlaceableKind
    old: str
    new: str
    old_written: str
    new_written: str
    habits: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A `Rewritten` says what to put in the place of `span` of a text; the span may take in a word that depends on the
    value, as French "de" and "d’"."""

    span: Span
    text: str


Rewrite = Callable[[str, Placeable, Change], Rewritten]
"""Writes the new value of a change in the place of the placeable of a text, or raises UncertainError."""


def copied(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes symbols, which are the same in all languages, and nothing else."""
    if change.kind is not PlaceableKind.SYMBOL:
        raise UncertainError(say("the language cannot write a {kind}", kind=change.kind))
    if place.span.of(text) != change.old:
        raise UncertainError(
            say("“{written}” is not written as the symbol {old}", written=place.span.of(text), old=change.old)
        )
    return Rewritten(place.span, change.new)


def no_space(texts: Sequence[str], mark: str) -> str:
    """Returns the empty space of languages that put nothing before a mark."""
    return ""


def followed(own: _Form, old: _Form, new: _Form) -> _Form:
    """Returns the form for the new value: the original's new form if the text had the original's old one, else its
    own."""
    return new if own == old else own


def in_words(written: str) -> bool:
    """Tells whether a number or ordinal is written in letters alone."""
    return not any(character.isdigit() for character in written)


@dataclass(frozen=True, slots=True)
class DateParts:
    """`DateParts` says which parts of a date are written."""

    day: bool
    month: bool
    year: bool


def date_parts(value: str, written: str) -> DateParts:
    """Returns the parts that `written` has of the date `value`; the first of "8 and 9 September" is a day alone."""
    return DateParts(calendar(value)[2] is not None, bool(_WORD.search(written)), bool(_YEAR.search(written)))


def calendar(value: str) -> tuple[int | None, int, int | None]:
    """Returns year, month and day of the value of a date, None for what it does not say."""
    parts = _DATE.fullmatch(value)
    assert parts is not None, value
    year, month, day = parts.groups()
    return None if year == "-" else int(year), int(month), int(day) if day else None


def same_parts(
    parts: re.Match[str] | None, written: str, change: Change
) -> tuple[re.Match[str], tuple[int | None, int, int | None], tuple[int | None, int, int | None]]:
    """Returns the parts in which a date is written, with the `calendar` of the old one and of the new one. Raises
    UncertainError unless both say what is written."""
    old, new = calendar(change.old), calendar(change.new)
    (year, _, day), (new_year, _, new_day) = old, new
    sure = parts is not None and (not parts["year"] or (year is not None and new_year is not None))
    if parts is None or not sure or (day is None) != (new_day is None) or (parts["day"] is None and day is not None):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return parts, old, new


def redated(written: str, change: Change, write: Callable[[str, DateParts], str], day_takes: str) -> str:
    """Returns the new date with the parts that the old one has or, as the original does, with others. `write` gives a
    date with some of its parts, `day_takes` is the text that changes before a day of the month. Raises
    UncertainError."""
    own = date_parts(change.old, written)
    if write(change.old, own) != written:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    original = date_parts(change.old, change.old_written), date_parts(change.new, change.new_written)
    if own != original[0] and original[0] != original[1]:
        raise UncertainError(
            say("“{written}” and “{old}” do not have the same parts", written=written, old=change.old_written)
        )
    parts = followed(own, *original)
    if parts.day != own.day:
        raise UncertainError(say("a day of the month takes {day_takes}", day_takes=day_takes))
    return write(change.new, parts)


def head_and_labels(written: str) -> tuple[str, tuple[str, ...]]:
    """Returns the number of a reference, as written, and the letters after it: "3 (a)" is "3" and ("a",)."""
    labels = _LABELS.search(written)
    if labels is None:
        return written, ()
    return written[: labels.start()], tuple(_LABEL.findall(labels.group()))


def in_latin(written: str, value: str) -> str:
    """Returns how a reference is written, with its value in Latin letters and figures where it is in others or together
    with its noun: 3 for 第3段, 3 (a) for 3 (أ)."""
    if not _OTHER_LETTER.search(written):
        return written
    noun, _, number = value.rpartition(":")
    if noun == "letter":
        return f"({number})"
    head, *labels = number.replace("(", " (").split(".")
    if not all(label.isalpha() for label in labels):
        return number
    return " ".join([head.upper() if head.isalpha() else head, *(f"({label})" for label in labels)])


def fraction_as_written(value: str, written: str) -> tuple[str, str]:
    """Returns whole part and decimals of a plain decimal, with the zeros that end the decimals in `written`."""
    whole, _, fraction = value.partition(".")
    shown = re.search(r"[.,](\d+)(?!.*\d)", written)
    if shown and fraction and shown[1].rstrip("0") == fraction:
        fraction = shown[1]
    return whole, fraction


def with_case_of(word: str, model: str) -> str:
    """Returns the word with a capital, or in capitals, where the model has them."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if model[:1].isupper() else word
