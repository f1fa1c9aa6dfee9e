"""Which items are taken up at which sitting? Reads the table "organization of work" of an agenda.

A row gives the date, the hours, the item and its title, each only where it changes. The cells are told by
what they hold and not by their column, so that a table whose cells came out one below the other, and one whose rows
are a line each, is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.documents.labels import bare_title
from tmtool.languages.language import Language
from tmtool.model import PlaceableKind

_ITEM_PART = re.compile(r"(\d{1,2})|\(?([a-z])\)")
_PARTED = re.compile(r"[.:–—-]")
_BETWEEN_CELLS = re.compile(r"\t|\s\|\s")
_BETWEEN_ITEMS = re.compile(r";\s+(?=\d{1,2}\.\s)")
# "4. Other matters; 5. Adoption of the report".
# Longer cells are titles that mention a date.
_LONGEST_DATE = 60
_LONGEST_RANGE = 40


@dataclass(frozen=True, slots=True)
class TableItem:
    """A `TableItem` is an item in a row of the table of sittings.

    `date` and `hours` are the text of the cells that hold for the row, `item` the label's value ("1.a"; several
    joined by ", "), `title` the text without "(continued)" and final mark ("" where the row names the item only by its
    number), `continued` tells whether it had it; `segments` are the numbers of the segments with the item and the
    title, `date_segment` and `hours_segment` those of the cells that say when (0 for none).
    """

    date: str
    hours: str
    item: str
    title: str
    continued: bool
    segments: tuple[int, ...]
    date_segment: int = 0
    hours_segment: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A `Cell` is a text of the table in reading order, with the number of its segment. `table`, `row` and `column` are
    known where the table is one."""

    text: str
    segment: int
    table: int | None = None
    row: int | None = None
    column: int | None = None


def sittings(cells: Sequence[Cell], language: Language) -> Iterator[TableItem]:
    """Yields the rows with an item. Nothing before the first date counts: it is the table's head, but for the hours
    that head a column."""
    date = hours = ""
    date_segment = hours_segment = 0
    item: Cell | None = None
    heads: dict[tuple[int | None, int | None], Cell] = {}
    pieces = [piece for cell in cells for piece in _pieces(cell)]
    for cell in pieces:
        label, title = item_and_title(cell.text, language)
        kind = "" if label else _kind(cell.text, language)
        if item is not None and (label or kind):
            yield TableItem(date, hours, _item(item.text), "", False, (item.segment,), date_segment, hours_segment)
            item = None
        head = heads.get((cell.table, cell.column))
        if head is not None and label:
            hours, hours_segment = head.text, head.segment
        if kind == "hours" and not date and cell.column:
            heads[cell.table, cell.column] = cell
        elif kind:
            if "date" in kind:
                date, date_segment, hours, hours_segment = cell.text, cell.segment, "", 0
            if "hours" in kind:
                hours, hours_segment = cell.text, cell.segment
        elif not (date or hours):
            continue
        elif label and not title:
            item = Cell(label, cell.segment, cell.table, cell.row, cell.column)
        elif label or item is not None:
            number, first = (label, cell.segment) if item is None else (item.text, item.segment)
            named, continued = _whole_title(title or cell.text, language)
            segments = (first, cell.segment)
            yield TableItem(date, hours, _item(number), named, continued, segments, date_segment, hours_segment)
            item = None
    if item is not None:
        yield TableItem(date, hours, _item(item.text), "", False, (item.segment,), date_segment, hours_segment)


def says_when(text: str, language: Language) -> bool:
    """Tells whether a text is nothing but a day or hours, as the cells and headings of a table of sittings are."""
    return _kind(text, language) != ""


def _pieces(cell: Cell) -> Iterator[Cell]:
    """Yields the cells of a row that is one line, else the cell itself, each item with its title for itself."""
    for part in (item for whole in _BETWEEN_CELLS.split(cell.text) for item in _BETWEEN_ITEMS.split(whole)):
        if part.strip():
            yield Cell(part.strip(), cell.segment, cell.table, cell.row, cell.column)


def _whole_title(text: str, language: Language) -> tuple[str, bool]:
    """Returns a title without "(continued)", and whether it had it."""
    title = bare_title(text)
    suffix = language.cues.pattern("continued")
    for match in suffix.finditer(title) if suffix else ():
        if match.end() == len(title):
            return bare_title(title[: match.start()]), True
    return title, False


def _kind(text: str, language: Language) -> str:
    """Says what a cell holds: "date", "hours", "date and hours", or "" for anything else."""
    if len(text) > _LONGEST_DATE:
        return ""
    placeables = language.placeables(text)
    kinds = {found.kind for found in placeables}
    has_date = bool(kinds & {PlaceableKind.DATE, PlaceableKind.WEEKDAY})
    has_hours = PlaceableKind.TIME in kinds
    if len(text) > _LONGEST_RANGE and not (has_date and has_hours):
        return ""
    return " and ".join(name for name, there in (("date", has_date), ("hours", has_hours)) if there)


def item_and_title(text: str, language: Language) -> tuple[str, str]:
    """Returns the items that a cell begins with, as it writes them, and the title behind them: "1 (a)", "Item 5.
    General debate"; both are "" for a cell that begins with none."""
    text = text.strip()
    if _items(language).fullmatch(text):
        return text, ""
    cue = language.cues.pattern("item")
    named = cue.match(text) if cue else None
    found = _items(language).match(text, named.end()) if named and text[named.end() :][:1].isspace() else None
    if found is None:
        found = _labelled(language).match(text)
    if found is None:
        return "", ""
    title = text[found.end() :].lstrip(" \u00a0\u202f.:–—-")
    if title[:1].islower() and not _PARTED.search(text, found.end() - 1, len(text) - len(title)):
        return "", ""  # "Item 5 of the agenda"
    # What is in brackets right after a number, or after a semicolon, is a remark on the sitting.
    return found["items"].strip(" ."), "" if title.startswith(("(", ";")) else title


@cache
def _items(language: Language) -> re.Pattern[str]:
    """Returns the expression for one item or several, with what joins them: "3 (a) and (b)", "2 to 4"."""
    joint = "|".join(("[,;–&-]", *map(re.escape, sorted(language.value_joints))))
    letter = r"\(?[a-z]\)"
    return re.compile(
        rf"\s*(?P<items>\d{{1,2}}(?:\s*{letter}|\s*(?:{joint})\s*(?=\d|{letter})|(?<=[\s,;–&-])\d{{1,2}})*)"
        r"(?=[\s.:;(]|$)\.?"
    )


@cache
def _labelled(language: Language) -> re.Pattern[str]:
    """Returns the expression for a list label before a title: "2. Smuggling", "1 (a) Opening"."""
    return re.compile(r"(?P<items>\d{1,2}(?:\.(?=\s)|\s*\(?[a-z]\)))(?=\s+\S)")


def _item(text: str) -> str:
    """Returns the values of the items of a cell: "1 (a) and (b)" gives "1.a, 1.b"."""
    found: list[str] = []
    number = ""
    for part in _ITEM_PART.finditer(text):
        if part[1]:
            number = part[1]
            found.append(number)
        elif found and found[-1] == number:
            found[-1] = f"{number}.{part[2]}"
        else:
            found.append(f"{number}.{part[2]}")
    return ", ".join(found)
