"""Reads Arabic numerals: figures of both kinds, the thousands apart by spaces, and numerals in words.

Text dumps often have the groups of thousands in reverse order: 294 641 1 is 1,641,294. Where a row of groups can be
read both ways (000 100, 100 200), the reading is the likelier one; `other_readings` gives the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from tmtool.languages import numerals
from tmtool.languages.finding import Reading
from tmtool.languages.halves import Halves
from tmtool.languages.number_words import NumberWords, Part, parts_in
from tmtool.languages.numerals import Numeral, exponent_of, plain
from tmtool.model import Placeable, Span

_SCALES = {"ال": 3, "مل": 6, "مليار": 9, "بل": 9, "تر": 12}
_PERCENT = re.compile(r"\s?%|\s(?:في\s|ب)الما?[يئ]ه(?!\w)")
_RANGE = re.compile(r"\s?(?:[-–—]|الي|و|او)\s?")
_HALVES = Halves(
    _SCALES,
    after=re.compile(r"\sونصف(?: (?:ال)?(?:مليون|بليون|مليار|تريليون))?(?!\w)"),
    shares=(
        (re.compile(r"(?<!\w)[وبلف]?ربع (?:ال)?$"), 25),
        (re.compile(r"(?<!\w)[وبلف]?ثلاثه ارباع (?:ال)?$"), 75),
    ),
)
_HUNDRED = 100
_AND_HUNDRED = re.compile(r"\sبعد الما?[يئ]ه(?!\w)")
"""What makes the 131st of the 31st."""
_CARDINAL_UNIT = re.compile(r"[وف]?(?:[بلك]ال|ال|لل)(?:(?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)ي?ه?|احدي|اثنت?[اي]ن)\sوال")
"""The beginning of a number with the article that is no ordinal, though a ten with the article alone would be one."""
_AGE = re.compile(r"(?<!\w)[وفبلك]?(?:ال|ل)?سن\s$")
"""What is before an ordinal that says an age, which others say by a number: سن الثامنة عشرة."""
_GROUPS = r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})*[ \u00a0\u202f][0-9]{1,3}"


@cache
def vocabulary() -> NumberWords:
    """Returns the numerals in words."""
    parts = parts_in(Path(__file__).with_name("numerals.tsv"))

    @cache
    def known(word: str) -> Part | None:
        joined = word.startswith("و") and word not in parts
        for start in ("و", "") if joined else ("",):
            rest = word[len(start) :]
            for prefix in ("ال", "لل", "بال", "ب", "ل", "ف", "ك", ""):
                part = parts.get(rest[len(prefix) :]) if rest.startswith(prefix) else None
                if part is not None and not (prefix in ("ال", "بال") and part.value == _HUNDRED):  # في المائة, بالمائة
                    # "The seventy" of a session is the seventieth.
                    definite = part.role == "ten" and prefix in ("ال", "لل", "بال")
                    return Part(part.value, part.role, part.ordinal or definite, joined=bool(start))
        return None

    return NumberWords(parts, units_first=True, known=known)


@cache
def _digits() -> re.Pattern[str]:
    scale = r"الفا?|الاف|مليونا?|ملايين|مليارا?ت?|بليونا?|بلايين|تريليونا?ت?"
    return re.compile(
        r"(?=[0-9])(?<![A-Za-z\u0621-\u064a][-‑])(?:(?<![\w.,/:])|(?<=\b[وبلكف])|(?<=[\u0600-\u06ff])|(?<=[\u0621-\u064a],))(?:"
        r"(?P<low>[0-9]{3})\.(?P<odd>[0-9]+)(?P<high>(?: [0-9]{3})* [0-9]{1,3})(?![0-9])"
        rf"|(?P<groups>{_GROUPS})(?![0-9])(?:[.,](?P<tail>[0-9]{{1,2}})(?![0-9]))?|(?P<commas>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9]))(?:\.(?P<after>[0-9]+))?"
        rf"|(?P<whole>[0-9]++)(?:[.,](?P<fraction>[0-9]++)(?![0-9]))?)(?:\s(?P<scale>{scale})(?!\w))?(?![A-Za-z0-9_])"
    )


def _ordered(groups: str) -> tuple[str, ...]:
    """Returns the ways to read groups of figures as one number, the likelier first."""
    parts = re.split(r"\D", groups)
    forward = all(len(part) == 3 for part in parts[1:]) and not parts[0].startswith("0")
    backward = all(len(part) == 3 for part in parts[:-1]) and not parts[-1].startswith("0")
    found = ["".join(parts)] if forward else []
    return tuple([*found, "".join(parts[::-1])] if backward else found)


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers, percentages and ordinals of a text."""
    found = list(_in_digits(reading.lower)) if reading.has_digits else []
    found += _ages(reading.lower, map(partial(_with_hundred, reading.lower), vocabulary().find(reading.lower)))
    return numerals.placeables(reading.text, _HALVES.read(reading.lower, found), _PERCENT, _RANGE)


def _ages(text: str, found: Iterable[Numeral]) -> Iterator[Numeral]:
    """Yields the numerals in words, those as numbers that say an age, one ordinal after another too, or whose units are
    no ordinal: الأعوام الأربعة والعشرون."""
    end = None
    for numeral in found:
        start = numeral.span.start
        if numeral.ordinal and _CARDINAL_UNIT.match(text, start):
            numeral = replace(numeral, ordinal=False)
        is_age = numeral.ordinal and (end == start - 1 or _AGE.search(text, 0, start) is not None)
        end = numeral.span.end if is_age else None
        yield replace(numeral, ordinal=False) if is_age else numeral


def _with_hundred(text: str, numeral: Numeral) -> Numeral:
    """Returns the ordinal with the hundred that is said after it."""
    more = _AND_HUNDRED.match(text, numeral.span.end) if numeral.ordinal else None
    if more is None:
        return numeral
    return replace(numeral, span=Span(numeral.span.start, more.end()), value=str(int(numeral.value) + _HUNDRED))


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _digits().finditer(text):
        exponent = exponent_of(match["scale"], _SCALES)
        if match["low"]:
            whole = "".join([*match["high"].split()[::-1], match["low"]])
            yield Numeral(Span(*match.span()), plain(whole, match["odd"], exponent))
        elif match["groups"]:
            ways = _ordered(match["groups"])
            if not ways:
                for part in re.finditer(r"[0-9]+", match["groups"]):
                    yield Numeral(Span(match.start() + part.start(), match.start() + part.end()), plain(part.group()))
                continue
            yield Numeral(Span(*match.span()), plain(ways[0], match["tail"] or "", exponent))
        elif match["commas"]:
            yield Numeral(Span(*match.span()), plain(match["commas"].replace(",", ""), match["after"] or "", exponent))
        else:
            yield Numeral(Span(*match.span()), plain(match["whole"], match["fraction"] or "", exponent))


def other_readings(written: str) -> tuple[str, ...]:
    """Returns the other values of what is written: with the groups in the other order, with a comma for decimals, or
    with both parts of a decimal exchanged."""
    found = re.match(rf"(?:{_GROUPS})(?![0-9])", written)
    if found:
        return tuple(map(plain, _ordered(found.group())[1:]))
    if comma := re.match(r"([0-9]{1,3}),([0-9]{3})(?![0-9,.])", written):
        return (plain(comma[1], comma[2]),)
    if grouped := re.match(r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9,.])", written):
        return (plain(grouped.group().replace(".", "")),)
    if parts := re.match(r"([0-9]+)[.,]([0-9]+)(?![0-9,.])", written):
        return (plain(parts[2], parts[1]),)
    return ()
