"""Which words do the characters of a row make, and which words one piece of text?

A wide gap or a drawn rule cuts a row into chunks, which are lines of columns or cells of tables. Shares are in heights
of the characters; they were found on pages printed by Word, LibreOffice and Chromium.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tmtool.formats.pdf.raised import base_of, height_of, is_raised, with_raised
from tmtool.formats.pdf.rows import Chunk, Glyph, Rules

# A space is hardly wider than this, nor the room that TeX and others leave for one; cells of tables are hardly nearer.
_WIDEST_SPACE = 1.15
_WIDEST_ROOM = 0.55
_OUTLIER = 2.2
_WIDEST_JUSTIFIED = 1.0
_FEWEST_GAPS = 3
# Between pieces that were put on the page one by one in a text that has spaces: cells may be as near as words.
_BETWEEN_PIECES = 0.12
_APART = 0.08
_NO_ROOM = 0.3
# Word cuts words anywhere and puts hyphens and marks on the page one by one, with the spacing of letters between.
_SPREAD, _SPREAD_MARK = 0.16, 0.2
_IN_A_WORD = re.compile(r"\w[-\u2010,.;:)]|[-\u2010]\w|[.,]\d")
_BINDING = re.compile(r"\S [:;?!»%]|« \S")
_THOUSANDS = re.compile(r"\d{3}(?!\d).*")
_SPACES = (" ", "\t")


def chunks_of(level: Sequence[Glyph], rules: Rules, has_spaces: bool) -> tuple[Chunk, ...]:
    """Returns the pieces of text of a row from left to right; `has_spaces` says whether the page has spaces as
    characters."""
    return tuple(chunk for piece in _pieces(level, rules, has_spaces) if (chunk := _chunk(piece, level)).text)


@dataclass(frozen=True, slots=True)
class _Word:
    """A `_Word` holds glyphs without space between them; `spaced` says that a space of the text comes before the first,
    `is_bound` that one does which is no character: a no-break space."""

    glyphs: tuple[Glyph, ...]
    spaced: bool
    is_bound: bool = False

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


def _pieces(level: Sequence[Glyph], rules: Rules, has_spaces: bool) -> list[list[_Word]]:
    """Returns the words of a row, cut where a rule crosses it, at wide gaps, and where pieces meet without a space
    between."""
    height, base = height_of(level), base_of(level)
    crossing = [x for x, bottom, top in rules.upright if bottom <= base + 0.3 * height <= top]
    ordered = sorted(level, key=lambda glyph: (glyph.left, glyph.index))
    words = list(_words(ordered, height, crossing, _SPREAD if has_spaces else _APART))
    # Some printers put letter by letter on the page in a row, and leave room for spaces.
    has_spaces = has_spaces and any(word.spaced for word in words)
    gaps = sorted(word.left - before.right for before, word in pairwise(words))
    # In a justified line all are wide.
    usual = min(gaps[len(gaps) // 4], _WIDEST_JUSTIFIED * height) if len(gaps) >= _FEWEST_GAPS else 0.0
    pieces = [words[:1]] if words else []
    for before, word in pairwise(words):
        gap = word.left - before.right
        if has_spaces and not word.spaced and gap <= _WIDEST_ROOM * height and _binds(before, word):
            pieces[-1].append(replace(word, is_bound=True))
            continue
        is_mark = any(all(is_raised(glyph, base, height) for glyph in one.glyphs) for one in (before, word))
        if has_spaces and not word.spaced and not is_mark:
            cut = gap > _BETWEEN_PIECES * height
        else:
            cut = gap > max((_WIDEST_SPACE if word.spaced or is_mark else _WIDEST_ROOM) * height, _OUTLIER * usual)
        if cut or _is_crossed(before.right, word.left, crossing):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _binds(before: _Word, word: _Word) -> bool:
    """Tells whether typography has a no-break space between two words."""
    marks = _BINDING.fullmatch(f"{before.glyphs[-1].text} {word.glyphs[0].text}")
    return marks is not None or (before.glyphs[-1].text.isdigit() and _THOUSANDS.fullmatch(word.text) is not None)


def _is_crossed(right: float, left: float, crossing: Sequence[float]) -> bool:
    return any(right - 1 <= x <= left + 1 for x in crossing)


def _words(ordered: Sequence[Glyph], height: float, crossing: Sequence[float], room: float) -> Iterator[_Word]:
    """Yields the glyphs between spaces, gaps wider than `room` and drawn lines."""
    word: list[Glyph] = []
    spaced = False
    for index, (before, glyph) in enumerate(zip((None, *ordered), ordered, strict=False)):
        if word and glyph.text in _SPACES and _has_no_room(glyph, ordered[index + 1 :]):
            continue
        apart = before is not None and (
            _is_apart(before, glyph, height, room) or _is_crossed(before.right, glyph.left, crossing)
        )
        if word and (glyph.text in _SPACES or apart):
            yield _Word(tuple(word), spaced)
            word, spaced = [], False
        if glyph.text in _SPACES:
            spaced = True
        else:
            # A space that belongs to another piece, such as the last of a table cell, is none.
            spaced = spaced and (bool(word) or (before is not None and glyph.index - before.index == 1))
            word.append(glyph)
    if word:
        yield _Word(tuple(word), spaced)


def _has_no_room(space: Glyph, following: Sequence[Glyph]) -> bool:
    """Tells whether the next letter is on this space: Word writes joiners so."""
    letter = next((glyph for glyph in following if glyph.text not in _SPACES), None)
    return letter is not None and letter.left - space.left < _NO_ROOM * (space.right - space.left)


def _is_apart(before: Glyph, glyph: Glyph, height: float, room: float) -> bool:
    """Tells whether two glyphs do not follow each other in the file and are apart."""
    room = max(room, _SPREAD_MARK) if _IN_A_WORD.fullmatch(f"{before.text}{glyph.text}") else room
    return glyph.left - before.right > room * height and glyph.index - before.index != 1


def _chunk(words: Sequence[_Word], level: Sequence[Glyph]) -> Chunk:
    height, base = height_of(level), base_of(level)
    text, raised, note, first = "", "", "", 0.0
    start: float | None = None
    leads = True
    marks: list[str] = []
    lowest = min(glyph.base for word in words for glyph in word.glyphs)
    # What is raised as a whole is smaller type next to larger, such as a symbol next to the name of an organization.
    base = max(base, lowest)
    for word in words:
        joint = ("\u00a0" if word.is_bound else " ") if text else ""
        for glyph in word.glyphs:
            if is_raised(glyph, base, height):
                raised += glyph.text
                continue
            if raised:
                text, note = with_raised(text, raised, note, marks)
                raised = ""
            text += joint + glyph.text
            joint = ""
        if raised:
            text, note = with_raised(text, raised, note, marks)
            raised = ""
        # What a no-break space binds goes to the next line together.
        if text and (start is None or (leads and word.is_bound)):
            start = word.left if start is None else start
            first = word.right - start
        else:
            leads = start is None
    return Chunk(text, words[0].left, max(word.right for word in words), first, note, tuple(marks))
