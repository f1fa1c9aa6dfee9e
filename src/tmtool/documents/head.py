"""What does the head block of a document state: symbol, distribution, date, languages?

"Distr. générale 4 juin 2020 Français" is one line in extracted text and three in the document; the head differs by
language, so that it is kept apart from the text as METADATA, one block for each statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tmtool.documents.furniture import is_symbol
from tmtool.languages.language import Language
from tmtool.model import Block, BlockKind, Placeable, PlaceableKind

# The head is above the title; further down a lone date or symbol is content.
_FARTHEST = 14
_LONGEST = 150
_BETWEEN = re.compile(r"[\s,;|]*")


@dataclass(frozen=True, slots=True)
class Head:
    """A `Head` holds the blocks of a document with those of its head made METADATA, and what they state.

    `end` is the number of blocks up to the last of the head; 0 says that there is none.
    """

    blocks: tuple[Block, ...]
    end: int = 0
    symbol: str = ""
    date: str = ""


def find_head(blocks: Sequence[Block], language: Language) -> Head:
    """Recognises the head block by its statements; one of them at least must be no mere date or language name."""
    made: list[Block] = []
    end = 0
    found: dict[str, str] = {}
    for block in blocks[:_FARTHEST]:
        statements = _statements(block.text, language) if len(block.text) <= _LONGEST else []
        if not statements:
            made.append(block)
            continue
        for statement in statements:
            found.setdefault(statement.name, statement.value)
            made.append(replace(block, kind=BlockKind.METADATA, text=statement.text, table=None, row=None, column=None))
        end = len(made)
    if not found.keys() & {"symbol", "distribution", "original"}:
        return Head(tuple(blocks))
    return Head((*made, *blocks[_FARTHEST:]), end, found.get("symbol", ""), found.get("date", ""))


def without_version(text: str, language: Language) -> str:
    """Returns a statement of the original without the name of the language of this version before it: "Original :
    anglais" of "Français Original : anglais". The original itself does not have one."""
    name, original = language.cues.pattern("language"), language.cues.pattern("original")
    found = name.match(text) if name else None
    place = _end_of_blank(text, found.end()) if found else 0
    return text[place:] if place and original and original.match(text, place) else text


@dataclass(frozen=True, slots=True)
class _Statement:
    name: str
    text: str
    value: str


def _statements(text: str, language: Language) -> list[_Statement]:
    """Returns what a block states, if it consists of statements of a head and nothing else; else nothing."""
    dates = {
        found.span.start: found
        for found in language.placeables(text)
        if found.kind is PlaceableKind.DATE and len(found.value) == len("2020-06-04")
    }
    statements: list[_Statement] = []
    # A block may be white space alone, as a line of a listing is.
    place = len(text) - len(text.lstrip())
    while place < len(text):
        statement = _statement_at(text, place, language, dates)
        if statement is None:
            return []
        statements.append(statement)
        place = _end_of_blank(text, place + len(statement.text))
    return statements


def _statement_at(text: str, place: int, language: Language, dates: dict[int, Placeable]) -> _Statement | None:
    if place in dates:
        found = dates[place]
        return _Statement("date", found.span.of(text), found.value)
    first = text[place:].split(maxsplit=1)[0]
    if is_symbol(first):
        return _Statement("symbol", first, first.rstrip("*"))
    for name in ("organization", "distribution", "original", "language"):
        phrase = language.cues.pattern(name)
        match = phrase.match(text, place) if phrase else None
        if match:
            end = _end_of_languages(text, match.end(), language) if name == "original" else match.end()
            return _Statement(name, text[place:end], text[place:end])
    return None


def _end_of_languages(text: str, place: int, language: Language) -> int:
    """Returns the place where the names after "Original:" end ("English and French")."""
    joints = re.compile(rf"\s*(?:{'|'.join((',', '/', *sorted(language.page.joints)))})\s*")
    names = language.cues.pattern("language")
    end, place = place, _end_of_blank(text, place)
    while names and (match := names.match(text, place)):
        end = match.end()
        joint = joints.match(text, end)
        place = joint.end() if joint else _end_of_blank(text, end)
    return end


def _end_of_blank(text: str, place: int) -> int:
    blank = _BETWEEN.match(text, place)
    return blank.end() if blank else place
