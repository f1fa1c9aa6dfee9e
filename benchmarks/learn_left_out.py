"""Sets the coefficients of ``checks/left_out.tsv`` on published pairs and on the same pairs with something left out.

    python benchmarks/learn_left_out.py PAIRS [--rows 1-2000] [--clean 1001-2000] [--out FILE]

A logistic regression by plain gradient descent: errors of the class completeness, planted by planting.py in `rows`,
against the pairs of `clean` as published, which count ten times as much, since a quiet check is wanted. Of each pair
the candidate speaks that the coefficients so far find the surest. `clean` are rows from which the word links were not
learnt.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from check import pairs
from planting import planted
from tmtool.checks import left_out
from tmtool.checks.left_out import sides, signs

SIGNS = {
    "omission": (
        "words", "words, root", "words, longer", "surely", "surely, by size", "surely, a word", "separators", "bounds",
        "surely, both bounds", "surely, at the end", "longer", "longer, by size", "free there", "free there, surely",
        "crossed", "no final mark", "no capital", "figures", "in brackets",
    ),
    "addition": (
        "words", "words, root", "words, longer", "surely", "surely, at most 6", "surely, by size", "surely, longer",
        "separators", "bounds", "surely, both bounds", "surely, at the end", "longer", "longer, by size",
        "free there, surely", "surely free there", "in brackets",
    ),
}  # fmt: skip
MANY, CLEAN_COUNTS, PENALTY, ROUNDS, STEPS = 400, 10.0, 0.003, 4, 1500
SHORTEST = 20

Candidates = Sequence[Mapping[str, float]]
Vector = NDArray[np.float64]


def candidates(source: str, target: str, kind: str) -> Candidates:
    theirs, ours = sides(source, target, "en", "fr")
    return [values for _, values in (signs(theirs, ours) if kind == "omission" else signs(ours, theirs))]


def fitted(values: Vector, left: Vector) -> tuple[Vector, float]:
    """Coefficients and constant."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    scaled = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    counts = np.where(left == 1, 1.0, CLEAN_COUNTS)
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-scaled @ found))
        found -= scaled.T @ (counts * (share - left)) / counts.sum() + PENALTY * found
    return found[:-1] / spread, float(found[-1] - (mean / spread) @ found[:-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", default="1-2000")
    parser.add_argument("--clean", default="1001-2000")
    parser.add_argument("--out", type=Path, default=Path(left_out.__file__).with_suffix(".tsv"))
    options = parser.parse_args()
    rows = list(pairs(options.pairs, *map(int, options.rows.split("-"))))
    clean = [
        row for row in pairs(options.pairs, *map(int, options.clean.split("-"))) if len(row.source or "") > SHORTEST
    ]
    errors = [one for one in planted(rows, MANY) if one.group == "completeness" and len(one.target) > SHORTEST / 2]
    lines = [
        "# What each sign of left_out.py adds to the odds that a stretch of text was left out, or added.\n"
        "# Columns: kind, sign, coefficient. Set by benchmarks/learn_left_out.py.\n"
    ]
    for kind, names in SIGNS.items():
        mine = [one for one in errors if (one.error == "addition") == (kind == "addition")]
        pool = [candidates(rows[one.row].source or "", one.target, kind) for one in mine]
        pool += [candidates(row.source or "", row.target, kind) for row in clean]
        left = np.array([1.0] * len(mine) + [0.0] * len(clean))
        found, constant = np.array([1.0 if name == "surely" else 0.0 for name in names]), 0.0
        for _ in range(ROUNDS):
            vectors = [np.array([[one[name] for name in names] for one in each]) for each in pool]
            values = np.array(
                [each[np.argmax(each @ found)] if len(each) else np.zeros(len(names)) for each in vectors]
            )
            found, constant = fitted(values, left)
        lines += [f"{kind}\t{name}\t{value:.3f}\n" for name, value in zip(names, found, strict=True)]
        lines.append(f"{kind}\tconstant\t{constant:.3f}\n")
    options.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
