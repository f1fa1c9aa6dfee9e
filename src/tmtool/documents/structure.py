"""What is each paragraph of a document: metadata, title, heading, list item, running text?

Told by what the format says where it says something, else by shape and neighbours: a list label, an
end mark, what follows. Nothing is told by words but the head block and the parts of an agenda (`Language.cues`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tmtool.documents.head import find_head
from tmtool.documents.labels import has_end_mark, paths, styles, take_label
from tmtool.languages.language import Language
from tmtool.model import Block, BlockKind

# A heading may be long (titles of agenda items are) if it has a label; without one it is a line or so.
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Structured:
    """`Structured` holds the blocks of a document in their kinds, and what its head block states ("" for nothing)."""

    blocks: tuple[Block, ...]
    symbol: str
    date: str


def structure(paragraphs: Sequence[Block], language: Language, *, sentences: Callable[[str], int]) -> Structured:
    """Gives every paragraph its kind, its label and its depth.

    `sentences` counts the sentences of a text: a labelled
    paragraph of several is running text, of one a list item.
    """
    head = find_head(paragraphs, language)
    labelled = [_labelled(block) for block in head.blocks]
    titled = _titled(labelled, head.end)
    blocks = [replace(block, kind=_kind(index, titled, sentences)) for index, block in enumerate(titled)]
    return Structured(_with_depths(blocks), head.symbol, head.date)


def _labelled(block: Block) -> Block:
    if block.label or block.kind in (BlockKind.METADATA, BlockKind.CELL, BlockKind.FOOTNOTE):
        return block
    label, text = take_label(block.text)
    return replace(block, label=label, text=text) if label else block


def _titled(blocks: list[Block], head_end: int) -> list[Block]:
    """Returns the blocks with the lines between the head block and the text as titles, but for the last one: it heads
    what follows."""
    if head_end == 0:
        return blocks
    end = head_end
    while end < len(blocks) and _may_be_title(blocks[end]):
        end += 1
    titles = [index for index in range(end) if blocks[index].kind is BlockKind.PARAGRAPH]
    if end < len(blocks) and len(titles) > 1 and titles[-1] == end - 1:
        titles.pop()
    titled = list(blocks)
    for index in titles:
        titled[index] = replace(blocks[index], kind=BlockKind.TITLE)
    return titled


def _may_be_title(block: Block) -> bool:
    plain = block.kind in (BlockKind.PARAGRAPH, BlockKind.TITLE)
    return plain and not block.label and not has_end_mark(block.text)


def _kind(index: int, blocks: Sequence[Block], sentences: Callable[[str], int]) -> BlockKind:
    block = blocks[index]
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return block.kind
    if block.label:
        if sentences(block.text) > 1:
            return BlockKind.PARAGRAPH
        return BlockKind.ITEM if has_end_mark(block.text) or not _heads(index, blocks) else BlockKind.HEADING
    short = len(block.text) <= _LONGEST_HEADING and block.text[:1].isupper()
    heads = short and index + 1 < len(blocks) and not block.text.endswith(")") and not has_end_mark(block.text)
    return BlockKind.HEADING if heads and sentences(block.text) == 1 else block.kind


def _heads(index: int, blocks: Sequence[Block]) -> bool:
    """Tells whether text follows before the next label of the same series: "1." may head "a)", which heads the text."""
    series = {styles(blocks[index].label)[0]}
    for block in blocks[index + 1 :]:
        if not block.label:
            return block.kind is not BlockKind.CELL
        if series & set(styles(block.label)) or has_end_mark(block.text):
            return False
        series.update(styles(block.label)[:1])
    return False


def _with_depths(blocks: Sequence[Block]) -> tuple[Block, ...]:
    labelled = [index for index, block in enumerate(blocks) if block.label and block.kind is not BlockKind.CELL]
    deep = list(blocks)
    for index, path in zip(labelled, paths(blocks[index].label for index in labelled), strict=True):
        # A format that knows its levels is believed.
        if not blocks[index].depth:
            deep[index] = replace(blocks[index], depth=len(path) - 1)
    return tuple(deep)
