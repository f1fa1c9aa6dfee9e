"""Makes arrays as the server reads them in binary, in a fraction of the time that psycopg takes, and by whom it suits:
while a statement is packed by the one who sends it, the server has nothing to do (NumPy, as all that only writing
needs)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tmtool.store.postgresql.packed import Packed

_SMALLINT, _INTEGER, _BIGINT, _TEXT, _TSVECTOR = 21, 23, 20, 25, 3614
"""Numbers of types, the same on all servers."""
_BYTES = {_SMALLINT: 2, _INTEGER: 4, _BIGINT: 8}
_HEAD, _LENGTH, _LONG = Struct(">iiIii"), Struct(">i"), Struct(">iq")
_NULL = _LENGTH.pack(-1)

Numbers = Sequence[int] | NDArray[np.integer[Any]]


def smallints(numbers: Numbers) -> Packed:
    """Returns an array of numbers of two bytes."""
    return _numbers(numbers, _SMALLINT)


def integers(numbers: Numbers) -> Packed:
    """Returns an array of numbers of four bytes."""
    return _numbers(numbers, _INTEGER)


def bigints(numbers: Numbers) -> Packed:
    """Returns an array of numbers of eight bytes."""
    return _numbers(numbers, _BIGINT)


def bigints_or_null(numbers: Sequence[int | None]) -> Packed:
    """Returns an array of numbers of eight bytes, some of which may be NULL."""
    packed = [_NULL if number is None else _LONG.pack(8, number) for number in numbers]
    return _array(_BIGINT, len(packed), b"".join(packed), has_null=True)


def texts(some: Iterable[str]) -> Packed:
    """Returns an array of texts."""
    values = list(some)
    if values and values.count(values[0]) == len(values):
        # Such as who changed them.
        value = values[0].encode()
        return _array(_TEXT, len(values), (_LENGTH.pack(len(value)) + value) * len(values))
    return _of_any_length(_TEXT, list(map(str.encode, values)))


def texts_or_null(some: Iterable[str | None]) -> Packed:
    """Returns an array of texts, some of which may be NULL."""
    packed = [_NULL if text is None else _LENGTH.pack(len(text.encode())) + text.encode() for text in some]
    return _array(_TEXT, len(packed), b"".join(packed), has_null=True)


def vectors(some: Iterable[bytes]) -> Packed:
    """Returns an array of values of the full text (`words.vector`)."""
    return _of_any_length(_TSVECTOR, list(some))


def _numbers(numbers: Numbers, of: int) -> Packed:
    size = _BYTES[of]
    rows = np.empty(len(numbers), [("length", ">i4"), ("value", f">i{size}")])
    rows["length"] = size
    rows["value"] = numbers
    return _array(of, len(rows), rows.tobytes())


def _of_any_length(of: int, values: Sequence[bytes]) -> Packed:
    pack: Callable[[int], bytes] = _LENGTH.pack
    return _array(of, len(values), b"".join(chain.from_iterable(zip(map(pack, map(len, values)), values, strict=True))))


def _array(of: int, count: int, values: bytes, *, has_null: bool = False) -> Packed:
    """Returns an array of one dimension, which begins at 1; one without values has none."""
    if not count:
        return Packed(_HEAD.pack(0, 0, of, 0, 0)[:12])
    return Packed(_HEAD.pack(1, has_null, of, count, 1) + values)
