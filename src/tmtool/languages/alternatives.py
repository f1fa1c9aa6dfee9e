"""Reads the short notation in which the tables of this floor say what names a thing: "increas*|rise|^Board".

Alternatives are parted by "|"; "*" stands for any letters, "^" before one keeps its capitals, "/" before one makes it a
regular expression, a space matches any space and an apostrophe either kind. Matched are whole words, but for what
begins with a letter that is a word by itself, such as a Han character: that is found anywhere. What ends in an
apostrophe ends a word, whatever follows: "/s['’]" is in s’accorder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool.languages.letters import SINGLE
from tmtool.model import Span

_SINGLE = re.compile(rf"/?[{SINGLE}]")
_PARTING = re.compile(r"[()|]")
_LONGEST = 60
"""Letters that "*" stands for at most, so that a text of one word is not read to its end from each of its letters."""


NEVER = "(?!)"
"""An expression that matches nothing."""


def plain(text: str) -> str:
    """Returns a text with plain apostrophes and spaces, each in its place; by hand, since `str.translate` takes fifty
    times as long."""
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").replace("\t", " ").replace("\n", " ")


def any_of(expressions: Iterable[str]) -> str:
    """Returns an expression for any of some regular expressions, which matches nothing where there are none."""
    return "|".join(expressions) or NEVER


def compiled(alternatives: str) -> re.Pattern[str]:
    """Returns the pattern of some alternatives, which matches nothing where there are none."""
    if not alternatives:
        return re.compile(NEVER)
    parts: list[str] = []
    anywhere: list[str] = []
    for alternative in parted(alternatives):
        if alternative.startswith("/"):
            (anywhere if is_anywhere(alternative) else parts).append(f"(?i:{alternative[1:]})")
            continue
        if is_anywhere(alternative):
            anywhere.append(re.escape(alternative))
            continue
        exact = alternative.startswith("^")
        body = re.escape(alternative.removeprefix("^"))
        body = body.replace("'", "['’]").replace(r"\*", rf"[\w’'-]{{0,{_LONGEST}}}").replace(r"\ ", r"\s+")
        parts.append(body if exact else f"(?i:{body})")
    words = rf"(?<![\w-])(?:{'|'.join(parts)})(?:(?<=['’])|(?!\w))"
    return re.compile("|".join([*anywhere, *([words] if parts else [])]))


def is_anywhere(alternative: str) -> bool:
    """Tells whether an alternative begins with a letter that is a word by itself, and so has no ends of words."""
    return _SINGLE.match(alternative) is not None


def parted(alternatives: str) -> list[str]:
    """Returns the alternatives, parted by each "|" that is in no bracket."""
    if "(" not in alternatives and ")" not in alternatives:
        return alternatives.split("|")
    parts: list[str] = []
    depth = start = 0
    for found in _PARTING.finditer(alternatives):
        depth += {"(": 1, ")": -1, "|": 0}[found[0]]
        if found[0] == "|" and depth == 0:
            parts.append(alternatives[start : found.start()])
            start = found.end()
    return [*parts, alternatives[start:]]


@lru_cache(maxsize=1024)  # a check asks again of a name that it has found, and the checks take turns over one pair
def find_all(alternatives: str, text: str) -> tuple[Span, ...]:
    """Returns the places that the pattern of some alternatives finds in a text, from left to right, none in another.

    A table has hundreds of alternatives and a text a handful of their words: what is written without a regular
    expression is found without one, since to make one takes longer than to search a thousand texts.
    """
    hits = _all_hits(_literals(alternatives), _read(text))
    if hits is None:
        return tuple(Span(*found.span()) for found in _pattern(alternatives).finditer(text))
    found: list[Span] = []
    for start, _, end in sorted(hits):
        if not found or start >= found[-1].end:
            found.append(Span(start, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Literal:
    """A `_Literal` is an alternative without a regular expression: the parts around each "*", whether they keep their
    capitals, and whether they may be a part of a word."""

    parts: tuple[str, ...]
    exact: bool
    anywhere: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A `_Read` is a text with plain apostrophes and spaces, place by place, as it is and in lower case."""

    text: str
    lower: str


_UNEVEN = re.compile(r"\s\s|[^\S ]")
_LETTERS = re.compile(r"[\w'-]*")


@cache
def _literals(alternatives: str) -> tuple[_Literal, ...] | None:
    """Returns alternatives that need no regular expression, None where one does: what "*" stands for must end where
    the next part begins."""
    found = []
    for alternative in parted(alternatives):
        exact = alternative.startswith("^")
        body = plain(alternative.removeprefix("^"))
        parts = tuple((body if exact else body.lower()).split("*"))
        if alternative.startswith("/") or not parts[0] or not all(one.startswith(" ") for one in parts[1:-1]):
            return None
        if len(parts) > 1 and parts[-1] and not parts[-1].startswith(" "):
            return None
        found.append(_Literal(parts, exact, is_anywhere(body)))
    return tuple(found)


@lru_cache(maxsize=256)
def _read(text: str) -> _Read | None:
    """Returns a text as literals are looked for in it; None where spaces are doubled, or lower case moves places."""
    read = plain(text)
    lower = read.lower()
    return None if len(lower) != len(read) or _UNEVEN.search(read) else _Read(read, lower)


def _all_hits(literals: Sequence[_Literal] | None, read: _Read | None) -> list[tuple[int, int, int]] | None:
    """Returns what `_hits` does of all literals; None where only a regular expression can tell."""
    if not literals or read is None:
        return None
    found = []
    for order, literal in enumerate(literals):
        hits = _hits(literal, order, read)
        if hits is None:
            return None
        found += hits
    return found


def _hits(literal: _Literal, order: int, read: _Read) -> list[tuple[int, int, int]] | None:
    """Returns start, `order` and end of every place of a literal in a text; None where a word is too long to tell."""
    first, *others = literal.parts
    text = read.text if literal.exact else read.lower
    found = []
    start = text.find(first)
    while start >= 0:
        if literal.anywhere or start == 0 or not _is_letter(text[start - 1], "-"):
            end = start + len(first)
            for other in others:
                letters = _LETTERS.match(text, end, end + _LONGEST + 1)
                assert letters is not None
                if letters.end() - end > _LONGEST:
                    return None
                end = letters.end() + len(other) if text.startswith(other, letters.end()) else -1
                if end < 0:
                    break
            if end >= 0 and (literal.anywhere or end == len(text) or text[end - 1] == "'" or not _is_letter(text[end])):
                found.append((start, order, end))
        start = text.find(first, start + 1)
    return found


def _is_letter(character: str, others: str = "") -> bool:
    return character.isalnum() or character == "_" or character in others


@cache
def _pattern(alternatives: str) -> re.Pattern[str]:
    return compiled(alternatives)
