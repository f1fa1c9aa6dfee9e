"""Reads English numerals: digits with thousands commas and a decimal point, and cardinals and ordinals in words.

A bare "one" is no number here, as French "un" is none: it is an article or a pronoun more often
than not. It counts with a unit ("one per cent", "one million") and in compounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import numerals
from tmtool.languages.finding import Reading
from tmtool.languages.halves import Halves
from tmtool.languages.numerals import Numeral, plain
from tmtool.model import Placeable, Span

_TEN, _HUNDRED = 10, 100
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "bn": 9, "trillion": 12}


@cache
def vocabulary() -> dict[str, tuple[int, str]]:
    """Returns numeral words with value and role."""
    return numerals.words_in(Path(__file__).with_name("numerals.tsv"))


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        r"(?=\.?[0-9])(?:(?<!\w)|(?<=\$[A-Z])|(?<=\bEuro)|(?<=\b(?:EUR|USD|RMB|GBP|JPY|RUB|CHF|SwF)))"
        r"(?<![A-Za-z]\.)(?<![A-Z][-‑])(?<![0-9][.,])(?:"
        r"(?P<ordinal>[0-9]++)(?:st|nd|rd|th)(?!\w)"
        r"|(?<=[$£€])(?P<money>[0-9]++(?:\.[0-9]++)?+) ?m(?!\w)"
        r"|(?P<decade>(?:1[0-9]|20)[0-9]0)s(?!\w)"
        r"|(?P<blob>(?:[1-9][0-9]{0,2}(?:(?:[\u00a0\u202f][0-9]{3})++|(?: [0-9]{3}){0,2}? 000"
        r"|(?: [0-9]{3}){1,3}(?= [mb]illion\b))(?![0-9])(?:\.[0-9]++)?+"
        r"|[0-9]++(?:[.,][0-9]++)*+|(?<=[\s$(<>~])\.[0-9]++(?![.,]?[0-9])))"
        r"(?:[ \u00a0\u202f-]?(?P<scale>thousand|million|billion|bn|trillion)s?(?!\w))?(?!\w))"
    )


@cache
def _runs() -> re.Pattern[str]:
    words = "|".join(sorted(vocabulary(), key=len, reverse=True))
    initials = "".join(sorted({word[0] for word in vocabulary()} | {"a"}))
    return re.compile(
        rf"(?=[{initials}])(?<![\w'’])(?:a\s(?=hundred|thousand|million|billion|trillion))?(?:{words})(?!\w)"
        rf"(?:(?:[\s‑-]|(?:(?<=thousand)|(?<=million)|(?<=billion)),\s)(?:and\s)?(?:{words})(?!\w))*"
    )


_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[, \u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?")
_SEPARATOR = re.compile(r"[, \u00a0\u202f]")
_TOKEN = re.compile(r"[a-z]+")
_PERCENT = re.compile(r"[\s-]?(?:%|per\s?cent(?!\w))", re.IGNORECASE)
_RANGE = re.compile(r"(?:[-–—]|\s(?:to|and|or|[-–])\s)")
_BY_THE_CLOCK = re.compile(r"\so['’]clock(?!\w)")
"""What makes a number an hour, though not whether of the morning or of the afternoon."""
_BEFORE_PERCENT = r"(?=[\s-]?(?:%|per[\s-]?cent(?!\w)|percentage[\s-]point)|(?<=\sa)\spoint(?!\w)(?! of))"
_HALVES = Halves(
    _SCALES,
    scaled=re.compile(r"[\s-]and[\s-]a[\s-]half[\s-](?P<scale>million|billion|trillion)s?(?!\w)"),
    after=re.compile(r"\sand a half(?!\w)"),
    shares=((re.compile(r"\b(?:a|one) quarter of $"), 25), (re.compile(r"\bthree[\s-]quarters of $"), 75)),
    parts=re.compile(
        r"\b(?:(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?"
        r"(?P<part>half|halves|third|quarter|fifth|tenth|hundredth|thousandth)(?:(?<=\w\w)s)?(?:\sof)?"
        rf"(?:\s(?:an?|one|1)(?:\ssingle)?)?{_BEFORE_PERCENT}"
    ),
    half=re.compile(rf"\sand\sa\shalf{_BEFORE_PERCENT}"),
    vocabulary=vocabulary,
    named={"half": 2, "halves": 2, "quarter": 4},
)


@cache
def _clues() -> frozenset[str]:
    return frozenset(vocabulary()) - {"one"} | {"cent", "percent"}


def other_readings(one: Placeable, written: str) -> tuple[str, ...]:
    """Returns the century that is named by its years: the 1800s are the nineteenth."""
    if not written.endswith("00s") or not one.value.isdigit():
        return ()
    return (str(int(one.value) // _HUNDRED + 1),)


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers, percentages and ordinals of a text."""
    found = list(_in_digits(reading.text)) if reading.has_digits else []
    if not reading.words.isdisjoint(_clues()):
        found += [numeral for run in _runs().finditer(reading.lower) for numeral in _in_words(reading.lower, run)]
    if "clock" in reading.lower:
        found = [one for one in found if not _BY_THE_CLOCK.match(reading.lower, one.span.end)]
    return numerals.placeables(reading.text, _HALVES.read(reading.lower, found), _PERCENT, _RANGE)


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _digits().finditer(text):
        span = Span(*match.span())
        if figure := match["ordinal"]:
            yield Numeral(span, plain(figure), ordinal=True)
        elif figure := match["money"]:
            whole, _, fraction = figure.partition(".")
            yield Numeral(span, plain(whole, fraction, _SCALES["million"]))
        elif figure := match["decade"]:
            yield Numeral(span, figure)
        else:
            yield from _in_blob(match)


def _in_blob(match: re.Match[str]) -> Iterator[Numeral]:
    """Yields a run of digits, points and commas: one number if the commas mark thousands, else a list."""
    blob, exponent = match["blob"], _SCALES.get(match["scale"] or "", 0)
    start = match.start("blob")
    if blob.isdecimal():
        yield Numeral(Span(start, match.end()), plain(blob, exponent=exponent))
        return
    if _THOUSANDS.fullmatch(blob):
        whole, _, fraction = _SEPARATOR.sub("", blob).partition(".")
        yield Numeral(Span(*match.span()), plain(whole, fraction, exponent))
        return
    parts = blob.split(",")
    for i, part in enumerate(parts):
        last = i == len(parts) - 1
        whole, _, fraction = part.partition(".")
        if "." not in fraction:
            span = Span(start, match.end() if last else start + len(part))
            yield Numeral(span, plain(whole, fraction, exponent if last else 0))
        start += len(part) + 1


def _in_words(lower: str, run: re.Match[str]) -> Iterator[Numeral]:
    """Yields the numerals of a run of numeral words; one run may hold several: "five six"."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(lower, run.start(), run.end())]
    names = [token for token, _, _ in tokens]
    i = 0
    while i < len(tokens):
        end, value, ordinal = _parse(names, i)
        if end == i:
            i += 1
            continue
        span = Span(tokens[i][1], tokens[end - 1][2])
        bare = names[i:end] == ["one"]
        yield Numeral(span, str(value), ordinal=ordinal, bare=bare, in_words=True)
        i = end


def _role(names: list[str], i: int) -> tuple[int, str]:
    return vocabulary().get(names[i], (0, "")) if i < len(names) else (0, "")


def _parse(names: list[str], start: int) -> tuple[int, int, bool]:
    """Reads one numeral from `start`: where it ends (`start` if there is none), its value, ordinal or not."""
    total, last_scale, i = 0, 0, start
    while True:
        begin = i + 1 if i > start and i < len(names) and names[i] == "and" else i
        end, value, ordinal = _below_thousand(names, begin, first=i == start)
        if end == begin:
            return i, total, False
        scale, role = _role(names, end)
        if not ordinal and role.startswith("scale"):
            if last_scale and scale >= last_scale:
                return i, total, False
            total, last_scale, i = total + value * scale, scale, end + 1
            if role == "scale-th":
                return i, total, True
            continue
        return end, total + value, ordinal


def _below_thousand(names: list[str], i: int, *, first: bool) -> tuple[int, int, bool]:
    value, role = _role(names, i)
    if first and names[i : i + 1] == ["a"]:
        value, role = 1, "unit"
        if _role(names, i + 1)[1].startswith("scale"):
            return i + 1, 1, False
    if role in ("unit", "teen"):
        hundreds = _role(names, i + 1)[1]
        if hundreds == "hundred-th":
            return i + 2, value * 100, True
        if hundreds == "hundred":
            begin = i + 3 if names[i + 2 : i + 3] == ["and"] else i + 2
            end, rest, ordinal = _below_hundred(names, begin)
            if end == begin or _role(names, end)[1].startswith("hundred"):
                return i + 2, value * 100, False
            return end, value * 100 + rest, ordinal
    if role == "hundred-th":
        return i + 1, 100, True
    if role == "hundred" and first and names[i + 1 : i + 2] == ["and"]:  # the hundred and tenth meeting
        end, below, ordinal = _below_hundred(names, i + 2)
        return (end, 100 + below, True) if ordinal else (i, 0, False)
    end, below, ordinal = _below_hundred(names, i)
    if below > _TEN and not ordinal and _role(names, end)[1] == "hundred":  # twenty-five hundred
        return end + 1, below * 100, False
    return end, below, ordinal


def _below_hundred(names: list[str], i: int) -> tuple[int, int, bool]:
    value, role = _role(names, i)
    base, _, ordinal = role.partition("-")
    if base not in ("zero", "unit", "teen", "ten"):
        return i, 0, False
    if role == "ten":
        unit, unit_role = _role(names, i + 1)
        if unit_role in ("unit", "unit-th"):
            return i + 2, value + unit, unit_role == "unit-th"
    return i + 1, value, bool(ordinal)
