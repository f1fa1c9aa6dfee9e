"""Reads the targets of an XLIFF file, with the place of each character."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.formats.xml_passages import XmlFile, read_segments
from tmtool.formats.xml_tokens import Tag


def read_editable(path: Path, *, target_language: str) -> XmlFile:
    """Returns the targets, and the segments marked in them; those of alternative translations are left out.

    Every target counts as one in the target language. Raises InputError for a file that cannot be read.
    """
    return read_segments(path, _begins, units=("trans-unit", "unit"))


def _begins(tag: Tag, parents: Sequence[Tag]) -> bool:
    """Tells whether this is the ``target`` of a unit or segment, or a ``mrk`` of type seg in one."""
    if tag.name == "target":
        return bool(parents) and parents[-1].name in ("trans-unit", "segment")
    if tag.name != "mrk" or tag.value("mtype") != "seg":
        return False
    return any(parent.name == "target" and _begins(parent, parents[:place]) for place, parent in enumerate(parents))
