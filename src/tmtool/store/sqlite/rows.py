"""Gives one statement many rows of values.

A statement a row, as `executemany` has it, goes back to Python after each, where it waits for whatever other thread is
at work; by one statement SQLite goes through them all by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import TypeAlias

Row: TypeAlias = "tuple[int | str, ...]"

_WIDTH = 20
"""Digits of a number, with its sign; of a text its place and its length have half of them each."""
_ROWS_AT_ONCE = 20_000
_MOST_BYTES = 1 << 26
"""Bytes of texts that are given at once, unless one row has more."""
_LONGEST_CHARACTER = 4


def for_rows(
    connection: sqlite3.Connection,
    statement: str,
    columns: Mapping[str, type],
    rows: Sequence[Row],
    values: Mapping[str, object] | None = None,
) -> None:
    """Does what a statement says, in which `{rows}` stands for a table with these columns, of int and str, in place of
    which it gets the rows; other `values` it has by their names."""
    for some in _parts(rows):
        table, packed = _packed(columns, some)
        connection.execute(statement.replace("{rows}", table), {**packed, **(values or {})})


def _packed(columns: Mapping[str, type], rows: Sequence[Row]) -> tuple[str, dict[str, object]]:
    """Returns the table in SQL, and its values: each row has a place of fixed width in one of them, its texts are in
    another. What is the same in all rows is given once."""
    values: dict[str, object] = {"packed_last": len(rows) - 1}
    found: list[str] = []
    numbers: list[Sequence[object]] = []
    form = ""
    texts: list[bytes] = []
    width = length = 0
    for (name, of), column in zip(columns.items(), zip(*rows, strict=True), strict=True):
        if len(set(column)) == 1:
            values[f"packed_{name}"] = column[0]
            found.append(f":packed_{name} AS {name}")
            continue
        first = width + 1
        width += _WIDTH
        if of is int:
            found.append(f"{_number(first, _WIDTH)} AS {name}")
            numbers.append(column)
            form += f"%{_WIDTH}d"
        else:
            start, size = _number(first, _WIDTH // 2), _number(first + _WIDTH // 2, _WIDTH // 2)
            found.append(f"CAST(substr(:packed_texts, {start}, {size}) AS TEXT) AS {name}")
            encoded = [text.encode() for text in column]
            lengths = list(map(len, encoded))
            starts = list(accumulate(lengths, initial=length + 1))
            length = starts.pop() - 1
            numbers += [starts, lengths]
            texts += encoded
            form += f"%{_WIDTH // 2}d" * 2
    if numbers:
        values["packed_rows"] = (form * len(rows) % tuple(chain.from_iterable(zip(*numbers, strict=True)))).encode()
        values["packed_width"] = width
    if texts:
        # Never empty: SQLite takes no part of nothing.
        values["packed_texts"] = b"".join([*texts, b" "])
    table = (
        "(WITH RECURSIVE packed (place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM packed "
        f"WHERE place < :packed_last) SELECT {', '.join(found)} FROM packed)"
    )
    return table, values


def _number(first: int, digits: int) -> str:
    return f"CAST(substr(:packed_rows, :packed_width * place + {first}, {digits}) AS INTEGER)"


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yields parts of rows whose texts are not too long together."""
    start = length = 0
    for place, row in enumerate(rows):
        size = sum(_LONGEST_CHARACTER * len(one) for one in row if isinstance(one, str))
        if place > start and (length + size > _MOST_BYTES or place - start >= _ROWS_AT_ONCE):
            yield rows[start:place]
            start, length = place, 0
        length += size
    if rows:
        yield rows[start:]
