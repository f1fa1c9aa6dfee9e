"""Finds Chinese references: 第5条, 第3段(a), 第2100(2013)号决议, 第71/1号决议, 议程项目3(a), 附件二; labels (a)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import roman
from tmtool.languages.finding import Reading
from tmtool.languages.tables import any_sign, any_word, rows
from tmtool.languages.zh.numerals import HAN, UP_TO_TEN, han_value
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_LABEL = rf"\(\s?(?:[a-z]|[ivx]{{2,5}}|[0-9]{{1,2}}|[{UP_TO_TEN}]{{1,3}})\s?\)"
_SESSION = r"\((?:[12][0-9]{3}|(?:S-|ES-)?[IVXL]++)\)"
"""What follows the number of a resolution: its year, or the session."""
_PARTS = rf"(?:\s?(?:{any_word(_FOLDER, 'label-joint')})\s?[A-Z](?![A-Za-z0-9]))*+"
"""Further parts of a resolution: 69/237 A至C号决议."""
_NUMBER = (
    rf"(?:[0-9]++\s?[A-Z](?=\s?{_SESSION})|[0-9]++/[0-9]++\s?[A-Z](?![A-Za-z0-9]){_PARTS}"
    rf"|[0-9]++(?:[./][0-9A-Z]++)*+|{HAN}+|[㈠-㈩])"
)
_HAN_LABEL = re.compile(rf"\(\s?[{UP_TO_TEN}]{{1,3}}\s?\)")
_LETTERS = frozenset("LCD")
"""Capitals that name an annex rather than number it."""
_IN_PARTS = re.compile(r"[0-9]+(?:/[0-9]+)?\s?[A-Z](?![A-Za-z0-9])")
"""The number of a resolution with several parts: 68/549 A, 217 A(III)."""
_LATIN = ("bis", "ter", "quater")
_OF_A_YEAR = re.compile(r"no:[0-9]+/((?:19|20)[0-9]{2})")
_ARTICLE, _ITEM = "条", "项"
_LETTERS_IN_ALL = 26
_JOINT = rf"(?:{any_word(_FOLDER, 'label-joint')})"


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {noun: (canonical, place) for noun, canonical, place in rows(_FOLDER / "references.tsv")}


def _alternatives(place: str) -> str:
    return "|".join(sorted((noun for noun, (_, own) in _nouns().items() if own == place), key=len, reverse=True))


@cache
def _ordinals() -> re.Pattern[str]:
    numbered = rf"第?\s?{_NUMBER}(?:\s?{_SESSION}|\s?(?:{_LABEL})+)?(?:\s?号(?=\s?{_JOINT}))?"
    part, section = any_word(_FOLDER, "part"), any_word(_FOLDER, "section")
    return re.compile(
        rf"(?=第|[0-9]+\s?{_SESSION})(?P<parts>{numbered}(?:\s?{_JOINT}\s?{numbered})*+)\s?"
        rf"(?P<noun>{_alternatives('ordinal')})(?:之(?P<bis>[{any_sign(_FOLDER, 'bis')}]))?"
        rf"(?P<letter>[A-H](?![A-Za-z0-9.]|\s?(?:{part}|{section})))?(?P<labels>(?:\s?{_LABEL})*)"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"第?\s?(?P<number>{_NUMBER})(?P<year>\s?{_SESSION})?(?P<labels>(?:\s?{_LABEL})*)")


@cache
def _lettered() -> re.Pattern[str]:
    part, section = any_word(_FOLDER, "part"), any_word(_FOLDER, "section")
    other = any_sign(_FOLDER, "no-section-after")
    return re.compile(rf"(?<![A-Za-z0-9第.])(?P<letter>[A-H])\s?(?P<noun>{part}|(?:{section})(?![{other}]))")


@cache
def _after() -> re.Pattern[str]:
    others = any_sign(_FOLDER, "not-numbered")
    figures = rf"[0-9]++(?:\.(?:[0-9]++|[A-Z](?![A-Za-z0-9])))*+(?![{others}])|[IVXL]+(?![A-Za-z])|[A-Z](?![A-Za-z0-9])"
    options = "|".join(f"(?<={noun})" for noun in any_word(_FOLDER, "option-before").split("|"))
    han = rf"(?:{options})[{UP_TO_TEN}]{{1,3}}"
    goes_on = any_sign(_FOLDER, "shown-goes-on")
    shown = rf"(?<=[{any_sign(_FOLDER, 'shown-before')}])[{UP_TO_TEN}]{{1,3}}(?![^\W{goes_on}])"
    again, no_noun = any_word(_FOLDER, "noun-again"), any_sign(_FOLDER, "no-reference-before")
    number = rf"(?:{figures}|{han}|{shown})"
    part = rf"{number}(?:\s?{_LABEL})*"
    further = rf"[{UP_TO_TEN}]{{1,3}}(?=\W|$|{_JOINT})"  # 附件一、三和五
    return re.compile(
        rf"(?<![{no_noun}])(?P<noun>{_alternatives('after')})\s?"
        rf"(?P<parts>{part}(?:\s?{_JOINT}\s?(?:{again})?(?:{part}|(?:{_LABEL})+|{further}))*+)"
    )


@cache
def _after_part() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>[0-9]++(?:\.(?:[0-9]++|[A-Z]))*+|[IVXL]+|[A-Z]|[{UP_TO_TEN}]{{1,3}})?(?P<labels>(?:\s?{_LABEL})*)"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text."""
    text = reading.text
    if "第" in text or "号" in text:
        yield from _of_ordinals(text)
    for match in _lettered().finditer(text):
        yield Placeable(
            PlaceableKind.REFERENCE,
            Span(*match.span()),
            f"{_nouns()[match['noun']][0]}:{match['letter'].lower()}",
        )
    for match in _after().finditer(text):
        canonical = _nouns()[match["noun"]][0]
        head = ""
        for part in _after_part().finditer(text, *match.span("parts")):
            if not part.group():
                continue
            number = part["number"]
            if number and not _plain(number):
                continue
            head = _plain(number) if number else head
            value = ".".join([head, *_labels(part["labels"])]).strip(".")
            yield Placeable(PlaceableKind.REFERENCE, Span(*part.span()), f"{canonical}:{value}")


def _of_ordinals(text: str) -> Iterator[Placeable]:
    end, before = 0, ""
    for match in _ordinals().finditer(text):
        canonical = _nouns()[match["noun"]][0]
        is_next = match["noun"] == _ITEM and end == match.start() > 0
        # 第七条第二款第一项 is article 7 (2) (a), and 第二条第四项 of the Charter Article 2, paragraph 4.
        is_letter = is_next and before != _ARTICLE
        if is_next and not is_letter:
            canonical = "paragraph"
        end, before = match.end(), match["noun"]
        parts = list(_part().finditer(text, *match.span("parts")))
        for place, part in enumerate(parts):
            number = _plain(part["number"])
            if not number:
                continue
            if is_letter and number.isdigit() and 0 < int(number) <= _LETTERS_IN_ALL:
                number = chr(ord("a") + int(number) - 1)
            last = place == len(parts) - 1
            labels = _labels(part["labels"]) + (
                [*_inserted(match["bis"]), *(match["letter"] or "").lower(), *_labels(match["labels"])] if last else []
            )
            year = re.sub(r"\s", "", part["year"] or "")
            yield Placeable(
                PlaceableKind.REFERENCE,
                Span(part.start(), match.end() if last else part.end()),
                f"{canonical}:" + ".".join([number + year, *labels]),
            )


def _inserted(written: str | None) -> list[str]:
    """Returns the Latin word for an article that was put after another one, by its number in Han characters."""
    return [_LATIN[(han_value(written) or 0) - 2]] if written else []


def _plain(number: str) -> str:
    """Returns a number in figures, "" for what is none."""
    if number[0].isdigit():
        in_parts = _IN_PARTS.match(number)
        return re.sub(r"\s", "", in_parts.group()) if in_parts else number.lower()
    if number.isascii():
        is_letter = number in _LETTERS or not re.fullmatch(roman.PATTERN, number)
        return number.lower() if is_letter else str(roman.value(number))
    if "㈠" <= number <= "㈩":
        return str(ord(number) - ord("㈠") + 1)
    value = han_value(number, positional=True)
    return "" if value is None else str(value)


def _labels(labels: str) -> list[str]:
    found = (label.strip(" ()") for label in re.findall(_LABEL, labels))
    return [one if one.isascii() else _plain(one) for one in found]


def other_readings(one: Placeable, written: str) -> tuple[str, ...]:
    """Returns a reference with letters in the place of labels in Han numerals: 第一条(二) is article I (b); and with a
    letter in the place of the number of an item of an article: 第二条第四项 may be article 2 (d). Of a law others may
    read the year alone: 第1/2008号."""
    if one.kind is not PlaceableKind.REFERENCE:
        return ()
    if of_a_year := _OF_A_YEAR.fullmatch(one.value):
        return (of_a_year[1],)
    head, *levels = one.value.split(".")
    noun, _, letter = head.partition(":")
    if noun == "paragraph" and written.endswith(_ITEM) and letter.isdigit() and 0 < int(letter) <= _LETTERS_IN_ALL:
        return (f"subparagraph:{chr(ord('a') + int(letter) - 1)}",)
    if not _HAN_LABEL.search(written):
        return ()
    letters = [
        chr(ord("a") + int(level) - 1) if level.isdigit() and 0 < int(level) <= _LETTERS_IN_ALL else level
        for level in levels
    ]
    return (".".join([head, *letters]),)


@cache
def _label() -> re.Pattern[str]:
    labels = r"\((?:[a-z]|[ivx]{2,5})\)"
    return re.compile(rf"(?<![\w)])(?:{labels}\s?)+|(?<=[\u3000-\uffef])(?:{labels})+")


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter": (a) is "letter:a"."""
    if "(" in reading.text:
        for match in _label().finditer(reading.text):
            end = match.start() + len(match.group().rstrip())
            value = ".".join(re.findall(r"[a-z]+", match.group()))
            yield Placeable(PlaceableKind.REFERENCE, Span(match.start(), end), f"letter:{value}")
