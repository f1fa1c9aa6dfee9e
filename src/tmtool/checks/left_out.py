"""Which stretch of one text has nothing on the other side, and how surely was it left out?

Words of content find their counterparts (word_links.py); what stands alone in a row, or alone between two marks or
conjunctions, is a candidate. French rewords all the time, so no single sign tells. The signs are added up as a
logistic regression does, with the coefficients of ``left_out.tsv``: benchmarks/learn_left_out.py sets them on published
pairs and on the same pairs with something left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tmtool.checks.word_links import Word, align, alone, content, weight
from tmtool.languages import tables
from tmtool.model import Span

REPEATED, NAMED = 0.4, 0.5
"""What a word counts that has a counterpart elsewhere in the text, and one of a name of several words, which may be
taken up by a pronoun or an abbreviation."""
_GAP_IN_NAME = 8
"""Characters at most between two words of a name: Council of the."""
_EXPECTED = {"en": 1.12, "fr": 0.89}
"""Characters of the other language for one of this (docs/un-french.md, fact 15)."""
_AROUND = 3
"""Words of the other side so far around the place of a stretch are asked what stands alone there."""
_SEPARATORS = {
    "en": re.compile(r"[,;:()]|\b(?:and|or|nor|as well as)\b", re.IGNORECASE),
    "fr": re.compile(r"[,;:()]|\b(?:et|ou|ni|ainsi que)\b", re.IGNORECASE),
}
_FIGURES = re.compile(r"\d+")
_CLOSES = (".", ";", ":", "!", "?")
_CLOSED = (*_CLOSES, ")", "»", ">", '"')
_BEGINS = re.compile(r"(?:\d+\. )?[A-Z]")
_CARRIES_ON = re.compile(r"(?![ivx]+\))(?:[a-zàâéèêîôœû]{2}|[ày] |[ld]['’][a-zé])")


@dataclass(frozen=True, slots=True)
class Missing:
    """A stretch without counterpart, and how surely it was left out: the logarithm of the odds, on the scale of the
    table."""

    span: Span
    odds: float


@dataclass(frozen=True, slots=True)
class Side:
    """The words of a text, where each has its counterpart, which could have none at all, and what each counts."""

    text: str
    language: str
    words: tuple[Word, ...]
    links: list[int | None]
    strictly_alone: list[bool]
    counts: list[float]


@lru_cache(maxsize=64)
def sides(source: str, target: str, source_language: str, target_language: str) -> tuple[Side, Side]:
    """Both texts with their words aligned."""
    theirs, ours = content(source, source_language), content(target, target_language)
    there, back = align(theirs, ours, source_language, target_language)
    return (
        Side(
            source,
            source_language,
            theirs,
            there,
            alone(theirs, ours, source_language, target_language),
            _counts(source, source_language, theirs, there),
        ),
        Side(
            target,
            target_language,
            ours,
            back,
            alone(ours, theirs, target_language, source_language),
            _counts(target, target_language, ours, back),
        ),
    )


def _counts(text: str, language: str, words: Sequence[Word], links: Sequence[int | None]) -> list[float]:
    linked = {word.stem for word, link in zip(words, links, strict=True) if link is not None}
    counts = []
    for index, word in enumerate(words):
        count = weight(word, language) * (REPEATED if word.stem in linked else 1.0)
        counts.append(count * (NAMED if _is_in_name(text, words, index) else 1.0))
    return counts


def in_place_of(side: Side, place: int, index: int, end: int) -> bool:
    """True if the word `index` of the other text, which has `end` words, stands about where that at `place` should."""
    before = next((link for link in reversed(side.links[:place]) if link is not None), -1)
    after = next((link for link in side.links[place + 1 :] if link is not None), end)
    return min(before, after) - _AROUND <= index <= max(before, after) + _AROUND


def omitted(both: tuple[Side, Side]) -> Missing | None:
    """The stretch of the source that is most surely missing from the target, None if every word has a counterpart."""
    return _surest(both[0], both[1], "omission")


def added(both: tuple[Side, Side]) -> Missing | None:
    """The stretch of the target to which most surely nothing in the source answers."""
    return _surest(both[1], both[0], "addition")


def _surest(ours: Side, theirs: Side, kind: str) -> Missing | None:
    found = None
    for (start, end), values in signs(ours, theirs):
        odds = _odds(values, kind)
        if found is None or odds > found.odds:
            found = Missing(Span(ours.words[start].span.start, ours.words[end - 1].span.end), odds)
    return found


def signs(ours: Side, theirs: Side) -> Iterator[tuple[tuple[int, int], Mapping[str, float]]]:
    """The candidates of a text, from word to word, with their signs by name: what the coefficients are learnt from."""
    if not ours.words:
        return
    whole = _of_the_whole(ours, theirs)
    for start, end in _candidates(ours):
        yield (start, end), {**whole, **_of_the_stretch(start, end, ours, theirs, whole)}


def _is_in_name(text: str, words: Sequence[Word], index: int) -> bool:
    if not text[words[index].span.start].isupper():
        return False
    for first, second in ((index - 1, index), (index, index + 1)):
        if first >= 0 and second < len(words):
            one, other = words[first].span, words[second].span
            if text[one.start].isupper() and text[other.start].isupper() and other.start - one.end <= _GAP_IN_NAME:
                return True
    return False


def _candidates(side: Side) -> Iterator[tuple[int, int]]:
    """Runs of words that could have no counterpart, and runs and parts between separators that have none."""
    seen = set()
    flags = [link is None for link in side.links]
    for candidate in (*_runs(side.strictly_alone), *_runs(flags), *_parts(side, flags)):
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(flags):
        end = start
        while end < len(flags) and flags[end]:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def _parts(side: Side, flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in (*(mark.start() for mark in _SEPARATORS[side.language].finditer(side.text)), len(side.text)):
        end = start
        while end < len(side.words) and side.words[end].span.start < cut:
            end += 1
        if end > start and all(flags[start:end]):
            yield start, end
        start = end


def _of_the_whole(ours: Side, theirs: Side) -> dict[str, float]:
    """The signs that are the same for every stretch of a text."""
    ratio = len(theirs.text) / max(1.0, len(ours.text) * _EXPECTED[ours.language])
    separators, separators_there = (len(_SEPARATORS[one.language].findall(one.text)) for one in (ours, theirs))
    figures = Counter(_FIGURES.findall(theirs.text))
    short = max(-1.0, min(1.0, math.log(max(ratio, 0.01))))
    return {
        "size": math.log(len(ours.words)),
        "longer": short,
        "longer, by size": short * math.log(len(ours.words)),
        "separators": max(-3.0, min(4.0, separators - separators_there)),
        "figures": min(3.0, sum(figure not in figures for figure in _FIGURES.findall(ours.text))),
        "no final mark": float(ours.text.rstrip().endswith(_CLOSES) and not theirs.text.rstrip().endswith(_CLOSED)),
        "no capital": float(bool(_BEGINS.match(ours.text)) and bool(_CARRIES_ON.match(theirs.text))),
        "brackets": max(0.0, min(2.0, ours.text.count("(") - theirs.text.count("("))),
    }


def _of_the_stretch(start: int, end: int, ours: Side, theirs: Side, whole: Mapping[str, float]) -> dict[str, float]:
    """The signs of the words from `start` to `end`: what they count, and what stands in their place."""
    words, text, size = ours.words, ours.text, whole["size"]
    count = sum(ours.counts[start:end])
    surely = sum(
        one for one, alone_ in zip(ours.counts[start:end], ours.strictly_alone[start:end], strict=True) if alone_
    )
    before = next((link for link in reversed(ours.links[:start]) if link is not None), -1)
    after = next((link for link in ours.links[end:] if link is not None), len(theirs.words))
    first, last = min(before, after) - _AROUND, max(before, after) + _AROUND
    beside = range(max(0, first + 1), min(last, len(theirs.words)))
    free = sum(theirs.counts[index] for index in beside if theirs.links[index] is None)
    surely_free = sum(theirs.counts[index] for index in beside if theirs.strictly_alone[index])
    separator = _SEPARATORS[ours.language]
    opens = text[words[start - 1].span.end if start else 0 : words[start].span.start]
    closes = text[words[end - 1].span.end : words[end].span.start if end < len(words) else len(text)]
    bounds = (start == 0 or bool(separator.search(opens))) + (end == len(words) or bool(separator.search(closes)))
    depth = text.count("(", 0, words[start].span.start) - text.count(")", 0, words[start].span.start)
    return {
        "words": count,
        "words, root": math.sqrt(count),
        "surely": surely,
        "surely, at most 6": min(surely, 6.0),
        "surely, by size": surely * size,
        "surely, a word": surely / len(words),
        "words, longer": count * whole["longer"],
        "surely, longer": surely * whole["longer"],
        "bounds": float(bounds),
        "surely, both bounds": surely if bounds == 2 else 0.0,
        "surely, at the end": surely if end == len(words) else 0.0,
        "free there": free,
        "surely free there": surely_free,
        "free there, surely": free * surely,
        "crossed": float(after < before),
        "in brackets": whole["brackets"] if depth > 0 else 0.0,
    }


@cache
def _coefficients() -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for kind, sign, coefficient in tables.rows(Path(__file__).with_suffix(".tsv")):
        found.setdefault(kind, {})[sign] = float(coefficient)
    return found


def _odds(values: Mapping[str, float], kind: str) -> float:
    coefficients = _coefficients()[kind]
    return sum(coefficient * values.get(sign, 1.0) for sign, coefficient in coefficients.items())
