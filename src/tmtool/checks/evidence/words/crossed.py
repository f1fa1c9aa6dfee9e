"""Do the words by which two things are told in a translation answer crosswise to those of the source?

Shared by the checks that ask whether two numbers, or what two like things are told by, have changed places.
"""

from __future__ import annotations

from collections.abc import Sequence

from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.stems import Word


def have_swapped(
    one: tuple[Sequence[Word], Sequence[Word]], other: tuple[Sequence[Word], Sequence[Word]], side: Side
) -> bool:
    """Tells whether the words of the source by which one thing is told answer to those by which the other is told in
    the translation, and the reverse, and only so. Each thing comes with its words there and here; `side` is the source.
    Words by which both are told are left out."""
    one_there, other_there = _own(one[0], other[0])
    one_here, other_here = _own(one[1], other[1])
    return (
        answer(one_there, other_here, side)
        and answer(other_there, one_here, side)
        and not answer(one_there, one_here, side)
        and not answer(other_there, other_here, side)
    )


def answer(there: Sequence[Word], here: Sequence[Word], side: Side) -> bool:
    """Tells whether any of some words of the source may have any of some words of the translation for its
    counterpart."""
    return bool(here) and any(side.table.counterparts(word, here, side.language) for word in there)


def _own(one: Sequence[Word], other: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Returns the words of each of two rows whose stem the other has not."""
    of_one, of_other = {word.stem for word in one}, {word.stem for word in other}
    return [word for word in one if word.stem not in of_other], [word for word in other if word.stem not in of_one]
