"""Which items are taken up at which sitting? Reads the table "organization of work" of an agenda.

A row gives the date, the hours, the item and its title, each only where it changes. The cells are told by
what they hold and not by their column, so that a table whose cells came out one below the other is read
as well.
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
# Longer cells are titles that mention a date.
_LONGEST_DATE = 60


@dataclass(frozen=True, slots=True)
class TableItem:
    """A `TableItem` is an item in a row of the table of sittings.

    `date` and `hours` are the text of the cells that hold for the row, `item` the label's value ("1.a"; several
    joined by ", "), `title` the text without "(continued)" and final mark, `continued` whether it had
    it; `segments` are the numbers of the segments with the item and the title.
    """

    date: str
    hours: str
    item: str
    title: str
    continued: bool
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A `Cell` is a text of the table in reading order, with the number of its segment."""

    text: str
    segment: int


def sittings(cells: Sequence[Cell], language: Language) -> Iterator[TableItem]:
    """Yields the rows with an item and a title. Nothing before the first date counts: it is the table's head."""
    date = hours = ""
    item: Cell | None = None
    for cell in cells:
        kind = _kind(cell.text, language)
        if kind == "item":
            item = cell
        elif kind:
            date, hours = _when(cell.text, kind, date, hours)
            item = None
        elif item is not None and (date or hours):
            title, continued = _whole_title(cell.text, language)
            yield TableItem(date, hours, _item(item.text), title, continued, (item.segment, cell.segment))
            item = None


def _whole_title(text: str, language: Language) -> tuple[str, bool]:
    """Returns a title without "(continued)", and whether it had it."""
    title = bare_title(text)
    suffix = language.cues.pattern("continued")
    for match in suffix.finditer(title) if suffix else ():
        if match.end() == len(title):
            return bare_title(title[: match.start()]), True
    return title, False


def _when(text: str, kind: str, date: str, hours: str) -> tuple[str, str]:
    if kind == "date":
        return text, ""
    if kind == "hours":
        return date, text
    return text, text


def _kind(text: str, language: Language) -> str:
    """Returns what a cell holds: "date", "hours", "date and hours", "item", or "" for anything else."""
    if _items(language).fullmatch(text.strip()):
        return "item"
    if len(text) > _LONGEST_DATE:
        return ""
    kinds = {found.kind for found in language.placeables(text)}
    has_date = bool(kinds & {PlaceableKind.DATE, PlaceableKind.WEEKDAY})
    has_hours = PlaceableKind.TIME in kinds
    return " and ".join(name for name, there in (("date", has_date), ("hours", has_hours)) if there)


@cache
def _items(language: Language) -> re.Pattern[str]:
    """Returns the expression of one item or several, with what joins them: "3 (a) and (b)", "2 to 4"."""
    joint = "|".join(("[,;–&-]", *map(re.escape, sorted(language.value_joints))))
    return re.compile(rf"\d{{1,2}}(?:\s*\(?[a-z]\)|\s*(?:{joint})\s*(?=\d|\(?[a-z]\)))*(?:\s*\d{{1,2}})?\.?")


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
