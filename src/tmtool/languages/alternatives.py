"""Reads the short notation in which the tables of this floor say what names a thing: "increas*|rise|^Board".

Alternatives are parted by "|"; "*" stands for any letters, "^" before one keeps its capitals, "/" before one makes it a
regular expression, a space matches any space and an apostrophe either kind. Matched are whole words.
"""

from __future__ import annotations

import re

_LONGEST = 60
"""Letters that "*" stands for at most, so that a text of one word is not read to its end from each of its letters."""


def compiled(alternatives: str) -> re.Pattern[str]:
    """Returns the pattern of some alternatives."""
    parts = []
    for alternative in parted(alternatives):
        if alternative.startswith("/"):
            parts.append(f"(?i:{alternative[1:]})")
            continue
        exact = alternative.startswith("^")
        body = re.escape(alternative.removeprefix("^"))
        body = body.replace("'", "['’]").replace(r"\*", rf"[\w’'-]{{0,{_LONGEST}}}").replace(r"\ ", r"\s+")
        parts.append(body if exact else f"(?i:{body})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")


def parted(alternatives: str) -> list[str]:
    """Returns the alternatives, parted by each "|" that is in no bracket."""
    parts, depth = [""], 0
    for character in alternatives:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
