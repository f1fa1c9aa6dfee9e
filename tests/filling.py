"""Fills a database for tests, as the import of a file does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tmtool.model import Status, Unit, Variant
from tmtool.store.changes import Changes
from tmtool.store.sqlite.database import transaction
from tmtool.store.sqlite.sources import memory_id, record_source
from tmtool.store.sqlite.units import UnitWriter, index_waiting


def unit(
    en: str, fr: str, document: str = "", status: Status = Status.TRANSLATED, date: str = "", context: str = ""
) -> Unit:
    """A unit in English and French."""
    return Unit((Variant("en", en), Variant("fr", fr)), document=document, status=status, date=date, context=context)


def store(
    connection: sqlite3.Connection, units: Iterable[Unit], *, memory: str = "default", path: str = "a.tsv"
) -> Changes:
    """Makes these the units that the file gives to the memory, and indexes them."""
    with transaction(connection):
        row = memory_id(connection, memory)
        writer = UnitWriter(connection, row, record_source(connection, row, "memory", path, "table", "0"))
        for one in units:
            writer.add(one)
        changes = writer.finish()
    index_waiting(connection)
    return changes
