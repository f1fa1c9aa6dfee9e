"""What is it worth to give findings levels by how many errors a text has (`checks/engine/error_rate.py`)?

    python benchmarks/weigh_told.py PART… [--good 1.5] [--info 0.5] [--warning 0.7]

PART is a folder of data/agendas that nobody has read who worked on the checks; each is weighed by what was counted in
the others. Printed are, with levels as each check gives them and then as weighed: errors, warnings and infos in sixteen
right agendas; errors found in drafts with false alarms; and of drafts in which only so many of the errors are left, the
share found, with what is told of the right rest.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from types import SimpleNamespace
from unittest.mock import patch

from count_told import Told, counted, told_of_parts
from tmtool.checks.engine import error_rate
from tmtool.checks.engine.error_rate import Key, Rate, rates
from tmtool.model import Finding, Level

LEFT = (1, 2, 4, 8)
"""Errors that are left in a draft."""
DRAWN = 10
"""How often they are drawn."""
AGENDAS = 16

Weigh = Callable[[Sequence[Finding], int], list[Level]]


def weigh_by(table: Mapping[Key, Rate]) -> Weigh:
    """Returns what gives findings in a text of so many segments their levels by some rates."""
    asked = {check for check, *_ in table}

    def weigh(findings: Sequence[Finding], segments: int) -> list[Level]:
        draft = SimpleNamespace(pairs=[None] * segments, has_source=True)
        with patch.object(error_rate, "rates", lambda: table):
            return [one.level for one in error_rate.weighed(findings, findings, draft, asked)]  # type: ignore[arg-type]

    return weigh


def as_given(findings: Sequence[Finding], segments: int) -> list[Level]:
    return [one.level for one in findings]


def summary(told: Sequence[Told], weigh: Mapping[str, Weigh]) -> str:
    """Returns a line of what is shown of some agendas where each part is weighed in its way."""
    shown, found, false, errors = Counter[Level](), 0, 0, 0
    for one in told:
        shown.update(weigh[one.part](one.right, one.segments))
        levels = weigh[one.part](one.draft, one.segments)
        errors += len(one.errors)
        found += sum(any(levels[place] is not Level.HINT for place in by) for by in one.errors)
        false += sum(levels[place] is not Level.HINT for place in one.false)
    share = AGENDAS / len(told)
    of_right = ", ".join(f"{shown[level] * share:.1f}" for level in (Level.ERROR, Level.WARNING, Level.INFO))
    few = "; ".join(f"{left}: {few_left(told, weigh, left)}" for left in LEFT)
    return f"{of_right} | {found} of {errors} ({false}) | {few}"


def few_left(told: Sequence[Told], weigh: Mapping[str, Weigh], left: int) -> str:
    """Returns the share of errors found where only so many are left in a draft, and findings in what is right there."""
    draw = random.Random(left)
    found, errors, others, drafts = 0, 0, 0, 0
    for one in told:
        for _ in range(DRAWN if one.errors else 0):
            some = draw.sample(one.errors, left)
            places = sorted(set(chain.from_iterable(some)))
            levels = weigh[one.part]([*one.right, *(one.draft[place] for place in places)], one.segments)
            at = dict(zip(places, levels[len(one.right) :], strict=True))
            found += sum(any(at[place] is not Level.HINT for place in by) for by in some)
            errors += left
            others += sum(level is not Level.HINT for level in levels[: len(one.right)])
            drafts += 1
    return f"{found / max(1, errors):.2f} ({others / max(1, drafts):.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="+")
    parser.add_argument("--good", type=float, default=error_rate._GOOD)
    parser.add_argument("--warning", type=float, default=error_rate._RIGHT[Level.WARNING])
    parser.add_argument("--info", type=float, default=error_rate._RIGHT[Level.INFO])
    options = parser.parse_args()
    told = told_of_parts(options.parts)
    before = rates()
    others = {part: counted(one for one in told if one.part != part).rates(before) for part in options.parts}
    print("as given:", summary(told, dict.fromkeys(options.parts, as_given)))
    right = {Level.WARNING: options.warning, Level.INFO: options.info}
    with patch.object(error_rate, "_GOOD", options.good), patch.object(error_rate, "_RIGHT", right):
        print("weighed: ", summary(told, {part: weigh_by(table) for part, table in others.items()}))


if __name__ == "__main__":
    main()
