"""What was changed between a stored source and a query, in the words as they are written?

An alignment of tokens with the smallest edit distance (the distance of the match rate), shown in the original
text: the white space before a token goes with it, so that each side can be put together again exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from tmtool.model import DiffPart
from tmtool.text.tokens import folded, spaced, tokens


def diff(stored: str, query: str) -> tuple[DiffPart, ...]:
    """Returns the steps from `stored` to `query`: stretches that are equal and, between them, one change each.

    A change is `insert` (nothing stored), `delete` (nothing in the query) or `replace`. The parts' `stored`
    joined give the stored text, their `query` the query. Tokens that differ in case only are aligned
    but are no equal part.
    """
    return tuple(_merged(_steps(stored, query)))


def _steps(stored: str, query: str) -> Iterator[tuple[str, str]]:
    """Yields pairs of slices in order: aligned white space, aligned tokens, or a row of both that is equal; tokens of
    one side."""
    old, new = spaced(stored), spaced(query)
    for code in Levenshtein.opcodes(_keys(stored, old), _keys(query, new)):
        some, others = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        if some == others:
            written = "".join(map("".join, some))
            yield written, written
        elif code.tag in ("equal", "replace"):
            for (old_space, old_token), (new_space, new_token) in zip(some, others, strict=True):
                yield old_space, new_space
                yield old_token, new_token
        else:
            for space, token in some:
                yield space + token, ""
            for space, token in others:
                yield "", space + token
    yield stored[len(stored.rstrip()) :], query[len(query.rstrip()) :]


def _keys(text: str, pairs: list[tuple[str, str]]) -> list[str]:
    """Returns the tokens of a text as they are compared."""
    return tokens(text) if text.isascii() else [folded(token) for _, token in pairs]


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
