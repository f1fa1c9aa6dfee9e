"""Writes the term base to a file that another program reads, and says what the file has no place for."""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import UsageError
from tmtool.formats.format import ConceptWriter, Written
from tmtool.formats.registry import writer
from tmtool.model.wording import say
from tmtool.store.home import Home


def export_terms(
    home: Home,
    out: Path,
    *,
    source_language: str,
    target_language: str,
    tool: str = "",
    style: str = "",
) -> Written:
    """Writes all concepts in the format of the file's ending, as `tool` reads it, or in a `style` of the format.

    Raises UsageError for an ending in which no terms are written, or not for that tool or in that style; OutputError
    where the file cannot be written.
    """
    write = concept_writer(out, tool, style)
    concepts = home.concepts.all()
    return write(out, concepts, source_language=source_language, target_language=target_language)


def concept_writer(out: Path, tool: str = "", style: str = "") -> ConceptWriter:
    """Returns the function that writes terms to a file of that name. Raises UsageError where no format of terms has its
    ending, or not for that tool or in that style."""
    if tool and style:
        raise UsageError(
            say("--for and --style exclude each other: a program reads a style of its own"), say("leave out one")
        )
    return writer(lambda known: known.concept_outputs, out, tool=tool, style=style)
