"""Gives units other states, part after part: what is stored of a part is asked for before that before it is written, so
that it can be worked out while the server writes.

What is asked so early does not tell of the part before; `text_replacing.Effects` does. Where another program stores the
same texts, a part is begun again when all before it is written, and with it those after it that were worked out
meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tmtool.store.postgresql import packing
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.gathering import Gathering
from tmtool.store.postgresql.segment_table import as_stored
from tmtool.store.postgresql.text_replacing import NO_EFFECTS, Asked, Replacing, Stored, TextReplacing, Wanted
from tmtool.store.values import UnitState

_Statement = tuple[str, tuple[object, ...]]


class _Part(NamedTuple):
    """A `_Part` is what units get: the texts of variants; the statement that changes the units; and that for the
    variants, which is asked with the segments and places besides, before anything else. What is to be sent is packed by
    who works, not by who has the server wait."""

    wanted: Wanted
    units: _Statement
    variants: _Statement


class UnitRewriting:
    """A `UnitRewriting` changes units of one transaction, each once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection
        self._texts = TextReplacing(database)
        self._waiting: tuple[_Part, Callable[[], Asked]] | None = None
        self._effects = NO_EFFECTS
        self._begun_again = 0
        self._left: set[int] = set()
        self._working = threading.Lock()
        self._gathering: Gathering | None = None
        self._begun = False

    def add(self, states: Sequence[tuple[int, UnitState]]) -> None:
        """Takes a part of the units with their states, and has the part before written."""
        self._add(_part(states))

    def add_texts(self, texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> None:
        """Takes a part of the variants with their texts (`Units.reword_all`), and has the part before written."""
        self._add(_part_of_texts(texts, language, at, by))

    def _add(self, part: _Part) -> None:
        if self._database.bulk and not self._begun:
            self._database.write(self._gather_words)
        self._begun = True
        asked = self._database.ask(
            lambda: self._texts.table.patiently(lambda: self._texts.asked(part.wanted), in_a_row=True)
        )
        self._go_on()
        self._waiting = part, asked

    def finish(self) -> None:
        """Has the last part written; texts that nothing has any more go."""
        self._go_on()
        self._database.write(self._tidy)

    def _go_on(self) -> None:
        """Works out the part that waits, and has it written."""
        if not self._waiting:
            return
        part, asked = self._waiting
        self._waiting = None
        stored = asked().stored()
        with self._working:
            begun = self._begun_again
            replacing = self._texts.worked_out(part.wanted.segments, stored, self._effects)
            self._effects = replacing.effects
        self._database.write(lambda: self._write(part, stored, replacing, begun))

    def _gather_words(self) -> None:
        self._gathering = Gathering(self._database)

    def _write(self, part: _Part, stored: Stored, replacing: Replacing, begun: int) -> None:
        table = self._texts.table
        if begun < self._begun_again or not table.at_once(replacing.write):
            # What was locked meanwhile others have not removed, even where its unit is gone by now.
            self._left.update(stored.had)
            stored, replacing = table.patiently(lambda: self._again(part))
        self._left.update(set(stored.had).difference(replacing.segments))
        self._write_rows(part, stored.had, replacing.segments)
        if self._gathering:
            self._gathering.part_written()

    def _again(self, part: _Part) -> tuple[Stored, Replacing]:
        """Writes texts of a part in view of all that was written before."""
        stored = self._texts.asked(part.wanted).stored()
        with self._working:
            self._begun_again += 1
            replacing = self._texts.worked_out(part.wanted.segments, stored)
            self._effects = replacing.effects
        replacing.write()
        return stored, replacing

    def _write_rows(self, part: _Part, had: Sequence[int], segments: Sequence[int]) -> None:
        """Writes units and variants. From here on nobody else changes them; who removed or corrected some since they
        were asked for has left other texts."""
        statement, values = part.variants
        get, places = packing.integers(segments), part.wanted.places
        with self._connection.pipeline():
            self._connection.execute(*part.units)
            written = self._connection.execute(statement, (get, packing.integers(had), *places, *values))
        if written.rowcount < len(had):
            of = self._texts.segments_of(part.wanted)
            self._left.update(of.values(), segments)
            now = packing.integers([of.get(variant, 0) for variant in part.wanted.variants])
            self._connection.execute(statement, (get, now, *places, *values))

    def _tidy(self) -> None:
        self._texts.table.drop_unused(self._left)
        self._texts.table.fuzzy.count()
        if self._gathering:
            self._gathering.finish()


def _part(states: Sequence[tuple[int, UnitState]]) -> _Part:
    variants = [(unit, variant) for unit, state in states for variant in state.variants]
    of_units = (
        packing.bigints([unit for unit, _ in states]), packing.texts(one.status.value for _, one in states),
        packing.texts(one.changed for _, one in states), packing.texts(one.changed_by for _, one in states),
        packing.integers([one.edited for _, one in states]),
    )  # fmt: skip
    rest = (
        packing.texts(one.markup for _, one in variants), packing.texts(one.markup_format for _, one in variants),
        packing.texts(one.changed for _, one in variants), packing.texts(one.changed_by for _, one in variants),
    )  # fmt: skip
    return _Part(
        Wanted.of(
            [(unit, one.number) for unit, one in variants],
            as_stored((variant.language, variant.text) for _, variant in variants),
        ),
        (_UNITS, of_units),
        (_VARIANTS, rest),
    )


def _part_of_texts(texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> _Part:
    wanted = Wanted.of(
        [(unit, number) for unit, number, _ in texts], as_stored((language, text) for _, _, text in texts)
    )
    return _Part(wanted, (_CORRECTED, (at, by, wanted.places[0])), (_REWORDED, (at, by)))


_INDEXED = "memory_id = u.memory_id, source_id = u.source_id, document_id = u.document_id, position = u.position"
"""Columns that stay as they are, and are set to that: in the index of a column that is not set the server looks,
wherever a page is full, for rows that nobody sees any more. Of a transaction that goes on there are none."""
_CORRECTED = f"UPDATE units u SET changed = %s, changed_by = %s, edited = 1, {_INDEXED} WHERE id = ANY (%b::bigint[])"
_UNITS = (
    "UPDATE units u SET status = n.status, changed = n.changed, changed_by = n.changed_by, edited = n.edited, "
    f"{_INDEXED} FROM unnest(%b::bigint[], %b::text[], %b::text[], %b::text[], %b::integer[]) "
    "AS n (id, status, changed, changed_by, edited) WHERE u.id = n.id"
)
_VARIANTS = (
    "UPDATE variants v SET segment_id = n.segment_id, markup = n.markup, markup_format = n.markup_format, "
    "changed = n.changed, changed_by = n.changed_by FROM unnest("
    "%b::integer[], %b::integer[], %b::bigint[], %b::integer[], %b::text[], %b::text[], %b::text[], %b::text[]) "
    "AS n (segment_id, had, unit_id, number, markup, markup_format, changed, changed_by) "
    "WHERE v.unit_id = n.unit_id AND v.number = n.number AND v.segment_id = n.had"
)
_REWORDED = (
    "WITH n AS (SELECT * FROM unnest(%b::integer[], %b::integer[], %b::bigint[], %b::integer[]) "
    "AS n (segment_id, had, unit_id, number)) "
    "UPDATE variants v SET segment_id = n.segment_id, markup = '', markup_format = '', changed = %s, changed_by = %s "
    "FROM n WHERE v.unit_id = n.unit_id AND v.number = n.number AND v.segment_id = n.had"
)
