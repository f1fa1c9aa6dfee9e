"""Which letters has all of it somewhere that a regular expression of words finds: ``(?:in|to) (?:the )?room`` the
letters " room"?

A search for a few letters takes a twentieth of the time that one for an expression takes, and most expressions of a
table find nothing in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from tmtool.languages.alternatives import parted
from tmtool.languages.expression_parts import (
    GROUP,
    LETTERS,
    MAY_BE_MISSING,
    READ_OTHERWISE,
    end_of_group,
    of_each_alternative,
)
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
_EITHER_CASE = re.compile(r"\[(\w)(\w)\]")
_Needs = tuple[tuple["str | _Needs", ...], ...]
"""What a text must have for an expression: all of one of these. Letters are in folded case."""


def may_find(expression: str, folded: str) -> bool:
    """Tells whether an expression may find anything in a text of which the folded case is given: no only where it
    surely finds nothing, whether it heeds case or not."""
    return _are_met(_needs(expression), folded)


class ExpressionSieve(Generic[Row]):
    """An `ExpressionSieve` holds the rows of a table, each with the expression that it looks for, and gives those that
    may find something in a text: as `may_find`, but for all rows at once."""

    def __init__(self, rows: Iterable[tuple[str, Row]]) -> None:
        self._sieve = Sieve((tuple(one.casefold() for one in needed(row[0])), row) for row in rows)

    def let_through(self, folded: str) -> list[Row]:
        """Returns the rows that may find something in a text of which the folded case is given, in their order."""
        return [row for expression, row in self._sieve.let_through(folded) if may_find(expression, folded)]


def _are_met(needs: _Needs, folded: str) -> bool:
    return any(
        all(part in folded if isinstance(part, str) else _are_met(part, folded) for part in alternative)
        for alternative in needs
    )


@cache
def _needs(expression: str) -> _Needs:
    """Returns all that a text needs for an expression. To read it takes longer than to read the best letters, with
    which a sieve sorts out most expressions."""
    if _CODE.search(expression) or READ_OTHERWISE.search(expression):
        return ((),)
    in_one_case = _EITHER_CASE.sub(_one_letter, expression)
    return tuple(tuple(map(_needs_of_part, _parts(alternative))) for alternative in parted(in_one_case))


def _needs_of_part(part: _Part) -> str | _Needs:
    return part.letters.casefold() or _needs(part.inside)


def _one_letter(of_two: re.Match[str]) -> str:
    """Returns the letter that a set has in both cases, any other set as it is."""
    return of_two[1] if of_two[1].casefold() == of_two[2].casefold() else of_two[0]


def needed(expression: str) -> tuple[str, ...]:
    """Returns letters of which all that an expression finds has some, as they are written in it: the longest that all
    of it has, or how it begins; nothing where neither can be said."""
    if _CODE.search(expression):
        return openings(expression)
    return of_each_alternative(expression, _needed_by)


def _needed_by(alternative: str) -> tuple[str, ...]:
    if LETTERS.fullmatch(alternative):  # as most are
        return (alternative,)
    best = openings_of_alternative(alternative)
    worth = _worth(best)
    for part in _parts(alternative) if worth[0] < _ENOUGH else ():
        letters = (part.letters,) if part.letters else needed(part.inside)
        if letters and (more := _worth(letters)) > worth:
            best, worth = letters, more
            if worth[0] == _ENOUGH:
                break
    return best


class _Part(NamedTuple):
    """A `_Part` is a part of an alternative that tells letters: letters, or a group with what is `inside`."""

    letters: str
    inside: str = ""


def _parts(alternative: str) -> Iterator[_Part]:
    """Yields the parts of an alternative that tell letters and may not be missing."""
    at = 0
    while at < len(alternative):
        part, at = _next(alternative, at)
        if quantifier := _QUANTIFIER.match(alternative, at):
            at = quantifier.end()
        if part and not (quantifier and quantifier.group().startswith(MAY_BE_MISSING)):
            yield part


def _next(alternative: str, at: int) -> tuple[_Part | None, int]:
    """Returns the next part of an alternative, none where it tells no letters, and where it ends: what a quantifier
    behind it is about."""
    if alternative.startswith("(", at):
        end = at + end_of_group(alternative[at:])
        group = GROUP.match(alternative, at)
        return (_Part("", alternative[group.end() : end]) if group else None), end + 1
    letters = LETTERS.match(alternative, at)
    if letters is None:
        character = _CHARACTER.match(alternative, at)
        assert character is not None
        return None, character.end()
    if len(letters.group()) > 1 and alternative.startswith(MAY_BE_MISSING, letters.end()):
        return _Part(letters.group()[:-1]), letters.end() - 1
    return _Part(letters.group()), letters.end()


def _worth(letters: tuple[str, ...]) -> tuple[int, int]:
    """Returns how much a text is told by that it lacks letters: more where the shortest are longer, and where there are
    fewer of them."""
    return min(_ENOUGH, *map(len, letters)) if letters else 0, -len(letters)
