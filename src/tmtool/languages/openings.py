"""How does all begin that a regular expression of words finds: ``\\b(?:until|till)\\b`` by until or till?"""

from __future__ import annotations

import re

from tmtool.languages.expression_parts import GROUP, LETTERS, MAY_BE_MISSING, end_of_group, of_each_alternative

_SET = re.compile(r"\[([^\W\d_]+)\]")
_AROUND = ("(?<!", "(?<=", "(?!")
"""What looks before a place, or says what is not there, and takes up no letters."""
_COUNTED = (*MAY_BE_MISSING, "{")


def openings(expression: str) -> tuple[str, ...]:
    """Returns the first letters of all that an expression finds, as they are written in it; nothing where that cannot
    be said."""
    return of_each_alternative(expression, openings_of_alternative)


def openings_of_alternative(alternative: str) -> tuple[str, ...]:
    """Returns what `openings` does, of an expression that has no bar outside brackets."""
    if LETTERS.fullmatch(alternative):  # as most are
        return (alternative,)
    alternative = alternative.removeprefix(r"\b")
    if alternative.startswith(_AROUND):
        return openings_of_alternative(alternative[end_of_group(alternative) + 1 :])
    if group := GROUP.match(alternative):
        end = end_of_group(alternative)
        return _with_rest(openings(alternative[group.end() : end]), alternative[end + 1 :])
    if one_of := _SET.match(alternative):
        rest = alternative[one_of.end() :]
        after = () if rest.startswith(_COUNTED) else openings_of_alternative(rest)
        return _with_rest(tuple(letter + more for letter in one_of[1] for more in after or ("",)), rest)
    letters = LETTERS.match(alternative)
    if letters is None:
        return ()
    rest = alternative[letters.end() :]
    if len(letters.group()) > 1 and rest.startswith(_COUNTED):
        return (letters.group()[:-1],)
    return _with_rest((letters.group(),), rest)


def _with_rest(begins: tuple[str, ...], rest: str) -> tuple[str, ...]:
    """Returns how all begins that has one of some beginnings and then a rest; where the rest says that they may be
    missing, it may begin with what comes after."""
    if not begins or not rest.startswith(MAY_BE_MISSING):
        return begins
    others = () if rest.startswith("{") else openings_of_alternative(rest[1:])
    return (*begins, *others) if others else ()
