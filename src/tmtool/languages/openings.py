"""How does all begin that a regular expression of words finds: ``\\b(?:until|till)\\b`` by until or till? And which
letters has all of it somewhere: ``(?:in|to) (?:the )?room`` the letters " room"?

A search for a few letters takes a twentieth of the time that one for an expression takes, and most expressions of a
table find nothing in a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TypeVar

from tmtool.languages.alternatives import parted
from tmtool.languages.sieve import Sieve

Row = TypeVar("Row")

_LETTERS = re.compile(r"[\w '’-]+")
_SET = re.compile(r"\[([^\W\d_]+)\]")
_AROUND = ("(?<!", "(?<=", "(?!")
"""What looks before a place, or says what is not there, and takes up no letters."""
_GROUP = re.compile(r"\(\?(?:-?i)?:")
_MAY_BE_MISSING = ("?", "*", "{0", "{,")
_COUNTED = (*_MAY_BE_MISSING, "{")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*(?:,\d*)?\})[?+]?")
_CHARACTER = re.compile(r"\\.|\[\^?(?:\\.|[^\]])*\]|.", re.DOTALL)
"""A character that no letters tell: an escape, a set, a mark."""
_CODE = re.compile(r"\\[0-9uUxNpP]|\{(?!\d*(?:,\d*)?\})")
"""Digits and letters behind a backslash or in a bracket that stand for something else."""
_ENOUGH = 5
"""Letters of which more say no more."""
_BRACKET = re.compile(r"[()]")
_READ_OTHERWISE = re.compile(r"\\[()|]|\[[^\]]*[()|]")
"""Brackets and bars that are characters: what has them is not read."""
_AT_A_WORD = (r"\b", r"(?<!\w)")
"""What an expression has in front that finds something only where a word begins, if its first letter is one."""
_BEGINS = re.compile(r"\b(?=\w)")
_LONG = 2_000
"""Characters of a text from which on it is known where its words begin: to go through a shorter one takes no longer."""
_FIRST = 3
"""Letters of a word by which it is known where it begins."""


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
def when_needed(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Returns the pattern of an expression that a sieve has let through: of hundreds in a table a short draft needs
    few, and each takes a tenth of a millisecond and more to compile."""
    return re.compile(expression, flags)


def matches(expression: str, text: str, flags: int = 0) -> Iterator[re.Match[str]]:
    """Yields what an expression finds in a text, from left to right. Hundreds of a table go through one text: in a long
    one each is asked only at the words that begin as it does."""
    pattern = when_needed(expression, flags)
    places = _places(expression, text) if len(text) >= _LONG else None
    if places is None:
        yield from pattern.finditer(text)
        return
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)):
            yield found
            end = found.end()


def _places(expression: str, text: str) -> Sequence[int] | None:
    """Returns where something may begin that an expression finds, None where that may be anywhere."""
    begins = _openings(expression) if _finds_words(expression) else ()
    known = _starts(text) if begins else None
    if known is None:
        return None
    folded, starts = known
    found = {place for one in begins for place in starts.get(one[:_FIRST], ()) if folded.startswith(one, place)}
    return sorted(found)


@cache
def _finds_words(expression: str) -> bool:
    """Tells whether all that an expression finds begins where a word does."""
    begins = _openings(expression)
    is_one = expression.startswith(_AT_A_WORD) and len(parted(expression)) == 1
    return is_one and all(_BEGINS.match(one) for one in begins)


@lru_cache(maxsize=32)  # the checks take turns over some pairs, each with its table
def _starts(text: str) -> tuple[str, Mapping[str, Sequence[int]]] | None:
    """Returns the folded case of a text, and the places at which words of it begin, by their first letters, one to
    `_FIRST`; None where folding moves places."""
    folded = text.casefold()
    if len(folded) != len(text):
        return None
    found: dict[str, list[int]] = defaultdict(list)
    for begin in _BEGINS.finditer(folded):
        place = begin.start()
        for letters in {folded[place : place + many] for many in range(1, _FIRST + 1)}:
            found[letters].append(place)
    return folded, found


@cache
def _openings(expression: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in openings(expression))


@cache
def _needed(expression: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in needed(expression))


def needed(expression: str) -> tuple[str, ...]:
    """Returns letters of which all that an expression finds has some, as they are written in it: the longest that all
    of it has, or how it begins; nothing where neither can be said."""
    if _READ_OTHERWISE.search(expression):
        return ()
    if _CODE.search(expression):
        return openings(expression)
    return _of_each(expression, _needed_by)


def _of_each(expression: str, letters_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Returns the letters of all alternatives of an expression; nothing where one of them has none."""
    found = [letters_of(alternative) for alternative in parted(expression)]
    return tuple(dict.fromkeys(chain.from_iterable(found))) if all(found) else ()


def _needed_by(alternative: str) -> tuple[str, ...]:
    best, at = _of_alternative(alternative), 0
    while at < len(alternative) and _worth(best)[0] < _ENOUGH:
        letters, at = _next(alternative, at)
        quantifier = _QUANTIFIER.match(alternative, at)
        if quantifier:
            at = quantifier.end()
            if quantifier.group().startswith(_MAY_BE_MISSING):
                continue
        best = max(best, letters, key=_worth)
    return best


def _next(alternative: str, at: int) -> tuple[tuple[str, ...], int]:
    """Returns the letters of which the next part of an alternative has some, a group, letters or another character, and
    where the part ends that a quantifier behind it is about."""
    if alternative.startswith("(", at):
        end = at + _end_of_group(alternative[at:])
        group = _GROUP.match(alternative, at)
        return (needed(alternative[group.end() : end]) if group else ()), end + 1
    letters = _LETTERS.match(alternative, at)
    if letters is None:
        character = _CHARACTER.match(alternative, at)
        assert character is not None
        return (), character.end()
    if len(letters.group()) > 1 and alternative.startswith(_MAY_BE_MISSING, letters.end()):
        return (letters.group()[:-1],), letters.end() - 1
    return (letters.group(),), letters.end()


def _worth(letters: tuple[str, ...]) -> tuple[int, int]:
    """Returns how much a text is told by that it lacks letters: more where the shortest are longer, and where there are
    fewer of them."""
    return min(_ENOUGH, *map(len, letters)) if letters else 0, -len(letters)


def openings(expression: str) -> tuple[str, ...]:
    """Returns the first letters of all that an expression finds, as they are written in it; nothing where that cannot
    be said."""
    if _READ_OTHERWISE.search(expression):
        return ()
    return _of_each(expression, _of_alternative)


def _of_alternative(alternative: str) -> tuple[str, ...]:
    alternative = alternative.removeprefix(r"\b")
    if alternative.startswith(_AROUND):
        return _of_alternative(alternative[_end_of_group(alternative) + 1 :])
    if group := _GROUP.match(alternative):
        end = _end_of_group(alternative)
        return _with_rest(openings(alternative[group.end() : end]), alternative[end + 1 :])
    if one_of := _SET.match(alternative):
        rest = alternative[one_of.end() :]
        after = () if rest.startswith(_COUNTED) else _of_alternative(rest)
        return _with_rest(tuple(letter + more for letter in one_of[1] for more in after or ("",)), rest)
    letters = _LETTERS.match(alternative)
    if letters is None:
        return ()
    rest = alternative[letters.end() :]
    if len(letters.group()) > 1 and rest.startswith(_COUNTED):
        return (letters.group()[:-1],)
    return _with_rest((letters.group(),), rest)


def _with_rest(begins: tuple[str, ...], rest: str) -> tuple[str, ...]:
    """Returns how all begins that has one of some beginnings and then a rest; where the rest says that they may be
    missing, it may begin with what comes after."""
    if not begins or not rest.startswith(_MAY_BE_MISSING):
        return begins
    others = () if rest.startswith("{") else _of_alternative(rest[1:])
    return (*begins, *others) if others else ()


def _end_of_group(expression: str) -> int:
    """Returns where the group ends with which an expression begins."""
    depth = 0
    for found in _BRACKET.finditer(expression):
        depth += 1 if found[0] == "(" else -1
        if depth == 0:
            return found.start()
    return len(expression) - 1
