"""Reads Russian numerals: figures with spaced thousands and a decimal comma, ordinals such as 7-я and 7364-го, scales
in short (млн) and in words, and cardinals and ordinals in words in all cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import numerals
from tmtool.languages.finding import Reading
from tmtool.languages.halves import Halves
from tmtool.languages.number_words import NumberWords, parts_in
from tmtool.languages.numerals import Numeral
from tmtool.model import Placeable, Span

_SPACES = " \u00a0\u2009\u202f"
_SCALES = {"тыс": 3, "млн": 6, "мил": 6, "млрд": 9, "миллиард": 9, "трлн": 12, "триллион": 12}
_PERCENT = re.compile(
    r"\s?(?:%|проц\.|про-?цент(?:а|ов|у|ы|ам|ами|ах|ом|е)?(?!\w))|[-‑\s]?процентн\w{2,3}(?!\w)(?!\sпункт)",
    re.IGNORECASE,
)
_LARGE = {"миллион": 6, **_SCALES}
_LARGE_SCALE = r"(?P<scale>(?:миллион|миллиард|триллион)\w{0,3}|(?:млн|млрд|трлн)\.?)(?!\w)"
_HALVES = Halves(
    _LARGE,
    scaled=re.compile(rf"\sс половиной {_LARGE_SCALE}"),
)
_ONE_AND_A_HALF = re.compile(rf"(?<!\w)пол(?:тор[аы]|утора) {_LARGE_SCALE}")
_POINTED = re.compile(rf"(?P<whole>[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+)(?:[{_SPACES}](?P<scale>\w+))?")
_RANGE = re.compile(r"(?:[-–—]|\s(?:до|и|или|[-–—]|--)\s)")


@cache
def vocabulary() -> NumberWords:
    """Returns the numerals in words."""
    return NumberWords(parts_in(Path(__file__).with_name("numerals.tsv")))


@cache
def _digits() -> re.Pattern[str]:
    scale = r"тыс(?:\.|яч(?:а|и|у|ам|ами|ах|е)?)|млн\.?|миллион\w{0,3}|млрд\.?|миллиард\w{0,3}|трлн\.?|триллион\w{0,3}"
    return re.compile(
        r"(?=[0-9])(?<!\w)(?<![A-Za-zА-Яа-я]\.)(?<![A-ZА-Я][-‑])(?<![0-9][.,])(?:"
        r"(?P<ordinal>[0-9]++)(?:[-‑](?=\w)|(?=[егмхйя](?!\w)|(?:го|му|ми|ая|ый)(?!\w)))(?:[ое]?й|[аяоеу]|ю|ая|яя|ое|ее|ые|ые|ого|его|го|ому|ему|му|ом|ем|м|ым|ую|ых|их|х|ми|ти|[ыи]й)(?!\w)"
        rf"|(?P<whole>[1-9][0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}})++(?![0-9])|[0-9]++)"
        rf"(?:[.,](?P<fraction>[0-9]++)(?![0-9]))?+(?:[{_SPACES}](?P<scale>{scale})(?!\w))?(?:(?!\w)|(?=процентн)))"
    )


def other_readings(written: str) -> tuple[str, ...]:
    """Returns the value of a number whose thousands are parted by points: 80.000 человек."""
    match = _POINTED.match(written.lower())
    if match is None:
        return ()
    exponent = numerals.exponent_of(match["scale"], _SCALES)
    return (numerals.plain(match["whole"].replace(".", ""), exponent=exponent),)


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers, percentages and ordinals of a text."""
    found = list(numerals.in_figures(reading.lower, _digits(), _SCALES)) if reading.has_digits else []
    found += vocabulary().find(reading.lower)
    return numerals.placeables(
        reading.text, _HALVES.read(reading.lower, [*found, *_one_and_a_half(reading.lower)]), _PERCENT, _RANGE
    )


def _one_and_a_half(lower: str) -> Iterator[Numeral]:
    """Yields one and a half of a scale, which is one word: полтора миллиона."""
    for match in _ONE_AND_A_HALF.finditer(lower):
        exponent = numerals.exponent_of(match["scale"], _LARGE)
        yield Numeral(Span(*match.span()), numerals.plain("1", "5", exponent), in_words=True)
