"""What does an annotated agenda say, part by part? A view of a document for checks of the whole.

Agendas of United Nations bodies have a list of items, an annotation to each under the item's title repeated, the
documents before the meeting, and in an annex a table of sittings. The parts are found by
the language's cues (`Language.cues`) and by labels and shapes, in any segmentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tmtool.documents.agenda_lists import Line, agenda_lines, listed
from tmtool.documents.labels import bare_title, has_end_mark, paths, styles, value
from tmtool.documents.sittings import Cell, TableItem, says_when, sittings
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Block, BlockKind, Document, PlaceableKind
from tmtool.text.tokens import match_rate

# An annotation's heading with an end mark by mistake is still told by the title that it repeats.
_SAME_TITLE = 70
# A range of dates any longer is no meeting.
_LONGEST_MEETING = 60
# A list of fewer items is no agenda, and a longer text with a full stop no title.
_FEWEST, _LONGEST_TITLE = 3, 120
# What annotations follow is one with fewer.
_FEWEST_ANNOTATED = 2
# What a list says of an item after its title: its documents, what is to be done.
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,80}[)\]]$")
# The head of a table of sittings may be so many blocks long.
_HEAD_OF_TABLE = 8


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An `AgendaItem` is an item of the list, or the heading of its annotation.

    `label` is the value of its label and of those above it ("1", "1.a"), `title` its text without final
    mark, `segment` the number of its segment, `block` the index of its block.
    """

    label: str
    title: str
    segment: int
    block: int


@dataclass(frozen=True, slots=True)
class DocumentationEntry:
    """A `DocumentationEntry` is a document listed under the annotation of `item` (its label; "" before the first
    one)."""

    item: str
    text: str
    symbols: tuple[str, ...]
    segment: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """An `Agenda` holds the parts of an agenda, each in the order of the document; some have no annotations.

    `symbol` is the document's own ("" where it states none); `meeting_dates` are all days of the meeting as the
    cover gives them, ISO 8601, ascending.
    """

    items: tuple[AgendaItem, ...]
    annotations: tuple[AgendaItem, ...]
    documentation: tuple[DocumentationEntry, ...]
    sittings: tuple[TableItem, ...]
    symbol: str
    meeting_dates: tuple[str, ...]


def agenda(document: Document) -> Agenda | None:
    """Returns the agenda in a document, or None if it has no list of items that annotations, a table of sittings or the
    heading of an agenda tell from other lists."""
    language = language_of(document.language)
    numbers: dict[int, int] = {}
    for segment in document.segments:
        numbers.setdefault(segment.block, segment.number)
    return _annotated(document, numbers, language) or _headed(document, numbers, language)


def _annotated(document: Document, numbers: dict[int, int], language: Language) -> Agenda | None:
    """Returns the agenda whose list is followed by the same numbers with annotations, or by a table of sittings."""
    blocks = document.blocks
    start = _list_start(blocks, language)
    annotated = None if start is None else _annotations_start(blocks, start, language)
    if start is None:
        return None
    if annotated is None:
        return _without_annotations(document, start, numbers, language)
    annex = next((i for i in range(annotated, len(blocks)) if _begins_annex(i, blocks, language)), len(blocks))
    items = tuple(_labelled(_without_groups(_numbered(blocks, start, annotated), blocks), blocks, numbers))
    headings = _annotation_headings(_numbered(blocks, annotated, annex), blocks, items)
    annotations = tuple(_labelled(headings, blocks, numbers))
    if len(items) < _FEWEST_ANNOTATED or not annotations:
        return None
    titles = [title for item in items for title in (item.title, _IN_BRACKETS.sub("", item.title))]
    cells = [_cell(blocks[i], numbers[i], titles) for i in range(annex, len(blocks)) if i in numbers]
    return Agenda(
        items,
        annotations,
        tuple(_documentation(blocks[:annex], annotations, numbers, language)),
        tuple(sittings(cells, language)),
        document.symbol,
        _meeting_dates(blocks[:start], language),
    )


def _without_annotations(document: Document, start: int, numbers: dict[int, int], language: Language) -> Agenda | None:
    """Returns the agenda that is only a list, under its heading, and a table in which most of its items are."""
    blocks = document.blocks
    if not start or not language.cues.is_one(blocks[start - 1].text, "items"):
        return None
    annex = next((i for i in range(start, len(blocks)) if _begins_annex(i, blocks, language)), len(blocks))
    end = next((i for i in range(start, annex) if _is_sentence(blocks[i].text)), annex)
    items = tuple(_labelled(_without_groups(_numbered(blocks, start, end), blocks), blocks, numbers))
    titles = [title for item in items for title in (item.title, _IN_BRACKETS.sub("", item.title))]
    cells = [_cell(blocks[i], numbers[i], titles) for i in range(annex, len(blocks)) if i in numbers]
    rows = tuple(sittings(cells, language))
    known = {item.label for item in items}
    if len(items) < _FEWEST or 2 * len(known.intersection(row.item for row in rows)) <= len(known):
        return None
    return Agenda(items, (), (), rows, document.symbol, _meeting_dates(blocks[:start], language))


def _headed(document: Document, numbers: dict[int, int], language: Language) -> Agenda | None:
    """Returns the agenda that is known by its heading and the list under it: annotations may stand between the items,
    have the item before their number ("Item 4. Credentials"), or not be there."""
    blocks = document.blocks
    lines = agenda_lines(blocks, language)
    found = listed(lines, blocks, language)
    if not found:
        return None
    items = tuple(_named(found, numbers))
    end = found[-1].index + 1
    annex = next((i for i in range(end, len(blocks)) if _begins_timetable(i, blocks, language)), len(blocks))
    annotations = tuple(_named(_repeated([line for line in lines if end <= line.index < annex], items), numbers))
    if 2 * len(annotations) < len(items):
        annotations = ()
    titles = [title for item in items for title in (item.title, _IN_BRACKETS.sub("", item.title))]
    cells = [_cell(blocks[i], numbers[i], titles) for i in range(annex, len(blocks)) if i in numbers]
    documents = tuple(_documentation(blocks[:annex], annotations, numbers, language)) if annotations else ()
    days = _meeting_dates(blocks[: found[0].index], language)
    return Agenda(items, annotations, documents, tuple(sittings(cells, language)), document.symbol, days)


def _begins_timetable(index: int, blocks: Sequence[Block], language: Language) -> bool:
    """Tells whether a timetable begins at a block: a heading with days below it, or a cell with a day or hours."""
    block = blocks[index]
    return _heads_table(index, blocks, language) or (block.kind is BlockKind.CELL and says_when(block.text, language))


def _repeated(lines: Sequence[Line], items: Sequence[AgendaItem]) -> list[Line]:
    """Returns the lines that have the title of an item again, under its number."""
    titles: dict[str, list[str]] = {}
    for item in items:
        titles.setdefault(item.label.rpartition(".")[2], []).append(item.title)
    return [
        line
        for line in lines
        if any(match_rate(bare_title(line.text), one) >= _SAME_TITLE for one in titles.get(value(line.label), ()))
    ]


def _named(lines: Sequence[Line], numbers: dict[int, int]) -> Iterator[AgendaItem]:
    for line, path in zip(lines, paths(line.label for line in lines), strict=True):
        yield AgendaItem(".".join(path), bare_title(line.text), numbers.get(line.index, 0), line.index)


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_TITLE and text.rstrip().endswith(".")


def _list_start(blocks: Sequence[Block], language: Language) -> int | None:
    """Returns the first label under the heading of the list, else the first label of all."""
    numbered = _numbered(blocks, 0, len(blocks))
    headed = (index for index in numbered if index and language.cues.is_one(blocks[index - 1].text, "items"))
    return next(headed, numbered[0] if numbered else None)


def _annotations_start(blocks: Sequence[Block], start: int, language: Language) -> int | None:
    """Returns the first label below the heading "Annotations", else where the numbers begin anew."""
    for index in range(start + 1, len(blocks)):
        is_apart = not blocks[index].label or _is_capital(blocks[index].label)  # II. Annotations
        if is_apart and language.cues.is_one(blocks[index].text, "annotations"):
            return index + 1
    first = blocks[start].label
    table = next((i for i in range(start + 1, len(blocks)) if _heads_table(i, blocks, language)), len(blocks))
    again = (i for i in range(start + 1, table) if value(blocks[i].label) == value(first))
    return next((index for index in again if blocks[index].depth == blocks[start].depth), None)


def _begins_annex(index: int, blocks: Sequence[Block], language: Language) -> bool:
    """Tells whether the text ends before a block: a table, an annex, the heading of a timetable with days below it."""
    block = blocks[index]
    if block.kind is BlockKind.CELL or (not block.label and language.cues.is_one(block.text, "annex")):
        return True
    return _heads_table(index, blocks, language)


def _heads_table(index: int, blocks: Sequence[Block], language: Language) -> bool:
    """Tells whether a block is the heading of a timetable, with days below it."""
    block = blocks[index]
    if block.label or has_end_mark(block.text) or not language.cues.opens(block.text, "timetable"):
        return False
    return any(says_when(below.text, language) for below in blocks[index + 1 : index + 1 + _HEAD_OF_TABLE])


def _cell(block: Block, segment: int, titles: Sequence[str]) -> Cell:
    """Returns a block of the annex as a cell, with its label where it is the number of an item."""
    numbered = block.label and any(match_rate(bare_title(block.text), title) >= _SAME_TITLE for title in titles)
    text = f"{block.label} {block.text}" if numbered else block.text
    return Cell(text, segment, block.table, block.row, block.column)


def _numbered(blocks: Sequence[Block], start: int, end: int) -> list[int]:
    """Returns the indexes of the blocks with a label that counts, in a stretch of blocks."""
    return [i for i in range(start, end) if value(blocks[i].label) and blocks[i].kind is not BlockKind.CELL]


def _is_capital(label: str) -> bool:
    return styles(label)[0].startswith("capital")


def _without_groups(indexes: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """Returns the labelled blocks of a list without the headings of its groups, under which the numbers run on (A.
    Items for discussion), and without the heading of the part after it (II. Annotations)."""
    labels = [blocks[index].label for index in indexes]
    first = next((place for place, label in enumerate(labels) if not _is_capital(label)), 0)
    if first == 0 and not _is_capital(labels[-1] if labels else ""):
        return list(indexes)
    numbered = [value(label) for label in labels if value(label).isdigit()]
    if len(numbered) != len(set(numbered)) or not numbered:
        return list(indexes)
    if first == 0:
        return list(indexes[:-1])
    return [index for index, label in zip(indexes, labels, strict=True) if not _is_capital(label)]


def _labelled(indexes: Sequence[int], blocks: Sequence[Block], numbers: dict[int, int]) -> Iterator[AgendaItem]:
    for index, path in zip(indexes, paths(blocks[i].label for i in indexes), strict=True):
        yield AgendaItem(".".join(path), bare_title(blocks[index].text), numbers.get(index, 0), index)


def _annotation_headings(indexes: list[int], blocks: Sequence[Block], items: Sequence[AgendaItem]) -> list[int]:
    """Returns the labelled blocks without end mark, or with one by mistake if they repeat an item's title.

    Below the outermost level only what the list has or what heads a text is taken: annotations have lists themselves.
    """
    titles: dict[str, list[str]] = {}
    for item in items:
        titles.setdefault(item.label.rpartition(".")[2], []).append(item.title)
    headings = []
    for index in indexes:
        block = blocks[index]
        known = titles.get(value(block.label), [])
        repeats = any(match_rate(bare_title(block.text), title) >= _SAME_TITLE for title in known)
        heads = block.kind is BlockKind.HEADING and (bool(known) or value(block.label).isdigit())
        if repeats or (heads and not has_end_mark(block.text)):
            headings.append(index)
    return headings


def _documentation(
    blocks: Sequence[Block], annotations: Sequence[AgendaItem], numbers: dict[int, int], language: Language
) -> Iterator[DocumentationEntry]:
    """Yields what is under each heading "Documentation" until the next annotation."""
    headings = {annotation.block: annotation.label for annotation in annotations}
    item, listing = "", False
    for index in range(annotations[0].block, len(blocks)):
        text = blocks[index].text
        if index in headings:
            item, listing = headings[index], False
        elif language.cues.is_one(text, "documentation"):
            listing = True
        elif listing and not language.cues.opens(text, "no-documentation"):
            symbols = tuple(p.value for p in language.placeables(text) if p.kind is PlaceableKind.SYMBOL)
            yield DocumentationEntry(item, text, symbols, numbers.get(index, 0))


def _meeting_dates(cover: Sequence[Block], language: Language) -> tuple[str, ...]:
    """Returns the days that the titles on the cover name, ranges filled in."""
    through = re.compile("|".join((r"[-–—]", *(rf"\b{re.escape(word)}\b" for word in sorted(language.range_words)))))
    for block in cover:
        if block.kind is BlockKind.METADATA:
            continue
        dates = [p for p in language.placeables(block.text) if p.kind is PlaceableKind.DATE and _is_day(p.value)]
        days: set[str] = {found.value for found in dates}
        for first, last in pairwise(dates):
            if through.search(block.text[first.span.end : last.span.start]):
                days.update(_days_between(first.value, last.value))
        if days:
            return tuple(sorted(days))
    return ()


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _days_between(first: str, last: str) -> list[str]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - day).days > _LONGEST_MEETING:
        return []
    return [(day + timedelta(days=number)).isoformat() for number in range(1, (end - day).days)]
