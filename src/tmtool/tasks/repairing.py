"""Repairs what is certain in a draft, in the format that it came in, and proves that nothing else changed.

A repair stays only if the repaired file, read and checked again, has the expected text, does not report what was
repaired, and reports nothing new. Repairing goes on until nothing more can be repaired, so that a second time changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tmtool.checks.repair import Repair, moved, repaired, repairs
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError
from tmtool.formats.passages import Edit, Editable
from tmtool.model import Finding, Span
from tmtool.tasks.check import Checked
from tmtool.tasks.placing import Placing, editable

CLASHES = "it clashes with another repair of the same words"
UNPLACED = "its words do not stand in the file in one piece"
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
            found = attempt.largest([], attempt.possible)
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

    def largest(self, sure: list[_Placed], rest: list[_Placed]) -> list[_Placed]:
        """`sure`, whose result is proven, with as many of the rest as halving finds; the others are left."""
        if not rest or self._proves([*sure, *rest]):
            return [*sure, *rest]
        if len(rest) == 1:
            self.left += [Left(finding, UNPROVEN) for finding in rest[0][1].findings]
            return sure
        half = len(rest) // 2
        return self.largest(self.largest(sure, rest[:half]), rest[half:])

    def _proves(self, made: Sequence[_Placed]) -> bool:
        content = self._file.content(edit for one in made for edit in self._edits[one])
        with TemporaryDirectory() as folder:
            place = Path(folder) / self._path.name
            place.write_bytes(content)
            try:
                after = self._recheck(place)
            except InputError:
                return False
        if not _as_expected(self._before, after, made):
            return False
        self.proven, self.content = after, content
        return True


def _as_expected(before: Checked, after: Checked, made: Sequence[_Placed]) -> bool:
    """Whether each target is what the repairs make of it, and each finding one that was there and not repaired."""
    by_pair: dict[int, list[Repair]] = {}
    for index, one in made:
        by_pair.setdefault(index, []).append(one)
    expected = [
        (pair.number, pair.source, repaired(pair.target, by_pair.get(index, ())))
        for index, pair in enumerate(before.draft.pairs)
    ]
    if expected != [(pair.number, pair.source, pair.target) for pair in after.draft.pairs]:
        return False
    done = {id(finding) for _, one in made for finding in one.findings}
    standing: dict[tuple[int, str], list[Span | None]] = {}
    for index, findings in before.by_pair():
        for finding in findings:
            if id(finding) not in done:
                span = finding.target_span
                where = moved(span, by_pair.get(index, ())) if span else None
                standing.setdefault((index, finding.check), []).append(where)
    return all(
        _takes(standing.get((index, finding.check), []), finding.target_span)
        for index, findings in after.by_pair()
        for finding in findings
    )


def _takes(known: list[Span | None], span: Span | None) -> bool:
    """Takes out of the known places the one that a finding has; False if it is a new one."""
    for place, other in enumerate(known):
        if span == other or (span is not None and other is not None and span.overlaps(other)):
            del known[place]
            return True
    return False
