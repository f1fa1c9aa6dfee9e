"""Reads German numerals: figures with points or spaces between the thousands and a decimal comma, ordinals such as
"7.", scales (Tsd., Mio., Milliarden), and cardinals and ordinals in words.

A figure with a point is an ordinal only before a noun, which has a capital, and not at the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import numerals
from tmtool.languages.finding import Reading
from tmtool.languages.number_words import NumberWords, parts_in
from tmtool.model import Placeable

_SPACES = " \u00a0\u2009\u202f"
_SCALES = {"tsd": 3, "tausend": 3, "mio": 6, "million": 6, "mrd": 9, "milliard": 9, "billion": 12}
_PERCENT = re.compile(r"[\s-]?(?:%|prozent\w{0,4}|vom hundert|v\. ?h\.)(?!\w)|-?prozentig\w*", re.IGNORECASE)
_RANGE = re.compile(r"(?:[-–—]|\s(?:bis|und|oder|[-–])\s)")


@cache
def vocabulary() -> NumberWords:
    """Returns the numerals in words."""
    return NumberWords(parts_in(Path(__file__).with_name("numerals.tsv")), joints=frozenset({"und"}))


@cache
def _digits() -> re.Pattern[str]:
    scale = r"tsd\.?|tausend|mio\.?|million(?:en)?|mrd\.?|milliarden?|billion(?:en)?"
    return re.compile(
        r"(?=[0-9])(?<!\w)(?<![A-Za-z]\.)(?<![A-Z][-‑])(?<![0-9][.,])(?:"
        r"(?P<ordinal>[0-9]{1,4}+)\.(?=[- ](?:und \d{1,4}\. )?(?:[A-ZÄÖÜ]\w*(?:ung|tag|mal|hundert|kongress|konferenz|"
        r"session|minute|plenum|jahr|runde|ausgabe)\b|(?:außer)?ordentliche\w*|reguläre\w*))"
        rf"|(?P<whole>[1-9][0-9]{{0,2}}(?:[.{_SPACES}][0-9]{{3}})++(?![0-9])|[0-9]++)"
        rf"(?:,(?P<fraction>[0-9]++)(?![0-9]))?+(?:[{_SPACES}-]?(?P<scale>(?i:{scale}))(?!\w))?(?!\w))"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers, percentages and ordinals of a text."""
    found = list(numerals.in_figures(reading.text, _digits(), _SCALES)) if reading.has_digits else []
    found += vocabulary().find(reading.lower)
    return numerals.placeables(reading.text, found, _PERCENT, _RANGE)
