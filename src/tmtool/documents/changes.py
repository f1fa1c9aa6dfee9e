"""What did cleaning do to a text? The lines left out, those joined, the letters changed.

Told from the outcome, by comparing the raw blocks of a file with the blocks of its document, so that it says
what happened whatever rule was at work.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from tmtool.model import Block, Document
from tmtool.text.diff import diff

BREAK = "⏎"
NOTHING = "‹nothing›"
_WORDS_AT_BREAK = 4
_NO_LETTER = re.compile(r"[\W_]+")


class ChangeKind(StrEnum):
    """A `ChangeKind` says what was done: a line left out as page furniture, a line joined to the one before, letters
    changed."""

    LEFT_OUT = "left out"
    JOINED = "joined"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Change:
    """A `Change` is one change at the line `line` of the file (1-based; its paragraph where there are no lines).

    `text` is what a person wants to see: the line left out, the words on both sides of the line break, or what was
    written and what became of it.
    """

    kind: ChangeKind
    line: int
    text: str


def changes(raw: Sequence[Block], document: Document) -> tuple[Change, ...]:
    """Returns the changes from the raw blocks of a file to its document, in the order of lines; white space is none."""
    made: dict[int, list[str]] = {}
    for block in document.blocks:
        made.setdefault(block.line, []).append(_shown(block))
    found = (
        change
        for lines in _by_block(raw, made)
        for change in _changes(_compared(lines, " ".join(made.get(lines[0].line, ()))))
    )
    return tuple(sorted(found, key=lambda change: change.line))


@dataclass(frozen=True, slots=True)
class _Compared:
    """`_Compared` holds lines of a file, from one that a block begins at to the next, against the text `made` of them:
    those `inside` it and those `outside`."""

    inside: Sequence[Block]
    outside: Sequence[Block]
    made: str


def _by_block(raw: Sequence[Block], made: Container[int]) -> list[list[Block]]:
    """Returns the lines that are not blank, in groups that begin where something was made of a line."""
    groups: list[list[Block]] = []
    for line in raw:
        if line.text.strip():
            if line.line in made or not groups:
                groups.append([])
            groups[-1].append(line)
    return groups


def _compared(lines: Sequence[Block], made: str) -> _Compared:
    """Compares lines with the text made of them. A line is inside if its letters come in the text after those of the
    line before; the first one always is, if there is a text."""
    inside: list[Block] = []
    outside: list[Block] = []
    rest = _letters(made)
    for line in lines:
        letters = _letters(_shown(line))
        # What has no letters, such as a line of underscores, is in the text as it is or not at all.
        place = rest.find(letters) if letters or line.text.strip() in made else -1
        if place >= 0:
            rest = rest[place + len(letters) :]
        is_inside = place >= 0 or (made and line is lines[0])
        (inside if is_inside else outside).append(line)
    return _Compared(inside, outside, made)


def _changes(compared: _Compared) -> Iterator[Change]:
    """Yields the lines left out, then line breaks taken away, then letters changed."""
    for line in compared.outside:
        yield Change(ChangeKind.LEFT_OUT, line.line, _folded(line.text))
    for one, other in pairwise(compared.inside):
        ends, begins = one.text.split()[-_WORDS_AT_BREAK:], other.text.split()[:_WORDS_AT_BREAK]
        yield Change(ChangeKind.JOINED, other.line, f"{' '.join(ends)} {BREAK} {' '.join(begins)}")
    if compared.inside:
        yield from _rewritten(compared)


def _rewritten(compared: _Compared) -> Iterator[Change]:
    """Yields what is written otherwise in the text than in the lines inside it, as a change of the first of them."""
    before = " ".join(_folded(_shown(line)) for line in compared.inside)
    for part in diff(before, _folded(compared.made)):
        if part.kind != "equal" and part.stored.split() != part.query.split():
            was, became = (text.strip() or NOTHING for text in (part.stored, part.query))
            yield Change(ChangeKind.REWRITTEN, compared.inside[0].line, f"{was} → {became}")


def _shown(block: Block) -> str:
    """Returns a block as it is seen, with a label that the format counts."""
    return f"{block.label} {block.text}"


def _letters(text: str) -> str:
    """Returns letters and digits alone: what stays the same when lines are joined and raised letters come down."""
    return _NO_LETTER.sub("", text)


def _folded(text: str) -> str:
    """Returns a text with single spaces."""
    return " ".join(text.split())
