"""How much of a line does a text take, and what is between two lines of it, where letters are wide and words unspaced:
in Han and kana?"""

from __future__ import annotations

import re

from tmtool.languages.letters import SINGLE

_MARKS = "\u3000-\u303f\uff01-\uff60"
"""The marks of these scripts, with the full-width forms."""
_FIRST = "\u3000"
"""The first of the marks and letters; of a text without any nothing has to be counted."""
_WIDE = re.compile(f"[{SINGLE}{_MARKS}]")
_SINGLE = re.compile(f"[{SINGLE}]")
_SPACED = re.compile(rf"[^\W\d_{SINGLE}]")
_FIRST_PIECE = re.compile(rf"[^\s{SINGLE}{_MARKS}]+|.")
_NEAR = 24
"""Characters on either side of a line break by which its text is judged."""


def width(text: str) -> int:
    """Returns the places that a text takes in a line: two for a wide letter, which is as wide as two others."""
    if not text or max(text) < _FIRST:
        return len(text)
    return len(text) + len(_WIDE.findall(text))


def added_by(following: str) -> int:
    """Returns the places that the first piece of the next line, a word with its space or a wide letter, would have
    taken at the end of the line before."""
    found = _FIRST_PIECE.match(following.lstrip())
    piece = found.group() if found else ""
    return width(piece) + (not _WIDE.match(piece))


def is_unspaced(text: str, following: str) -> bool:
    """Tells whether a text goes on in the next line without a space: where the break is beside a wide letter or mark,
    and what is around it is mostly of these."""
    if max(text[-1:] + following[:1], default="") < _FIRST:
        return False
    before, after = text[-_NEAR:], following[:_NEAR]
    beside = [_WIDE.match(one) is not None for one in (before[-1:], after[:1])]
    return all(beside) or (any(beside) and len(_SINGLE.findall(before + after)) > len(_SPACED.findall(before + after)))
