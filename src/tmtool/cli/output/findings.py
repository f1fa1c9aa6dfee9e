"""Findings on the screen: what, where on both sides, the right form; and the count at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import click

from tmtool.checks.waivers import Waiver, key_of
from tmtool.cli.output import screen
from tmtool.cli.output.invisible import change
from tmtool.model import Finding, Span

MARKS = {"error": "✘", "warning": "▲", "info": "·", "waived": "○"}
"""The sign of a level, and of what is waived, so that no colour is needed."""
_QUOTED = re.compile(r"``([^`]+)``|(?<!\w)\*([^*\s][^*]*)\*(?!\w)")


def plain(text: str) -> str:
    """A text of a check without the marks of its source file: ``x`` and *x* are “x”."""
    return _QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", text)


def show_all(findings: Iterable[Finding], waivers: Sequence[Waiver] = ()) -> None:
    """All findings, those of a segment that say the same as one; waived ones where `waivers` are there to explain."""
    for group in grouped(findings):
        if not group[0].waived:
            show(group)
        elif waivers:
            show_waived(group, waivers)


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings, those of the same segment that say the same put together."""
    groups: dict[object, list[Finding]] = {}
    for one in findings:
        key = (one.segment, one.source, one.target, one.check, one.level, one.message, one.suggestion, one.waived)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def show(group: Sequence[Finding]) -> None:
    """Findings that say the same of a segment, with its texts; the places they are about stand between ⟦ and ⟧."""
    finding = group[0]
    _head(screen.paint(f"{MARKS[finding.level.value]} {finding.level.value:7}", finding.level), group)
    screen.paragraph(finding.message, "    ")
    if finding.source:
        spans = {one.source_span for one in group if one.source_span}
        screen.paragraph(_marked(finding.source, spans), "      ", "    | ")
    if finding.target:
        spans = {one.target_span for one in group if one.target_span}
        screen.paragraph(_marked(finding.target, spans), "      ", "    → ")
    if finding.suggestion is not None and finding.target_span:
        words = change(finding.target_span.of(finding.target), finding.suggestion)
        screen.paragraph(words, "      ", "    ✎ ")
    screen.show()


def show_waived(group: Sequence[Finding], waivers: Iterable[Waiver]) -> None:
    """Findings that the project accepted, and why."""
    finding = group[0]
    waiver = next(one for one in waivers if one.key == key_of(finding))
    _head(click.style(f"{MARKS['waived']} waived ", fg="bright_black"), group)
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


def _marked(text: str, spans: Iterable[Span]) -> str:
    """The text with the last span marked first, so that the others keep their places."""
    for span in sorted(spans, reverse=True):
        text = screen.marked(text, span)
    return text


def _head(mark: str, group: Sequence[Finding]) -> None:
    finding = group[0]
    name = f" ({finding.id})" if finding.id else ""
    times = f", {len(group)} times" if len(group) > 1 else ""
    screen.show(f"{mark} segment {finding.segment}{screen.safe(name)}  {finding.check}{times}")
