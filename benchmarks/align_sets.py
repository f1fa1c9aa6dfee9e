"""Reads the pairs of documents with known beads that alignment is measured on: aligned by hand, or with noise made.

A gold document is a folder with `en.txt` (or `de.txt`), `fr.txt`, a segment a line, and `gold.tsv`: places of source
segments, TAB, places of target segments. A table has columns `en` and `fr` and a pair a row; noise drops segments on
one side, puts two together on one side and swaps two, by a seed that depends on the name alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

Places = tuple[int, ...]
Gold = frozenset[tuple[Places, Places]]

DROPPED, REGROUPED, SWAPPED = 0.06, 0.04, 0.01
SHORTEST = 12
LISTED = Path(__file__).with_name("align_sets.tsv")


@dataclass(frozen=True, slots=True)
class Pair:
    """A `Pair` holds two documents with the beads a person (or the maker of noise) says are right."""

    name: str
    source: list[str]
    target: list[str]
    gold: Gold
    language: str = "en"
    document: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A `Goal` is the least strict F1, share of beads kept at .9 and precision of those, and the widest calibration
    gap."""

    f1: float
    kept: float
    precision: float
    gap: float


@dataclass(frozen=True, slots=True)
class Set:
    """A `Set` is a kind of text: its documents, in the order of their names, and what is wanted of them; `unrelated` if
    two of them have nothing to do with each other; `out_of_step` are names of documents whose gold beads are wrong,
    `left_out` of those that are not measured."""

    name: str
    goal: Goal
    unrelated: bool
    out_of_step: frozenset[str]
    pairs: tuple[Pair, ...]
    left_out: frozenset[str] = frozenset()

    def variants(self) -> tuple[Set, ...]:
        """Returns the set, and where it has documents out of step the set without them."""
        if not self.out_of_step:
            return (self,)
        return self, replace(self, name=f"{self.name}, without what is out of step", left_out=self.out_of_step)

    def half(self, which: str) -> tuple[Pair, ...]:
        """Returns the documents of a half, by turns: constants are tuned on `tune`, figures come from `report`; `all`
        is both."""
        all_of_it = which == "all" or len(self.pairs) == 1
        pairs = self.pairs if all_of_it else self.pairs[which == "report" :: 2]
        return tuple(pair for pair in pairs if pair.document not in self.left_out)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def listed_sets(data: Path, names: Sequence[str]) -> Iterator[Set]:
    """Yields the sets of `align_sets.tsv` whose data are there: those named, or all."""
    places = {"data": data, "here": Path(__file__).parent.parent}
    _, *rows = (line.split("\t") for line in lines(LISTED) if not line.startswith("#"))
    for name, root, pattern, noise, rows_a_document, unrelated, out_of_step, *goal in rows:
        if names and name not in names:
            continue
        paths = sorted(places[root].glob(pattern))
        pairs = [
            pair
            for path in paths
            for pair in (gold_documents(path) if path.is_dir() else table_documents(path, noise, rows_a_document))
        ]
        if pairs:
            wrong = frozenset(filter(None, out_of_step.split(",")))
            yield Set(name, Goal(*map(float, goal)), unrelated == "yes", wrong, tuple(pairs))


def gold_documents(folder: Path) -> Iterator[Pair]:
    """Yields every document under a folder."""
    for gold in sorted(folder.rglob("gold.tsv")):
        language = "en" if (gold.parent / "en.txt").exists() else "de"
        beads = set()
        for line in lines(gold):
            one, other = (tuple(int(number) for number in side.split(",") if number) for side in line.split("\t"))
            beads.add((one, other))
        source, target = lines(gold.parent / f"{language}.txt"), lines(gold.parent / "fr.txt")
        yield Pair(str(gold.parent), source, target, frozenset(beads), language)


def table_documents(table: Path, noise: str, rows_a_document: str) -> Iterator[Pair]:
    """Yields documents of so many rows of a table, none across two documents of it unless the number ends in ``+``."""
    heading, *rows = (line.split("\t") for line in lines(table))
    en, fr = heading.index("en"), heading.index("fr")
    across = rows_a_document.endswith("+")
    column = next(heading.index(name) for name in ("doc", "document") if name in heading)
    documents: dict[str, list[tuple[str, str]]] = {}
    for cells in rows:
        documents.setdefault("" if across else cells[column], []).append((cells[en], cells[fr]))
    most = int(rows_a_document.removesuffix("+"))
    for name, pairs in documents.items():
        for start in range(0, len(pairs), most):
            part = pairs[start : start + most]
            if len(part) >= SHORTEST:
                yield replace(noised(f"{table.name}:{name}:{start}", part, float(noise)), document=name)


def noised(name: str, pairs: Sequence[tuple[str, str]], noise: float) -> Pair:
    """Returns a document with `noise` times the full noise."""
    dice = random.Random(name)
    sides: tuple[list[str], list[str]] = ([], [])
    beads: list[tuple[Places, Places]] = []
    place = 0
    while place < len(pairs):
        roll = dice.random() / noise if noise else 1.0
        at = len(sides[0]), len(sides[1])
        pair = pairs[place]
        following = pairs[place + 1] if place + 1 < len(pairs) else None
        place += 1
        if roll < DROPPED:
            kept = dice.randrange(2)
            sides[kept].append(pair[kept])
            beads.append(((at[0],), ()) if kept == 0 else ((), (at[1],)))
        elif following and roll < DROPPED + REGROUPED:
            place += 1
            joined = dice.randrange(2)
            sides[joined].append(f"{pair[joined]} {following[joined]}")
            sides[1 - joined].extend((pair[1 - joined], following[1 - joined]))
            two, one = (at[1 - joined], at[1 - joined] + 1), (at[joined],)
            beads.append((one, two) if joined == 0 else (two, one))
        elif following and roll < DROPPED + REGROUPED + SWAPPED:
            place += 1
            sides[0].extend((pair[0], following[0]))
            sides[1].extend((following[1], pair[1]))
            beads += [((at[0],), (at[1] + 1,)), ((at[0] + 1,), (at[1],))]
        else:
            sides[0].append(pair[0])
            sides[1].append(pair[1])
            beads.append(((at[0],), (at[1],)))
    return Pair(name, *sides, frozenset(beads))
