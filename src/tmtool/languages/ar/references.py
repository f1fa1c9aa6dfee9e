"""Finds Arabic references: "المادة 5", "القرارين 1267 (1999) و 1989 (2011)", "البند 3 (أ)", "المرفق جيم"; and
labels: (أ)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import roman
from tmtool.languages.ar.letters import bare
from tmtool.languages.finding import Reading
from tmtool.languages.tables import any_word, rows
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_SESSION = r"\((?:[12][0-9]{3}|[IVXL]+|د[^()0-9]{0,5}[0-9]{1,2})\)"
"""What follows the number of a resolution: its year, or the session, (د-10) for (X)."""
_QUOTED = r"['\"‘][0-9]{1,2}['\"’]"
"""A label that others have in Roman numerals: (ب) '2' is (b) (ii)."""
_BIS = r"(?:\sمكررا?(?:\s\(?(?:ثانيا|ثالثا)\)?)?(?!\w))"
_JOINT = r"\s?(?:،|و|او|الي|حتي|[-–—])\s?"
_MONTH = rf"\s(?:{any_word(_FOLDER, 'levantine-month')})"
_MEETINGS = r"(?:جلست?|الجلسات|جلسات|دورت?|اجتماع|الاجتماع|الدور|الجلس)\w*(?:\sالعامه|\sالعاديه)?\s(?=[0-9])"


_OF_BODY = r"\s(?:الجمعيه العامه|مجلس الامن|المجلس الاقتصادي والاجتماعي|المجلس|الجمعيه|المؤتمر|اللجنه)(?:\sرقم)?"
"""The body whose resolution it is: قرار الجمعية العامة 75/196."""
_OF_A_SESSION = re.compile(r"(?<![\w./,-])(?P<number>[0-9]{1,4}+)\s?(?P<session>\(د[^()0-9]{0,5}[0-9]{1,2}\))")
"""The number of a resolution wherever it is, as only resolutions and decisions have a session behind theirs: the words
between may be those of its body (قرار الجمعية العامة 3235 (د-29))."""


@cache
def _nouns() -> dict[str, str]:
    return {bare(form): noun for forms, noun in rows(_FOLDER / "references.tsv") for form in forms.split()}


@cache
def letters() -> dict[str, str]:
    """Returns the folded letters of labels, with the Latin letter in the place of each."""
    return {bare(letter) or letter: latin for letter, latin in rows(_FOLDER / "labels.tsv")}


@cache
def _letter_names() -> dict[str, str]:
    return {bare(name): latin for name, latin in rows(_FOLDER / "letter_names.tsv")}


@cache
def _capitals() -> str:
    """Returns the names of the letters of resolutions with several parts: 68/549 ألف is 68/549 A."""
    return "|".join(name for name, latin in _letter_names().items() if latin.isalpha())


def _label() -> str:
    return rf"(?:\(?\s?(?:{'|'.join(letters())}|[a-z]|[ivx]{{2,5}}|[0-9]{{1,2}})\s?\)|{_QUOTED})"


@cache
def _references() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(_nouns(), key=len, reverse=True))
    without = "|".join(sorted({noun[2:] for noun in _nouns() if noun.startswith("ال")}, key=len, reverse=True))
    number = (
        rf"(?:[0-9]++/[0-9]++\s(?:{_capitals()})(?!\w)|[0-9]++\s(?:{_capitals()})\s?{_SESSION}|[0-9]++(?:[./][0-9]++)*+(?!\s?%|[0-9]|{_MONTH})(?:\s?{_SESSION})?"
        rf"|[IVXL]+(?!\w)|(?:{'|'.join(_letter_names())})(?!\w))"
    )
    part = rf"{number}{_BIS}?(?:\s?{_label()})*"
    return re.compile(
        rf"(?<!\w)(?:[وف]?[بلك]?(?P<noun>{nouns})|[وف]?لل(?P<other>{without}))(?:\s(?:رقم|الفرعيه)|{_OF_BODY})?\s(?P<parts>(?:{part}|{_label()})(?:{_JOINT}(?:{part}|{_label()}(?!\w)))*+)"
    )


@cache
def _lettered() -> re.Pattern[str]:
    """Returns the expression of the letter of a section that has its number in words: الفرع الرابع-باء is IV.B."""
    return re.compile(rf"(?<!\w)[وفبل]?الفرع ال\w+\s?[-–]\s?(?P<letter>{_capitals()})(?!\w)")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>[0-9]++(?:/[0-9]++)?\s(?:{_capitals()})(?!\w)|[0-9]++(?:[./][0-9]++)*+|[IVXL]+|{'|'.join(_letter_names())})?"
        rf"(?P<year>\s?{_SESSION})?(?P<bis>{_BIS})?(?P<labels>(?:\s?{_label()})*)"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text."""
    text = reading.text
    end = 0
    for match in _references().finditer(text):
        yield from _of_sessions(text, end, match.start())
        end = match.end()
        noun = _nouns()[match["noun"] or f"ال{match['other']}"]
        head = ""
        for part in _part().finditer(text, *match.span("parts")):
            if not part.group().strip():
                continue
            number = part["number"]
            head = _plain(number) + _session(part["year"] or "") if number else head
            labels = [*_inserted(part["bis"]), *_labels(part["labels"])]
            value = ".".join(one for one in (head, *labels) if one)
            start = part.start() + len(part.group()) - len(part.group().lstrip())
            if value:
                yield Placeable(PlaceableKind.REFERENCE, Span(start, part.end()), f"{noun}:{value}")
    yield from _of_sessions(text, end, len(text))
    for match in _lettered().finditer(text):
        letter = _letter_names()[match["letter"]]
        yield Placeable(PlaceableKind.REFERENCE, Span(*match.span("letter")), f"section:{letter}")


def _of_sessions(text: str, start: int, end: int) -> Iterator[Placeable]:
    for match in _OF_A_SESSION.finditer(text, start, end):
        value = f"resolution:{match['number']}{_session(match['session'])}"
        yield Placeable(PlaceableKind.REFERENCE, Span(*match.span()), value)


def _plain(number: str) -> str:
    if number[0].isdigit():
        figures, _, letter = number.partition(" ")
        return figures + (_letter_names()[letter].upper() if letter else "")
    return str(roman.value(number)) if number.isascii() else _letter_names()[number]


def _inserted(written: str | None) -> list[str]:
    """Returns the Latin word for an article that was put after another one: مكررا is bis, مكررا ثانيا ter."""
    if not written:
        return []
    return ["quater" if "ثالثا" in written else "ter" if "ثانيا" in written else "bis"]


def _session(written: str) -> str:
    """Returns the year or the session of a resolution, the latter in Roman numerals as others have it."""
    session = re.search(r"د\D*([0-9]+)", written)
    return f"({roman.numeral(int(session[1]))})" if session else re.sub(r"\s", "", written)


def _labels(written: str) -> list[str]:
    found = re.findall(r"[^\s()]+", written)
    return [
        roman.numeral(int(label[1:-1])).lower() if re.fullmatch(_QUOTED, label) else letters().get(label, label)
        for label in found
    ]


@cache
def _meetings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبل]?{_MEETINGS}(?P<number>[0-9]++)(?![.,/0-9])")


def find_meetings(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers of meetings and sessions, which are ordinals elsewhere."""
    for match in _meetings().finditer(reading.text):
        yield Placeable(PlaceableKind.ORDINAL, Span(*match.span("number")), match["number"])


@cache
def _in_text() -> re.Pattern[str]:
    own = "|".join(letters())
    return re.compile(rf"(?<![\w(*])(?:\((?P<open>{own}|[a-z]|[ivx]{{2,5}})\)|(?P<closed>{own})\))")


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter"."""
    if ")" in reading.text:
        for match in _in_text().finditer(reading.text):
            letter = match["open"] or match["closed"]
            if match["open"] or "(" not in reading.text[max(0, match.start() - 60) : match.start()]:
                yield Placeable(PlaceableKind.REFERENCE, Span(*match.span()), f"letter:{letters().get(letter, letter)}")
