"""Is a sentence, an entry of a list or a row of a table there twice, where the source has it once?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_NEAR = 12
"""So many segments at most are between a text and the same text again: a row of a table has several."""
_COPIES = 2
"""Times that the words of a row which is there twice are in a cell."""
_SHORTEST, _LONG_CELL = 8, 25
"""Characters of a text that is looked at, and of a cell that is so by itself: hours are in many rows, and one cell of
the source may be two of the translation."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each segment without a source that repeats one near by, the first where several follow each other, and each
    cell that has its row in it again."""
    for at, pair in enumerate(draft.pairs):
        start = _row_again_in(draft.pairs, at)
        if start is not None:
            message = say("The same text is here twice, and once in the source.")
            yield pair, Flag(message, target_span=Span(start, len(pair.target)))
    if not draft.is_document:
        return
    repeated_near = _repeated_near(draft) | set(_rows_again(draft.pairs))

    def is_repeated(numbered: tuple[int, Pair]) -> bool:
        return numbered[0] in repeated_near

    for repeated, run in groupby(enumerate(draft.pairs), is_repeated):
        pairs = [pair for _, pair in run]
        is_a_cell = len(pairs) == 1 and pairs[0].kind is BlockKind.CELL and len(pairs[0].target) < _LONG_CELL
        if repeated and not is_a_cell:
            message = say("The same text is here twice, and once in the source.")
            yield pairs[0], Flag(message, target_span=Span(0, len(pairs[0].target)))


def _repeated_near(draft: Draft) -> set[int]:
    """Returns the places of the segments without a source whose text is near by, too, and oftener than in the
    source."""
    sources = Counter(_spaced(pair.source or "") for pair in draft.pairs)
    places: dict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(draft.pairs):
        places[_spaced(pair.target)].append(place)
    found = set()
    for text, same in places.items():
        if len(text) < _SHORTEST or len(same) == 1:
            continue
        translated = [one for place in same if (one := _spaced(draft.pairs[place].source or ""))]
        if max((sources[one] for one in translated), default=len(same)) >= len(same):
            continue
        near = {one for pair in pairwise(same) if pair[1] - pair[0] <= _NEAR for one in pair}
        found |= {place for place in near if not _spaced(draft.pairs[place].source or "")}
    return found


def _rows_again(pairs: Sequence[Pair]) -> Iterator[int]:
    """Yields the places of cells without a source that are a row there twice, however short: each is the same as the
    cell so many places before or after it, wherever in the two rows they begin."""
    for is_alone, run in groupby(range(len(pairs)), lambda at: _is_cell_without_source(pairs[at])):
        places = list(run) if is_alone else []
        many = len(places)
        if many > 1 and all(
            any(0 <= other < len(pairs) and pairs[other].target == pairs[at].target for other in (at - many, at + many))
            for at in places
        ):
            yield from places


def _row_again_in(pairs: Sequence[Pair], at: int) -> int | None:
    """Returns where in a cell a row begins again that has got into it with all its cells: 3 May, Item 1, 3 May, then a
    cell with Item 1; None where there is none. The cells beside it say what the row is."""
    pair = pairs[at]
    words = pair.target.split()
    if pair.kind is not BlockKind.CELL or not pair.source or len(words) <= _COPIES:
        return None
    source = pair.source.split()
    for many in range((len(words) - 1) // _COPIES, 0, -1):
        between = words[many:-many]
        if words[:many] == words[-many:] and source[0] != source[-1] and _are_cells_beside(between, pairs, at):
            return len(pair.target) - len(pair.target.split(maxsplit=many)[-1])
    return None


def _are_cells_beside(words: Sequence[str], pairs: Sequence[Pair], at: int) -> bool:
    """Tells whether words are those of the cells after one, or of the cells before it."""
    after = [word for pair in pairs[at + 1 : at + 1 + _NEAR] for word in pair.target.split()]
    before = [word for pair in pairs[max(0, at - _NEAR) : at] for word in pair.target.split()]
    return after[: len(words)] == words or before[-len(words) :] == words


def _is_cell_without_source(pair: Pair) -> bool:
    return pair.kind is BlockKind.CELL and not pair.source


def _spaced(text: str) -> str:
    return " ".join(text.split())


CHECK = DocumentCheck(
    name="duplication-segment",
    level=Level.WARNING,
    its_type="duplication",
    requires=Needs(source=True),
    summary="A sentence, an entry of a list or a row of a table is there twice, and once in the source.",
    reason=(
        "What is pasted twice is read as one by whoever knows the text. A segment without a source counts that "
        "repeats, word for word, one of the twelve before or after it; what the source has as often does not."
    ),
    examples=(
        Example(
            source="The Group will meet in Vienna.\n\nIt will elect its officers.",
            target="Le Groupe se réunira à Vienne.\nLe Groupe se réunira à Vienne.\nIl élira son bureau.",
            flagged=("Le Groupe se réunira à Vienne.",),
        ),
        Example(
            source="No meeting\nThe Group will elect its officers.\nNo meeting",
            target="Pas de séance\nLe Groupe élira son bureau.\nPas de séance",
        ),
    ),
    look=look,
)
