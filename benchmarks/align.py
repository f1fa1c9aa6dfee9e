"""How good is the alignment? Strict F1, what is kept at .9 and how right that is, calibration, omissions, seconds.

    python benchmarks/align.py CORPORA [SET…] [--half tune|report|all] [--report]
    python benchmarks/align.py CORPORA --lexicon MEMORY.tsv     (what a memory of these pairs, columns en, fr, adds)

CORPORA is the folder that `align_sets.tsv` speaks of; sets whose data are not there are left out. Beads count over a
set, not averaged over documents; one-sided ones are left out of F1. Omissions are the segments without counterpart.
Documents are halved by turns of their names: constants are tuned on one half, figures come from the other. Where
hunalign is on the PATH it is measured on the same documents.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import hunalign
from align_sets import Pair, Places, Set, lines, listed_sets
from report import conditions, table, write_section
from tmtool.alignment.align import align
from tmtool.alignment.training import Example, Lexicon, learn_lexicon
from tmtool.model import Bead

SURE = 0.9
BINS = 10
RIGHT = 0.99
LARGE = 1000
DELETED = 5
RUNS = 3
MOST_UNRELATED = 0.02
"""Of two documents that have nothing to do with each other, at most so many beads may be sure."""

OMISSIONS = (0.95, 0.88)
"""Precision and recall wanted of segments said to have no counterpart."""

TITLE = "Alignment"
EXPLAINED = (
    "Groups with text on both sides, over all documents of a set; right are those with exactly the gold segments. "
    "Kept: confidence .9 or more. Calibration gap: mean distance of confidence and precision in ten bins. Omissions: "
    "segments without counterpart. Out of step: documents in which the rows of the data are no translations of each "
    "other (named in `align_sets.tsv`), so that what is rightly left alone counts as wrong. Unrelated: groups kept "
    "between a document and the translation of another. \\* misses its goal (`align_sets.tsv`)."
)

Group = tuple[Places, Places]
Aligner = Callable[[Sequence[str], Sequence[str], str], tuple[Bead, ...]]


@dataclass(slots=True)
class Count:
    """A `Count` says how many of the things found are right, of how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: AbstractSet[object], there: AbstractSet[object]) -> None:
        self.right += len(found & there)
        self.found += len(found)
        self.there += len(there)

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.there, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.found + self.there, 1)


@dataclass(slots=True)
class Figures:
    """`Figures` says what was found in a set. `beads` are the confidences of two-sided beads, and whether each is
    right; `unrelated` counts sure beads as right where there are none."""

    beads: list[tuple[float, bool]] = field(default_factory=list)
    two_sided: Count = field(default_factory=Count)
    omissions: Count = field(default_factory=Count)
    hunalign: Count = field(default_factory=Count)
    unrelated: Count = field(default_factory=Count)
    segments: int = 0
    seconds: float = 0.0

    @property
    def kept(self) -> float:
        return sum(said >= SURE for said, _ in self.beads) / max(len(self.beads), 1)

    @property
    def precision(self) -> float:
        sure = [right for said, right in self.beads if said >= SURE]
        return sum(sure) / max(len(sure), 1)

    @property
    def gap(self) -> float:
        """Returns the mean distance of confidence from precision in ten bins, weighted by beads."""
        return sum(abs(said - was) * size for said, was, size in self.bins()) / max(len(self.beads), 1)

    def bins(self) -> list[tuple[float, float, int]]:
        """Returns mean confidence, precision and beads of each tenth that is not empty."""
        bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
        for said, right in self.beads:
            bins[min(int(said * BINS), BINS - 1)].append((said, right))
        return [(sum(s for s, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for b in bins if b]

    def lowest_sure(self) -> float:
        """Returns the lowest confidence from which on `RIGHT` of the two-sided beads are right; 1 if there is none."""
        lowest, right = 1.0, 0
        for number, (said, good) in enumerate(sorted(self.beads, reverse=True), 1):
            right += good
            if right >= RIGHT * number:
                lowest = said
        return lowest


def measure(pairs: Sequence[Pair], aligner: Aligner, *, unrelated: bool) -> Figures:
    """Aligns each document with its translation, then, if that is `unrelated`, with the translation of the next
    one; where it is installed, hunalign does the former too."""
    figures = Figures()
    began = time.process_time()
    for pair in pairs:
        beads = aligner(pair.source, pair.target, pair.language)
        assert_whole(pair, beads)
        figures.segments += len(pair.source)
        groups = [(bead.source, bead.target) for bead in beads]
        figures.two_sided.add(two_sided(groups), two_sided(pair.gold))
        figures.omissions.add(alone(groups), alone(pair.gold))
        figures.beads += [
            (bead.confidence, (bead.source, bead.target) in pair.gold) for bead in beads if bead.source and bead.target
        ]
    figures.seconds = time.process_time() - began
    for pair, other in zip(pairs, [*pairs[1:], *pairs[:1]], strict=True):
        if unrelated and pair is not other:
            beads = aligner(pair.source, other.target, pair.language)
            both = [bead for bead in beads if bead.source and bead.target]
            figures.unrelated.right += sum(bead.confidence >= SURE for bead in both)
            figures.unrelated.found += len(both)
    if hunalign.installed():
        for pair in pairs:
            figures.hunalign.add(two_sided(hunalign.beads(pair.source, pair.target)), two_sided(pair.gold))
    return figures


def two_sided(groups: Collection[Group]) -> set[Group]:
    return {(one, other) for one, other in groups if one and other}


def alone(groups: Collection[Group]) -> set[tuple[str, int]]:
    """Returns the segments without counterpart, each for itself."""
    sources = {("source", place) for one, other in groups if not other for place in one}
    return sources | {("target", place) for one, other in groups if not one for place in other}


def assert_whole(pair: Pair, beads: tuple[Bead, ...]) -> None:
    """Asserts that every segment is in exactly one bead."""
    for side, texts in ((0, pair.source), (1, pair.target)):
        seen = sorted(place for bead in beads for place in (bead.source, bead.target)[side])
        if seen != list(range(len(texts))):
            raise AssertionError(f"{pair.name}: segments left out or taken twice")


@dataclass(frozen=True, slots=True)
class Laws:
    """`Laws` counts what must hold of each document: segments of it paired with itself and sure, documents with all of
    five deleted lines and no other left alone, documents whose second run differs."""

    itself: Count
    deleted: Count
    unlike: int


def laws(pairs: Sequence[Pair], aligner: Aligner) -> Laws:
    """Tries them on the segments of these documents."""
    itself, deleted, unlike = Count(), Count(), 0
    for pair in pairs:
        beads = aligner(pair.source, pair.source, pair.language)
        sure = {(bead.source, bead.target) for bead in beads if bead.confidence >= RIGHT}
        itself.add(sure, {((place,), (place,)) for place in range(len(pair.source))})
        step = len(pair.source) // (DELETED + 1)
        gone = {place * step for place in range(1, DELETED + 1)}
        rest = [text for place, text in enumerate(pair.source) if place not in gone]
        found = aligner(pair.source, rest, pair.language)
        left = alone([(bead.source, bead.target) for bead in found])
        deleted.add({pair.name} if left == {("source", place) for place in gone} else set(), {pair.name})
        unlike += aligner(pair.source, pair.target, pair.language) != aligner(pair.source, pair.target, pair.language)
    return Laws(itself, deleted, unlike)


@dataclass(frozen=True, slots=True)
class Cost:
    """A `Cost` is that of the whole process: seconds, seconds of the processor, the most memory in MB."""

    wall: float
    processor: float
    memory: float


def cost(pairs: Sequence[Pair], options: Sequence[str] = ()) -> Cost:
    """Measures `tmtool align` of two files of a thousand lines each, without any database."""
    source = [text for pair in pairs for text in pair.source][:LARGE]
    target = [text for pair in pairs for text in pair.target][:LARGE]
    with TemporaryDirectory() as name:
        folder = Path(name)
        for side, texts in (("en.txt", source), ("fr.txt", target)):
            (folder / side).write_text("\n".join(texts) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "tmtool", "align", "en.txt", "fr.txt", "--segmentation", "lines", "--json"]
        home = {"HOME": name, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name}
        began = time.perf_counter()
        process = subprocess.Popen(
            [*command, *options],
            cwd=folder,
            env=os.environ | home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}")
        return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def row(text: Set, figures: Figures) -> list[str]:
    """Returns a set's line of the table; what misses its goal is marked."""
    goal, sized = text.goal, figures.omissions.there > 0
    return [
        text.name,
        str(figures.two_sided.there),
        _held(figures.two_sided.f1, goal.f1),
        f"{figures.hunalign.f1:.3f}" if figures.hunalign.there else "",
        _held(figures.kept, goal.kept),
        _held(figures.precision, goal.precision),
        _held(figures.gap, goal.gap, most=True),
        _held(figures.omissions.precision, OMISSIONS[0]) if sized else "",
        _held(figures.omissions.recall, OMISSIONS[1]) if sized else "",
        _held(figures.unrelated.precision, MOST_UNRELATED, most=True) if figures.unrelated.found else "",
    ]


HEAD = (
    "text",
    "groups",
    "F1",
    "hunalign F1",
    "kept at .9",
    "of these right",
    "calibration gap",
    "omissions: precision",
    "recall",
    "unrelated kept",
)


def _held(figure: float, goal: float, *, most: bool = False) -> str:
    missed = figure > goal if most else figure < goal
    return f"{figure:.3f}" + (" \\*" if missed else "")


def lexicon_of(path: Path) -> Lexicon:
    """Returns the lexicon that the pairs of a table give."""
    heading, *rows = (line.split("\t") for line in lines(path))
    en, fr = heading.index("en"), heading.index("fr")
    return learn_lexicon((Example(cells[en], cells[fr]) for cells in rows), source_language="en", target_language="fr")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--half", choices=("tune", "report", "all"), default="report")
    parser.add_argument("--lexicon", type=Path, metavar="TABLE", help="a memory to learn words from beforehand")
    parser.add_argument("--report", action="store_true", help="write the section of docs/benchmarks.md")
    options = parser.parse_args()
    lexicon = lexicon_of(options.lexicon) if options.lexicon else {}

    def aligner(source: Sequence[str], target: Sequence[str], language: str) -> tuple[Bead, ...]:
        return align(source, target, source_language=language, lexicon=lexicon)

    rows = []
    sets = list(listed_sets(options.corpora, options.sets))
    for text in (variant for listed in sets for variant in listed.variants()):
        figures = measure(text.half(options.half), aligner, unrelated=text.unrelated)
        rows.append(row(text, figures))
        print("  ".join(f"{name} {value}" for name, value in zip(HEAD, rows[-1], strict=True) if value), flush=True)
        print(f"  {RIGHT:.0%} right from confidence {figures.lowest_sure():.2f}", end="; confidence:precision(beads) ")
        print(" ".join(f"{said:.2f}:{was:.2f}({count})" for said, was, count in figures.bins()), end="; ")
        print(f"{figures.segments} segments, {figures.seconds:.1f} s")
    notes = [laws_note([pair for text in sets for pair in text.half(options.half)], aligner)]
    if sets:
        notes.append(cost_note(sets[0].pairs))
    if not hunalign.installed():
        notes.append("hunalign: not installed.")
    print("\n".join(notes))
    if options.report:
        data = f"documents: the {options.half} half of each set" if options.half != "all" else "all documents"
        write_section(TITLE, f"{conditions(data)}\n\n{EXPLAINED}\n\n{table(HEAD, rows)}\n\n{' '.join(notes)}")


def laws_note(pairs: Sequence[Pair], aligner: Aligner) -> str:
    held = laws(pairs, aligner)
    return (
        f"Each English document aligned with itself: {held.itself.recall:.4f} of the segments are paired with "
        f"themselves at {RIGHT} or more; with {DELETED} lines deleted just those are left alone in "
        f"{held.deleted.right} of {held.deleted.there}; {held.unlike} second runs differ."
    )


def cost_note(pairs: Sequence[Pair]) -> str:
    spent = min((cost(pairs) for _ in range(RUNS)), key=lambda run: run.wall)
    return (
        f"{LARGE} by {LARGE} segments, the whole process, the quickest of {RUNS} runs: {spent.wall:.1f} s, "
        f"{spent.processor:.1f} s of the processor, {spent.memory:.0f} MB."
    )


if __name__ == "__main__":
    main()
