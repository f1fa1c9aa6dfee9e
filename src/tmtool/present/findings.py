"""Says what the checks report in a draft, in words and as JSON, and what each check is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, cast

from tmtool.checks.engine.draft import Sides
from tmtool.checks.engine.needs import Needs
from tmtool.model.wording import Wording, joined, say, say_number
from tmtool.present.locations import in_words, location
from tmtool.present.spans import span

if TYPE_CHECKING:
    from tmtool.checks.engine.check import Check
    from tmtool.checks.engine.waivers import Waiver
    from tmtool.model import Finding
    from tmtool.present.shapes.findings import CheckJson, FindingJson, NeedsJson

MARKS = {"error": "✘", "warning": "▲", "info": "·", "hint": "?", "waived": "○"}
"""The sign of a level, and of what is waived, so that no colour is needed."""
_COUNTED = {
    "error": lambda n: say_number("{n} error", "{n} errors", n),
    "warning": lambda n: say_number("{n} warning", "{n} warnings", n),
    "info": lambda n: say_number("{n} info", "{n} infos", n),
    "hint": lambda n: say_number("{n} hint", "{n} hints", n),
    "waived": lambda n: say_number("{n} waived", "{n} waived", n),
}
_QUOTED = re.compile(r"``([^`]+)``|(?<!\w)\*([^*\s][^*]*)\*(?!\w)")


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
    # Imported here: whoever says what a check found asks for no examples.
    from tmtool.checks.engine.example_table import examples_of

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
            for example in examples_of(value)
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


def where(finding: Finding) -> Wording:
    """Returns where a finding is, as a reader has it; its segment where no more is known."""
    return in_words(finding.place) or say("segment {number}", number=finding.segment)


def by(waiver: Waiver) -> str:
    """Returns " (who, when)" as far as the waiver says."""
    said = ", ".join(part for part in (waiver.author, waiver.date) if part)
    return f" ({said})" if said else ""


def summary(findings: Iterable[Finding]) -> Wording:
    """Returns "2 errors, 1 warning, 1 waived"."""
    counts = Counter("waived" if finding.waived else finding.level.value for finding in findings)
    found = [_COUNTED[name](counts[name]) for name in MARKS if counts[name]]
    return joined(found, ", ") if found else say("nothing found")


def plain(text: str) -> str:
    """Returns a text of a check without the marks of its source file: ``x`` and *x* are “x”."""
    return _QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", text)
