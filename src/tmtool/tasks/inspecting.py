"""Looks through the units of a memory for what is wrong with their content: the same twice, numbers that disagree,
pairs that look misaligned.

What can be said of numbers and lengths, the checks of drafts say; here they are asked of all units for which a quick
look at figures and lengths gives reason to. Which words belong together, the memory itself teaches where no table says
it: most of it is right.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import attrgetter
from typing import Literal

from tmtool.alignment.belonging import Belonging
from tmtool.alignment.training import Example
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Level
from tmtool.model.wording import say
from tmtool.store.digest import digest_of
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.text.tokens import normalise

DoubtKind = Literal["duplicate", "numbers", "misaligned"]

_OF_NUMBERS = ("numbers-value", "dates-value", "dates-time", "references-number", "references-symbol")
_CHECKS: dict[str, DoubtKind] = {**dict.fromkeys(_OF_NUMBERS, "numbers"), "completeness-length": "misaligned"}
_UNITS_AT_ONCE = 2000
_SHARED_FROM = 50_000
"""Units from which on further processes pay, of which each loads the checks."""
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


_Stored = tuple[int, str, str]
"""A unit with its two texts."""


def doubts(
    home: Home,
    source_language: str,
    target_language: str,
    progress: Callable[[int, int], None] = lambda done, expected: None,
    *,
    all_cores: bool = False,
) -> Iterator[Doubt]:
    """Yields what looks wrong with the units that have both languages: numbers and misaligned pairs as they come, by
    unit, then those that say the same. With `all_cores`, large memories are shared among processes."""
    expected = sum(one.units for one in home.statistics().memories)
    belonging = _learnt(home, source_language, target_language, 1 + expected // _TEACHING)
    looking = _Looking(source_language, target_language, belonging)
    parts = _parts(_pairs(home, source_language, target_language))
    numbers, keys = array("q"), array("Q")
    for units, found in _looked_through(home, looking, parts, all_cores and expected >= _SHARED_FROM):
        yield from found
        for unit, key in units:
            numbers.append(unit)
            keys.append(key)
        progress(len(keys), max(len(keys), expected))
    several = _several(numbers, keys)
    wanted = {alike[0] for alike in several}
    texts: dict[int, tuple[str, str]] = {}
    for unit, source, target in _pairs(home, source_language, target_language) if wanted else ():
        if unit in wanted:
            texts[unit] = source, target
            if len(texts) == len(wanted):
                break
    for alike in several:
        yield Doubt("duplicate", tuple(alike), *texts[alike[0]])


def _several(units: Sequence[int], keys: Sequence[int]) -> list[list[int]]:
    """Returns the units of each key that several have, in the order of the first ones. Most keys one unit has, and a
    list for each of a million takes two hundred megabytes."""
    twice = {key for key, following in pairwise(sorted(keys)) if key == following}
    same: dict[int, list[int]] = {}
    for unit, key in zip(units, keys, strict=True):
        if key in twice:
            same.setdefault(key, []).append(unit)
    return list(same.values())


_Seen = tuple[list[tuple[int, int]], list[Doubt]]
"""Some units, each with a number that is the same for those that say the same, and what looks wrong with them."""


@dataclass(frozen=True, slots=True)
class _Looking:
    """A `_Looking` looks through some units after others, in whatever process."""

    source_language: str
    target_language: str
    belonging: Belonging

    def answering(self, home: Home) -> Callable[[list[_Stored]], _Seen]:
        """Returns the function that looks through some; the home is not asked."""
        return self.seen

    def seen(self, units: list[_Stored]) -> _Seen:
        """Returns what there is to be said of units."""
        found: list[Doubt] = []
        suspicious: list[Pair] = []
        for unit, source, target in units:
            if self.belonging.are_strangers(source, target):
                message = say("Hardly a word of one text has its counterpart in the other.")
                found.append(Doubt("misaligned", (unit,), source, target, message))
            elif _is_suspicious(source, target):
                suspicious.append(Pair(number=unit, source=source, target=target))
        found += _checked(suspicious, self.source_language, self.target_language)
        found.sort(key=attrgetter("units"))
        return [(unit, _number(source, target)) for unit, source, target in units], found


def _number(source: str, target: str) -> int:
    return int.from_bytes(digest_of(f"{normalise(source)}\n{normalise(target)}", 8), "big")


def _parts(units: Iterator[_Stored]) -> Iterator[list[_Stored]]:
    while part := list(islice(units, _UNITS_AT_ONCE)):
        yield part


def _looked_through(
    home: Home, looking: _Looking, parts: Iterator[list[_Stored]], on_all_cores: bool
) -> Iterator[_Seen]:
    if not on_all_cores:
        return map(looking.seen, parts)
    from tmtool.tasks.on_all_cores import answers

    return answers(home, looking, parts, at_once=1)


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
