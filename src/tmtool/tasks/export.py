"""Writes units of the database to a file that a CAT tool reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tmtool.errors import OutputError
from tmtool.formats.registry import by_extension, formats
from tmtool.store.units import read_units


def export(
    connection: sqlite3.Connection,
    out: Path,
    *,
    source_language: str,
    target_language: str,
    memory: str | None = None,
    document: str | None = None,
    since: str | None = None,
) -> int:
    """Writes the units asked for, in the format of the file's ending; how many there were.

    `since` is an ISO date. Raises OutputError for an ending that no writer has.
    """
    found = by_extension(out)
    if found is None or found.write_units is None:
        endings = ", ".join(ending for known in formats() if known.write_units for ending in known.extensions)
        raise OutputError(
            f"'{out.suffix}' is not a format that units are written in", f"use one of {endings}", path=out
        )
    units = (unit for _, unit in read_units(connection, memory=memory, document=document, since=since))
    return found.write_units(out, units, source_language=source_language, target_language=target_language)
