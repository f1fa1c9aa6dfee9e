"""Reads the lines of a plain text with the place of each character, so that a word can be changed and all else kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tmtool.formats.passages import Passage, in_a_row
from tmtool.formats.text_passages import LINE, TextFile, characters_of


def read_editable(path: Path, *, target_language: str) -> TextFile:
    """Returns the lines of a plain text, as `read_blocks` counts them. Raises InputError for a file that is no text."""
    text, mark, codec = characters_of(path)
    passages = [
        Passage(found[1], partial(in_a_row, *found.span(1)), number)
        for number, found in enumerate(LINE.finditer(text), 1)
    ]
    return TextFile(passages, text, mark, codec)
