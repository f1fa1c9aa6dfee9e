"""Reads a plain text file as the lines it has; `documents.cleaning` finds the paragraphs.

A line ends at LF, CR LF or CR and nowhere else (not at U+2028 or U+0085, which text of word processors has
inside paragraphs); a form feed, the mark of a new page, stays in its line.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.encoding import read_text
from tmtool.model import Block, BlockKind
from tmtool.model.wording import say


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Returns every line as a block of kind LINE, blank ones too; a final line end makes no further line.

    Raises InputError if the file cannot be read, is not text, or is empty.
    """
    text = read_text(path).replace("\r\n", "\n").replace("\r", "\n")
    if not text:
        raise InputError(say("the file is empty"), say("give the file that was meant"), path=path)
    lines = text.removesuffix("\n").split("\n")
    return tuple(Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1))
