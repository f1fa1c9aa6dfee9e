"""Which places does the pattern of some alternatives find in a text (alternatives.py)?

A table has hundreds of alternatives and a text a handful of their words. To make a regular expression takes longer than
to search a thousand texts: what is written without one is found without one, and of the rest only those alternatives
are made one of whose letters the text has, each by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import heapify, heappop, heappush

from tmtool.languages.alternatives import LONGEST, compiled, is_anywhere, parted, plain
from tmtool.languages.needed_letters import may_find, needed
from tmtool.model import Span

_UNEVEN = re.compile(r"\s\s|[^\S ]")
_LETTERS = re.compile(r"[\w'-]*")
_OF_LETTERS = re.compile(r"/([^\W_]+)(?:\\b|(\\w[*+]))?")
"""A regular expression that is letters, and then perhaps more of the same word."""
_MORE = {None: None, r"\w*": re.compile(r"\w*"), r"\w+": re.compile(r"\w+")}


@dataclass(frozen=True, slots=True)
class _Literal:
    """A `_Literal` is an alternative that is found without a regular expression: the parts around each "*", which
    letters of the word come after the last one if any may, whether the parts keep their capitals, and whether they may
    be a part of a word."""

    parts: tuple[str, ...]
    more: re.Pattern[str] | None
    exact: bool
    anywhere: bool


@dataclass(frozen=True, slots=True)
class _Expression:
    """An `_Expression` is an alternative that needs a regular expression, letters of which all that it finds has some,
    none where that cannot be said, and the regular expression that it is written as, if it is."""

    alternative: str
    needed: tuple[str, ...]
    expression: str = ""

    def may_be_in(self, folded: str) -> bool:
        """Tells whether a text of which the folded case is given may have it: most are sorted out by the letters."""
        if self.needed and not any(map(folded.__contains__, self.needed)):
            return False
        return not self.expression or may_find(self.expression, folded)


@dataclass(frozen=True, slots=True)
class _Read:
    """A `_Read` is a text with plain apostrophes and spaces, place by place, as it is and in lower case, and its folded
    case."""

    text: str
    lower: str
    folded: str


_Hit = tuple[int, int, int]
"""Start, the order of the alternative, and end."""


@lru_cache(maxsize=1024)  # a check asks again of a name that it has found, and the checks take turns over one pair
def find_all(alternatives: str, text: str) -> tuple[Span, ...]:
    """Returns the places that the pattern of some alternatives finds in a text, from left to right, none in another."""
    read = _read(text)
    literals, expressions = _read_alternatives(alternatives)
    hits = None if read is None else _all_hits(literals, read)
    if read is None or hits is None:
        return tuple(Span(*found.span()) for found in _pattern(alternatives).finditer(text))
    patterns = {order: _pattern(one.alternative) for order, one in expressions if one.may_be_in(read.folded)}
    return _without_overlaps(hits, patterns, text)


def _without_overlaps(hits: list[_Hit], patterns: dict[int, re.Pattern[str]], text: str) -> tuple[Span, ...]:
    """Returns the places of hits and of what patterns find, by order, from left to right, none in another; of those
    with one start the first by order."""
    for order, pattern in patterns.items():
        if first := pattern.search(text):
            hits.append((first.start(), order, first.end()))
    heapify(hits)
    found: list[Span] = []
    free = 0
    while hits:
        start, order, end = heappop(hits)
        if start >= free:
            found.append(Span(start, end))
            free = end
        if (again := patterns.get(order)) and (later := again.search(text, max(free, start + 1))):
            heappush(hits, (later.start(), order, later.end()))
    return tuple(found)


@cache
def _read_alternatives(
    alternatives: str,
) -> tuple[Sequence[tuple[int, _Literal]], Sequence[tuple[int, _Expression]]]:
    """Returns the literals and the expressions, each with its place in the order in which the pattern of all tries
    them."""
    given = parted(alternatives) if alternatives else []
    read = list(enumerate(map(_read_alternative, sorted(given, key=lambda one: not is_anywhere(one)))))
    literals = [(order, one) for order, one in read if isinstance(one, _Literal)]
    return literals, [(order, one) for order, one in read if isinstance(one, _Expression)]


@cache
def _read_alternative(alternative: str) -> _Literal | _Expression:
    """Returns an alternative as a literal, unless it is a regular expression of more than letters, or what "*" stands
    for need not end where the next part begins."""
    if alternative.startswith("/"):
        if letters := _OF_LETTERS.fullmatch(alternative):
            return _Literal((letters[1].lower(),), _MORE[letters[2]], False, is_anywhere(alternative))
        return _expression(alternative, alternative[1:])
    exact = alternative.startswith("^")
    body = plain(alternative.removeprefix("^"))
    parts = tuple((body if exact else body.lower()).split("*"))
    is_open = len(parts) > 1 and parts[-1] != "" and not parts[-1].startswith(" ")
    if not parts[0] or is_open or not all(one.startswith(" ") for one in parts[1:-1]):
        return _Expression(alternative, (max(plain(body.casefold()).split("*"), key=len),))
    return _Literal(parts, None, exact, is_anywhere(body))


def _expression(alternative: str, expression: str) -> _Expression:
    return _Expression(alternative, tuple(plain(one.casefold()) for one in needed(expression)), plain(expression))


@lru_cache(maxsize=256)
def _read(text: str) -> _Read | None:
    """Returns a text as literals are looked for in it; None where spaces are doubled, or lower case moves places."""
    read = plain(text)
    lower = read.lower()
    return None if len(lower) != len(read) or _UNEVEN.search(read) else _Read(read, lower, read.casefold())


def _all_hits(literals: Sequence[tuple[int, _Literal]], read: _Read) -> list[_Hit] | None:
    """Returns what `_hits` does of all literals; None where only a regular expression can tell."""
    found: list[_Hit] = []
    for order, literal in literals:
        hits = _hits(literal, order, read)
        if hits is None:
            return None
        found += hits
    return found


def _hits(literal: _Literal, order: int, read: _Read) -> list[_Hit] | None:
    """Returns every place of a literal in a text; None where a word is too long to tell."""
    first, *others = literal.parts
    text = read.text if literal.exact else read.lower
    found = []
    start = text.find(first)
    while start >= 0:
        if literal.anywhere or start == 0 or not _is_letter(text[start - 1], "-"):
            end = _end(literal, others, text, start + len(first))
            if end is None:
                return None
            if end >= 0 and (literal.anywhere or end == len(text) or text[end - 1] == "'" or not _is_letter(text[end])):
                found.append((start, order, end))
        start = text.find(first, start + 1)
    return found


def _end(literal: _Literal, others: Sequence[str], text: str, end: int) -> int | None:
    """Returns where a literal ends whose first part does so at `end`; -1 where the others are not there, None where a
    word is too long to tell."""
    for other in others:
        letters = _LETTERS.match(text, end, end + LONGEST + 1)
        assert letters is not None
        if letters.end() - end > LONGEST:
            return None
        if not text.startswith(other, letters.end()):
            return -1
        end = letters.end() + len(other)
    if literal.more is None:
        return end
    more = literal.more.match(text, end)
    return more.end() if more else -1


def _is_letter(character: str, others: str = "") -> bool:
    return character.isalnum() or character == "_" or character in others


@cache
def _pattern(alternatives: str) -> re.Pattern[str]:
    return compiled(alternatives)
