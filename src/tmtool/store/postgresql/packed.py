"""Has arrays sent as they are packed (`tmtool.store.postgresql.packing`): thousands of rows in one value."""

from __future__ import annotations

from typing import NamedTuple

from psycopg.adapt import Dumper
from psycopg.pq import Format


class Packed(NamedTuple):
    """A `Packed` is an array as it is sent. The statement says of which type it is, by a cast."""

    data: bytes


class PackedDumper(Dumper):
    """A `PackedDumper` has psycopg send a `Packed` as it is."""

    format = Format.BINARY

    def dump(self, obj: Packed) -> bytes:
        """Returns what is sent."""
        return obj.data
