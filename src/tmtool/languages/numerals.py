"""Reads numbers, percentages and ordinals by value, for languages that differ in words and signs only.

A language finds its numerals, in digits and in words; what they amount to in the text is decided
here: a numeral before "per cent" is a percentage, and so is the other end of its range ("35 to
40 per cent"); a numeral before an ordinal is a fraction ("two thirds") and no placeable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind, Span

_NO_FIGURE = re.compile(r"[^0-9]")


def words_in(table: Path) -> dict[str, tuple[int, str]]:
    """Returns the numeral words of a language's table, with value and role."""
    return {word: (int(value), role) for word, value, role in rows(table)}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A `Numeral` is a cardinal or ordinal numeral found in a text.

    `value` is a plain decimal. `bare` marks a "one" that may just be an article or a pronoun: it
    counts only with a unit ("one per cent"). `in_words` is true of a numeral written in letters.
    """

    span: Span
    value: str
    ordinal: bool = False
    bare: bool = False
    in_words: bool = False


def exponent_of(scale: str | None, exponents: Mapping[str, int]) -> int:
    """Returns the power of ten that a word of a scale in any form says, by how such words begin; 0 for none."""
    return max((n for start, n in exponents.items() if (scale or "").startswith(start)), default=0)


def plain(whole: str, fraction: str = "", exponent: int = 0) -> str:
    """Returns a decimal without useless zeros, times ten to the `exponent`: plain("2", "40", 9) is "2400000000".

    Works on strings: a text may hold numbers of any length.
    """
    if exponent:
        fraction = fraction.ljust(exponent, "0")
        whole, fraction = whole + fraction[:exponent], fraction[exponent:]
    whole = whole.lstrip("0") or "0"
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def in_figures(text: str, pattern: re.Pattern[str], exponents: Mapping[str, int]) -> Iterator[Numeral]:
    """Yields what an expression finds whose groups are `ordinal`, or else `whole`, `fraction` and the word of the
    `scale`; the first two may have between their figures what the language groups thousands with."""
    for match in pattern.finditer(text):
        span = Span(*match.span())
        if match["ordinal"]:
            yield Numeral(span, plain(_NO_FIGURE.sub("", match["ordinal"])), ordinal=True)
        else:
            exponent = exponent_of((match["scale"] or "").lower(), exponents)
            yield Numeral(span, plain(_NO_FIGURE.sub("", match["whole"]), match["fraction"] or "", exponent))


def placeables(
    text: str,
    numerals: Iterable[Numeral],
    percent_sign: re.Pattern[str],
    range_sign: re.Pattern[str],
    *,
    no_parts: frozenset[str] = frozenset(),
) -> Iterator[Placeable]:
    """Yields what the numerals of a text amount to, in the order of the text.

    `percent_sign` matches what may follow a numeral to make it a percentage, `range_sign` what may
    come between the two ends of a range; `no_parts` are ordinals that the language has other words for as parts.
    """
    ordered = sorted(numerals, key=lambda numeral: numeral.span.start)
    if not ordered:
        return
    fractions = _fractions(text, ordered, no_parts)
    percent_ends = {i: m.end() for i, n in enumerate(ordered) if (m := percent_sign.match(text, n.span.end))}
    for i, numeral in enumerate(ordered):
        span, kind = numeral.span, PlaceableKind.NUMBER
        if i in fractions:
            continue
        if numeral.ordinal:
            kind = PlaceableKind.ORDINAL
        elif i in percent_ends:
            kind, span = PlaceableKind.PERCENT, Span(span.start, percent_ends[i])
        elif _opens_range(text, ordered, i, percent_ends, range_sign):
            kind = PlaceableKind.PERCENT
        elif numeral.bare:
            continue
        yield Placeable(kind, span, numeral.value)


def _fractions(text: str, ordered: list[Numeral], no_parts: frozenset[str]) -> set[int]:
    """Returns the positions of numerals that make a fraction: "one third", "two-thirds"."""
    found: set[int] = set()
    for i, (first, second) in enumerate(pairwise(ordered)):
        if not (second.ordinal and second.in_words) or first.ordinal:
            continue
        if second.value == "1" or second.value in no_parts:  # les 1 000 premiers jours
            continue
        if text[first.span.end : second.span.start] in (" ", "-", "\u00a0", "\u2011"):
            found |= {i, i + 1}
    return found


def _opens_range(
    text: str, ordered: list[Numeral], i: int, percent_ends: dict[int, int], range_sign: re.Pattern[str]
) -> bool:
    """Tells whether a numeral is the lower end of "35 to 40 per cent": the sign at the upper end governs both.

    A number above 100 before "and 40 per cent" is more likely a year or a count.
    """
    if i + 1 not in percent_ends:
        return False
    numeral = ordered[i]
    whole = numeral.value.split(".")[0]
    if len(whole) > 3 or int(whole) > 100:
        return False
    return range_sign.fullmatch(text, numeral.span.end, ordered[i + 1].span.start) is not None
