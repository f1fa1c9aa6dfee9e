"""Writes units of the database to a file that a CAT tool reads."""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import UsageError
from tmtool.formats.format import UnitWriter
from tmtool.formats.registry import writer
from tmtool.model.wording import say
from tmtool.store.home import Home


def export(
    home: Home,
    out: Path,
    *,
    source_language: str,
    target_language: str,
    memory: str | None = None,
    document: str | None = None,
    since: str | None = None,
    tool: str = "",
) -> int:
    """Writes the units asked for, in the format of the file's ending as `tool` reads it; how many there were.

    `since` is an ISO date. Raises UsageError for an ending that no format of units has, and for a memory or a document
    that there is not: a file already there is then not written over with nothing. Raises OutputError where the file
    cannot be written.
    """
    write = unit_writer(out, tool)
    if memory is not None and memory not in (names := home.sources.memories()):
        raise UsageError(
            say("there is no memory '{memory}'", memory=memory), say("there are {names}", names=", ".join(names))
        )
    if document is not None and not home.sources.has_document(document):
        raise UsageError(
            say("there is no document '{document}'", document=document),
            say("write its symbol as 'tmtool lookup' shows it"),
        )
    units = (unit for _, unit in home.units.read(memory=memory, document=document, since=since))
    return write(out, units, source_language=source_language, target_language=target_language)


def unit_writer(out: Path, tool: str = "") -> UnitWriter:
    """Returns the function that writes units to a file of that name. Raises UsageError where no format of units has its
    ending, or not for that tool."""
    return writer(lambda known: known.unit_outputs, out, tool=tool)
