"""What are the paragraphs of a text whose lines came from a page: a PDF, a print, a mail?

Page furniture goes out, raised letters come down, what a page break or a wrapped line tore apart is joined; all
three conservatively, since a paragraph wrongly glued is worse than one wrongly cut. The rules
are those measured in the project's alignment study ("cleaning first").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from itertools import pairwise

from tmtool.documents.furniture import furniture, is_symbol
from tmtool.documents.hyphens import Hyphens
from tmtool.documents.labels import has_end_mark, take_label
from tmtool.documents.spaced import spaced_rows
from tmtool.documents.wide import added_by, is_unspaced, width
from tmtool.languages.page import of_all_languages
from tmtool.model import Block, BlockKind

_RAISED_LETTERS = str.maketrans("ᵃᵇᶜᵈᵉᵍʰⁱᵐⁿᵒᵖʳˢᵗᵘ", "abcdeghimnoprstu")
_RAISED = re.compile(r"(?<=\w)\^(?:\{([a-zèé]{1,4})\}|([a-zèé]{1,4})(?!\w))")
_RAISED_RUN = re.compile(r"(?<=\w)[ᵃᵇᶜᵈᵉᵍʰⁱᵐⁿᵒᵖʳˢᵗᵘ]{1,4}(?!\w)")
_SYMBOL_IN_BRACKETS = re.compile(r"\(([^()\s]+)\)[.*]*$")
_LAST_WORD = re.compile(r"(?:^|\s)([^\W\d_]+)$")
_FIRST_LETTER = re.compile(r"[\s(\[«“\"‘]*([^\W\d_])")
_SENTENCE_END_INSIDE = re.compile(r"[.?!؟][)»”\"]*\s+\S|[。？！][）」』》”]*[^\s）」』》”]")
_CLOSING = re.compile(r"\s*[,;:.)\]»”،؛，、；：。）」』》]")
_FIGURE_AT_BREAK = re.compile(r"\d\n|\n\d")
# "… under agenda item 3 | (a), the …": no label, though it looks like one.
_REFERENCE = re.compile(r"[^\W\d_]\s\d{1,3}\n\(?[a-z]{1,4}\)")
_BETWEEN_WORDS = r"(?<=[^\W\d_]|[,;)»”]) {2}(?=[^\W\d_]|[(«“])"
_DOUBLED = re.compile(_BETWEEN_WORDS)
_FOLDED = re.compile(r"[ \t]+")
_FOLDED_BUT_DOUBLED = re.compile(rf"(?!{_BETWEEN_WORDS})(?<![ \t])[ \t]+")
# Dots from a title to its page.
_LEADER = re.compile(r"(?<![ \t])[ \t]*\.(?:[ \t]*\.){4,}[ \t]*")
_CUT_AT_DASH = re.compile(r"[^\W_][-\u2010–/]$")

# Lines longer than any page has, or all shorter, are not wrapped.
_WIDEST_PAGE = 130
_NARROWEST_PAGE = 40
# One line in so many may stand out over the margin: an address, a line of code.
_ONE_OUT_OF = 100
# Letters differ in width, so a full line may have this much fewer characters than the fullest.
_FULL = 0.85
# Fewer full lines than this may be chance.
_FEWEST_FULL_LINES = 4
_FEWEST_OWN_LINES = 8
# Lines with two spaces between words, of which more are a manner of writing.
_MOST_DOUBLED = 3
_FEWEST_COMMAS = 3
_COMMAS = (",", "،", "，")
# Characters at the end of a paragraph that tell whether a line goes on with it: it may have thousands of lines, and
# each is asked about.
_NEAR = 64
# "Annex 1" and the like end in a number and are whole.
_FEWEST_WORDS = 5


@cache
def _open_end() -> re.Pattern[str]:
    """Returns the expression of an end after which a text goes on: an opening mark or a dash, an elided word."""
    elided = "|".join(sorted(of_all_languages().elided))
    return re.compile(rf"(?:[,(\[«“/–—،，、（「『《-]|\b(?:{elided})['’])$", re.IGNORECASE)


@cache
def _item_end() -> re.Pattern[str]:
    """Returns the expression of an end of an item, but the last, of a list, before one that begins in lower case."""
    joint = "|".join(sorted(of_all_languages().joints))
    return re.compile(rf"[;,]\s+(?:{joint})(?:/(?:{joint}))?$")


def lower_raised_letters(text: str) -> str:
    """Returns `1^{er}`, `n^o` and `1ᵉʳ` with their letters on the line: 1er, no, 1er."""
    text = _RAISED.sub(lambda raised: raised[1] or raised[2], text)
    return _RAISED_RUN.sub(lambda raised: raised[0].translate(_RAISED_LETTERS), text)


def paragraphs(blocks: Iterable[Block], open_words: frozenset[str]) -> tuple[Block, ...]:
    """Returns the raw blocks with their lines made into paragraphs and table cells, and raised letters lowered.

    `open_words` are the words on which no text of the language ends (articles, prepositions).
    Blocks of a format that knows its paragraphs come back as they are but for the letters; where it has lines as well,
    they are after the last of these, as notes do.
    """
    raw = tuple(blocks)
    lines = tuple(block for block in raw if block.kind is BlockKind.LINE)
    others = (part for block in raw if block.kind is not BlockKind.LINE for part in _unbroken(block))
    found = (*_from_lines(lines, open_words), *others) if lines else others
    return tuple(_lowered(block) for block in found)


def _unbroken(block: Block) -> list[Block]:
    """Joins the lines of a paragraph: a line break inside it ends it after an end mark or before a label; elsewhere it
    is a space."""
    parts = block.text.split("\n")
    texts = parts[:1]
    for part in parts[1:]:
        if has_end_mark(texts[-1]) or take_label(part)[0]:
            texts.append(part)
        else:
            texts[-1] += part if is_unspaced(texts[-1], part) else f" {part}"
    return [replace(block, text=text, label="" if number else block.label) for number, text in enumerate(texts)]


def _lowered(block: Block) -> Block:
    text = lower_raised_letters(block.text)
    return block if text == block.text else replace(block, text=text)


class _Gap(IntEnum):
    """A `_Gap` says what lies between a line and the one before: nothing, blank lines, a page limit."""

    NONE = 0
    BLANK = 1
    PAGE = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A `_Line` is a line with text, what lies between it and the line before, and its page (0 for none)."""

    text: str
    number: int
    gap: _Gap
    page: int


def _from_lines(raw: Sequence[Block], open_words: frozenset[str]) -> list[Block]:
    kept = _kept_lines(raw)
    hyphens = Hyphens.of([line.text for line in kept], pairwise(line.text for line in kept))
    lines = _tabulated(kept, hyphens)
    rows = _table_rows(lines)
    page = _Page.of([line for index, line in enumerate(lines) if index not in rows], open_words, hyphens)
    apart = _after_commas(lines)
    # In lines that are paragraphs, two spaces between a few words set no column: they are slips of who wrote them.
    are_slips = page.width == 0 and sum(_DOUBLED.search(line.text) is not None for line in lines) <= _MOST_DOUBLED
    folded = _FOLDED_BUT_DOUBLED if are_slips else _FOLDED
    blocks: list[Block] = []
    last: _Line | None = None
    table, row, head = -1, 0, ""
    for index, line in enumerate(lines):
        if index in rows:
            last = None
            # A table that goes on has its head again on the new page.
            again = line.gap is _Gap.PAGE and line.text.split() == head.split()
            table, row = (table, row + 1) if index - 1 in rows or again else (table + 1, 0)
            head = line.text if row == 0 else head
            blocks += [] if again else _cells(line, table, row)
            continue
        if last is not None and index not in apart and page.continues(blocks[-1].text, last, line):
            blocks[-1] = replace(blocks[-1], text=join_lines(blocks[-1].text, line.text, page.hyphens))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, _folded(line.text, folded), line=line.number, page=line.page))
        last = line
    return blocks


def _kept_lines(raw: Sequence[Block]) -> list[_Line]:
    """Returns the lines with text, without page furniture, each with what was before it."""
    dropped = furniture([block.text for block in raw])
    kept: list[_Line] = []
    gap = _Gap.NONE
    page = 1 if any("\f" in block.text for block in raw) else 0
    for index, block in enumerate(raw):
        page += block.text.count("\f")
        text = _LEADER.sub("\t", block.text.replace("\f", "")).rstrip()
        if index in dropped or "\f" in block.text:
            gap = _Gap.PAGE
        if index in dropped:
            continue
        if not text.strip():
            gap = max(gap, _Gap.BLANK)
            continue
        kept.append(_Line(text, block.line, gap, page))
        gap = _Gap.NONE
    return kept


def _tabulated(lines: Sequence[_Line], hyphens: Hyphens) -> list[_Line]:
    """Returns the lines with tabs between the cells of tables that have spaces there, wrapped cells whole."""
    starts = [line.gap is not _Gap.NONE for line in lines]
    pages = [line.gap is _Gap.PAGE for line in lines]
    found = spaced_rows(
        [line.text for line in lines], starts, pages, lambda one, other: join_lines(one, other, hyphens)
    )
    rows = {row.start: row for row in found}
    made: list[_Line] = []
    index = 0
    while index < len(lines):
        row = rows.get(index)
        made.append(lines[index] if row is None else replace(lines[index], text="\t".join(row.cells)))
        index = index + 1 if row is None else row.end
    return made


def _table_rows(lines: Sequence[_Line]) -> frozenset[int]:
    """Returns the indexes of the lines that are table rows.

    A tab makes a row, unless it only indents or follows a list label; among rows those are rows too, and so is
    a line without any tab that comes between two ("Monday, 14 June").
    """
    rows = {index for index, line in enumerate(lines) if _has_cells(line.text)}
    for index, line in enumerate(lines):
        continues = index - 1 in rows and line.gap is _Gap.NONE
        before = index + 1 in rows and lines[index + 1].gap is not _Gap.BLANK
        if (continues and before) or ("\t" in line.text and (continues or before)):
            rows.add(index)
    return frozenset(rows)


def _after_commas(lines: Sequence[_Line]) -> frozenset[int]:
    """Returns the indexes of the lines that begin a paragraph though the one before ends in a comma: after a blank
    line where several paragraphs in a row do, as in the preamble of a resolution, nothing is torn."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(1, len(lines)):
        if lines[index].gap is _Gap.NONE:
            continue
        if not lines[index - 1].text.endswith(_COMMAS):
            run = []
            continue
        run.append(index)
        if len(run) >= _FEWEST_COMMAS:
            found.update(run[-_FEWEST_COMMAS:])
    return frozenset(index for index in found if lines[index].gap is _Gap.BLANK)


def _has_cells(text: str) -> bool:
    inner = text.lstrip()
    label, rest = take_label(inner)
    return "\t" in (rest if label else inner)


def _cells(line: _Line, table: int, row: int) -> list[Block]:
    return [
        Block(BlockKind.CELL, _folded(cell), table=table, row=row, column=column, line=line.number, page=line.page)
        for column, cell in enumerate(line.text.split("\t"))
        if cell.strip()
    ]


@dataclass(frozen=True, slots=True)
class _Page:
    """A `_Page` tells how the text was set.

    `width` is that of its fullest line, in places, but for the few that stand out, 0 where lines are not wrapped;
    `a_line_each` says that so many lines follow each other unwrapped that each is a paragraph, whatever it begins with.
    """

    width: int
    a_line_each: bool
    hyphens: Hyphens
    open_words: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[_Line], open_words: frozenset[str], hyphens: Hyphens) -> _Page:
        """Measures lines, which are wrapped if most that have a neighbour are too full for its first word."""
        lengths = sorted(width(line.text) for line in lines)
        wide = cls(lengths[-1 - len(lengths) // _ONE_OUT_OF] if lengths else 0, False, hyphens, open_words)
        pairs = [(a, b) for a, b in pairwise(lines) if b.gap is _Gap.NONE and not take_label(b.text)[0]]
        full = sum(wide._is_full(a.text, b.text) for a, b in pairs)
        wrapped = _NARROWEST_PAGE <= wide.width <= _WIDEST_PAGE and full >= max(_FEWEST_FULL_LINES, len(pairs) / 2)
        return wide if wrapped else replace(wide, width=0, a_line_each=len(pairs) >= _FEWEST_OWN_LINES)

    def _is_full(self, line: str, following: str) -> bool:
        return width(line) + added_by(following) > _FULL * self.width

    def continues(self, text: str, last: _Line, line: _Line) -> bool:
        """Tells whether `line` goes on with the paragraph that has `text` so far and ends in the line `last`."""
        full = self.width > 0 and self._is_full(last.text, line.text)
        if full and line.gap is _Gap.NONE and _REFERENCE.search(f"{text[-_NEAR:]}\n{line.text.lstrip()}"):
            return True
        if take_label(line.text)[0] or _ends_in_symbol(text):
            return False
        if full and line.gap is _Gap.NONE:
            return True
        if (
            has_end_mark(text)
            or _item_end().search(text, len(text) - _NEAR)
            or (self.a_line_each and line.gap is _Gap.NONE)
        ):
            return False
        # Neither a blank line after a full one nor a page limit after a labelled one: headings are like that.
        if full and line.gap is _Gap.PAGE and not take_label(text)[0]:
            return True
        first = _FIRST_LETTER.match(line.text)
        if (first and first[1].islower()) or _CLOSING.match(line.text):
            return True
        if line.text.lstrip().startswith("(") and _ends_in_symbol(line.text):
            return True
        if _open_end().search(text, len(text) - _NEAR) or text.count("(") > text.count(")"):
            return True
        word = _LAST_WORD.search(text, max(0, text.rfind(" ")))
        if word and word[1].islower() and word[1] in self.open_words:
            return True
        return line.gap is _Gap.PAGE and _torn_at_page(take_label(text)[1], line.text)


def join_lines(text: str, following: str, hyphens: Hyphens) -> str:
    """Returns the two lines of a paragraph with a space between, none after a hyphen, dash or slash that has none
    before it, nor where a script has none between words.

    `hyphens` says whether one at the end of the line belongs to the word.
    """
    following = _folded(following)
    if following[0] in ",.)]”،؛" or is_unspaced(text, following):
        return text + following
    joined = hyphens.joins(text, following)
    if joined is None:
        return text + following if _CUT_AT_DASH.search(text, len(text) - 2) else f"{text} {following}"
    return joined


def _torn_at_page(text: str, following: str) -> bool:
    """Tells whether running text is cut before a capital ("… of the United | Nations …") or at a number ("under item |
    3, the …").

    That it is no heading is seen by a sentence that ends inside, or by the number; and what follows ends.
    """
    if not has_end_mark(following):
        return False
    number = _FIGURE_AT_BREAK.search(f"{text}\n{following.lstrip()}") and len(text.split()) >= _FEWEST_WORDS
    return bool(number) or _SENTENCE_END_INSIDE.search(text) is not None


def _folded(text: str, several: re.Pattern[str] = _FOLDED) -> str:
    """Returns a text with no white space outside, one space for several; no-break and thin spaces are typography and
    stay."""
    return several.sub(" ", text.strip(" \t"))


def _ends_in_symbol(text: str) -> bool:
    """Tells whether a document symbol in brackets ends the text."""
    found = _SYMBOL_IN_BRACKETS.match(text, max(0, text.rfind("(")))
    return found is not None and is_symbol(found[1])
