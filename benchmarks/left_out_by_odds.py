"""How much of what was left out do the odds tell, at how many findings on the text as published?

    python benchmarks/left_out_by_odds.py PAIRS

Needs scikit-learn, as ``learn_left_out.py`` does. PAIRS is the development set of the United Nations Parallel Corpus
v1.0; rows 2,001 to 4,000 are asked, which carry the errors of data/planted_by_hand.tsv. Each line begins with how many
rows as published, of 1,000, have odds (`left_out.py`) above a bound; then come that bound, and the share of the errors
of completeness that exceed it, in the half that is tuned to and in the one that is only counted. An error counts where
its stretch is not found in the row as published. The last three columns say the same where only published rows count
whose French lacks nothing by eye (`LACKING` of ``learn_left_out.py``): what is found in the others is right, though a
translator may have meant it. Terms, dates and countries, which the check excuses, are not looked at. The trees have
learnt from rows of the tuning half, so only the other half is a measure.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from by_hand import HALVES, by_hand
from check import pairs
from learn_left_out import LACKING, PLANTED, ROWS_PLANTED
from tmtool.checks.evidence.completeness.left_out import Missing, omitted
from tmtool.languages.pairs.en_fr import PAIR

AT = (8, 10, 12, 15, 20, 25, 33)
"""Findings on 1,000 rows as published."""
SHORTEST = 20
"""Shorter sources, in characters, are not judged."""
Both = tuple[Missing | None, Missing | None]
"""What is missing from a row with an error, and from the row as published."""


def missing(source: str, target: str) -> Missing | None:
    """Returns what is most surely missing from a target."""
    return omitted(source, target, PAIR) if len(source) >= SHORTEST else None


def bound(odds: Sequence[float], many: int) -> float:
    """Returns the odds that so many exceed."""
    found = sorted(odds, reverse=True)
    return (found[many - 1] + found[many]) / 2 if many < len(found) else found[-1] - 1


def share(errors: Sequence[Both], least: float) -> float:
    """Returns the share of errors that are told from this bound on: by a stretch that the row as published does not get
    from there on too."""
    told = 0
    for now, was in errors:
        if now is not None and now.odds > least:
            told += was is None or was.odds <= least or was.span != now.span
    return told / len(errors)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    options = parser.parse_args()
    rows = list(pairs(options.pairs, *ROWS_PLANTED))
    published = [missing(row.source or "", row.target) for row in rows]
    halves: dict[str, list[Both]] = {
        half: [
            (missing(rows[one.row].source or "", one.target), published[one.row])
            for one in by_hand(PLANTED, rows, half)
            if one.group == "completeness"
        ]
        for half in HALVES
    }
    odds = [one.odds for one in published if one]
    whole = [one.odds for row, one in zip(rows, published, strict=True) if one and row.number not in LACKING]
    print(f"{len(rows)} rows, " + ", ".join(f"{len(errors)} errors ({half})" for half, errors in halves.items()))
    print(f"{'in 1,000':>10}" + 2 * f"{'odds':>10}{HALVES[0]:>10}{HALVES[1]:>10}")
    for many in AT:
        line = f"{many:10}"
        for known in (odds, whole):
            least = bound(known, round(many * len(rows) / 1000))
            line += f"{least:10.2f}" + "".join(f"{share(halves[half], least):10.2f}" for half in HALVES)
        print(line)


if __name__ == "__main__":
    main()
