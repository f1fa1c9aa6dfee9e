"""Writes the term base to a file that another program reads, and says what the file has no place for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

from tmtool.errors import UsageError
from tmtool.formats.registry import ConceptWriter, Written, by_extension, formats
from tmtool.store.home import Home

Tool = Literal["", "omegat", "weblate"]
Style = Literal["", "dca", "dct", "v2"]

_OMEGAT_GLOSSARIES = (".txt", ".tab", ".utf8")
"""Endings by which OmegaT knows its glossaries, and that nothing else of ours has for terms."""


def export_terms(
    home: Home,
    out: Path,
    *,
    source_language: str,
    target_language: str,
    tool: Tool = "",
    style: Style = "",
) -> Written:
    """Writes all concepts in the format of the file's ending, as `tool` reads it; TBX in a `style` of its own.

    Raises UsageError for an ending that no writer, or not this tool or style, has.
    """
    write = concept_writer(out, tool, style)
    concepts = home.concepts.all()
    return write(out, concepts, source_language=source_language, target_language=target_language)


def concept_writer(out: Path, tool: Tool = "", style: Style = "") -> ConceptWriter:
    """What writes terms to a file with this ending. Raises UsageError where nothing does."""
    ending = out.suffix.lower()
    if style and (tool or ending != ".tbx"):
        raise UsageError("--style is one of TBX, and a program has its own", "end the name in .tbx and leave out --for")
    if (tool or style) and ending == ".tbx":
        from tmtool.formats.tbx import writing as tbx_writing

        return partial(tbx_writing.write_concepts, tool=tool, style=style or "dca")
    if ending in _OMEGAT_GLOSSARIES or (tool == "omegat" and ending == ".tsv"):
        from tmtool.formats.table.term_writing import write_omegat

        return write_omegat
    if tool:
        known = ".tbx, .tsv, .txt" if tool == "omegat" else ".tbx"
        raise UsageError(f"'{out.name}' is no glossary of {tool}", f"end its name in {known}")
    found = by_extension(out)
    if found is None or found.write_concepts is None:
        endings = [ending for known in formats() if known.write_concepts for ending in known.extensions]
        named = ", ".join(dict.fromkeys((*endings, *_OMEGAT_GLOSSARIES)))
        raise UsageError(f"cannot write terms to '{out.name}'", f"end its name in {named}")
    return found.write_concepts
