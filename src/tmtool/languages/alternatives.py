"""Reads the short notation in which the tables of this floor say what names a thing: "increas*|rise|^Board".

Alternatives are parted by "|"; "*" stands for any letters, "^" before one keeps its capitals, "/" before one makes it a
regular expression, a space matches any space and an apostrophe either kind. Matched are whole words, but for what
begins with a letter that is a word by itself, such as a Han character: that is found anywhere. What ends in an
apostrophe ends a word, whatever follows: "/s['’]" is in s’accorder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tmtool.languages.letters import SINGLE

_SINGLE = re.compile(rf"/?[{SINGLE}]")
_PARTING = re.compile(r"[()|]")
LONGEST = 60
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
        body = body.replace("'", "['’]").replace(r"\*", rf"[\w’'-]{{0,{LONGEST}}}").replace(r"\ ", r"\s+")
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
