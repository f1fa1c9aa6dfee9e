"""How is a regular expression of words written: where does a group end, which letters stand together, what may be
missing? Only as much as says which letters a text needs for it, of expressions as the tables of this floor have them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from tmtool.languages.alternatives import parted

LETTERS = re.compile(r"[\w '’/-]+")
GROUP = re.compile(r"\(\?(?:-?i)?:")
"""How a group begins whose inside is read; others look around, or have a number."""
MAY_BE_MISSING = ("?", "*", "{0", "{,")
"""How a quantifier begins by which what is before it need not be there."""
READ_OTHERWISE = re.compile(r"\\[()|]|\[[^\]]*[()|]")
"""Brackets and bars that are characters: what has them is not read."""
_BRACKET = re.compile(r"[()]")


def end_of_group(expression: str) -> int:
    """Returns where the group ends with which an expression begins."""
    depth = 0
    for found in _BRACKET.finditer(expression):
        depth += 1 if found[0] == "(" else -1
        if depth == 0:
            return found.start()
    return len(expression) - 1


def of_each_alternative(expression: str, letters_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Returns the letters of all alternatives of an expression, each once; nothing where one of them has none, or the
    expression cannot be read."""
    if READ_OTHERWISE.search(expression):
        return ()
    found = [letters_of(alternative) for alternative in parted(expression)]
    return tuple(dict.fromkeys(chain.from_iterable(found))) if all(found) else ()
