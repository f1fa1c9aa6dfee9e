"""Which letters has all of it somewhere that a regular expression of words finds: ``(?:in|to) (?:the )?room`` the
letters " room"?

A search for a few letters takes a twentieth of the time that one for an expression takes, and most expressions of a
table find nothing in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from tmtool.languages.expression_parts import GROUP, LETTERS, MAY_BE_MISSING, end_of_group, of_each_alternative
from tmtool.languages.openings import openings, openings_of_alternative
from tmtool.languages.sieve import Sieve

Row = TypeVar("Row")

_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*(?:,\d*)?\})[?+]?")
_CHARACTER = re.compile(r"\\.|\[\^?(?:\\.|[^\]])*\]|.", re.DOTALL)
"""A character that no letters tell: an escape, a set, a mark."""
_CODE = re.compile(r"\\[0-9uUxNpP]|\{(?!\d*(?:,\d*)?\})")
"""Digits and letters behind a backslash or in a bracket that stand for something else."""
_ENOUGH = 5
"""Letters of which more say no more."""


def may_find(expression: str, folded: str) -> bool:
    """Tells whether an expression, which heeds no case, may find anything in a text of which the folded case is given:
    no only where it surely finds nothing."""
    letters = _needed(expression)
    return not letters or any(map(folded.__contains__, letters))


def sieve(rows: Iterable[tuple[str, Row]]) -> Sieve[Row]:
    """Returns a sieve of the rows of a table by the expression that each looks for: as `may_find`, but for all rows at
    once, and with the folded case of a text."""
    return Sieve((_needed(expression), row) for expression, row in rows)


@cache
def _needed(expression: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in needed(expression))


def needed(expression: str) -> tuple[str, ...]:
    """Returns letters of which all that an expression finds has some, as they are written in it: the longest that all
    of it has, or how it begins; nothing where neither can be said."""
    if _CODE.search(expression):
        return openings(expression)
    return of_each_alternative(expression, _needed_by)


def _needed_by(alternative: str) -> tuple[str, ...]:
    if LETTERS.fullmatch(alternative):  # as most are
        return (alternative,)
    best, at = openings_of_alternative(alternative), 0
    worth = _worth(best)
    while at < len(alternative) and worth[0] < _ENOUGH:
        letters, at = _next(alternative, at)
        quantifier = _QUANTIFIER.match(alternative, at)
        if quantifier:
            at = quantifier.end()
            if quantifier.group().startswith(MAY_BE_MISSING):
                continue
        if letters and (more := _worth(letters)) > worth:
            best, worth = letters, more
    return best


def _next(alternative: str, at: int) -> tuple[tuple[str, ...], int]:
    """Returns the letters of which the next part of an alternative has some, a group, letters or another character, and
    where the part ends that a quantifier behind it is about."""
    if alternative.startswith("(", at):
        end = at + end_of_group(alternative[at:])
        group = GROUP.match(alternative, at)
        return (needed(alternative[group.end() : end]) if group else ()), end + 1
    letters = LETTERS.match(alternative, at)
    if letters is None:
        character = _CHARACTER.match(alternative, at)
        assert character is not None
        return (), character.end()
    if len(letters.group()) > 1 and alternative.startswith(MAY_BE_MISSING, letters.end()):
        return (letters.group()[:-1],), letters.end() - 1
    return (letters.group(),), letters.end()


def _worth(letters: tuple[str, ...]) -> tuple[int, int]:
    """Returns how much a text is told by that it lacks letters: more where the shortest are longer, and where there are
    fewer of them."""
    return min(_ENOUGH, *map(len, letters)) if letters else 0, -len(letters)
