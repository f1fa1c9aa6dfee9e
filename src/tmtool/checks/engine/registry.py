"""Which checks there are, and what they find in a draft together.

A check is the ``CHECK`` of the module ``rules/<class>/<rest>.py`` that its name says, with underscores for hyphens;
these are found by listing the packages, those of third parties by the entry points ``tmtool.checks`` (the name of the
check, its `Check`).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from tmtool.checks import rules
from tmtool.checks.engine.check import Check
from tmtool.checks.engine.draft import Draft
from tmtool.errors import UsageError
from tmtool.model import Finding, Span

ENTRY_POINTS = "tmtool.checks"


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by name."""
    found = {}
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        check = None if module.ispkg else getattr(import_module(module.name), "CHECK", None)
        if isinstance(check, Check):
            found[check.name] = check
    for point in entry_points(group=ENTRY_POINTS):
        found.setdefault(point.name, point.load())
    return tuple(found[name] for name in sorted(found))


def get(name: str) -> Check:
    """The check of that name; `UsageError` with the remedy for an unknown one."""
    for check in all_checks():
        if check.name == name:
            return check
    raise UsageError(f"there is no check {name!r}", "`tmtool checks` lists all")


def run_checks(draft: Draft, scope: str = "document", names: Collection[str] | None = None) -> list[Finding]:
    """What the checks find, by segment, then the gravest first, then by place.

    `scope` "segment" leaves out the checks that compare segments; `names` limits to those checks (`UsageError` for an
    unknown one). A check that lacks what it requires is silent. One finding a cause: where a settling check has spoken
    the segment is left to it, and a flag of a check is dropped where a more specific one reports it.
    """
    chosen = all_checks() if names is None else tuple(get(name) for name in names)
    active = [check for check in chosen if scope in ("document", check.scope)]
    by_name = {check.name: check for check in active}
    found = [finding for check in active for finding in check.run(draft)]
    return sorted(_one_a_cause(found, by_name), key=_order)


def _one_a_cause(found: list[Finding], by_name: dict[str, Check]) -> list[Finding]:
    rows: dict[tuple[int, str, str], list[Finding]] = {}
    for finding in found:
        rows.setdefault((finding.segment, finding.source, finding.target), []).append(finding)
    kept: list[Finding] = []
    for findings in rows.values():
        settling = [finding for finding in findings if by_name[finding.check].settles]
        if settling:
            kept.append(min(settling, key=_order))
            continue
        kept.extend(
            finding
            for finding in findings
            if not any(
                other.check in by_name[finding.check].yields_to and _same_place(finding, other)
                for other in findings
                if other is not finding
            )
        )
    return kept


def _same_place(one: Finding, other: Finding) -> bool:
    """True if two findings speak of the same place. One that says what stands in the translation instead says more than
    one that only misses something of the source."""
    if one.target_span is not None and other.target_span is None:
        return False
    return _overlap(one.target_span, other.target_span) or _overlap(one.source_span, other.source_span)


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    place = finding.target_span.start if finding.target_span else -1
    return finding.segment, -finding.level.gravity, place, finding.check
