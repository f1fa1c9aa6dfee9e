"""Says which checks there are, and what they find in a draft together.

A check is the ``CHECK`` of the module ``rules/<class>/<rest>.py`` that its name says, with underscores for hyphens;
these are found by listing the packages, those of third parties by the entry points ``tmtool.checks`` (the name of the
check, its `Check`).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, partial
from importlib import import_module
from importlib.metadata import entry_points
from itertools import groupby
from operator import attrgetter

from tmtool.checks import rules
from tmtool.checks.engine.check import Check, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.error_rate import weighed
from tmtool.checks.engine.processes import MOST_JOBS, shared
from tmtool.checks.engine.weak_signs import raised
from tmtool.errors import UsageError
from tmtool.model import Finding, Level, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

ENTRY_POINTS = "tmtool.checks"
_FEW, _AT_ONCE = 30, 8
"""Pairs of a draft from which on several processes share it, and how many of them one takes at once: for fewer, each
would load what the checks know for the first time to save less than that takes."""
MANY = 150
"""Pairs from which on it pays to share what is done before the checks, too."""
_FOR_EACH = 400
"""Pairs for each process, where there are more than two: each holds some 100 MB."""
_LONG = 30_000
"""Characters of a draft of fewer pairs from which on they share it likewise, by classes of checks."""


def are_long(pairs: Iterable[Pair]) -> bool:
    """Tells whether pairs, be they few, are so long that several processes share them."""
    return sum(len(pair.target) for pair in pairs) >= _LONG


@cache
def all_checks() -> tuple[Check, ...]:
    """Returns every check, by name."""
    found = {}
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        check = None if module.ispkg else getattr(import_module(module.name), "CHECK", None)
        if isinstance(check, Check):
            found[check.name] = check
    for point in entry_points(group=ENTRY_POINTS):
        found.setdefault(point.name, point.load())
    return tuple(found[name] for name in sorted(found))


def get(name: str) -> Check:
    """Returns the check of that name; `UsageError` with the remedy for an unknown one."""
    for check in all_checks():
        if check.name == name:
            return check
    raise UsageError(say("there is no check {name!r}", name=name), say("`tmtool checks` lists all"))


def run_checks(
    draft: Draft, scope: str = "document", names: Collection[str] | None = None, *, processes: int = 1
) -> list[Finding]:
    """Returns what the checks find together in a draft: by segment, in one the gravest first, then by place in the
    target. A check that the draft does not give what it requires is silent.

    `scope` "document" runs all checks, "segment" leaves out those that compare segments with each other. `names` are
    those of the checks that are run, None for all; raises `UsageError` for an unknown one. A long draft is shared by
    at most so many `processes`, from 1; `processes.possible` says how many there may be.

    That is less than what each check finds by itself (`Check.run`):

    - A cause is told once: where a check that `settles` has spoken, the segment is left to it, and a finding is dropped
      where a check to which its own gives way has one at the same place.
    - In a close translation hints of two checks at one place make an info, and a finding that is unsure has a level
      that fits how many errors such a translation has.
    - A check that looks at its findings `together` tells one cause in several segments once.
    """
    chosen = all_checks() if names is None else tuple(get(name) for name in names)
    active = [check for check in chosen if scope in ("document", check.scope)]
    by_name = {check.name: check for check in active}
    found = _found(active, draft, processes)
    kept = list(_one_a_cause(found, by_name))
    if draft.is_close:
        # Once more: what is lighter now leaves its place to what is as it was.
        fitting = weighed(found, kept, draft, by_name.keys())
        lighter = {id(one) for one, was in zip(fitting, found, strict=True) if one.level.gravity < was.level.gravity}
        kept = raised(list(_one_a_cause(fitting, by_name, lighter)))
    kept.sort(key=_order)
    for check in active:
        if check.together is not None and (own := [one for one in kept if one.check == check.name]):
            others = [one for one in kept if one.check != check.name]
            kept = sorted([*others, *check.together(own, draft)], key=_order)
    return kept


def _found(active: Sequence[Check], draft: Draft, processes: int) -> list[Finding]:
    """Returns all that the checks find, those of segments first."""
    of_segments = [check for check in active if isinstance(check, SegmentCheck)]
    of_documents = [check for check in active if not isinstance(check, SegmentCheck)]

    def look(checks: Iterable[SegmentCheck], pairs: Iterable[Pair]) -> list[Finding]:
        return list(SegmentCheck.run_together(checks, draft, pairs))

    def compare() -> list[Finding]:
        return [finding for check in of_documents for finding in check.run(draft)]

    jobs: list[Callable[[], list[Finding]]] = [partial(look, of_segments, draft.pairs)]
    processes = min(processes, max(2, len(draft.pairs) // _FOR_EACH))
    if processes > 1 and len(draft.pairs) >= _FEW:
        size = max(_AT_ONCE, -(-len(draft.pairs) // (MOST_JOBS - 1)))
        jobs = [partial(look, of_segments, draft.pairs[at : at + size]) for at in range(0, len(draft.pairs), size)]
    elif processes > 1 and are_long(draft.pairs):
        classes = (list(checks) for _, checks in groupby(of_segments, attrgetter("category")))
        # First nothing: what one class asks of the texts, another does not. Then the last is begun.
        jobs = [list[Finding], *(partial(look, checks, draft.pairs) for checks in sorted(classes, key=len))]
    return [finding for some in shared([*jobs, compare], processes) for finding in some]


def _one_a_cause(
    found: list[Finding], by_name: dict[str, Check], lighter: Collection[int] = frozenset()
) -> list[Finding]:
    """Returns the findings but those of a check that gives way to another one at their place. What is `lighter` than
    its check says takes the place of nothing that is not, and an info, which is no more than likely, not that of an
    error."""
    rows: dict[tuple[int, str, str], list[Finding]] = {}
    for finding in found:
        rows.setdefault((finding.segment, finding.source, finding.target), []).append(finding)
    kept: list[Finding] = []
    for findings in rows.values():
        # What is not shown unless it is asked for takes the place of nothing that is.
        shown = [finding for finding in findings if finding.level is not Level.HINT]
        settling = [finding for finding in shown if by_name[finding.check].settles]
        if settling:
            kept.append(min(settling, key=_order))
            continue
        firm = [finding for finding in shown if id(finding) not in lighter]
        places, places_shown, places_firm = _places(findings), _places(shown), _places(firm)
        places_sure = _places([finding for finding in firm if finding.level is not Level.INFO])
        for finding in findings:
            is_lighter, check = id(finding) in lighter, by_name[finding.check]
            of_others = places if finding.level is Level.HINT else places_shown if is_lighter else places_firm
            if finding.level is Level.ERROR:
                of_others = places_sure
            first = [its for name, its in of_others.items() if check.gives_way_to(by_name[name])]
            if is_lighter:
                first += [its for name, its in places_firm.items() if by_name[name].gives_way_to(check)]
            if not any(its.have(finding) for its in first):
                kept.append(finding)
    return kept


class _Places:
    """`_Places` are the places in one segment of which a check speaks."""

    def __init__(self, findings: list[Finding]) -> None:
        there = [finding for finding in findings if finding.target_span is not None]
        self._target = _index(finding.target_span for finding in there)
        self._source_of_these = _index(finding.source_span for finding in there)
        self._source = _index(finding.source_span for finding in findings)

    def have(self, finding: Finding) -> bool:
        """Tells whether the check speaks of the place of a finding of another. One that says what is in the translation
        instead says more than one that only misses something of the source."""
        source = self._source if finding.target_span is None else self._source_of_these
        return (finding.target_span is not None and self._target.overlaps(finding.target_span)) or (
            finding.source_span is not None and source.overlaps(finding.source_span)
        )


def _places(findings: list[Finding]) -> dict[str, _Places]:
    """Returns the places of which each check speaks."""
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.check, []).append(finding)
    return {name: _Places(of_one) for name, of_one in by_check.items()}


def _index(spans: Iterable[Span | None]) -> SpanIndex:
    return SpanIndex(span for span in spans if span is not None)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    place = finding.target_span.start if finding.target_span else -1
    return finding.segment, -finding.level.gravity, place, finding.check
