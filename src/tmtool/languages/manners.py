"""Writes a value in the manner of the one that is in a text, for languages that list their manners.

A manner is a function that writes any value of a kind, or None for one that it cannot write. The manner of a text is
the one that gives what is written there; where several do, and would write the new value differently, nothing is
certain. So what is written cannot be of another form than what it replaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tmtool.languages import roman
from tmtool.languages.rendering import Change, UncertainError
from tmtool.model.wording import say

Manner = Callable[[str], str | None]
"""Writes a value, as `model.Placeable` has it, or returns None."""

_TOKEN = re.compile(r"[0-9]+|[a-z]+")
_GROUPED = re.compile(r"\d[,\u00a0\u202f ]\d{3}(?!\d)")
_SEPARATED = re.compile(r"(?<=\d)[ .,\u00a0\u202f](?=\d{3}(?!\d))")


def alike(written: str, change: Change, manners: Iterable[Manner]) -> str:
    """Returns the new value in the manner in which the old one is written. Raises UncertainError."""
    found = [manner(change.new) for manner in manners if manner(change.old) == written]
    texts = {text for text in found if text is not None}
    if len(texts) > 1 and len(found) == len([text for text in found if text is not None]):
        # Whether the thousands are apart can be told by the original alone.
        apart = bool(_GROUPED.search(change.new_written))
        texts = {text for text in texts if bool(_SEPARATED.search(text)) == apart} or texts
    if len(texts) != 1 or None in found:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return texts.pop()


def grouped(separator: str, decimal: str, least: int = 4, *, backward: bool = False) -> Manner:
    """Returns the manner of numbers with a separator between the thousands from so many digits on, and a decimal
    sign."""

    def write(value: str) -> str | None:
        whole, _, fraction = value.partition(".")
        if not whole.isdigit() or (backward and fraction and len(whole) >= least):
            return None
        if separator and len(whole) >= least:
            first = len(whole) % 3 or 3
            groups = [whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))]
            whole = separator.join(groups[::-1] if backward else groups)
        return f"{whole}{decimal}{fraction}" if fraction else whole

    return write


def scaled(word: str, exponent: int, manner: Manner) -> Manner:
    """Returns the manner of numbers with the word of a scale after them, which is given with its space."""

    def write(value: str) -> str | None:
        whole, _, fraction = value.partition(".")
        if fraction or len(whole) <= exponent:
            return None
        tail = whole[-exponent:].rstrip("0")
        if len(tail) > 3:
            return None
        number = manner(f"{whole[:-exponent]}.{tail}" if tail else whole[:-exponent])
        return None if number is None else number + word

    return write


def followed_by(manner: Manner, ending: str) -> Manner:
    """Returns the manner with an ending after it: a sign, the ending of an ordinal."""

    def write(value: str) -> str | None:
        text = manner(value)
        return None if text is None else text + ending

    return write


def with_parts(written: str, old: str, new: str, manners: Sequence[Manner]) -> str:
    """Returns a reference or a date with its numbers and letters exchanged one by one, each in its manner. Raises
    UncertainError where they are not found in the order of the value, or are not as many."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(olds) != len(news):
        raise UncertainError(say("“{new}” is not written as “{old}” is", new=new, old=old))
    pieces: list[str] = []
    place = 0
    for one, other in zip(olds, news, strict=True):
        found = [(at, manner) for manner in manners if (at := _place(manner(one), written, place)) is not None]
        if not found:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
        at, manner = min(found, key=lambda item: item[0])
        text = manner(other)
        if text is None:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
        pieces += [written[place:at], text]
        place = at + len(manner(one) or "")
    return "".join([*pieces, written[place:]])


def _place(form: str | None, written: str, start: int) -> int | None:
    """Returns where a form is in the text as a whole number or letter."""
    if not form:
        return None
    found = re.compile(rf"(?<![0-9A-Za-z]){re.escape(form)}(?![0-9A-Za-z])").search(written, start)
    return found.start() if found else None


def figures(token: str) -> str | None:
    """Writes a token as it is."""
    return token


def roman_figures(token: str) -> str | None:
    """Writes a number in Roman numerals."""
    return roman.numeral(int(token)) if token.isdigit() and 0 < int(token) < 400 else None


def capital(token: str) -> str | None:
    """Writes a letter as a capital: annex C."""
    return token.upper() if token.isalpha() and len(token) == 1 else None
