"""Puts each error of data/planted_by_hand.tsv into its sentence.

Its form is told at the head of the file: an error is the piece of the published French that changes and what is in
its place. The sentences come from the corpus itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planting import Planted
from tmtool.checks.engine.draft import Pair
from tmtool.languages.tables import rows
from tmtool.model import Span

HALVES = ("tune", "report")
"""The errors that are looked at while the checks are made, and those that are only counted."""

WHATEVER = " … "
"""Comes between the first and the last words of a piece that is not written out."""


def by_hand(path: Path, pairs: Sequence[Pair], half: str = "") -> list[Planted]:
    """Returns the errors of a file that lie in `pairs`, all or those of a half; an error's row is its place in `pairs`.

    ValueError: a piece is not found once in its row.
    """
    places = {pair.number: place for place, pair in enumerate(pairs)}
    errors = []
    for row, group, error, severity, before, after, its_half in rows(path)[1:]:
        if int(row) in places and half in ("", its_half):
            place = places[int(row)]
            target, span = changed(pairs[place].target, before, after)
            errors.append(Planted(place, group, error, severity == "M", target, span))
    return errors


def changed(text: str, before: str, after: str) -> tuple[str, Span]:
    """Returns `text` with `after` in place of the piece `before`, and where that is: what is put in, or what the gap
    joins.

    ValueError: the piece is not found once.
    """
    head, _, tail = before.partition(WHATEVER)
    start = text.find(head)
    end = text.find(tail, start + len(head)) + len(tail)
    if text.count(head) != 1 or end < start + len(head) + len(tail):
        raise ValueError(f"{before!r} is not once in {text!r}")
    if after:
        return text[:start] + after + text[end:], Span(start, start + len(after))
    left, right = text[:start], text[end:]
    if right[:1] in ("", " ", ",", ".", ";", ")"):
        left = left.removesuffix(" ")
    return left + right, Span(max(0, len(left) - 1), min(len(left + right), len(left) + 1))
