"""Reads the segments of a TMX file in one language, with the place of each character."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.formats.xml_passages import XmlFile, read_segments
from tmtool.formats.xml_tokens import Tag
from tmtool.languages.tags import canonical, primary


def read_editable(path: Path, *, target_language: str) -> XmlFile:
    """Returns the ``seg`` of each ``tuv`` in the target language. Raises InputError for a file that cannot be read."""
    wanted = primary(target_language)

    def begins(tag: Tag, parents: Sequence[Tag]) -> bool:
        if tag.name != "seg" or not parents or parents[-1].name != "tuv":
            return False
        return primary(canonical(parents[-1].value("lang") or "")) == wanted

    return read_segments(path, begins, units=("tu",))
