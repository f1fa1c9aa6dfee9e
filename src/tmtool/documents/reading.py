"""What does a translator have to translate in a text? The document with its structure and segments.

Whatever the format, the way is the same: raw blocks, paragraphs (`cleaning`), kinds and labels (`structure`),
segments: a sentence of running text, a heading, an item or a table cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from tmtool.documents.cleaning import paragraphs
from tmtool.documents.structure import structure
from tmtool.errors import InputError
from tmtool.languages import language_of
from tmtool.model import Block, BlockKind, Document, Segment, Span
from tmtool.model.wording import say
from tmtool.text.composition import SOFT_HYPHEN, without_soft_hyphens

Segmentation = Literal["auto", "lines"]

_INSIDE = re.compile(rf"{SOFT_HYPHEN}(?!\s*\Z)")
"""A soft hyphen that cuts no word: one at the end of a line does, and goes when the line is joined to the next."""
_RUNNING_TEXT = (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE)


def parse_lines(lines: Sequence[str], *, language: str, path: Path = Path()) -> Document:
    """Returns the document whose segments are these lines as they are; see `parse_blocks`."""
    raw = (Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1))
    return parse_blocks(raw, path=path, language=language, segmentation="lines")


def parse_text(text: str, *, language: str, name: str = "", segmentation: Segmentation = "auto") -> Document:
    """Returns the document that a text file of that name and content holds; see `parse_blocks`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    raw = (Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1))
    return parse_blocks(raw, path=Path(name), language=language, segmentation=segmentation)


def parse_blocks(
    raw: Iterable[Block], *, path: Path, language: str, segmentation: Segmentation = "auto", srx: Path | None = None
) -> Document:
    """Returns the document that the raw blocks of the file `path` make.

    With `segmentation` "lines" each block is a segment as it is, blank ones included, without label; otherwise soft
    hyphens are left out. `srx` replaces the segmentation rules shipped. Raises InputError if there is no text in the
    blocks.
    """
    whole_lines = segmentation == "lines"
    blocks = tuple(raw if whole_lines else map(_without_soft_hyphens, raw))
    known = language_of(language)
    found = structure(
        _lines_with_text(blocks) if whole_lines else paragraphs(blocks, known.page.open),
        known,
        sentences=lambda text: len(_split(text, language, srx)),
    )
    if not found.blocks:
        raise InputError(
            say("holds no text"), say("check that the right file was saved; a scan needs OCR first"), path=path
        )
    segments = _whole_lines(blocks, found.blocks) if whole_lines else _sentences(found.blocks, language, srx)
    return Document(str(path), language, found.blocks, tuple(segments), found.symbol, found.date)


def _without_soft_hyphens(block: Block) -> Block:
    """Returns a block without soft hyphens, but for those at the end of a line, which cut a word."""
    if SOFT_HYPHEN not in block.text:
        return block
    is_line = block.kind is BlockKind.LINE
    return replace(block, text=_INSIDE.sub("", block.text) if is_line else without_soft_hyphens(block.text))


def _lines_with_text(blocks: Iterable[Block]) -> list[Block]:
    plain = BlockKind.PARAGRAPH
    return [
        replace(block, kind=plain, text=block.text.strip()) if block.kind is BlockKind.LINE else block
        for block in blocks
        if block.text.strip()
    ]


def _whole_lines(lines: Iterable[Block], blocks: tuple[Block, ...]) -> Iterator[Segment]:
    """Yields a segment a line, text untouched; a blank one is counted with the block before it."""
    place = {block.line: index for index, block in reversed(tuple(enumerate(blocks)))}
    index = 0
    for number, line in enumerate(lines, 1):
        index = place.get(line.line, index)
        kind = blocks[index].kind if line.line in place else BlockKind.PARAGRAPH
        yield Segment(number, line.text.replace("\n", " "), index, kind=kind)


def _sentences(blocks: tuple[Block, ...], language: str, srx: Path | None) -> Iterator[Segment]:
    number = 0
    for index, block in enumerate(blocks):
        label = block.label
        for text in _texts(block, language, srx):
            number += 1
            yield Segment(number, text, index, label, block.kind)
            label = ""


def _texts(block: Block, language: str, srx: Path | None) -> Iterator[str]:
    if block.kind not in _RUNNING_TEXT:
        if block.text:
            yield block.text
        return
    for span in _split(block.text, language, srx):
        yield span.of(block.text)


def _split(text: str, language: str, srx: Path | None) -> tuple[Span, ...]:
    from tmtool.text.segmentation import split  # loads two large libraries, which a table does not need

    return split(text, language, srx)
