"""Counts and fills the cells of a terminal: a Han character takes two, a combining mark none.

Of a text written from the right each line is put between isolates (Unicode Standard Annex 9), so that what is around it
keeps its place; on a terminal only: a file or another program gets the text as it is.
"""

from __future__ import annotations

import re
import sys
import unicodedata

from tmtool.languages.writing import begins_on_the_right

_ISOLATE, _END = "\u2067", "\u2069"
_WIDE = ("W", "F")
_SINGLE = re.compile("[\0-\u00ac\u00ae-\u02ff\u0400-\u0482\u2010-\u2027\u202f-\u205f⟦⟧\ue000\ue001]*")
"""A text of characters that take one cell each, as all do in most texts of Latin and Cyrillic letters."""
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters and signs of scripts that are read from the right."""
_PARTS = "A-Za-z\u00c0-\u024f\u0400-\u04ff“”«»→·;:⟦⟧"
"""Letters read from the left, and the signs by which a message parts its values."""
_RUN = re.compile(rf"(?:[0-9]+\s)?[{_RIGHT}](?:(?:[^{_PARTS}]|(?<=[0-9]):(?=[0-9]))*[{_RIGHT}0-9])?")
"""What is read from the right in a line that is not, with the figures that belong to it."""


def cells(text: str) -> int:
    """Returns how many cells a text takes."""
    if text.isascii() or _SINGLE.fullmatch(text):
        return len(text)
    return sum(map(_cells_of, text))


def filled(text: str, size: int, *, right: bool = False) -> str:
    """Returns the text with spaces after it, or before it, so that it takes so many cells."""
    spaces = " " * max(0, size - cells(text))
    return spaces + text if right else text + spaces


def isolated(text: str) -> str:
    """Returns the text between isolates where a terminal shows it and it is written from the right."""
    return _between_isolates(text) if begins_on_the_right(text) else text


def isolated_in(line: str) -> str:
    """Returns a line read from the left with what is read from the right in it between isolates, so that neither
    figures nor marks beside that change their places."""
    if line.isascii() or not sys.stdout.isatty():
        return line
    return _RUN.sub(rf"{_ISOLATE}\g<0>{_END}", line)


def _between_isolates(text: str) -> str:
    if not sys.stdout.isatty():
        return text
    core = text.strip(" ")
    start = text.index(core)
    return f"{text[:start]}{_ISOLATE}{core}{_END}{text[start + len(core) :]}"


def wrapped(text: str, width: int, first: str, indent: str, *, is_message: bool = False) -> list[str]:
    """Returns the lines of a text, the first one and the others after what indents them, each of so many cells at most;
    words stay whole, but of those with wide letters, which are not parted by spaces, each letter is one.

    A message is read from the left, whatever it quotes; another text is read as it begins.
    """
    lines = _lines(text, width, first, indent)
    return list(map(isolated_in, lines)) if is_message else _directed(text, lines, first, indent)


def _lines(text: str, width: int, first: str, indent: str) -> list[str]:
    if text.isascii() or cells(text) == len(text):
        return _lines_of_single(text, width, first, indent)
    lines, line, used = [], first, cells(first)
    begun = False
    for piece in _pieces(" ".join(text.split())):
        size = cells(piece.rstrip(" "))
        if begun and used + size > width:
            lines.append(line.rstrip(" "))
            line, used = indent, cells(indent)
        line, used, begun = line + piece, used + cells(piece), True
    return [*lines, line.rstrip(" ")] if begun else lines


def _lines_of_single(text: str, width: int, first: str, indent: str) -> list[str]:
    """Returns the lines of a text whose characters take one cell each. Not by `textwrap`, which takes twenty times as
    long: thousands of units may be shown."""
    text = text.rstrip(" ")
    lines: list[str] = []
    start, before = 0, first
    while start < len(text):
        end = len(text)
        over = start + width - len(before) + 1
        if over <= end and (end := text.rfind(" ", start, over)) < 0:
            end = text.find(" ", max(start, over))
            end = len(text) if end < 0 else end
        if line := text[start:end].rstrip(" "):
            lines.append(before + line)
            before = indent
        start = end
        while text.startswith(" ", start):
            start += 1
    return lines


def _directed(text: str, lines: list[str], first: str, indent: str) -> list[str]:
    """Returns the lines of a text, those of one from the right between isolates, whatever each begins with."""
    if not begins_on_the_right(text):
        return lines
    starts = (first, *(indent for _ in lines[1:]))
    return [start + _between_isolates(line.removeprefix(start)) for line, start in zip(lines, starts, strict=False)]


def _pieces(text: str) -> list[str]:
    """Returns the text in pieces that a line does not part: words with the space after them, wide letters with the
    opening marks before and the others after them."""
    pieces: list[str] = []
    for place, character in enumerate(text):
        before = text[place - 1 : place]
        opens = before in ("", " ") or (_is_wide(before) and not _goes_with(character))
        opens = opens or (_is_wide(character) and unicodedata.category(character) in ("Lo", "Ps", "Pi"))
        if opens and not (before and unicodedata.category(before) in ("Ps", "Pi")):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _goes_with(character: str) -> bool:
    """Tells whether a character stays on the line of the one before: closing marks and spaces."""
    return character == " " or unicodedata.category(character) in ("Po", "Pe", "Pf", "Mn", "Me")


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if _is_wide(character) else 1


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in _WIDE
