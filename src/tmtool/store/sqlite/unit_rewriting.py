"""Gives units other states, part after part: what units of a part have is read before the part before is written, so
that what follows can be worked out while SQLite writes; of more than one part, by another process.

What is read so early stays as it is: a segment that a variant of a later part has too is not given another text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tmtool.store.differences import Differences, Text, differences
from tmtool.store.sqlite.rows import for_rows
from tmtool.store.sqlite.segment_table import as_stored
from tmtool.store.sqlite.text_replacing import Had, TextReplacing
from tmtool.store.values import UnitState
from tmtool.store.writing import Writing

if TYPE_CHECKING:
    from tmtool.store.beside import Beside


class _Part(NamedTuple):
    """A `_Part` is what units get: variants, by units and numbers, their texts, and what writes the rows of both but
    for the texts."""

    variants: list[tuple[int, int]]
    wanted: list[Text]
    write: Callable[[], None]


class _Waiting(NamedTuple):
    """A `_Waiting` is a part that is not written yet, with what waits for what its variants have, and for how its texts
    differ from that."""

    part: _Part
    had: Callable[[], list[Had]]
    found: Callable[[], Differences]


class UnitRewriting:
    """A `UnitRewriting` changes units of one transaction, each once."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing
        self._texts = TextReplacing(connection)
        self._waiting: _Waiting | None = None
        self._beside: Beside[tuple[list[Text], list[Text]], Differences] | None = None
        self._left: set[int] = set()

    def add(self, states: Sequence[tuple[int, UnitState]]) -> None:
        """Takes a part of the units with their states, and has the part before written."""
        variants = [(unit, variant) for unit, state in states for variant in state.variants]
        units = [(unit, one.status.value, one.changed, one.changed_by, one.edited) for unit, one in states]
        rest = [
            (unit, one.number, one.markup, one.markup_format, one.changed, one.changed_by) for unit, one in variants
        ]

        def write() -> None:
            for_rows(self._connection, _UNITS, _UNIT, units)
            for_rows(self._connection, _VARIANTS, _VARIANT, rest)

        places = [(unit, one.number) for unit, one in variants]
        self._add(_Part(places, as_stored((one.language, one.text) for _, one in variants), write))

    def add_texts(self, texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> None:
        """Takes a part of the variants with their texts (`Units.reword_all`), and has the part before written."""
        variants = [(unit, number) for unit, number, _ in texts]

        def write() -> None:
            units = json.dumps([unit for unit, _ in variants])
            self._connection.execute(_CORRECTED, (at, by, units))
            for number, some in groupby(sorted(variants, key=itemgetter(1)), itemgetter(1)):
                units = json.dumps([unit for unit, _ in some])
                self._connection.execute(_REWORDED, (at, by, number, units))

        self._add(_Part(variants, as_stored((language, text) for _, _, text in texts), write))

    def finish(self) -> None:
        """Has the last part written; texts that nothing has any more go."""
        self._go_on()
        self._writing.write(self._tidy)

    def _add(self, part: _Part) -> None:
        had = self._writing.ask(lambda: self._texts.had(part.variants))
        if self._waiting and self._beside is None and self._writing.bulk:
            from tmtool.store.beside import Beside

            self._beside = Beside(differences)
            self._writing.bulk.when_closed(self._beside.close)
        self._go_on()
        self._waiting = _Waiting(part, had, self._found(part, had))

    def _found(self, part: _Part, had: Callable[[], list[Had]]) -> Callable[[], Differences]:
        """Asks how texts differ from those before, and returns what waits for the answer."""

        def asked() -> tuple[list[Text], list[Text]]:
            return part.wanted, [(one.language, one.text) for one in had()]

        return self._beside.ask(asked()) if self._beside else lambda: differences(asked())

    def _go_on(self) -> None:
        """Waits until the part that waits is worked out, and has it written."""
        if self._waiting:
            part, had, found = self._waiting
            self._waiting = None
            of, differing = had(), found()
            self._writing.write(lambda: self._write(part, of, differing))

    def _write(self, part: _Part, had: list[Had], found: Differences) -> None:
        segments = self._texts.write(part.wanted, had, found)
        moved = [
            (segment, *variant)
            for segment, before, variant in zip(segments, had, part.variants, strict=True)
            if segment != before.segment
        ]
        for_rows(self._connection, _MOVED, {"segment": int, "unit": int, "number": int}, moved)
        self._left.update({one.segment for one in had}.difference(segments))
        part.write()

    def _tidy(self) -> None:
        self._texts.finish()
        self._texts.table.drop_unused(self._left)


_UNIT = {"unit": int, "status": str, "changed": str, "changed_by": str, "edited": int}
_UNITS = (
    "UPDATE units SET status = n.status, changed = n.changed, changed_by = n.changed_by, edited = n.edited "
    "FROM {rows} n WHERE units.id = n.unit"
)
_VARIANT = {"unit": int, "number": int, "markup": str, "markup_format": str, "changed": str, "changed_by": str}
_VARIANTS = (
    "UPDATE variants SET markup = n.markup, markup_format = n.markup_format, changed = n.changed, "
    "changed_by = n.changed_by FROM {rows} n WHERE variants.unit_id = n.unit AND variants.number = n.number"
)
_MOVED = (
    "UPDATE variants SET segment_id = n.segment FROM {rows} n "
    "WHERE variants.unit_id = n.unit AND variants.number = n.number"
)
_CORRECTED = "UPDATE units SET changed = ?, changed_by = ?, edited = 1 WHERE id IN (SELECT value FROM json_each(?))"
_REWORDED = (
    "UPDATE variants SET markup = '', markup_format = '', changed = ?, changed_by = ? "
    "WHERE number = ? AND unit_id IN (SELECT value FROM json_each(?))"
)
