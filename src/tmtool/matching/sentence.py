"""Reads a segment as adaptation needs it: list label, words and marks, values, names, final mark.

Two segments that differ in values only have the same keys in the same order. Kinds of apostrophes, quotation
marks, dashes and spaces are no difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from tmtool.documents.labels import take_label
from tmtool.languages.language import Language
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.text.composition import composed
from tmtool.text.masks import CLOSING, placeables_of
from tmtool.text.tokens import pattern_for

_REMEMBERED = 512
"""How many readings are kept: a query is held against several matches, an agenda repeats its sentences."""
_FINAL_MARK = re.compile(rf"\s*[{CLOSING}]$")
_SPELLINGS = str.maketrans({"’": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"})

NAME = "\0name"
"""The key of an item that stands for a name."""


class Item(NamedTuple):
    """An `Item` is a word, a mark, a value or a name of a segment, from `start` to `end` of its text. Items with equal
    keys may stand for each other."""

    key: str
    start: int
    end: int
    placeable: Placeable | None = None

    @property
    def span(self) -> Span:
        """Returns where it is: of few items it is asked, and there are many."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A `Sentence` is a segment read. `label` is the list label at its beginning and `mark` the sign at its end, "" for
    none; `abbreviated` is True if the text ends with the full stop of an abbreviation ("3 p.m.")."""

    text: str
    label: str
    items: tuple[Item, ...]
    mark: str
    body: Span
    abbreviated: bool = False

    @property
    def keys(self) -> list[str]:
        """Returns the keys of the items, in order."""
        return [item.key for item in self.items]

    @property
    def placeables(self) -> tuple[Placeable, ...]:
        """Returns the values between label and mark, those inside names left out."""
        return tuple(item.placeable for item in self.items if item.placeable)


@lru_cache(_REMEMBERED)
def read(text: str, language: Language, names: tuple[Span, ...] = ()) -> Sentence:
    """Returns the text read; `names` are stretches of it that are taken for one item each."""
    return reading(text, language, placeables_of(text, language), names)


def reading(text: str, language: Language, values: Sequence[Placeable], names: tuple[Span, ...] = ()) -> Sentence:
    """Returns a text read whose placeables are known."""
    label, rest = take_label(text)
    start = len(text) - len(rest)
    placeables = [
        found for found in values if found.span.start >= start and not any(found.span.overlaps(name) for name in names)
    ]
    end = len(text.rstrip())
    last = placeables[-1].span.end if placeables else 0
    final = _FINAL_MARK.search(text, max(start, last), end)
    mark = final.group().strip() if final else ""
    body = Span(start, final.start() if final else end)
    whole = [Item(_key(found), found.span.start, found.span.end, found) for found in placeables]
    whole += [Item(NAME, name.start, name.end) for name in names]
    whole.sort(key=lambda item: (item.start, item.end))
    items: list[Item] = []
    for item in [*whole, None]:
        items += _tokens(text, language.sound_variants, start, item.start if item else body.end)
        if item:
            items.append(item)
            start = item.end
    return Sentence(text, label, tuple(items), mark, body, abbreviated=last == end and text[end - 1 : end] == ".")


def settled(sentence: Sentence, beside: Sentence, language: Language) -> Sentence:
    """Returns a sentence in which a value that may be read in several ways, and that its original does not have, is
    read as one that the original has and the sentence else has not: 680 151 beside 151,680."""
    there = {one.value for one in sentence.placeables}
    wanted = {(one.kind, one.value) for one in beside.placeables if one.value not in there}
    if not wanted or all((one.kind, one.value) in wanted for one in sentence.placeables):
        return sentence
    has = {one.value for one in beside.placeables}
    items = []
    for item in sentence.items:
        one = item.placeable
        if one is not None and one.value not in has:
            readings = language.other_readings(one, one.span.of(sentence.text))
            fitting = [value for value in readings if (one.kind, value) in wanted]
            item = item._replace(placeable=replace(one, value=fitting[0])) if len(fitting) == 1 else item
        items.append(item)
    return replace(sentence, items=tuple(items))


def spelt(text: str) -> str:
    """Returns the text in NFC, with one kind of apostrophe, quotation mark and dash."""
    return text if text.isascii() else composed(text).translate(_SPELLINGS)


def _tokens(text: str, variants: Mapping[str, str], start: int, end: int) -> list[Item]:
    items = []
    for found in pattern_for(text).finditer(text, start, max(start, end)):
        word = found.group()
        key = (word if word.isascii() else spelt(word)).casefold()
        items.append(Item(variants.get(key, key), found.start(), found.end()))
    return items


def _key(found: Placeable) -> str:
    if found.kind is PlaceableKind.REFERENCE and found.value.startswith("letter:"):
        return "\0letter"
    return f"\0{found.kind.value}"
