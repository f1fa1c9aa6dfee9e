"""Writes units of the database to a file that a CAT tool reads."""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import UsageError
from tmtool.formats.registry import UnitWriter, by_extension, formats
from tmtool.store.home import Home

_GLOSSARIES = (".tab", ".utf8", ".utx")
"""Endings by which other programs know a table of terms."""


def export(
    home: Home,
    out: Path,
    *,
    source_language: str,
    target_language: str,
    memory: str | None = None,
    document: str | None = None,
    since: str | None = None,
) -> int:
    """Writes the units asked for, in the format of the file's ending; how many there were.

    `since` is an ISO date. Raises UsageError for an ending that no writer has, and for a memory or a document that
    there is not: a file already there is then not written over with nothing.
    """
    write = unit_writer(out)
    if memory is not None and memory not in (names := home.sources.memories()):
        raise UsageError(f"there is no memory '{memory}'", f"there are {', '.join(names)}")
    if document is not None and not home.sources.has_document(document):
        raise UsageError(f"there is no document '{document}'", "write its symbol as 'tmtool lookup' shows it")
    units = (unit for _, unit in home.units.read(memory=memory, document=document, since=since))
    return write(out, units, source_language=source_language, target_language=target_language)


def unit_writer(out: Path) -> UnitWriter:
    """What writes units to a file with this ending. Raises UsageError where nothing does."""
    found = by_extension(out)
    if found is None or found.write_units is None or out.suffix.lower() in _GLOSSARIES:
        endings = [ending for known in formats() if known.write_units for ending in known.extensions]
        named = ", ".join(ending for ending in endings if ending not in _GLOSSARIES)
        raise UsageError(f"cannot write units to '{out.name}'", f"end its name in {named}")
    return found.write_units
