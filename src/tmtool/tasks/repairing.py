"""Repairs what is certain in a draft, in the format that it came in, and proves that nothing else changed.

A repair stays only if the repaired file, read and checked again, has the expected text, does not report what was
repaired, and reports nothing new. Repairing goes on until nothing more can be repaired, so that a second time changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tmtool.checks.engine.repair import Repair, moved, repaired, repairs
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError
from tmtool.formats.passages import Edit, Editable
from tmtool.model import Finding, Span
from tmtool.tasks.check import Checked
from tmtool.tasks.placing import Placing, editable

CLASHES = "it clashes with another repair of the same words"
UNPLACED = "the file divides its words (a line end, a code, another look, a field), or cannot hold a character of it"
UNPROVEN = "the repaired text would be reported again, or something else in it"

Recheck = Callable[[Path], Checked]
"""The same check on another file."""


@dataclass(frozen=True, slots=True)
class Left:
    """A fixable finding of the repaired draft that was not repaired, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A draft before and after its repair; the pairs of both are the same but for the targets.

    `made` are the findings repaired, with their texts of then; `content` is the repaired file.
    """

    before: Checked
    after: Checked
    made: tuple[Finding, ...]
    left: tuple[Left, ...]
    content: bytes


def repair(
    path: Path, checked: Checked, recheck: Recheck, *, segmentation: Segmentation, target_language: str
) -> Repaired:
    """Repairs the fixable findings of `checked`, the check of the file `path`, which stays as it is.

    Raises InputError for a format that cannot be changed.
    """
    made: list[Finding] = []
    now, place = checked, path
    with TemporaryDirectory() as folder:
        while True:
            attempt = _Attempt(place, editable(place, target_language), now, segmentation, recheck)
            found = attempt.largest(attempt.possible)
            if not found:
                return Repaired(checked, now, tuple(made), tuple(attempt.left), place.read_bytes())
            now, place = attempt.proven, Path(folder) / path.name
            place.write_bytes(attempt.content)
            made += [finding for _, one in found for finding in one.findings]


_Placed = tuple[int, Repair]
"""A repair and the index of its pair."""


class _Attempt:
    """One round of repairs of a file: which can be made together so that the result is proven."""

    def __init__(
        self, path: Path, file: Editable, before: Checked, segmentation: Segmentation, recheck: Recheck
    ) -> None:
        self._path, self._file, self._before, self._recheck = path, file, before, recheck
        self.proven = before
        self.content = b""
        self.left: list[Left] = []
        self.possible: list[_Placed] = []
        self._edits: dict[_Placed, tuple[Edit, ...]] = {}
        placing = Placing(file, before, segmentation)
        for pair, findings in before.by_pair():
            offered = repairs(findings)
            self.left += [Left(finding, CLASHES) for finding in offered.clashing]
            for one in offered.possible:
                found = placing.find(pair, one.span)
                edits = file.edits(*found, one.text) if found else None
                if edits is None:
                    self.left += [Left(finding, UNPLACED) for finding in one.findings]
                else:
                    self.possible.append((pair, one))
                    self._edits[pair, one] = edits

    def largest(self, rest: list[_Placed]) -> list[_Placed]:
        """As many of the repairs as can be made together, the result proven; the others are left.

        Where a first try goes wrong the pairs in trouble are tried again, one repair each at a time. What cannot be
        blamed on a pair is found by halving.
        """
        troubled = self._troubled(rest)
        suspects = [one for one in rest if one[0] in troubled]
        if not troubled:
            return rest
        if not suspects:
            return self._halved([], rest)
        sure = self._halved([], [one for one in rest if one not in suspects])
        while suspects:
            first = {pair: (pair, one) for pair, one in reversed(suspects)}
            suspects = [one for one in suspects if one != first[one[0]]]
            troubled = self._troubled([*sure, *first.values()])
            if troubled:
                self._leave([one for pair, one in first.items() if pair in troubled])
                sure = self._halved(sure, [one for pair, one in first.items() if pair not in troubled])
            else:
                sure = [*sure, *first.values()]
        return sure

    def _halved(self, sure: list[_Placed], rest: list[_Placed]) -> list[_Placed]:
        """`sure`, whose result is proven, with as many of the rest as halving finds."""
        if not rest or not self._troubled([*sure, *rest]):
            return [*sure, *rest]
        if len(rest) == 1:
            self._leave(rest)
            return sure
        half = len(rest) // 2
        return self._halved(self._halved(sure, rest[:half]), rest[half:])

    def _leave(self, unproven: Iterable[_Placed]) -> None:
        self.left += [Left(finding, UNPROVEN) for _, one in unproven for finding in one.findings]

    def _troubled(self, made: Sequence[_Placed]) -> set[int]:
        """The pairs that are not as they should be after these repairs, by index; -1 for more or fewer pairs. If there
        are none, the result is kept as the proven one."""
        if not made:
            return set()
        content = self._file.content(edit for one in made for edit in self._edits[one])
        with TemporaryDirectory() as folder:
            place = Path(folder) / self._path.name
            place.write_bytes(content)
            try:
                after = self._recheck(place)
            except InputError:
                return {-1}
        troubled = _unexpected(self._before, after, made)
        if not troubled:
            self.proven, self.content = after, content
        return troubled


def _unexpected(before: Checked, after: Checked, made: Sequence[_Placed]) -> set[int]:
    """The pairs whose target is not what the repairs make of it, or that have a finding which was not there before or
    was repaired; -1 if the pairs are others."""
    by_pair: dict[int, list[Repair]] = {}
    for index, one in made:
        by_pair.setdefault(index, []).append(one)
    pairs = before.draft.pairs
    if [(pair.number, pair.source) for pair in pairs] != [(pair.number, pair.source) for pair in after.draft.pairs]:
        return {-1}
    troubled = {
        index
        for index, (old, new) in enumerate(zip(pairs, after.draft.pairs, strict=True))
        if repaired(old.target, by_pair.get(index, ())) != new.target
    }
    done = {id(finding) for _, one in made for finding in one.findings}
    standing: dict[tuple[int, str], list[Span | None]] = {}
    for index, findings in before.by_pair():
        for finding in findings:
            if id(finding) not in done:
                span = finding.target_span
                where = moved(span, by_pair.get(index, ())) if span else None
                standing.setdefault((index, finding.check), []).append(where)
    for index, findings in after.by_pair():
        known = (_takes(standing.get((index, finding.check), []), finding.target_span) for finding in findings)
        if not all(known):
            troubled.add(index)
    return troubled


def _takes(known: list[Span | None], span: Span | None) -> bool:
    """Takes out of the known places the one that a finding has; False if it is a new one."""
    for place, other in enumerate(known):
        if span == other or (span is not None and other is not None and span.overlaps(other)):
            del known[place]
            return True
    return False
