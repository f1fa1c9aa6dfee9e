"""Looks for what is wrong in a file: by the rules of its format, by reading it, and in its texts.

Nothing is changed and no database is needed. What keeps a program from reading the file is an error; what it reads
otherwise than it was meant is a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.format import Format
from tmtool.formats.problems import Problem
from tmtool.formats.registry import detect, endings_of
from tmtool.formats.remarks import Remarks
from tmtool.model import Concept, Notice, Skipped, Unit
from tmtool.model.wording import say

MOST_OF_A_RULE = 200
"""No more places than that are kept of one rule; the others are counted."""
_FROM_READING = frozenset({"entry-left-out", "entry-doubtful"})
"""What a reader says of a line; where the format has an error there, that is the cause."""


@dataclass(frozen=True, slots=True)
class Validated:
    """A `Validated` says what is wrong in a file: the problems in the order of lines, and of how many more of a rule
    only the number is known. `broken` is the error that ended the reading, if one did."""

    path: Path
    format: str
    entries: int
    problems: tuple[Problem, ...]
    more: dict[str, int]
    broken: InputError | None

    def reaches(self, level: str) -> bool:
        """Tells whether something is wrong that is an error, or of whatever level where warnings count too."""
        return any(problem.level == "error" or level == "warning" for problem in self.problems)


def validate(path: Path, *, source_language: str, target_language: str, kind: str = "auto") -> Validated:
    """Returns what is wrong in a file of units, terms or segmentation rules; `kind` says whether a table is for
    "memory" or "terms".

    Raises InputError for a file of another kind, or one that cannot be opened.
    """
    found = detect(path)
    if found.validate is None:
        raise InputError(
            say("there are no rules for {name} files", name=found.name),
            say("give a file in {endings}", endings=endings_of(lambda known: known.validate)),
            path=path,
        )
    kept = _Kept()
    broken: InputError | None = None
    entries = 0
    try:
        for problem in found.validate(path):
            kept.add(problem)
        for one in _read(found, path, source_language, target_language, kind):
            if isinstance(one, Problem):
                kept.add(one)
            else:
                entries += 1
    except InputError as error:
        broken = error
    return Validated(path, found.name, entries, kept.in_order(), +kept.more, broken)


class _Kept:
    """Keeps the first problems of each rule and counts the others; one said twice of a line is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int | None, str], Problem] = {}
        self._counts: Counter[str] = Counter()
        self.more: Counter[str] = Counter()

    def add(self, problem: Problem) -> None:
        key = (problem.rule, problem.line, problem.text if problem.rule != "dates-impossible" else "")
        if key in self._found:
            return
        if self._counts[problem.rule] == MOST_OF_A_RULE:
            self.more[problem.rule] += 1
            return
        self._counts[problem.rule] += 1
        self._found[key] = problem

    def in_order(self) -> tuple[Problem, ...]:
        wrong = {one.line for one in self._found.values() if one.level == "error"}
        said = (one for one in self._found.values() if not (one.line in wrong and one.rule in _FROM_READING))
        return tuple(sorted(said, key=lambda one: (one.line is None, one.line or 0)))


def _is_source(unit: Unit | None) -> bool:
    """Tells whether a unit has its source text."""
    return unit is not None and bool(unit.source_language) and unit.variant(unit.source_language) is not None


def _read(
    found: Format, path: Path, source_language: str, target_language: str, asked: str
) -> Iterator[Problem | Unit | Concept]:
    """Yields the entries of a file, and what is to be said of them."""
    kind = asked
    if kind == "auto":
        kind = found.kind_of(path) if found.kind_of else "memory" if found.read_units else "terms"
    remarks = Remarks(source_language, target_language)
    pair = {"source_language": source_language, "target_language": target_language}
    entries: Iterator[object] = iter(())
    if kind == "memory" and found.read_units is not None:
        entries = found.read_units(path, **pair)
    elif found.read_concepts is not None:
        entries = found.read_concepts(path, **pair)
    for entry in entries:
        if isinstance(entry, Skipped):
            if found.read_fillable is not None and _is_source(entry.unit):
                continue  # What is still to be translated is no fault of a file that is there to be translated.
            left_out = say("{reason}: left out", reason=entry.reason)
            yield Problem("entry-left-out", left_out, say("complete it, or take it out"), entry.line, "warning")
        elif isinstance(entry, Notice):
            yield Problem("entry-doubtful", entry.text, say("say it in the file"), entry.line, "warning")
        elif isinstance(entry, Unit):
            yield from remarks.of_unit(entry)
            yield entry
        elif isinstance(entry, Concept):
            yield from remarks.of_concept(entry)
            yield entry
    yield from remarks.at_end()
