"""Has a number the opposite sign: +10 for −10? Or has a cell of a table lost its minus?

A sentence may say a minus in words (une baisse de 10 %), so that a sign is missed only in a cell that has nothing but
the number; but no language writes plus for minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say

_PLUS, _MINUS = "+＋", "−－‐‑–-"
_NUMBER = r"\d+(?:[.,\u00a0\u202f']\d+|[ ]\d{3}(?!\d))*+"
_SIGNED = re.compile(
    rf"(?:(?<![^\s(\[])[{_PLUS}−－][ \u00a0\u202f]?|(?<![^\s(\[])(?<!\d\s)[‐‑–-])(?P<number>{_NUMBER})(?![-–/]?\w)"
)
"""A number with its sign, after a space or a bracket: neither the end of a range nor a symbol. A dash before a space
opens a line."""
_CELL = re.compile(rf"\s*(?P<sign>[{_PLUS}{_MINUS}]?)[ \u00a0\u202f]?(?P<number>{_NUMBER})[ \u00a0\u202f]?%?\s*")
_MAY_BE = re.compile(rf"[{_PLUS}{_MINUS}][ \u00a0\u202f]?\d")
_DIGITS = re.compile(r"\D")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a number has the opposite sign, or a cell has a minus on one side only."""
    source = pair.source or ""
    if _MAY_BE.search(source) is None and _MAY_BE.search(pair.target) is None:
        return
    there, here = _signed(source), _signed(pair.target)
    opposite = [digits for digits in here if digits in there and _signs(there[digits]).isdisjoint(_signs(here[digits]))]
    for digits in opposite:
        yield _flag(here[digits][0][1], there[digits][0][1], pair, None)
    for one, other in _cells(source, pair.target):
        if one["number"] != other["number"] and _digits(one["number"]) != _digits(other["number"]):
            continue
        signs = (one["sign"] in _PLUS, other["sign"] in _PLUS)  # the empty string, too: plus may be left out
        if signs[0] is not signs[1] and _digits(one["number"]) not in opposite:
            yield _flag(Span(*other.span("number")), Span(*one.span("number")), pair, Level.WARNING)


def _flag(here: Span, there: Span, pair: Pair, level: Level | None) -> Flag:
    source = pair.source or ""
    message = say(
        "“{here}” here, “{there}” in the source: the sign differs.",
        here=_with_sign(here, pair.target),
        there=_with_sign(there, source),
    )
    return Flag(message, target_span=here, source_span=there, level=level)


def _with_sign(number: Span, text: str) -> str:
    """Returns a number with the sign before it, if there is one."""
    before = text[max(0, number.start - 2) : number.start].rstrip(" \u00a0\u202f")[-1:]
    return before * (before in _PLUS + _MINUS) + number.of(text)


def _signed(text: str) -> dict[str, list[tuple[str, Span]]]:
    """Returns the numbers with signs by their figures, each with what its sign is and where it stands."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for one in _SIGNED.finditer(text):
        found.setdefault(_digits(one["number"]), []).append(
            ("plus" if one[0][0] in _PLUS else "minus", Span(*one.span("number")))
        )
    return found


def _signs(places: list[tuple[str, Span]]) -> set[str]:
    return {sign for sign, _ in places}


def _digits(number: str) -> str:
    return _DIGITS.sub("", number)


def _cells(source: str, target: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yields the cells of a row that are one number in both texts, if both have as many."""
    there, here = _bounds(source), _bounds(target)
    if len(there) != len(here) or len(here) == 1:
        return
    for one, other in zip(there, here, strict=True):
        of_source, of_target = _CELL.fullmatch(source, *one), _CELL.fullmatch(target, *other)
        if of_source is not None and of_target is not None:
            yield of_source, of_target


def _bounds(text: str) -> list[tuple[int, int]]:
    """Returns where the cells of a text are."""
    tabs = [-1, *(place for place, char in enumerate(text) if char == "\t"), len(text)]
    return [(start + 1, end) for start, end in pairwise(tabs)]


CHECK = SegmentCheck(
    name="numbers-sign",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True),
    yields_to=("numbers-value", "completeness-omission", "completeness-length", "language-other-segment"),
    summary="A number has the opposite sign.",
    reason=(
        "A fall that is printed as a rise is believed. Reported is plus for minus, or the reverse, before the same "
        "figures, and a minus that only one side has in a cell with nothing but a number, as a warning. Sentences may "
        "say a minus in words."
    ),
    examples=(
        Example(source="Opium\t48,000\t43,200\t−10", target="Opium\t48 000\t43 200\t+10", flagged=("10",)),
        Example(source="Opium\t48,000\t43,200\t−10.4", target="Opium\t48 000\t43 200\t10,4", flagged=("10,4",)),
        Example(source="Opium\t48,000\t43,200\t−10", target="Opium\t48 000\t43 200\t–10"),
        Example(source="Opium\t43,200\t48,000\t+10", target="Opium\t43 200\t48 000\t10"),
        Example(source="Prices changed by −4.2 per cent.", target="Les prix ont baissé de 4,2 %."),
        Example(
            source="The range is from -5 to +8 degrees.",
            target="La plage va de +5 à –8 degrés.",
            flagged=("5", "8"),
        ),
        Example(
            source="Call +41 22 917 0000, pp. 12 -15 – 3 copies.", target="Appeler le +41 22 917 0000, p. 12-15 – 3 ex."
        ),
    ),
    look=look,
)
