"""What did cleaning do to a text? The lines left out, those joined, the letters changed.

Told from the outcome, by comparing the raw blocks of a file with the blocks of its document, so that it says
what happened whatever rule was at work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    """What was done: a line left out as page furniture, a line joined to the one before, letters changed."""

    LEFT_OUT = "left out"
    JOINED = "joined"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Change:
    """One change at the line `line` of the file (1-based; its paragraph where there are no lines).

    `text` is what a person wants to see: the line left out, the words on both sides of the line break, or what was
    written and what became of it.
    """

    kind: ChangeKind
    line: int
    text: str


def changes(raw: Sequence[Block], document: Document) -> tuple[Change, ...]:
    """The changes from the raw blocks of a file to its document, in the order of lines; white space is none."""
    made: dict[int, list[str]] = {}
    for block in document.blocks:
        made.setdefault(block.line, []).append(_shown(block))
    groups: list[list[Block]] = []
    for line in raw:
        if line.text.strip():
            if line.line in made or not groups:
                groups.append([])
            groups[-1].append(line)
    found = (change for lines in groups for change in _changes(lines, " ".join(made.get(lines[0].line, ()))))
    return tuple(sorted(found, key=lambda change: change.line))


def _changes(lines: Sequence[Block], made: str) -> Iterator[Change]:
    """Of the lines from one block to the next; what is not in the text made of the first was left out."""
    inside: list[Block] = []
    rest = _letters(made)
    for line in lines:
        letters = _letters(_shown(line))
        # What has no letters, such as a line of underscores, is in the text as it stands or not at all.
        place = rest.find(letters) if letters or line.text.strip() in made else -1
        if place >= 0 or (made and line is lines[0]):
            inside.append(line)
            rest = rest[max(place, 0) + len(letters) :] if place >= 0 else rest
        else:
            yield Change(ChangeKind.LEFT_OUT, line.line, _folded(line.text))
    for one, other in pairwise(inside):
        ends, begins = one.text.split()[-_WORDS_AT_BREAK:], other.text.split()[:_WORDS_AT_BREAK]
        yield Change(ChangeKind.JOINED, other.line, f"{' '.join(ends)} {BREAK} {' '.join(begins)}")
    before = " ".join(_folded(_shown(line)) for line in inside)
    for part in diff(before, _folded(made)) if inside else ():
        if part.kind != "equal" and part.stored.split() != part.query.split():
            was, became = (text.strip() or NOTHING for text in (part.stored, part.query))
            yield Change(ChangeKind.REWRITTEN, inside[0].line, f"{was} → {became}")


def _shown(block: Block) -> str:
    """A block as it is seen, with a label that the format counts."""
    return f"{block.label} {block.text}"


def _letters(text: str) -> str:
    """Letters and digits alone: what stays the same when lines are joined and raised letters come down."""
    return _NO_LETTER.sub("", text)


def _folded(text: str) -> str:
    return " ".join(text.split())
