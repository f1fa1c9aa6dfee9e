"""Looks through the units of a memory for what is wrong with their content: the same twice, numbers that disagree,
pairs that look misaligned.

What can be said of numbers and lengths, the checks of drafts say; here they are asked of all units for which a quick
look at figures and lengths gives reason to. Which words belong together, the memory itself teaches where no table says
it: most of it is right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from tmtool.alignment.belonging import Belonging
from tmtool.alignment.training import Example
from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Level
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.text.tokens import normalise

DoubtKind = Literal["duplicate", "numbers", "misaligned"]

_OF_NUMBERS = ("numbers-value", "dates-value", "dates-time", "references-number", "references-symbol")
_CHECKS: dict[str, DoubtKind] = {**dict.fromkeys(_OF_NUMBERS, "numbers"), "completeness-length": "misaligned"}
_PAIRS_AT_ONCE = 500
_TEACHING = 5000
"""Pairs, spread over the memory, from which it is learnt which words translate each other."""
_FIGURES = re.compile(r"\d+")
_BETWEEN_FIGURES = re.compile(r"(?<=\d)[\s.,'’](?=\d)")
_SHORT, _LEAST, _MOST = 20, 0.6, 1.9
"""Below so many characters on both sides a length tells nothing; so many times as long as its source is not strange."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A `Doubt` is what looks wrong with units: several that say the same, or one whose numbers disagree or whose texts
    seem not to belong together; `message` says what a check finds in it."""

    kind: DoubtKind
    units: tuple[int, ...]
    source: str
    target: str
    message: str = ""


def doubts(
    home: Home,
    source_language: str,
    target_language: str,
    progress: Callable[[int, int], None] = lambda done, expected: None,
) -> Iterator[Doubt]:
    """Yields what looks wrong with the units that have both languages: numbers and misaligned pairs as they come, by
    unit, then those that say the same."""
    same: dict[int, list[int]] = {}
    waiting: list[Pair] = []
    texts: dict[int, tuple[str, str]] = {}
    expected = sum(one.units for one in home.statistics().memories)
    belonging = _learnt(home, source_language, target_language, 1 + expected // _TEACHING)
    for done, (unit, source, target) in enumerate(_pairs(home, source_language, target_language), 1):
        progress(done, max(done, expected))
        same.setdefault(hash((normalise(source), normalise(target))), []).append(unit)
        if belonging.are_strangers(source, target):
            message = say("Hardly a word of one text has its counterpart in the other.")
            yield Doubt("misaligned", (unit,), source, target, message)
        elif _is_suspicious(source, target):
            waiting.append(Pair(number=unit, source=source, target=target))
        if len(waiting) >= _PAIRS_AT_ONCE:
            yield from _checked(waiting, source_language, target_language)
            waiting.clear()
    yield from _checked(waiting, source_language, target_language)
    several = [units for units in same.values() if len(units) > 1]
    wanted = {units[0] for units in several}
    for unit, source, target in _pairs(home, source_language, target_language) if wanted else ():
        if unit in wanted:
            texts[unit] = source, target
    for units in several:
        yield Doubt("duplicate", tuple(units), *texts[units[0]])


def _learnt(home: Home, source_language: str, target_language: str, every: int) -> Belonging:
    """Returns which words translate each other, as one unit of so many teaches it."""
    some = islice(_pairs(home, source_language, target_language), 0, None, every)
    return Belonging((Example(source, target) for _, source, target in some), source_language, target_language)


def _pairs(home: Home, source_language: str, target_language: str) -> Iterator[tuple[int, str, str]]:
    """Yields the units that have both languages, each with the first of its texts, in their order."""
    sources = home.units.texts(source_language, Part())
    unit, source = 0, ""
    for number, _, target in home.units.texts(target_language, Part()):
        if number == unit and not source:
            continue
        while unit < number:
            unit, _, source = next(sources, (number + 1, 0, ""))
        if unit == number and source:
            yield unit, source, target
            source = ""


def _is_suspicious(source: str, target: str) -> bool:
    if Counter(_figures(source)) != Counter(_figures(target)):
        return True
    return max(len(source), len(target)) > _SHORT and not _LEAST <= len(target) / max(1, len(source)) <= _MOST


def _figures(text: str) -> list[str]:
    return _FIGURES.findall(_BETWEEN_FIGURES.sub("", text))


def _checked(pairs: list[Pair], source_language: str, target_language: str) -> Iterator[Doubt]:
    if not pairs:
        return
    draft = prepare(pairs, source_language=source_language, target_language=target_language)
    by_unit = {pair.number: pair for pair in pairs}
    for finding in run_checks(draft, "segment", _CHECKS):
        pair = by_unit[finding.segment]
        if finding.level in (Level.ERROR, Level.WARNING):
            yield Doubt(_CHECKS[finding.check], (pair.number,), pair.source or "", pair.target, finding.message)
