"""Findings on the screen: what, where on both sides, the right form; and the count at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click

from tmtool.checks.waivers import Waiver, key_of
from tmtool.cli.output import screen
from tmtool.cli.output.invisible import change
from tmtool.model import Finding

MARKS = {"error": "✘", "warning": "▲", "info": "·", "waived": "○"}
"""The sign of a level, and of what is waived, so that no colour is needed."""


def show(finding: Finding) -> None:
    """A finding with its texts; the places that it is about stand between ⟦ and ⟧."""
    _head(screen.paint(f"{MARKS[finding.level.value]} {finding.level.value:7}", finding.level), finding)
    screen.paragraph(finding.message, "    ")
    if finding.source:
        screen.paragraph(screen.marked(finding.source, finding.source_span), "      ", "    | ")
    if finding.target:
        screen.paragraph(screen.marked(finding.target, finding.target_span), "      ", "    → ")
    if finding.suggestion is not None and finding.target_span:
        words = change(finding.target_span.of(finding.target), finding.suggestion)
        screen.paragraph(words, "      ", "    ✎ ")
    screen.show()


def show_waived(finding: Finding, waivers: Iterable[Waiver]) -> None:
    """A finding that the project accepted, and why."""
    waiver = next(one for one in waivers if one.key == key_of(finding))
    _head(click.style(f"{MARKS['waived']} waived ", fg="bright_black"), finding)
    screen.paragraph(finding.message, "    ")
    screen.paragraph(f"{waiver.reason}{by(waiver)}", "      ", "    ○ ")
    screen.show()


def by(waiver: Waiver) -> str:
    """ " (who, when)" as far as the waiver says."""
    said = ", ".join(part for part in (waiver.author, waiver.date) if part)
    return f" ({said})" if said else ""


def summary(findings: Iterable[Finding]) -> str:
    """ "2 error, 1 warning, 1 waived"."""
    counts = Counter("waived" if finding.waived else finding.level.value for finding in findings)
    return ", ".join(f"{counts[name]} {name}" for name in MARKS if counts[name]) or "nothing found"


def _head(mark: str, finding: Finding) -> None:
    name = f" ({finding.id})" if finding.id else ""
    screen.show(f"{mark} segment {finding.segment}{screen.safe(name)}  {finding.check}")
