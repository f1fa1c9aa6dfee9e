"""Which lines of an agenda are its list of items, where nothing but its heading and the numbers tell?

Agendas differ: "1.", "I." or "Item 1" before the title, rows of a table, annotations or documents between the items,
days as headings. A list is what counts up from one under a heading such as "Provisional agenda".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool.documents.labels import counts, has_end_mark, styles, take_label, value
from tmtool.documents.sittings import item_and_title
from tmtool.documents.titles import is_title
from tmtool.languages.language import Language
from tmtool.model import Block, BlockKind

COVER = 30
"""So many blocks from the beginning the heading of an agenda is; that of a part of a report comes later."""
_TO_LIST = 16
"""So many blocks after its heading the list begins: a note, a summary, how to take part may be between."""
_FEWEST = 4
"""A list of fewer items is any list."""
_LONGEST_HEADING, _LONGEST_TITLE = 300, 300
_BEFORE_HEADING = re.compile(r"[^.:–—)]{0,16}[.:–—)]\s+")
"""What a heading may begin with: Part A. –"""
_NUMBER_ALONE = re.compile(r"\d{1,2}[.)]?")
_NUMBERED = re.compile(r"(?P<label>\d{1,2})\s+(?=[A-ZÀ-Ý])")
_SENTENCES = re.compile(r"[A-ZÀ-Ýa-zà-ÿ»)\d]{3}[.?!]\s+[A-ZÀ-Ý]")


@dataclass(frozen=True, slots=True)
class Line:
    """A `Line` is a block that begins with a label or a number, also one in a table or after "Item", and the text
    behind that."""

    index: int
    label: str
    text: str


def agenda_lines(blocks: Sequence[Block], language: Language) -> list[Line]:
    """Returns the lines that may state an item, in order."""
    return [line for index in range(len(blocks)) for line in _line(index, blocks, language)]


def _line(index: int, blocks: Sequence[Block], language: Language) -> Iterator[Line]:
    block = blocks[index]
    if block.label:
        if value(block.label):
            yield Line(index, block.label, block.text)
        return
    label, text = take_label(block.text)
    if value(label):
        yield Line(index, label, text)
        return
    if block.kind is BlockKind.CELL and _NUMBER_ALONE.fullmatch(block.text.strip()):
        after = blocks[index + 1] if index + 1 < len(blocks) else block
        if after.kind is BlockKind.CELL and after.row == block.row and after.text[:1].isupper():
            yield Line(index + 1, f"{value(block.text)}.", after.text)
        return
    plain = _NUMBERED.match(block.text)
    if plain is not None:
        yield Line(index, f"{plain['label']}.", block.text[plain.end() :])
        return
    label, text = item_and_title(block.text, language)
    if not label.isdigit():
        return
    if text:
        yield Line(index, f"{label}.", text)
    elif block.kind is not BlockKind.CELL and _is_title_below(index, blocks):
        yield Line(index + 1, f"{label}.", blocks[index + 1].text)


def _is_title_below(index: int, blocks: Sequence[Block]) -> bool:
    """Tells whether the next block is the title that a line with nothing but "Item 3" heads."""
    below = blocks[index + 1 : index + 2]
    return any(not one.label and one.text[:1].isupper() and not has_end_mark(one.text) for one in below)


def listed(lines: Sequence[Line], blocks: Sequence[Block], language: Language) -> list[Line]:
    """Returns the lines of the list with what is under its items, of several lists the longest; none where no heading
    says that it is an agenda's."""
    headings = [index for index, block in enumerate(blocks[:COVER]) if heads_agenda(block, language)]
    if not headings:
        return []
    titles = [line for line in lines if _is_title(line.text)]
    reach = range(headings[0] + 1, headings[-1] + _TO_LIST)
    starts = (place for place, line in enumerate(titles) if line.index in reach and _is_first(line.label))
    found = max((_counted_up(titles[start:]) for start in starts), key=_size, default=[])
    return found if _size(found) >= _FEWEST else []


def heads_agenda(block: Block, language: Language) -> bool:
    """Tells whether a block is the heading of an agenda or of its annotations, and not of what is said of one."""
    return block.kind is not BlockKind.CELL and is_title(
        block.text.strip(), language, "items", "annotations", longest=_LONGEST_HEADING, before=_BEFORE_HEADING
    )


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and _SENTENCES.search(text) is None


def _is_first(label: str) -> bool:
    return 1 in counts(label) and not styles(label)[0].startswith(("roman", "letter"))


def _size(lines: Sequence[Line]) -> int:
    """Returns the number of items of the outermost level; a paragraph with the number of its item again makes no
    more."""
    return len({value(line.label) for line in lines if _series(line.label) == _series(lines[0].label)})


def _series(label: str) -> str:
    return styles(label)[0]


def _counted_up(lines: Sequence[Line]) -> list[Line]:
    """Returns the lines that count on from the first one, with those of lower levels right under them. A number may be
    wrong or left out; where the count begins anew, or far from its place, it is another list."""
    series = _series(lines[0].label)
    found = [lines[0]]
    last = 1
    for line in lines[1:]:
        follows_on = line.index - found[-1].index <= 1
        if _series(line.label) == series:
            count = min(counts(line.label), default=0)
            if count == 1 and _size(found) > 1:
                break
            if last < count <= last + 2 or (count == last and follows_on):
                found.append(line)
                last = count
        elif value(line.label).startswith(f"{last}.") or (follows_on and not _series(line.label).startswith("capital")):
            found.append(line)
    return found
