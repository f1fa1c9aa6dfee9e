"""Writes units of the database to a file that a CAT tool reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tmtool.errors import OutputError, UsageError
from tmtool.formats.registry import by_extension, formats
from tmtool.store.sqlite.sources import has_document, memory_names
from tmtool.store.sqlite.units import read_units

_GLOSSARIES = (".tab", ".utf8", ".utx")
"""Endings by which other programs know a table of terms."""


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

    `since` is an ISO date. Raises OutputError for an ending that no writer has, UsageError for a memory or a document
    that there is not: a file already there is then not written over with nothing.
    """
    if memory is not None and memory not in (names := memory_names(connection)):
        raise UsageError(f"there is no memory '{memory}'", f"there are {', '.join(names)}")
    if document is not None and not has_document(connection, document):
        raise UsageError(f"there is no document '{document}'", "write its symbol as 'tmtool lookup' shows it")
    found = by_extension(out)
    if found is None or found.write_units is None or out.suffix.lower() in _GLOSSARIES:
        endings = [ending for known in formats() if known.write_units for ending in known.extensions]
        named = ", ".join(ending for ending in endings if ending not in _GLOSSARIES)
        raise OutputError(f"'{out.suffix}' is not a format that units are written in", f"use one of {named}", path=out)
    units = (unit for _, unit in read_units(connection, memory=memory, document=document, since=since))
    return found.write_units(out, units, source_language=source_language, target_language=target_language)
