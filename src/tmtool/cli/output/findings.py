"""Shows findings on the screen: what, where on both sides, the right form; and the count at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import click

from tmtool.checks.engine.waivers import Waiver, key_of
from tmtool.cli.output import cells, screen
from tmtool.cli.output.excerpt import marked
from tmtool.cli.reader import read, read_fixed
from tmtool.model import Finding
from tmtool.model.wording import say
from tmtool.present.findings import MARKS, by, where
from tmtool.present.invisible import change


def show_all(findings: Iterable[Finding], waivers: Sequence[Waiver] = (), *, whole: bool = False) -> None:
    """Prints all findings by segment, those that say the same as one, and the texts of each segment once.

    Waived ones are shown where `waivers` are there to explain them. Of long texts only what is around the places
    is shown unless `whole`.
    """
    shown = [one for one in findings if waivers or not one.waived]
    for _, group in groupby(shown, key=lambda one: (one.segment, one.source, one.target)):
        _show_segment(list(group), waivers, whole=whole)


def _show_segment(findings: Sequence[Finding], waivers: Sequence[Waiver], *, whole: bool) -> None:
    """Prints the findings of a segment. A single one has its right form last, below the texts."""
    said = _grouped(findings)
    for group in said:
        _head(group, numbered=whole)
        screen.paragraph(group[0].message, "    ")
        if len(said) > 1:
            _right(group[0])
        if group[0].waived:
            waiver = next(one for one in waivers if one.key == key_of(group[0]))
            screen.paragraph(f"{waiver.reason}{by(waiver)}", "      ", f"    {MARKS['waived']} ")
    _texts(findings, whole=whole)
    if len(said) == 1:
        _right(said[0][0])
    screen.show()


def _texts(findings: Sequence[Finding], *, whole: bool) -> None:
    """Prints source and target of a segment; the places that the findings are about are between ⟦ and ⟧."""
    source, target = findings[0].source, findings[0].target
    there = [one.source_span for one in findings if one.source_span]
    here = [one.target_span for one in findings if one.target_span]
    if source:
        near = min(here).start / len(target) if here and target else 0
        screen.paragraph(marked(source, there, whole=whole, near=near), "      ", "    | ")
    if target:
        near = min(there).start / len(source) if there and source else 0
        screen.paragraph(marked(target, here, whole=whole, near=near), "      ", "    → ")


def _right(finding: Finding) -> None:
    """Prints what to write instead, if the check knows."""
    if finding.suggestion is not None and finding.target_span:
        words = change(finding.target_span.of(finding.target), finding.suggestion)
        screen.paragraph(words, "      ", "    ✎ ")


def _grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Returns the findings of a segment, those that say the same put together."""
    groups: dict[object, list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.check, one.level, one.message, one.suggestion, one.waived), []).append(one)
    return list(groups.values())


def _head(group: Sequence[Finding], *, numbered: bool) -> None:
    """Prints where a finding is, and what says so; the number of its segment where that is wanted."""
    finding = group[0]
    level = "waived" if finding.waived else finding.level.value
    mark = f"{MARKS[level]} {read_fixed(level):{max(len(read_fixed(name)) for name in MARKS)}}"
    painted = click.style(mark, fg="bright_black") if finding.waived else screen.paint(mark, finding.level)
    name = f" ({finding.id})" if finding.id else ""
    times = read(say(", {number} times", number=len(group))) if len(group) > 1 else ""
    segment = read(say("segment {number}", number=finding.segment))
    number = f" · {segment}" if numbered else ""
    place = cells.isolated_in(f"{screen.safe(read(where(finding)))}{screen.safe(name)}")
    screen.show(f"{painted} {place}{number}  {finding.check}{times}")
