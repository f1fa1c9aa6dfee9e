"""The text of DOCX files: read as blocks, or with the place of each character, to be changed."""

from __future__ import annotations

from pathlib import Path

from tmtool.formats.docx.reading import Reader, blocks_of
from tmtool.formats.passages import Editable
from tmtool.formats.registry import Format
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Block


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Paragraphs, headings, list items and table cells in reading order, then the notes.

    `line` counts the paragraphs from 1, empty ones too, though no block is made of them; a line break inside a
    paragraph is a line feed. Raises InputError for a file that is no DOCX, is damaged, under a password, or too large.
    """
    with ZipParts(path) as parts:
        return tuple(blocks_of(parts, Reader))


def read_editable(path: Path, *, target_language: str) -> Editable:
    """The paragraphs of the file with the place of each character. Raises InputError like `read_blocks`."""
    from tmtool.formats.docx.passages import read_paragraphs  # needed for repairs only

    return read_paragraphs(path, target_language=target_language)


def _sniff(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and b"word/" in head


FORMAT = Format("docx", (".docx", ".docm", ".dotx"), _sniff, read_blocks=read_blocks, read_editable=read_editable)
