"""Pairs the entries of lists of documents and the cells of tables by their symbols, days, hours and numbers.

Alignment goes by words and lengths. Where an entry is left out among others that are worded alike it may take the next
one for it, and so on to the end of the list; what no language translates shows which of them is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tmtool.languages import language_of
from tmtool.model import Bead, BlockKind, Document, PlaceableKind

_LONGEST = 300
"""A longer text is no entry of a list."""
_SAME, _OTHER, _ONE_SIDED = 4, -6, -4
_AS_BEFORE, _WITHOUT_VALUES, _ALONE = 3, 1, -1
"""What pairs are worth: by their values, as they were paired, without any; and a segment without counterpart."""
_MOST = 150
"""Longer stretches are left as they are."""

Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Keys:
    """`_Keys` are the values of the segments of a document, or None for a segment that is neither entry nor cell."""

    document: Document

    def of(self, index: int) -> Key | None:
        """Returns the values of a segment."""
        segment = self.document.segments[index]
        if len(segment.text) > _LONGEST:
            return None
        found = language_of(self.document.language).placeables(segment.text)
        symbols = [one for one in found if one.kind is PlaceableKind.SYMBOL]
        if segment.kind is not BlockKind.CELL and not symbols:
            return None
        return tuple(sorted((one.kind.value, one.value) for one in symbols or found))


def by_values(beads: Sequence[Bead], source: Document, target: Document) -> list[Bead]:
    """Returns the beads with the entries and cells around one that has no counterpart paired anew, where their values
    say that others belong together."""
    if all(bead.source and bead.target for bead in beads):
        return list(beads)
    of_source, of_target = _Keys(source), _Keys(target)
    found: list[Bead] = []
    run: list[Bead] = []
    for bead in beads:
        if len(bead.source) <= 1 and len(bead.target) <= 1 and _has_keys(bead, of_source, of_target):
            run.append(bead)
        else:
            found += [*_paired(run, of_source, of_target), bead]
            run = []
    return [*found, *_paired(run, of_source, of_target)]


def _has_keys(bead: Bead, of_source: _Keys, of_target: _Keys) -> bool:
    return all(of_source.of(one) is not None for one in bead.source) and all(
        of_target.of(one) is not None for one in bead.target
    )


def _paired(run: Sequence[Bead], of_source: _Keys, of_target: _Keys) -> Iterable[Bead]:
    if len(run) > _MOST or all(bead.source and bead.target for bead in run):
        return run
    sources = sorted(one for bead in run for one in bead.source)
    targets = sorted(one for bead in run for one in bead.target)
    before = {bead.source + bead.target: bead.confidence for bead in run if bead.source and bead.target}
    worth = [
        [
            _worth(of_source.of(one) or (), of_target.of(other) or (), as_before=(one, other) in before)
            for other in targets
        ]
        for one in sources
    ]
    return [
        Bead(
            () if one is None else (sources[one],),
            () if other is None else (targets[other],),
            before.get((sources[one], targets[other]), 1.0) if one is not None and other is not None else 1.0,
        )
        for one, other in _best(worth, len(sources), len(targets))
    ]


def _worth(one: Key, other: Key, *, as_before: bool) -> int:
    if one and other:
        return _SAME + as_before if one == other else _OTHER + _AS_BEFORE * as_before
    if one or other:
        return _ONE_SIDED + _AS_BEFORE * as_before
    return _AS_BEFORE if as_before else _WITHOUT_VALUES


def _best(worth: Sequence[Sequence[int]], sources: int, targets: int) -> Iterator[tuple[int | None, int | None]]:
    """Yields the pairs of the ordered pairing that is worth most, None for what has no counterpart."""
    table = [[_ALONE * (row + column) for column in range(targets + 1)] for row in range(sources + 1)]
    for row in range(1, sources + 1):
        for column in range(1, targets + 1):
            table[row][column] = max(
                table[row - 1][column - 1] + worth[row - 1][column - 1],
                table[row - 1][column] + _ALONE,
                table[row][column - 1] + _ALONE,
            )
    path: list[tuple[int | None, int | None]] = []
    row, column = sources, targets
    while row or column:
        both = row and column
        if both and table[row][column] == table[row - 1][column - 1] + worth[row - 1][column - 1]:
            row, column = row - 1, column - 1
            path.append((row, column))
        elif row and table[row][column] == table[row - 1][column] + _ALONE:
            row -= 1
            path.append((row, None))
        else:
            column -= 1
            path.append((None, column))
    yield from reversed(path)
