"""Which lines do the characters on a page make, and where do they stand?

Characters whose base lines are level make a row; a wide gap or a drawn rule cuts it into chunks, which are lines of
columns or cells of tables. Raised figures are notes' marks after a word, powers elsewhere. Lengths are in points
(PDF 1.7, 8.3.2), shares of them in heights of the characters; the shares were found on pages printed by Word,
LibreOffice and Chromium.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from tmtool.formats.pdf.joints import column_joints

# A space is hardly wider than this, nor the room that TeX and others leave for one; cells of tables are hardly nearer.
_WIDEST_SPACE = 1.15
_WIDEST_ROOM = 0.55
_OUTLIER = 2.2
_WIDEST_JUSTIFIED = 1.0
_FEWEST_GAPS = 3
_FEWEST_SPACES = 0.04
# Between pieces that were put on the page one by one in a text that has spaces: cells may stand as near as words.
_SEAM = 0.12
_APART = 0.08
_NO_ROOM = 0.3
# Word cuts words anywhere and puts hyphens and marks on the page one by one, with the spacing of letters between.
_SPREAD, _SPREAD_MARK = 0.16, 0.2
_IN_A_WORD = re.compile(r"\w[-\u2010,.;:)]|[-\u2010]\w|[.,]\d")
_BINDING = re.compile(r"\S [:;?!»%]|« \S")
_THOUSANDS = re.compile(r"\d{3}(?!\d).*")
_SPACES = (" ", "\t")
_LEVEL = 0.35
_SMALL = 0.85
_RAISED = 0.12
_HIGHEST = 0.75
_BESIDE = 0.8
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_FIGURES = re.compile(r"(?<=[\d])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])")
_NOTE_MARK = re.compile(r"\d{1,3}(?:,\d{1,3})*|[*†‡]{1,3}|[a-z]")
_AFTER_A_WORD = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]»”\"’])\s*$")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its edges, its base line and the height of its font's box; `index` is its place in the file.
    `is_bold` is that of the first character of its piece of text."""

    text: str
    left: float
    right: float
    base: float
    height: float
    index: int
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """Thin lines drawn on a page: upright ones as x, bottom, top; level ones as y, left, right."""

    upright: tuple[tuple[float, float, float], ...] = ()
    level: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a row; `first` is the width of its first word; `note` is the raised mark that it began with, `marks`
    are those after its words: all these are left out of the text."""

    text: str
    left: float
    right: float
    first: float = 0.0
    note: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The chunks at one height, from left to right; most of their letters may be bold."""

    base: float
    height: float
    chunks: tuple[Chunk, ...]
    is_bold: bool = False


def rows_of(glyphs: Sequence[Glyph], rules: Rules) -> list[Row]:
    """The rows of a page from top to bottom; a row has one chunk at least, and every chunk text."""
    rows: list[Row] = []
    has_spaces = sum(glyph.text == " " for glyph in glyphs) >= _FEWEST_SPACES * len(glyphs)
    levels = _levels(glyphs)
    edges = ((_base(level), [(glyph.left, glyph.right) for glyph in level if glyph.text.strip()]) for level in levels)
    joints = column_joints(edges, rules.level)
    rules = replace(rules, upright=(*rules.upright, *joints))
    for level in levels:
        chunks = tuple(chunk for piece in _pieces(level, rules, has_spaces) if (chunk := _chunk(piece, level)).text)
        if chunks:
            is_bold = 2 * sum(glyph.is_bold for glyph in level) > len(level)
            rows.append(Row(_base(level), _height(level), chunks, is_bold))
    return rows


def _levels(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The glyphs at one height each, those raised or lowered with their line, from top to bottom."""
    levels: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.height > 0), key=lambda glyph: -glyph.base):
        if levels and levels[-1][0].base - glyph.base <= _LEVEL * min(glyph.height, levels[-1][0].height):
            levels[-1].append(glyph)
        else:
            levels.append([glyph])
    for number, lower in enumerate(levels):
        for upper in reversed(levels[:number]):
            if upper and _base(upper) - _base(lower) > 2 * _height(lower):
                break
            raised = _raised_over(upper, lower)
            upper[:] = [glyph for glyph in upper if glyph not in raised]
            lower += raised
    return [level for level in levels if level]


def _raised_over(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a level that are small and stand just above and beside glyphs of a lower one.

    The rest of the level may be a line of another column.
    """
    height, base = _height(lower), _base(lower)
    small = [glyph for glyph in upper if glyph.height <= _SMALL * height and glyph.base - base <= _HIGHEST * height]
    # Type of another font may have a lower box on the base line of the line above.
    full = {round(glyph.base, 1) for glyph in upper if glyph.height > _SMALL * height and glyph.text.strip()}
    small = [glyph for glyph in small if round(glyph.base, 1) not in full]
    if not small:
        return []
    edges = [(glyph.left, glyph.right) for glyph in lower if glyph.text.strip()]
    near = _BESIDE * height
    raised: list[Glyph] = []
    for glyph in sorted(small, key=lambda glyph: glyph.left):
        if any(left - near <= glyph.right and glyph.left <= right + near for left, right in edges):
            raised.append(glyph)
            # The next one may stand beside this one only: marks of several notes do.
            edges.append((glyph.left, glyph.right))
    return raised


def _base(level: Sequence[Glyph]) -> float:
    small = _SMALL * _height(level)
    return median(glyph.base for glyph in level if glyph.height > small)


def _height(level: Sequence[Glyph]) -> float:
    """The height of the type that most of a level is set in, small raised ones left aside."""
    letters = [glyph.height for glyph in level if glyph.text.strip()] or [glyph.height for glyph in level]
    largest = max(letters)
    return median(height for height in letters if height > _SMALL * largest)


@dataclass(frozen=True, slots=True)
class _Word:
    """Glyphs without space between them; `spaced` says that a space of the text stands before the first, `is_bound`
    that one does which is no character: a no-break space."""

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
    """The words of a row, cut where a rule crosses it, at wide gaps, and where pieces meet without a space between."""
    height, base = _height(level), _base(level)
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
        is_mark = any(all(_is_raised(glyph, base, height) for glyph in one.glyphs) for one in (before, word))
        if has_spaces and not word.spaced and not is_mark:
            cut = gap > _SEAM * height
        else:
            cut = gap > max((_WIDEST_SPACE if word.spaced or is_mark else _WIDEST_ROOM) * height, _OUTLIER * usual)
        if cut or _is_crossed(before.right, word.left, crossing):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _binds(before: _Word, word: _Word) -> bool:
    """True for two words between which typography has a no-break space."""
    marks = _BINDING.fullmatch(f"{before.glyphs[-1].text} {word.glyphs[0].text}")
    return marks is not None or (before.glyphs[-1].text.isdigit() and _THOUSANDS.fullmatch(word.text) is not None)


def _is_crossed(right: float, left: float, crossing: Sequence[float]) -> bool:
    return any(right - 1 <= x <= left + 1 for x in crossing)


def _words(ordered: Sequence[Glyph], height: float, crossing: Sequence[float], room: float) -> Iterator[_Word]:
    """The glyphs between spaces, gaps wider than `room` and drawn lines."""
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
    """True for a space on which the next letter stands: Word writes joiners so."""
    letter = next((glyph for glyph in following if glyph.text not in _SPACES), None)
    return letter is not None and letter.left - space.left < _NO_ROOM * (space.right - space.left)


def _is_apart(before: Glyph, glyph: Glyph, height: float, room: float) -> bool:
    """True for two glyphs that do not follow each other in the file and stand apart."""
    room = max(room, _SPREAD_MARK) if _IN_A_WORD.fullmatch(f"{before.text}{glyph.text}") else room
    return glyph.left - before.right > room * height and glyph.index - before.index != 1


def _chunk(words: Sequence[_Word], level: Sequence[Glyph]) -> Chunk:
    height, base = _height(level), _base(level)
    text, raised, note, first = "", "", "", 0.0
    start: float | None = None
    leads = True
    marks: list[str] = []
    lowest = min(glyph.base for word in words for glyph in word.glyphs)
    # What is raised as a whole is smaller type beside larger, such as a symbol beside the name of an organization.
    base = max(base, lowest)
    for word in words:
        joint = ("\u00a0" if word.is_bound else " ") if text else ""
        for glyph in word.glyphs:
            if _is_raised(glyph, base, height):
                raised += glyph.text
                continue
            if raised:
                text, note = _with_raised(text, raised, note, marks)
                raised = ""
            text += joint + glyph.text
            joint = ""
        if raised:
            text, note = _with_raised(text, raised, note, marks)
            raised = ""
        # What a no-break space binds goes to the next line together.
        if text and (start is None or (leads and word.is_bound)):
            start = word.left if start is None else start
            first = word.right - start
        else:
            leads = start is None
    return Chunk(text, words[0].left, max(word.right for word in words), first, note, tuple(marks))


def _is_raised(glyph: Glyph, base: float, height: float) -> bool:
    return glyph.height <= _SMALL * height and glyph.base > base + _RAISED * height


def _with_raised(text: str, raised: str, note: str, marks: list[str]) -> tuple[str, str]:
    """The text with the raised letters after it: notes' marks left out (and told in `marks`), powers kept as such, "er"
    of 1er lowered; and the mark at its beginning."""
    if _NOTE_MARK.fullmatch(raised) and (len(raised) > 1 or not raised.isalpha()):
        if not text.strip():
            return "", raised
        if _AFTER_A_WORD.search(text):
            marks += raised.split(",")
            return text, note
    return text + raised.translate(_POWERS), note


def raised_figures(chunk: Chunk) -> list[str]:
    """The raised figures after a figure, which may be a power or the mark of a note."""
    return [found.translate(_FIGURES) for found in _RAISED_FIGURES.findall(chunk.text)]


def without_marks(text: str, notes: frozenset[str]) -> str:
    """The text without raised figures after a figure that are those of a note of the page ("resolution 5/3¹")."""
    return _RAISED_FIGURES.sub(lambda found: "" if found[0].translate(_FIGURES) in notes else found[0], text)
