"""Which lines of a text belong to its pages and not to it: job numbers, page numbers, running heads?

By shape where the shape is proof ("2/4 V.20-02918"), else by shape and place or repetition: a lone number or
the document's own symbol is furniture at the edge of a page only, since both also are in tables and in
lists of documents. Shapes: footers of the United Nations at Vienna, Geneva and New York.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tmtool.languages.page import of_all_languages

_JOB = r"(?:[A-Z]{1,3}\.)\d{2}-\d{5}"
_OPTIONAL_JOB = r"(?:[A-Z]{1,3}\.)?\d{2}-\d{5}"
_LANGUAGE = r"\s*\([ACEFRS]\)"
_PAGE = r"\d{1,4}/\d{1,4}"

_DATES = re.compile(r"\d{6}(?:\s+\d{6})*")
_JOB_NUMBER = re.compile(rf"{_JOB}(?:{_LANGUAGE})?|{_OPTIONAL_JOB}{_LANGUAGE}")
# "2/4", also with the job number. Where pages are counted so, a bare number is a cell at the edge of a page.
_PAGE_OF_PAGES = re.compile(rf"(?:{_OPTIONAL_JOB}\s+)?{_PAGE}(?:\s+{_OPTIONAL_JOB})?")
_COUNTED_PAGES = 2
# A document symbol that is the whole of what it is in; those in running text are the languages' affair.
_SYMBOL = re.compile(
    r"(?=\S*\d)[A-Z][A-Z0-9]*(?:[-.][A-Z0-9]+)*(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:\([A-Z0-9]+\))?){1,9}\*{0,3}"
)
_FEED = "\f"
# A series of page numbers needs three to be more than chance.
_SERIES = 3
_SHARE = 1 / 3
_SHORTEST_PAGE = 400
"""In characters: a page with fewer is no page of text."""
_HEAD = 12


@cache
def _sure() -> re.Pattern[str]:
    """Returns the expression of lines that are furniture wherever they are."""
    of = "|".join(sorted(of_all_languages().between_pages))
    phrases = "|".join(map(re.escape, of_all_languages().furniture))
    return re.compile(
        rf"""(?:{_PAGE}\s+{_OPTIONAL_JOB}|{_OPTIONAL_JOB}\s+{_PAGE}
        | {_JOB}(?:{_LANGUAGE})?(?:\s+\d{{6}})* | {_OPTIONAL_JOB}{_LANGUAGE}(?:\s+\d{{6}})*
        | \*\d{{6,10}}\*
        | \d{{6}}(?:\s+\d{{6}})+
        | _{{3,}} | -{{5,}}
        | (?:{_page()})\s+\d{{1,4}}\s*(?:{of}|/)\s*\d{{1,4}}
        | \d{{1,2}}/\d{{1,2}}/\d{{2,4}},?\ \d{{1,2}}:\d{{2}}(?:\s[AP]M)?
        | (?:{phrases}).?
        )""",
        re.VERBOSE,
    )


@cache
def _page_number() -> re.Pattern[str]:
    page = rf"(?:{_page()})\s+\d{{1,4}}"
    return re.compile(rf"(?:[-–—]\s*)?(?:{_PAGE}|\d{{1,4}}|[ivxl]{{1,6}}|{page})(?:\s*[-–—])?")


def _page() -> str:
    """Returns the word before the number of a page, in small letters, with a capital or in capitals."""
    words = sorted(of_all_languages().page)
    return "|".join(form for word in words for form in (word, word.capitalize(), word.upper()))


def is_symbol(text: str) -> bool:
    """Tells whether this is a document symbol alone: CTOC/COP/WG.7/2020/1."""
    return _SYMBOL.fullmatch(text.strip()) is not None


def furniture(lines: Sequence[str]) -> frozenset[int]:
    """Returns the indexes of the lines that are page furniture; a form feed in a line begins a page."""
    texts = [line.strip() for line in lines]
    filled = [index for index, text in enumerate(texts) if text]
    found = {index for index in filled if _sure().fullmatch(texts[index])} | _running_heads(lines, texts)
    found |= _numbered_pages(lines, texts, filled)
    found |= {one for pair in pairwise(filled) for one in _dates_of_jobs(texts, pair)}
    symbols = _repeated_symbols(texts, filled)
    counted = sum(_PAGE_OF_PAGES.fullmatch(texts[index]) is not None for index in filled) >= _COUNTED_PAGES
    page_number = _PAGE_OF_PAGES if counted else _page_number()
    while True:
        edge = {
            index
            for place, index in enumerate(filled)
            if index not in found and _at_page_edge(place, filled, lines, found, texts[index], symbols, page_number)
        }
        if not edge:
            return frozenset(found)
        found |= edge


def _dates_of_jobs(texts: list[str], pair: tuple[int, int]) -> Iterator[int]:
    """Yields the day of printing, in six figures, next to a job number on its own line ("26-04887 (E)", "150426")."""
    for one, other in (pair, pair[::-1]):
        if _DATES.fullmatch(texts[one]) and _JOB_NUMBER.fullmatch(texts[other]):
            yield one


def _at_page_edge(
    place: int,
    filled: list[int],
    lines: Sequence[str],
    found: set[int],
    text: str,
    symbols: frozenset[str],
    page_number: re.Pattern[str],
) -> bool:
    """Tells whether a line is a page number next to a page limit, or the running symbol just after one."""
    index = filled[place]
    before = filled[place - 1] if place else None
    after = filled[place + 1] if place + 1 < len(filled) else None
    opens = before is not None and (before in found or _feed_between(lines, before + 1, index))
    if text in symbols:
        return opens
    if not page_number.fullmatch(text):
        return False
    closes = after is not None and (after in found or _feed_between(lines, index + 1, after))
    return opens or closes


def _feed_between(lines: Sequence[str], first: int, last: int) -> bool:
    """Tells whether a page begins in the lines from `first` to the start of line `last`."""
    return any(_FEED in line for line in lines[first:last]) or lines[last].lstrip(" ").startswith(_FEED)


def _repeated_symbols(texts: list[str], filled: list[int]) -> frozenset[str]:
    """Returns the symbols that may be running heads: the one in the document's head, and any that is alone in a line
    twice."""
    alone = Counter(texts[index] for index in filled if is_symbol(texts[index]))
    own = next((texts[index] for index in filled[:_HEAD] if is_symbol(texts[index])), None)
    return frozenset(symbol for symbol, times in alone.items() if times > 1 or symbol == own)


def _running_heads(lines: Sequence[str], texts: list[str]) -> set[int]:
    """Returns the two first and last lines of pages that return, but for their digits, on a third of the pages or more
    (those with the title of a part are on every other page), or as they are on pages near each other (that of a
    chapter)."""
    starts = [0, *(index for index, line in enumerate(lines) if index and _FEED in line)]
    if len(starts) < _SERIES:
        return set()
    edges: dict[str, list[int]] = {}
    pages: dict[str, list[tuple[int, int]]] = {}
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        page = [index for index in range(start, end) if texts[index]]
        for index in {*page[:2], *page[-2:]}:
            # Symbols differ in their figures only: those of other documents are cells.
            alike = texts[index] if is_symbol(texts[index]) else re.sub(r"\d+", "#", texts[index])
            edges.setdefault(alike, []).append(index)
            pages.setdefault(texts[index], []).append((number, index))
    repeated = [indexes for indexes in edges.values() if len(indexes) >= max(_SERIES, _SHARE * len(starts))]
    repeated += [run for text, places in pages.items() if "\t" not in text for run in _runs(places)]
    # What runs along later is at the head of the first page for itself.
    first = [index for index, text in enumerate(texts[: starts[1]]) if text][:2]
    return {index for indexes in repeated for index in indexes if index not in first}


def _runs(places: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yields the lines of series on every page or every other, each line given with the number of its page."""
    run = [places[0]]
    for place in (*places[1:], (places[-1][0] + _SERIES, -1)):
        if place[0] - run[-1][0] >= _SERIES:
            if len(run) >= _SERIES:
                yield [index for _, index in run]
            run = []
        run.append(place)


def _numbered_pages(lines: Sequence[str], texts: list[str], filled: list[int]) -> set[int]:
    """Returns the bare numbers between blank lines that count up by one through the document: at least three, with some
    text between them (cells have less). Where form feeds part the pages, the numbers of pages are next to those.
    """
    if any(_FEED in text for text in lines):
        return set()
    lone = [
        index
        for index in filled
        if re.fullmatch(r"(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?", texts[index])
        and (index == 0 or not texts[index - 1])
        and (index + 1 == len(texts) or not texts[index + 1])
    ]
    numbers = [int(re.sub(r"\D", "", texts[index])) for index in lone]
    apart = all(sum(len(text) for text in texts[a:b]) >= _SHORTEST_PAGE for a, b in pairwise(lone))
    counted = len(numbers) >= _SERIES and apart and all(b - a == 1 for a, b in pairwise(numbers))
    return set(lone) if counted else set()
