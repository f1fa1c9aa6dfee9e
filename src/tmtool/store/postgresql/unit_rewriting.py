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

from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.gathering import Gathering
from tmtool.store.postgresql.segment_table import Segment, as_stored
from tmtool.store.postgresql.text_replacing import NO_EFFECTS, Replacing, Stored, TextReplacing
from tmtool.store.values import UnitState

_Places = tuple[list[int], list[int]]
_Statement = tuple[str, tuple[object, ...]]


class _Part(NamedTuple):
    """A `_Part` is what units get: the places of variants, by units and numbers, and their texts; the statement that
    changes the units; and that for the variants, which is asked with the segments besides, before anything else."""

    places: _Places
    wanted: list[Segment]
    units: _Statement
    variants: _Statement


class UnitRewriting:
    """A `UnitRewriting` changes units of one transaction, each once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection
        self._texts = TextReplacing(database)
        self._waiting: tuple[_Part, Callable[[], Stored]] | None = None
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
        asked = self._database.ask(lambda: self._texts.table.patiently(lambda: self._stored(part)))
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
        stored = asked()
        with self._working:
            begun = self._begun_again
            replacing = self._texts.worked_out(part.wanted, stored, self._effects)
            self._effects = replacing.effects
        self._database.write(lambda: self._write(part, stored, replacing, begun))

    def _stored(self, part: _Part) -> Stored:
        return self._texts.stored(part.wanted, part.places)

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
        stored = self._stored(part)
        with self._working:
            self._begun_again += 1
            replacing = self._texts.worked_out(part.wanted, stored)
            self._effects = replacing.effects
        replacing.write()
        return stored, replacing

    def _write_rows(self, part: _Part, had: Sequence[int], segments: Sequence[int]) -> None:
        """Writes units and variants. From here on nobody else changes them; who removed or corrected some since they
        were asked for has left other texts."""
        self._connection.execute(*part.units)
        statement, values = part.variants
        written = self._connection.execute(statement, (list(segments), list(had), *part.places, *values)).rowcount
        if written < len(had):
            of = self._texts.segments_of(part.places)
            self._left.update(of.values(), segments)
            now = [of.get(variant, 0) for variant in zip(*part.places, strict=True)]
            self._connection.execute(statement, (list(segments), now, *part.places, *values))

    def _tidy(self) -> None:
        self._texts.table.fuzzy.count()
        self._texts.table.drop_unused(self._left)
        if self._gathering:
            self._gathering.finish()


def _part(states: Sequence[tuple[int, UnitState]]) -> _Part:
    variants = [(unit, variant) for unit, state in states for variant in state.variants]
    of_units = (
        [unit for unit, _ in states], [one.status.value for _, one in states], [one.changed for _, one in states],
        [one.changed_by for _, one in states], [one.edited for _, one in states],
    )  # fmt: skip
    rest = (
        [one.markup for _, one in variants], [one.markup_format for _, one in variants],
        [one.changed for _, one in variants], [one.changed_by for _, one in variants],
    )  # fmt: skip
    return _Part(
        ([unit for unit, _ in variants], [one.number for _, one in variants]),
        as_stored((variant.language, variant.text) for _, variant in variants),
        (_UNITS, of_units),
        (_VARIANTS, rest),
    )


def _part_of_texts(texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> _Part:
    units = [unit for unit, _, _ in texts]
    return _Part(
        (units, [number for _, number, _ in texts]),
        as_stored((language, text) for _, _, text in texts),
        ("UPDATE units SET changed = %s, changed_by = %s, edited = 1 WHERE id = ANY (%b)", (at, by, units)),
        (_REWORDED, (at, by)),
    )


_UNITS = (
    "UPDATE units u SET status = n.status, changed = n.changed, changed_by = n.changed_by, edited = n.edited "
    "FROM unnest(%b::bigint[], %b::text[], %b::text[], %b::text[], %b::integer[]) "
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
