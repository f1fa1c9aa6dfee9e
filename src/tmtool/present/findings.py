"""Says what the checks report in a draft, and what each check is."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from tmtool.checks.engine.draft import Sides
from tmtool.checks.engine.needs import Needs
from tmtool.present.locations import location
from tmtool.present.spans import span

if TYPE_CHECKING:
    from tmtool.checks.engine.check import Check
    from tmtool.model import Finding
    from tmtool.present.shapes import CheckJson, FindingJson, NeedsJson


def finding(value: Finding) -> FindingJson:
    """Returns a finding of `check`."""
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
        "place": location(value.place),
    }


def check(value: Check) -> CheckJson:
    """Returns a check as `checks` lists it."""
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
