"""What the checks report in a draft, and what each check is."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypedDict, cast

from tmtool.checks.engine.draft import Sides
from tmtool.checks.engine.needs import Needs
from tmtool.present.spans import span

if TYPE_CHECKING:
    from tmtool.checks.engine.check import Check
    from tmtool.model import Finding


class FindingJson(TypedDict):
    """A finding with the texts that its spans point into."""

    segment: int
    id: str
    check: str
    level: str
    message: str
    source: str
    target: str
    source_span: list[int] | None
    target_span: list[int] | None
    suggestion: str | None
    fixable: bool
    its_type: str
    waived: bool


class ExampleJson(TypedDict):
    """A text that a check reports in the places given, or leaves alone."""

    source: str | None
    target: str
    flagged: list[str]


class NeedsJson(TypedDict, total=False):
    """What a check needs, of which only what it does need is given; a side is source, target or both."""

    source: bool
    placeables: str
    words: str
    two_languages: bool
    into: str
    typography: bool
    tables: str
    pair: str
    one_way: bool
    terms: str
    agenda: bool
    symbol: bool
    memory: bool
    remarks: bool
    or_else: NeedsJson


class CheckJson(TypedDict):
    """A check, with why it exists and its examples."""

    check: str
    level: str
    scope: str
    its_type: str
    needs_source: bool
    requires: NeedsJson
    repairs: bool
    summary: str
    reason: str
    examples: list[ExampleJson]


def finding(value: Finding) -> FindingJson:
    """A finding of `check`."""
    return {
        "segment": value.segment,
        "id": value.id,
        "check": value.check,
        "level": value.level.value,
        "message": value.message,
        "source": value.source,
        "target": value.target,
        "source_span": span(value.source_span),
        "target_span": span(value.target_span),
        "suggestion": value.suggestion,
        "fixable": value.fixable,
        "its_type": value.its_type,
        "waived": value.waived,
    }


def check(value: Check) -> CheckJson:
    """A check as `checks` lists it."""
    return {
        "check": value.name,
        "level": value.level.value,
        "scope": value.scope,
        "its_type": value.its_type,
        "needs_source": value.requires.source,
        "requires": _requires(value.requires),
        "repairs": any(example.repaired is not None for example in value.examples),
        "summary": value.summary,
        "reason": value.reason,
        "examples": [
            {"source": example.source, "target": example.target, "flagged": list(example.flagged)}
            for example in value.examples
        ],
    }


def _requires(needs: Needs) -> NeedsJson:
    found: dict[str, object] = {}
    for one in fields(needs):
        value = getattr(needs, one.name)
        if isinstance(value, Needs):
            found[one.name] = _requires(value)
        elif value:
            found[one.name] = (value.name or "").lower() if isinstance(value, Sides) else value
    return cast("NeedsJson", found)
