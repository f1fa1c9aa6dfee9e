"""Plants errors of the taxonomy (docs/un-french.md, section 15) in the French of published pairs, for check_seeded.py.

One error a row, by the substitutions of ``seeding.tsv`` and the functions below, each kind of error in several ways
that take turns, with a fixed seed.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.checks.engine.draft import Pair
from tmtool.languages import tables
from tmtool.model import Span

SEED = 20300910


@dataclass(frozen=True, slots=True)
class Planted:
    """A `Planted` is a row with one error. `span` are the changed words in the new target, at least one character."""

    row: int
    group: str
    error: str
    major: bool
    target: str
    span: Span


Plant = Callable[[str, str, random.Random], tuple[int, int, str] | None]
"""From source, target and a lot: what to put in place of which characters; None if there is nothing to change."""


def substitution(pattern: str, replacement: str) -> Plant:
    compiled = re.compile(pattern)

    def plant(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
        found = [one for one in compiled.finditer(target) if one.expand(replacement) != one.group()]
        if not found:
            return None
        chosen = lot.choice(found)
        return chosen.start(), chosen.end(), chosen.expand(replacement)

    return plant


def digits(pattern: str, change: Callable[[str, random.Random], str]) -> Plant:
    """Changes the figures that `pattern` finds (its first group)."""
    compiled = re.compile(pattern)

    def plant(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
        found = [(one, change(one.group(1), lot)) for one in compiled.finditer(target) if one.group(1) in source]
        found = [(one, new) for one, new in found if new != one.group(1) and new not in source]
        if not found:
            return None
        one, new = lot.choice(found)
        return one.start(1), one.end(1), new

    return plant


def another(number: str, lot: random.Random) -> str:
    return str(max(1, int(number) + lot.choice((-3, -2, -1, 1, 2, 5))))


def exchanged(number: str, lot: random.Random) -> str:
    place = lot.randrange(len(number) - 1)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    return number if swapped.startswith("0") else swapped


def copied(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    words = [word for word in re.findall(r"\w+", source) if word.islower()]
    return (0, len(target), source) if len(words) >= 4 else None


def half_translated(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    """Leaves the end of the segment in English."""
    english, french = source.split(), target.split(" ")
    if len(english) < 14 or len(french) < 14:
        return None
    start = len(" ".join(french[: len(french) // 2]))
    return start, len(target), " " + " ".join(english[len(english) // 2 :])


def phrase_left(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    """Leaves some words in the middle in English."""
    english, french = source.split(), list(re.finditer(r"[^ ]+", target))
    many = lot.randint(2, 5)
    if len(english) < 12 or len(french) < 12:
        return None
    place = lot.uniform(0.15, 0.75)
    left = english[int(place * len(english)) :][:many]
    if sum(word.isalpha() and word.islower() for word in left) < 2:
        return None
    put = french[int(place * len(french)) :][:many]
    return put[0].start(), put[-1].end(), " ".join(left)


def begun_later(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    """Drops the opening phrase, and gives the next word its capital."""
    found = re.match(r"(?:\d+\. )?([A-ZÉÀ][^,.;:()]{12,60}, )(\w)", target)
    return (found.start(1), found.end(2), found[2].upper()) if found else None


def turned_round(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    found = re.search(r"\bde ([A-ZÉ]\w+) à ([A-ZÉ]\w+)", target) or re.search(r"\bdu (\d+ \w+) au (\d+ \w+)", target)
    if not found:
        return None
    return (
        found.start(1),
        found.end(2),
        target[found.start(1) : found.end(2)]
        .replace(found.group(1), "\0")
        .replace(found.group(2), found.group(1))
        .replace("\0", found.group(2)),
    )


_NAME_WITH_SHORT = re.compile(
    r"(?P<name>[A-ZÉ]\w+(?:[ '-](?:des?|du|d|l|la|les?|aux?|à|et|en|pour|sur|contre|[A-Za-zéèêàôîç]{3,}))+) "
    r"(?P<brackets>\((?P<short>[A-Z][A-Za-z]*[A-Z][\w-]*)\))"
)


def abbreviation_lost(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    """Takes out the abbreviation that explains a name in brackets."""
    found = _NAME_WITH_SHORT.search(target)
    return (found.end("name"), found.end(), "") if found and re.search(r"\([A-Z]{2,}", source) else None


def name_lost(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    """Leaves of a name with its abbreviation only the latter."""
    found = _NAME_WITH_SHORT.search(target)
    return (*found.span(), found["short"]) if found and re.search(r"\([A-Z]{2,}", source) else None


PROCEDURES: tuple[tuple[str, str, bool, Plant], ...] = (
    ("numbers", "value changed", True, digits(r"(?<![\d,./])(\d{1,3})(?![\d.,/]|er?\b)(?= [a-zé])", another)),
    ("numbers", "digits exchanged", True, digits(r"(?<![\d,./])(\d{2,4})(?![\d.,/]|er?\b)", exchanged)),
    ("numbers", "end of a range", True, digits(r"\b(?:19|20)\d\d-((?:19|20)\d\d)\b", another)),
    (
        "dates",
        "year changed",
        True,
        digits(r"(?:janvier|mars|juin|juillet|mai|octobre|décembre|er|bre) (\d{4})\b", another),
    ),
    (
        "dates",
        "day changed",
        True,
        digits(r"\b(\d{1,2}) (?:janv|févr|mars|avril|mai|jui|août|sept|oct|nov|déc)", another),
    ),
    ("references", "resolution", True, digits(r"résolution (\d{2,4})", another)),
    ("references", "article", True, digits(r"articles? (\d{1,3})\b", another)),
    ("references", "paragraph", True, digits(r"(?:paragraphes?|par\.) (\d{1,3})\b", another)),
    (
        "references",
        "item, annex, section",
        True,
        digits(r"(?:point|section|chapitre|tableau|chap\.) (\d{1,3})\b", another),
    ),
    ("references", "letter of a sub-item", True, substitution(r"(?<=[ (\d] )a(?=\))", "b")),
    ("references", "letter of a sub-item", True, substitution(r"(?<=[ (\d] )c(?=\))", "d")),
    ("meaning", "direction turned round", True, turned_round),
    ("names", "explanation of an abbreviation lost", True, abbreviation_lost),
    ("names", "explanation of an abbreviation lost", True, name_lost),
    ("completeness", "opening phrase omitted", True, begun_later),
    ("completeness", "opening phrase omitted", True, begun_later),
    ("language", "segment left in English", True, copied),
    ("language", "clause left in English", True, half_translated),
    ("language", "phrase left in English", True, phrase_left),
)


def kinds() -> list[tuple[str, str, bool, list[Plant]]]:
    """Returns each class and error of it, with whether it is major and the ways to plant it."""
    ways: dict[tuple[str, str, bool], list[Plant]] = defaultdict(list)
    for group, error, severity, pattern, replacement in tables.rows(Path(__file__).with_name("seeding.tsv")):
        ways[group, error, severity == "M"].append(substitution(pattern, replacement))
    for group, error, major, plant in PROCEDURES:
        ways[group, error, major].append(plant)
    return [(*key, plants) for key, plants in ways.items()]


def planted(rows: Sequence[Pair], many: int) -> list[Planted]:
    """Returns up to `many` errors of each kind, each in a row of its own choosing, by ways taken in turn."""
    found = []
    for group, error, major, plants in kinds():
        lot = random.Random(f"{SEED} {group} {error}")
        order = list(range(len(rows)))
        lot.shuffle(order)
        taken: Counter[int] = Counter()
        share = -(-many // len(plants))
        done = 0
        for row in order:
            if done >= many:
                break
            for way in lot.sample(range(len(plants)), len(plants)):
                if taken[way] >= share:
                    continue
                change = plants[way](rows[row].source or "", rows[row].target, lot)
                if change is None:
                    continue
                start, end, new = change
                target = rows[row].target[:start] + new + rows[row].target[end:]
                found.append(Planted(row, group, error, major, target, around(target, start, start + len(new))))
                taken[way] += 1
                done += 1
                break
    found += shifted(rows, many)
    return found


def shifted(rows: Sequence[Pair], many: int) -> Iterator[Planted]:
    """Yields the target of the row before or after, of rows long enough to tell."""
    lot = random.Random(f"{SEED} shifted")
    long = [place for place in range(1, len(rows) - 1) if len(rows[place].target) > 40]
    for row in lot.sample(long, min(many, len(long))):
        target = rows[row + lot.choice((-1, 1))].target
        yield Planted(row, "language", "target of another segment", True, target, Span(0, max(1, len(target))))


def around(text: str, start: int, end: int) -> Span:
    """Returns the words that a change touches."""
    while start > 0 and (text[start - 1].isalnum() or start == end):
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, max(end, start + 1))
