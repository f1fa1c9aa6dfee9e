"""Finds document symbols, which no language translates, and addresses, in which nothing is a placeable.

The form of symbols is that of the United Nations series (ST/LIB/SER.B/5/Rev.5): components
joined by slashes, the first one in letters: A/RES/75/1, CTOC/COP/WG.7/2020/1,
E/CN.7/2015/13/Rev.1, S/RES/2127 (2013), ICC-ASP/13/20. What is added with "and" ("A/69/1 and
Add.1") is a symbol of its own, and so is a number of three and more levels ("3.2.1") that no noun governs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(
        r"(?=[A-Z])(?<![^\W\u3400-\u9fff])(?<![/.])(?:"  # Chinese has no space before it.
        r"[A-Z][A-Za-z]*+(?:[-.][A-Z][A-Za-z]*+)*+(?:\.[0-9]++|\([IVX0-9.]++\))?+"  # CTOC, ICC-ASP, L.1, GC(56)
        r"(?=/[^\s]*[0-9])(?:/[A-Za-z0-9]++(?:\.[A-Za-z0-9]++)*+(?:-[0-9]++(?![\w/]))?+(?:\([IVX0-9.]++\))?+)++"
        r"(?: \([12][0-9]{3}\))?+"  # S/RES/2127 (2013)
        r"|(?:Add|Corr|R[eé]v|Amend)\.[0-9]++(?:/(?:Add|Corr|R[eé]v|Amend)\.[0-9]++)*+"
        r"|[A-Z]\.[0-9]{2}-[0-9]{5}(?!\w)"  # job numbers: V.20-02918
        r")"
    )


@cache
def _number_in_session() -> re.Pattern[str]:
    """Returns the pattern of decisions and papers with the number of the session and without a first component in
    letters: 27/CP.22, BC-15/3, WHA76.4, EB152/11; with a full stop anything else may be a sum (RMB12.8)."""
    return re.compile(
        r"(?<![^\W\u3400-\u9fff])(?<![/.-])(?:"
        r"[0-9]{1,3}+/[A-Z]{2,6}+\.[0-9]{1,3}+"
        r"|[A-Z]{2,4}+-[0-9]{1,3}+/[0-9]{1,3}+"
        r"|WHA[0-9]{2}+\.[0-9]{1,2}+"
        r"|(?!USD|EUR|GBP|CHF|JPY|CNY|RMB|AUD|CAD|SDR)[A-Z]{2,4}+[0-9]{2,3}+/[0-9]{1,3}+"
        r")(?![\w/]|[.,-][0-9])"
    )


@cache
def _number_of_levels() -> re.Pattern[str]:
    return re.compile(r"(?=[0-9])(?<![\w/.])[0-9]++(?:\.[0-9]++){2,}+(?!\w)")


_CHARACTER = re.compile(r"&#(?:[0-9]{2,7}|x[0-9A-Fa-f]{2,6});")


@cache
def _address() -> re.Pattern[str]:
    foreign = (
        r"\u060c\u061b\u061f\u3000-\u30ff\u3400-\u9fff\uff00-\uff65"  # marks and letters that may touch an address
    )
    word, part = rf"(?:(?![{foreign}])[\w.+-])", rf"(?:(?![{foreign}])[\w-])"
    return re.compile(rf"(?:https?://|ftp://|www\.)[^\s<>«»\"{foreign}]++|{word}++@{part}++(?:\.{part}++)++")


_JOINED_BY_SLASHES = re.compile(r"(?<!\w)[\w.-]{0,20}/[\w./-]{0,20}\d")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the document symbols of a text; their value is the symbol as it is written, a final full stop left out.

    What some organizations write Rév. has the value of Rev.
    """
    if not reading.has_digits or ("/" not in reading.text and "." not in reading.text):
        return
    for match in _symbol().finditer(reading.text):
        symbol = match.group()
        if symbol.endswith(")") and " (" in symbol and "/RES/" not in symbol:
            symbol = symbol[: symbol.rindex(" (")]
        if any(character.isdigit() for character in symbol):
            span = Span(match.start(), match.start() + len(symbol))
            yield Placeable(PlaceableKind.SYMBOL, span, symbol.replace("Rév.", "Rev."))
    for match in _number_in_session().finditer(reading.text):
        yield Placeable(PlaceableKind.SYMBOL, Span(*match.span()), match.group())


def find_numbers_of_levels(reading: Reading) -> Iterator[Placeable]:
    """Yields numbers of three and more levels, as symbols."""
    if reading.has_digits and "." in reading.text:
        for match in _number_of_levels().finditer(reading.text):
            yield Placeable(PlaceableKind.SYMBOL, Span(*match.span()), match.group())


def find_numbers_of_levels_but_thousands(reading: Reading) -> Iterator[Placeable]:
    """Yields such numbers for a language with points between the thousands, without those that may be one number."""
    return (one for one in find_numbers_of_levels(reading) if not _THOUSANDS.fullmatch(one.value))


def joined_by_slashes(text: str) -> Iterator[Span]:
    """Yields what a slash joins and a figure ends, which may be a symbol or the rest of one with a space in it: 181/3
    of CL 181/3.

    No such thing is a placeable, since it may as well be a season (2026/27) or a fraction (1/2), which each language
    writes in its own way. Who asks only whether a number is part of a name need not know which it is.
    """
    for match in _JOINED_BY_SLASHES.finditer(text):
        yield Span(*match.span())


def addresses(text: str) -> Iterator[Span]:
    """Yields web and mail addresses."""
    if "www." in text or "://" in text or "@" in text:
        for match in _address().finditer(text):
            yield Span(*match.span())


def exclude_addresses(reading: Reading) -> Iterator[Span]:
    """Yields web and mail addresses and characters by their number (&#8217;), whose numbers are no placeables."""
    yield from addresses(reading.text)
    if "&#" in reading.text:
        for match in _CHARACTER.finditer(reading.text):
            yield Span(*match.span())
