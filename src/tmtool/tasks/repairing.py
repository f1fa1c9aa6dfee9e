"""Repairs what is certain in a draft, in the format that it came in, and proves that nothing else changed.

A repair stays only if the repaired file, read and checked again, has the expected text, does not report what was
repaired, and reports nothing new. Repairing goes on until nothing more can be repaired, so that a second time changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tmtool.checks.engine.registry import get
from tmtool.checks.engine.repair import Moves, Repair, repaired, repairs
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError
from tmtool.formats.passages import Edit, Editable
from tmtool.model import Finding, Span
from tmtool.model.wording import say
from tmtool.tasks.check import Checked
from tmtool.tasks.placing import Placing, editable

CLASHES = say("another repair of the same words disagrees with it; settle one of the two first")
UNPLACED = say(
    "a line end, a code, a field or another look divides its words in the file, or the file cannot hold a character of "
    "it; change them in the document"
)
UNPROVEN = say("with this change alone something would still be wrong with the segment; rewrite it by hand")
UNTRANSLATED = say("other words of the segment are not translated yet; translate them first")

EITHER = say("another place of the document has it otherwise, and either may be right; decide which of them stands")
AROUND = say("words around the term may have to change with it; write it by hand")
LIKELY = say("it is likely, not certain; read the sentence, and make it by hand if it is right")

TOO_LONG = say("the segment is so long that a repair in it is not proven; divide it, or change it by hand")

_OF_A_TERM = "term-"
"""How the names of the checks of terms begin."""
_LONGEST = 10_000
"""Characters of the longest segment that is repaired: in longer ones not all is looked for (docs/reference.md), so that
a second check proves too little."""
_MOST_TRIALS, _FEWEST_TRIALS = 48, 6
"""So many times some of the repairs are tried that cannot all be made; what is left then stays. Each is a check of the
whole draft, so that there are fewer for a long one."""
_MOST_CHECKED = 2_000_000
"""Characters of source and target that may be read for these trials."""

Recheck = Callable[[Path], Checked]
"""The same check on another file."""


@dataclass(frozen=True, slots=True)
class Left:
    """A `Left` is a finding of the repaired draft whose suggestion was not made, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A `Repaired` is a draft before and after its repair; the pairs of both are the same but for the targets.

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
            file = editable(place, target_language)
            offer = _offered(file, now, segmentation)
            best = _Trials(file, path.name, now, offer.edits, recheck).largest()
            if not best.made:
                unproven = (Left(finding, UNPROVEN) for _, one in offer.edits for finding in one.findings)
                left = (*offer.left, *unproven, *_uncertain(now.findings))
                return Repaired(checked, now, tuple(made), left, place.read_bytes())
            now, place = best.after, Path(folder) / path.name
            place.write_bytes(best.content)
            made += [finding for _, one in best.made for finding in one.findings]


def repair_one(
    path: Path,
    checked: Checked,
    recheck: Recheck,
    wanted: Finding,
    *,
    segmentation: Segmentation,
    target_language: str,
) -> Repaired:
    """Makes what one of the findings of `checked` suggests, which a person has looked at, and proves it as `repair`
    does; nothing where it cannot be proven, for the reason that is in `left`. Raises InputError for a format that
    cannot be changed."""
    findings = tuple(replace(one, fixable=one is wanted) for one in checked.findings)
    only = replace(checked, findings=findings)
    file = editable(path, target_language)
    offer = _offered(file, only, segmentation)
    best = _Trials(file, path.name, only, offer.edits, recheck).largest()
    if best.made:
        return Repaired(checked, best.after, (wanted,), (), best.content)
    unproven = (Left(finding, UNPROVEN) for _, one in offer.edits for finding in one.findings)
    return Repaired(checked, checked, (), (*offer.left, *unproven), path.read_bytes())


def _uncertain(findings: Iterable[Finding]) -> Iterator[Left]:
    """Yields the findings that suggest something which no check is certain of."""
    for one in findings:
        if one.suggestion is not None and one.target_span is not None and not one.fixable and not one.waived:
            is_of_a_term = one.check.startswith(_OF_A_TERM)
            yield Left(one, AROUND if is_of_a_term else EITHER if get(one.check).scope == "document" else LIKELY)


_Placed = tuple[int, Repair]
"""A repair and the index of its pair."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """An `_Offer` holds the repairs of a draft that its file has a place for, with the edits that make them, and what
    is left without one."""

    edits: dict[_Placed, tuple[Edit, ...]]
    left: tuple[Left, ...]


def _offered(file: Editable, checked: Checked, segmentation: Segmentation) -> _Offer:
    """Returns what the fixable findings of a draft offer."""
    edits: dict[_Placed, tuple[Edit, ...]] = {}
    left: list[Left] = []
    placing = Placing(file, checked, segmentation)
    for pair, findings in checked.by_pair():
        offered = repairs(findings)
        if len(checked.draft.pairs[pair].target) > _LONGEST:
            left += [Left(finding, TOO_LONG) for one in offered.possible for finding in one.findings]
            left += [Left(finding, TOO_LONG) for finding in (*offered.clashing, *offered.untranslated)]
            continue
        left += [Left(finding, CLASHES) for finding in offered.clashing]
        left += [Left(finding, UNTRANSLATED) for finding in offered.untranslated]
        for one in offered.possible:
            place = placing.find(pair, one.span)
            edits_of_one = file.edits(*place, one.text) if place else None
            if edits_of_one is None:
                left += [Left(finding, UNPLACED) for finding in one.findings]
            else:
                edits[pair, one] = edits_of_one
    return _Offer(edits, tuple(left))


@dataclass(frozen=True, slots=True)
class _Trial:
    """A `_Trial` says what comes of the repairs `made`: the content of the file, the check of it, and the pairs in
    trouble, which are not as they should be then, by index; -1 if the pairs are others or the file cannot be read.
    Without any the trial proves the repairs."""

    made: tuple[_Placed, ...]
    after: Checked
    content: bytes
    troubled: frozenset[int]


class _Trials:
    """`_Trials` are trials of repairs of one file: which can be made together so that the result is proven?"""

    def __init__(
        self, file: Editable, name: str, before: Checked, edits: Mapping[_Placed, tuple[Edit, ...]], recheck: Recheck
    ) -> None:
        self._file, self._name, self._before, self._edits, self._recheck = file, name, before, edits, recheck
        size = sum(len(pair.target) + len(pair.source or "") for pair in before.draft.pairs)
        self._trials_left = max(_FEWEST_TRIALS, min(_MOST_TRIALS, _MOST_CHECKED // max(1, size)))

    def largest(self) -> _Trial:
        """Returns the trial that proves as many of the repairs as can be made together.

        Where all together go wrong, the repairs of the pairs in trouble are tried again, half of those of each, and
        fewer and fewer until one of them alone goes wrong. What cannot be blamed on a pair is found by halving.
        """
        whole = self._trial(tuple(self._edits))
        if not whole.troubled:
            return whole
        suspects = [one for one in self._edits if one[0] in whole.troubled]
        others = [one for one in self._edits if one[0] not in whole.troubled]
        return self._with_some_of_each(self._with_halves(self._trial(()), others), suspects)

    def _with_some_of_each(self, proven: _Trial, suspects: Sequence[_Placed]) -> _Trial:
        """Returns the proven repairs with as many of the suspects as can be added to them, some of each pair at a time:
        at first half of them, fewer after a trial that goes wrong, more after one that does not."""
        left: dict[int, list[_Placed]] = {}
        for one in suspects:
            left.setdefault(one[0], []).append(one)
        sizes = {pair: (len(mine) + 1) // 2 for pair, mine in left.items()}
        while left and self._trials_left:
            some = {pair: mine[: sizes[pair]] for pair, mine in left.items()}
            trial = self._trial((*proven.made, *(one for mine in some.values() for one in mine)))
            if trial.troubled:
                sound = [one for pair, mine in some.items() if pair not in trial.troubled for one in mine]
                proven = self._with_halves(proven, sound)
            else:
                proven = trial
            for pair, mine in some.items():
                if pair in trial.troubled and len(mine) > 1:
                    sizes[pair] = len(mine) // 2
                else:
                    del left[pair][: len(mine)]
                    sizes[pair] = 2 * len(mine)
            left = {pair: mine for pair, mine in left.items() if mine}
        return proven

    def _with_halves(self, proven: _Trial, rest: Sequence[_Placed]) -> _Trial:
        """Returns the proven repairs with as many of the rest as halving finds."""
        if not rest or not self._trials_left:
            return proven
        whole = self._trial((*proven.made, *rest))
        if not whole.troubled:
            return whole
        if len(rest) == 1:
            return proven
        half = len(rest) // 2
        return self._with_halves(self._with_halves(proven, rest[:half]), rest[half:])

    def _trial(self, made: tuple[_Placed, ...]) -> _Trial:
        """Makes these repairs in a copy of the file and checks it; no repairs are proven as they are."""
        if not made:
            return _Trial((), self._before, b"", frozenset())
        self._trials_left -= 1
        content = self._file.content(edit for one in made for edit in self._edits[one])
        with TemporaryDirectory() as folder:
            place = Path(folder) / self._name
            place.write_bytes(content)
            try:
                after = self._recheck(place)
            except InputError:
                return _Trial(made, self._before, content, frozenset({-1}))
        return _Trial(made, after, content, frozenset(_troubled(self._before, after, made)))


def _troubled(before: Checked, after: Checked, made: Iterable[_Placed]) -> set[int]:
    """Returns the pairs whose target is not what the repairs make of it, or that have a finding which was not there
    before or was repaired; -1 if the pairs are others."""
    old, new = before.draft.pairs, after.draft.pairs
    if [(pair.number, pair.source) for pair in old] != [(pair.number, pair.source) for pair in new]:
        return {-1}
    by_pair: dict[int, list[Repair]] = {}
    for index, one in made:
        by_pair.setdefault(index, []).append(one)
    rewritten = {
        index
        for index, (one, other) in enumerate(zip(old, new, strict=True))
        if repaired(one.target, by_pair.get(index, ())) != other.target
    }
    return rewritten | _with_new_findings(before, after, by_pair)


def _with_new_findings(before: Checked, after: Checked, by_pair: Mapping[int, Sequence[Repair]]) -> set[int]:
    """Returns the pairs that have a finding which they had not before the repairs, or which was repaired."""
    known = _still_expected(before, by_pair)
    return {
        index
        for index, findings in after.by_pair()
        if not all(_takes(known.get((index, finding.check), []), finding.target_span) for finding in findings)
    }


def _still_expected(
    before: Checked, by_pair: Mapping[int, Sequence[Repair]]
) -> dict[tuple[int, str], list[Span | None]]:
    """Returns where the findings that are not repaired are expected after the repairs, by pair and check."""
    done = {id(finding) for made in by_pair.values() for one in made for finding in one.findings}
    expected: dict[tuple[int, str], list[Span | None]] = {}
    for index, findings in before.by_pair():
        moves = Moves(by_pair.get(index, ()))
        for finding in findings:
            if id(finding) not in done:
                span = finding.target_span
                place = moves.moved(span) if span else None
                expected.setdefault((index, finding.check), []).append(place)
    return expected


def _takes(known: list[Span | None], span: Span | None) -> bool:
    """Takes out of the known places the one that a finding has; False if it is a new one."""
    for place, other in enumerate(known):
        if span == other or (span is not None and other is not None and span.overlaps(other)):
            del known[place]
            return True
    return False
