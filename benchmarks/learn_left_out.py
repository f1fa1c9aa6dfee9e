"""Sets the coefficients of ``left_out.tsv`` on published pairs and on the same pairs with something left out.

    python benchmarks/learn_left_out.py PAIRS=ROWS [OTHERS=ROWS...] [--out FILE]

    python benchmarks/learn_left_out.py unv1.0.dev.en-fr.tsv=1001-2000 ntrex128.en-fr.tsv=1-2000 tico19.en-fr.tsv=1-3000

A logistic regression by Newton's method. Left out are the errors of the class completeness, planted by planting.py,
and pieces cut out by lot: of the French for omissions, of the English for additions. The pairs as published count five
times as much, since a quiet check is wanted. Of each pair the candidate speaks that the coefficients so far find the
surest, and signs that add little are dropped. The first file is of the texts that the checks are made for; the others
show how free a translation can be, and count less. None may be a text that the word links were learnt from.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from check import pairs
from planting import SEED, planted
from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.left_out import signs
from tmtool.checks.evidence.sides import sides
from tmtool.languages.pairs.en_fr import PAIR

KINDS = ("omission", "addition")
MANY, CUTS, SHORTEST = 200, 2, 20
"""Errors of a kind and pieces cut out of a text, at most; characters of a text at least."""
CLEAN, CUT, LIST = 5.0, 0.3, 3.0
"""What a pair counts as published, with a piece cut out, and with an element of a list left out; other errors 1."""
OTHERS = 0.2
"""What a pair of another file than the first counts."""
PENALTY, ROUNDS, STEPS = 0.001, 5, 25
LEAST = 0.1
"""A sign is dropped that moves the odds less than that for one standard deviation."""
PIECES = tuple(
    map(
        re.compile,
        (
            r", [^,.;:()]{4,60}(?=,)",
            r" (?:and|et) [^,.;:()]{4,60}(?=[,.;])",
            r", [^,.;()]{15,}(?=[.;]?$)",
            r" \([^()]{8,}\)",
            r" (?:of|in|on|with|for|by|de|dans|sur|avec|pour|par) [^,.;:()]{6,50}(?=[,.;])",
            r"(?<= )[a-zéèê]{6,}(?: [a-zéèê]{5,})? ",
            r"(?<=[.] )[A-ZÉÀ][^.]{30,}\.$",
            r"^[A-ZÉÀ][^,.;:()]{12,60}, ",
            r"(?<= )(?:[^ ]+ ){2,6}(?=[a-z])",
        ),
    )
)

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A `Case` holds the signs of the candidates of a pair, whether something was left out, and what the pair
    counts."""

    candidates: Sequence[Mapping[str, float]]
    left_out: bool
    counts: float


def case(source: str, target: str, kind: str, counts: float, left: bool = True) -> Case:
    assert PAIR.links is not None
    of_source, of_target = sides(source, target, PAIR, PAIR.links)
    found = signs(of_source, of_target) if kind == "omission" else signs(of_target, of_source)
    return Case([values for _, values in found], left, counts)


def cut(text: str, lot: random.Random) -> str | None:
    """Returns the text without a piece."""
    for piece in lot.sample(PIECES, len(PIECES)):
        found = list(piece.finditer(text))
        if found:
            chosen = lot.choice(found)
            rest = text[: chosen.start()] + text[chosen.end() :]
            if len(rest) > SHORTEST:
                return rest
    return None


def cases(rows: Sequence[Pair], kind: str) -> Iterator[Case]:
    lot = random.Random(f"{SEED} {kind}")
    for row in rows:
        source, target = row.source or "", row.target
        if min(len(source), len(target)) <= SHORTEST:
            continue
        yield case(source, target, kind, CLEAN, left=False)
        for _ in range(CUTS):
            rest = cut(target if kind == "omission" else source, lot)
            if rest is not None:
                yield case(*((source, rest) if kind == "omission" else (rest, target)), kind, CUT)
    for one in planted(rows, MANY):
        if one.group == "completeness" and (one.error == "addition") == (kind == "addition"):
            counts = LIST if one.error.startswith("list") else 1.0
            yield case(rows[one.row].source or "", one.target, kind, counts)


def regression(values: Vector, left: Vector, counts: Vector) -> Vector:
    """Returns coefficients by sign, then the constant."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    scaled = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    penalty = np.append(np.full(values.shape[1], PENALTY * counts.sum()), 1e-6)
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (counts * (share - left)) + penalty * found
        found -= np.linalg.solve((scaled.T * (counts * share * (1 - share))) @ scaled + np.diag(penalty), slope)
    return np.append(found[:-1] / spread, found[-1] - (mean / spread) @ found[:-1])


def adapted_match(given: Sequence[Case], names: Sequence[str]) -> Vector:
    """Returns the coefficients of the signs, then the constant."""
    tables = [np.array([[one[name] for name in names] + [1.0] for one in each.candidates]) for each in given]
    left = np.array([float(each.left_out) for each in given])
    counts = np.array([each.counts for each in given])
    found = np.array([float(name == "words, root") for name in names] + [0.0])
    for _ in range(ROUNDS):
        surest = np.array([table[np.argmax(table @ found)][:-1] for table in tables])
        found = regression(surest, left, counts)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", metavar="PAIRS=ROWS")
    parser.add_argument("--out", type=Path, default=PAIR.folder / "left_out.tsv")
    options = parser.parse_args()
    found: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    for given in options.pairs:
        path, _, numbers = given.partition("=")
        rows = list(pairs(Path(path), *map(int, numbers.split("-"))))
        for kind in KINDS:
            here = (one for one in cases(rows, kind) if one.candidates)
            found[kind] += (
                here if given == options.pairs[0] else (replace(one, counts=OTHERS * one.counts) for one in here)
            )
    lines = [
        "# What each sign of left_out_signs.py adds to the odds that a stretch of text was left out, or added.\n"
        "# Columns: kind, sign, coefficient. Set by benchmarks/learn_left_out.py.\n"
    ]
    for kind in KINDS:
        names = sorted(found[kind][0].candidates[0])
        spread = {name: np.std([one[name] for each in found[kind] for one in each.candidates]) for name in names}
        while True:
            coefficients = adapted_match(found[kind], names)
            moves = [abs(value) * spread[name] for name, value in zip(names, coefficients[:-1], strict=True)]
            if min(moves) >= LEAST:
                break
            del names[int(np.argmin(moves))]
        lines += [
            f"{kind}\t{name}\t{value:.3f}\n" for name, value in zip([*names, "constant"], coefficients, strict=True)
        ]
    options.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
