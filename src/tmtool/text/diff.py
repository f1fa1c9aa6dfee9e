"""What was changed between a stored source and a query, in the words as they are written?

An alignment of tokens with the smallest edit distance (the distance of the match rate), shown in the original
text: the white space before a token goes with it, so that each side can be put together again exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from tmtool.model import DiffPart
from tmtool.text.tokens import folded, spaced


def diff(stored: str, query: str) -> tuple[DiffPart, ...]:
    """Returns the steps from `stored` to `query`: stretches that are equal and, between them, one change each.

    A change is `insert` (nothing stored), `delete` (nothing in the query) or `replace`. The parts' `stored`
    joined give the stored text, their `query` the query. Tokens that differ in case only are aligned
    but are no equal part.
    """
    return tuple(_merged(_steps(stored, query)))


def _steps(stored: str, query: str) -> Iterator[tuple[str, str]]:
    """Yields pairs of slices in order: aligned white space, aligned tokens, tokens of one side."""
    old, new = spaced(stored), spaced(query)
    codes = Levenshtein.opcodes([folded(token) for _, token in old], [folded(token) for _, token in new])
    for code in codes:
        if code.tag in ("equal", "replace"):
            pairs = zip(old[code.src_start : code.src_end], new[code.dest_start : code.dest_end], strict=True)
            for (old_space, old_token), (new_space, new_token) in pairs:
                yield old_space, new_space
                yield old_token, new_token
        for space, token in old[code.src_start : code.src_end] if code.tag == "delete" else ():
            yield space + token, ""
        for space, token in new[code.dest_start : code.dest_end] if code.tag == "insert" else ():
            yield "", space + token
    yield stored[_length(old) :], query[_length(new) :]


def _length(steps: list[tuple[str, str]]) -> int:
    return sum(len(space) + len(token) for space, token in steps)


def _merged(steps: Iterator[tuple[str, str]]) -> Iterator[DiffPart]:
    """Yields neighbours put together; an equal space between two changes belongs to the change."""
    equal, old, new = "", "", ""
    for stored, query in steps:
        if stored == query:
            equal += stored
            continue
        if (old or new) and equal.isspace():
            old, new, equal = old + equal, new + equal, ""
        if equal:
            yield from _change(old, new)
            yield DiffPart("equal", equal, equal)
            old, new, equal = "", "", ""
        old, new = old + stored, new + query
    yield from _change(old, new)
    if equal:
        yield DiffPart("equal", equal, equal)


def _change(old: str, new: str) -> Iterator[DiffPart]:
    if old or new:
        yield DiffPart("replace" if old and new else "delete" if old else "insert", old, new)
