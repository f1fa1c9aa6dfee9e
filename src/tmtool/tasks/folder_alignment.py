"""Aligns the documents of a folder that are translations of each other, pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tmtool.errors import InputError
from tmtool.tasks.align import Alignment
from tmtool.tasks.pairing import DocumentPair, Pairing


def align_pairs(
    pairing: Pairing,
    align: Callable[[Path, Path], Alignment],
    begin: Callable[[int, DocumentPair], None] = lambda number, pair: None,
) -> Iterator[Alignment | InputError]:
    """Yields for each pair its alignment, or why it has none: a file that cannot be read does not stop the others.

    `align` aligns two files, as `tasks.align.align` does for one home and one folder; `begin` is told of each pair and
    its number, from 1, before it is read.
    """
    for number, pair in enumerate(pairing.pairs, 1):
        begin(number, pair)
        try:
            yield align(pair.source, pair.target)
        except InputError as error:
            yield error
