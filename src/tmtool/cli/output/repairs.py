"""Shows the repairs of a draft as a unified diff, in which each segment is a line.

What is read one line a segment (``--segmentation lines``) takes the diff as a patch. After the numbers, which are those
of the segments, come the place as a reader has it, the checks and, where the eye would see no difference, its name.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from tmtool.cli.output import screen
from tmtool.model import Finding
from tmtool.model.wording import say
from tmtool.present.findings import where
from tmtool.present.invisible import change
from tmtool.tasks.repairing import Repaired
from tmtool.text.diff import diff


def show(name: str, out: Path | None, repaired: Repaired) -> None:
    """Prints the diff of the draft that is called so; nothing where nothing was repaired."""
    if not repaired.made:
        return
    by_segment: dict[int, list[Finding]] = {}
    for finding in repaired.made:
        by_segment.setdefault(finding.segment, []).append(finding)
    screen.show(click.style(f"--- {screen.safe(name)}", bold=True))
    screen.show(click.style(f"+++ {screen.safe(str(out or name))}", bold=True))
    for old, new in zip(repaired.before.draft.pairs, repaired.after.draft.pairs, strict=True):
        if old.target != new.target:
            repairs = by_segment.get(old.number, [])
            what = [*dict.fromkeys(map(_place, repairs)), *map(_why, repairs)]
            screen.show(f"{click.style(f'@@ -{old.number} +{new.number} @@', fg='cyan')} {' · '.join(what)}")
            parts = diff(old.target, new.target)
            screen.show(_line("-", "red", [(part.stored, part.kind != "equal") for part in parts]))
            screen.show(_line("+", "green", [(part.query, part.kind != "equal") for part in parts]))


def left(repaired: Repaired) -> list[str]:
    """Returns a line for each finding that looked repairable and was left, with the reason."""
    lines: list[str] = []
    ordered = sorted(repaired.left, key=lambda one: (one.finding.segment, one.reason))
    for (_, reason), some in groupby(ordered, key=lambda one: (one.finding.segment, one.reason)):
        group = list(some)
        place = where(group[0].finding)
        checks = ", ".join(dict.fromkeys(one.finding.check for one in group))
        lines.append(say("{place}: {checks} is not repaired: {reason}", place=place, checks=checks, reason=reason))
    return lines


def _place(finding: Finding) -> str:
    return screen.safe(where(finding))


def _why(finding: Finding) -> str:
    assert finding.target_span is not None
    words = change(finding.target_span.of(finding.target), finding.suggestion or "")
    return screen.safe(say("{check}: {change}", check=finding.check, change=words))


def _line(sign: str, colour: str, parts: list[tuple[str, bool]]) -> str:
    styled = []
    for text, changed in parts:
        emphasis = {"bold": True, "underline": True} if changed else {}
        styled.append(click.style(screen.safe(text), fg=colour, **emphasis) if text else "")
    return click.style(sign, fg=colour) + "".join(styled)
