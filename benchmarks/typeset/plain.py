"""Writes an agenda as the text that other tools extract from a PDF.

"wrapped": as pdftotext gives it, lines broken and words cut at the margin, cells one below the other, a form feed and
furniture at each page. "paragraphs": a paragraph a line, raised letters in braces, labels after a dash, table rows
with tabs, furniture and blank lines amid sentences. "columns": as pdftotext -layout gives it, with spaces for places.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tmtool.model import BlockKind

from .agenda import Agenda, Part

STYLES = ("wrapped", "paragraphs", "columns")
_RAISED = re.compile(r"(?<=\b1)er\b|(?<=\bn)os?(?= \d)")
_VOWEL = "aeiouyéèà"


def write_text(agenda: Agenda, style: str, path: Path) -> None:
    """Writes the agenda in that style."""
    dice = random.Random(f"{style} {agenda.name} {agenda.language}")
    path.write_text("\n".join(_STYLES[style](agenda, dice)) + "\n", encoding="utf-8")


def _wrapped(agenda: Agenda, dice: random.Random) -> Iterator[str]:
    width, height = dice.randint(62, 96), dice.randint(34, 52)
    lines: list[str] = []
    for part in _with_notes(agenda):
        label = f"{part.label} " if part.label else ""
        lines += [*_filled(label + part.text, width, dice), ""]
    yield from _paged(agenda, lines, height)


def _paragraphs(agenda: Agenda, dice: random.Random) -> Iterator[str]:
    lines: list[str] = []
    for table, group in groupby(_with_notes(agenda), key=lambda part: part.table):
        if table:
            for _, row in groupby(group, key=lambda part: part.row):
                cells = {part.column: part.text for part in row}
                lines.append("\t".join(cells.get(column, "") for column in range(max(cells) + 1)))
            lines.append("")
            continue
        for part in group:
            text = _RAISED.sub(lambda found: f"^{{{found[0]}}}", part.text)
            dash = (
                "- "
                if part.kind is BlockKind.ITEM and not part.level
                else " - "
                if part.level == 1 and part.label
                else ""
            )
            label = f"{dash}{part.label} " if part.label else ""
            torn = _torn(text, dice) if part.kind is BlockKind.PARAGRAPH else [text]
            lines += [label + torn[0], *torn[1:], ""]
    pages = lines.count("<page>") + 1
    number = 1
    for line in lines:
        if line != "<page>":
            yield line
            continue
        foot = f"{number}/{pages} {agenda.job}" if number % 2 == 0 else f"{agenda.job} {number}/{pages}"
        yield from ("", f"{agenda.job} ({agenda.language[0].upper()})" if number == 1 else foot)
        number += 1
        if dice.random() < 0.5:
            yield from ("", agenda.symbol)
        yield from [""] * dice.randint(1, 3)


def _torn(text: str, dice: random.Random) -> list[str]:
    """Returns a paragraph in two with a page limit inside, now and then."""
    places = [found.start() for found in re.finditer(" (?=[a-zà-ÿ])", text)]
    if len(text) < 200 or not places or dice.random() > 0.25:
        return [text]
    place = dice.choice(places)
    return [text[:place], "<page>", text[place + 1 :]]


def _columns(agenda: Agenda, dice: random.Random) -> Iterator[str]:
    width, height = dice.randint(84, 104), dice.randint(44, 60)
    lines: list[str] = []
    for table, group in groupby(_with_notes(agenda), key=lambda part: part.table):
        if table:
            widths = (22, 12, width - 40) if table == 1 else (26, width - 30)
            for _, row in groupby(group, key=lambda part: part.row):
                lines += _set_row({part.column: part for part in row}, widths)
            lines.append("")
            continue
        for part in group:
            if part.label:
                left = " " * (8 * part.level + 4)
                filled = textwrap.wrap(part.text, width - len(left) - 8)
                lines.append(f"{left}{part.label:<8}{filled[0]}")
                lines += [f"{left}        {line}" for line in filled[1:]]
            else:
                indent = " " * (width // 2) if part.kind is BlockKind.METADATA else "    "
                lines += [indent + line for line in textwrap.wrap(part.text, width - len(indent))]
            lines.append("")
    yield from _paged(agenda, lines, height)


def _set_row(cells: dict[int, Part], widths: tuple[int, ...]) -> list[str]:
    """Returns a row of a table with its cells next to each other, wrapped ones below."""
    if list(cells) == [0]:
        return ["    " + cells[0].text]
    filled = [textwrap.wrap(cells[c].text, width) if c in cells else [] for c, width in enumerate(widths)]
    lines = []
    for number in range(max(map(len, filled))):
        pieces = [
            f"{lines_of[number] if number < len(lines_of) else '':<{width + 3}}"
            for lines_of, width in zip(filled, widths, strict=True)
        ]
        lines.append(("    " + "".join(pieces)).rstrip())
    return lines


def _with_notes(agenda: Agenda) -> Iterator[Part]:
    """Yields the parts and, since their place is lost, the notes after the last."""
    yield from agenda.parts
    for note in agenda.notes:
        yield Part(BlockKind.FOOTNOTE, note)


def _filled(text: str, width: int, dice: random.Random) -> list[str]:
    """Returns wrapped lines, some of them with a word cut."""
    lines = textwrap.wrap(text, width, break_long_words=False)
    for number in range(len(lines) - 1):
        word, _, rest = lines[number + 1].partition(" ")
        room = width - len(lines[number]) - 2
        cuts = [
            place
            for place in range(3, min(len(word) - 3, room))
            if word.isalpha() and word[place - 1] in _VOWEL and word[place] not in _VOWEL and word[place + 1] in _VOWEL
        ]
        if cuts and rest and dice.random() < 0.5:
            lines[number] += f" {word[: cuts[-1]]}-"
            lines[number + 1] = f"{word[cuts[-1] :]} {rest}"
    return lines


def _paged(agenda: Agenda, lines: list[str], height: int) -> Iterator[str]:
    """Yields the lines on pages, with what is at head and foot of each."""
    pages = [lines[start : start + height] for start in range(0, len(lines), height)]
    for number, page in enumerate(pages, 1):
        symbol = [agenda.symbol, ""] if number > 1 else []
        feed = "\f" if number > 1 else ""
        head, *rest = [*symbol, *page]
        yield from (feed + head, *rest, "")
        if number == 1:
            yield from (
                f"{agenda.job} ({agenda.language[0].upper()})",
                "",
                f"*{re.sub(r'[^0-9]', '', agenda.job)}*",
                "",
            )
        else:
            ends = [f"{number}/{len(pages)}", agenda.job]
            yield from ("    ".join(ends if number % 2 == 0 else ends[::-1]), "")


_STYLES = {"wrapped": _wrapped, "paragraphs": _paragraphs, "columns": _columns}
