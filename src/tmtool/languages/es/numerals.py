"""Reads Spanish numerals: digits with points between the thousands and a decimal comma, ordinals such as 7ª and 39º,
and cardinals and ordinals in words. "mil millones" is a thousand million, "billón" a million million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import numerals
from tmtool.languages.finding import Reading
from tmtool.languages.halves import Halves
from tmtool.languages.number_words import NumberWords, parts_in
from tmtool.model import Placeable

_SPACES = " \u00a0\u2009\u202f"
_SCALES = {
    "mil": 3,
    "millón": 6,
    "millones": 6,
    "mil millones": 9,
    "miles de millones": 9,
    "billón": 12,
    "billones": 12,
}
_PERCENT = re.compile(r"\s?(?:%|por\s(?:ciento|cien)(?!\w))", re.IGNORECASE)
_HALVES = Halves(_SCALES, after=re.compile(r"\sy medi[oa](?!\w)"))
_RANGE = re.compile(r"(?:[-–—]|\s(?:a|al|y|o|u|y el|al?l? el|[-–])\s(?:el\s|un\s)?)")


@cache
def vocabulary() -> NumberWords:
    """Returns the numerals in words."""
    return NumberWords(parts_in(Path(__file__).with_name("numerals.tsv")), joints=frozenset({"y"}))


@cache
def _digits() -> re.Pattern[str]:
    scale = "|".join(sorted(_SCALES, key=len, reverse=True))
    return re.compile(
        r"(?=[0-9])(?<!\w)(?<![A-Za-z]\.)(?<![A-Z][-‑])(?<![0-9][.,])(?:"
        r"(?P<ordinal>[0-9]++(?:\.[0-9]{3})?)(?:\.?[ºª°](?![CF])|\.?(?:er|ero|era|ra|ro|da|do|ta|to|ma|mo|va|vo|na|no|a|o|as|os)(?!\w))"
        rf"|(?P<whole>[1-9][0-9]{{0,2}}(?:[.{_SPACES}][0-9]{{3}})++(?![0-9])|[0-9]++)"
        rf"(?:[.,](?P<fraction>[0-9]++)(?![0-9]))?+(?:[{_SPACES}](?P<scale>{scale})(?!\w))?(?!\w))"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers, percentages and ordinals of a text."""
    found = list(numerals.in_figures(reading.lower, _digits(), _SCALES)) if reading.has_digits else []
    found += vocabulary().find(reading.lower)
    return numerals.placeables(reading.text, _HALVES.read(reading.lower, found), _PERCENT, _RANGE)
