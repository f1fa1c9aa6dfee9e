"""How good is the alignment? Strict F1, what is kept at .9 and how precise that is, calibration, seconds.

    python benchmarks/align.py FOLDER_OF_GOLD… [--half tune|report|all]
    python benchmarks/align.py TABLE.tsv… --noise 1     (columns id, en, fr, doc; noise made with a fixed seed)
    python benchmarks/align.py PATH… --unrelated        (English of one document against French of another)
    python benchmarks/align.py PATH… --lexicon MEMORY.tsv     (what a memory of these pairs, columns en, fr, adds)

A gold document is a folder with `en.txt` (or `de.txt`), `fr.txt`, a segment a line, and `gold.tsv`; FOLDER may be one
document or hold several. Beads count over a set, not averaged over documents; one-sided ones are left out. Documents
are halved by turns of their sorted names: constants are tuned on one half, figures come from the other.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.alignment.align import align
from tmtool.alignment.training import Example, Lexicon, learn_lexicon
from tmtool.model import Bead

Gold = frozenset[tuple[tuple[int, ...], tuple[int, ...]]]
SURE = 0.9
RIGHT = 0.99
DROPPED, REGROUPED, SWAPPED = 0.06, 0.04, 0.01
SHORTEST, LONGEST = 12, 120


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents with the beads a person (or the maker of noise) says are right."""

    name: str
    source: list[str]
    target: list[str]
    gold: Gold
    language: str = "en"


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def gold_documents(folder: Path) -> Iterator[Pair]:
    """Every document under a folder."""
    for gold in sorted(folder.rglob("gold.tsv")):
        language = "en" if (gold.parent / "en.txt").exists() else "de"
        beads = set()
        for line in lines(gold):
            sides = line.split("\t")
            one, other = (tuple(int(number) for number in side.split(",") if number) for side in sides)
            beads.add((one, other))
        source, target = lines(gold.parent / f"{language}.txt"), lines(gold.parent / "fr.txt")
        yield Pair(str(gold.parent), source, target, frozenset(beads), language)


def noised_documents(table: Path, noise: float) -> Iterator[Pair]:
    """The documents of a table of pairs, with segments dropped, put together (on one side) and swapped."""
    documents: dict[str, list[tuple[str, str]]] = defaultdict(list)
    heading, *rows = lines(table)
    en, fr, doc = (heading.split("\t").index(name) for name in ("en", "fr", "doc"))
    for row in rows:
        cells = row.split("\t")
        documents[cells[doc]].append((cells[en], cells[fr]))
    for name, pairs in documents.items():
        for start in range(0, len(pairs), LONGEST):
            part = pairs[start : start + LONGEST]
            if len(part) >= SHORTEST:
                yield noised(f"{name}:{start}", part, noise)


def noised(name: str, pairs: list[tuple[str, str]], noise: float) -> Pair:
    dice = random.Random(name)
    sides: tuple[list[str], list[str]] = ([], [])
    beads: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
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


def lexicon_of(table: Path) -> Lexicon:
    """What the pairs of a table teach."""
    heading, *rows = lines(table)
    en, fr = (heading.split("\t").index(name) for name in ("en", "fr"))
    examples = (Example(cells[en], cells[fr]) for cells in (row.split("\t") for row in rows))
    return learn_lexicon(examples, source_language="en", target_language="fr")


def report(title: str, pairs: list[Pair], lexicon: Lexicon) -> None:
    """Prints the figures of a set of documents."""
    found_two, gold_two, right, sure, sure_right, segments = 0, 0, 0, 0, 0, 0
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    began = time.process_time()
    for pair in pairs:
        beads = align(pair.source, pair.target, source_language=pair.language, lexicon=lexicon)
        assert_whole(pair, beads)
        segments += len(pair.source)
        gold_two += sum(1 for one, other in pair.gold if one and other)
        for bead in beads:
            if bead.source and bead.target:
                good = (bead.source, bead.target) in pair.gold
                found_two, right = found_two + 1, right + good
                bins[min(int(bead.confidence * 10), 9)].append((bead.confidence, good))
                if bead.confidence >= SURE:
                    sure, sure_right = sure + 1, sure_right + good
    seconds = time.process_time() - began
    gap = sum(abs(sum(c for c, _ in b) - sum(g for _, g in b)) for b in bins) / max(found_two, 1)
    print(
        f"{title}: F1 {2 * right / max(found_two + gold_two, 1):.4f}  kept {sure / max(found_two, 1):.3f}  "
        f"precision {sure_right / max(sure, 1):.4f}  calibration gap {gap:.3f}  "
        f"{len(pairs)} documents, {segments} segments, {seconds:.1f} s"
    )
    print(f"  {RIGHT:.0%} right from confidence {lowest_sure([bead for b in bins for bead in b]):.2f}")
    means = [(sum(c for c, _ in b) / len(b), sum(g for _, g in b) / len(b), len(b)) for b in bins if b]
    print("  confidence:precision(beads) " + " ".join(f"{said:.2f}:{was:.2f}({count})" for said, was, count in means))


def lowest_sure(beads: list[tuple[float, bool]]) -> float:
    """The lowest confidence from which on `RIGHT` of the two-sided beads are right; 1 if there is none."""
    lowest, right = 1.0, 0
    for number, (confidence, good) in enumerate(sorted(beads, reverse=True), 1):
        right += good
        if right >= RIGHT * number:
            lowest = confidence
    return lowest


def assert_whole(pair: Pair, beads: tuple[Bead, ...]) -> None:
    """Every segment in exactly one bead."""
    for side, texts in ((0, pair.source), (1, pair.target)):
        seen = sorted(place for bead in beads for place in (bead.source, bead.target)[side])
        if seen != list(range(len(texts))):
            raise AssertionError(f"{pair.name}: segments left out or taken twice")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--half", choices=("tune", "report", "all"), default="report")
    parser.add_argument("--noise", type=float, default=1.0, help="share of the full noise, for tables")
    parser.add_argument("--unrelated", action="store_true", help="pair each document with the next one's translation")
    parser.add_argument("--lexicon", type=Path, metavar="TABLE", help="a memory to learn words from beforehand")
    options = parser.parse_args()
    lexicon = lexicon_of(options.lexicon) if options.lexicon else {}
    for path in options.paths:
        pairs = list(gold_documents(path) if path.is_dir() else noised_documents(path, options.noise))
        if options.unrelated:
            others = pairs[1:] + pairs[:1]
            pairs = [Pair(a.name, a.source, b.target, frozenset()) for a, b in zip(pairs, others, strict=True)]
        if options.half != "all" and len(pairs) > 1:
            pairs = pairs[options.half == "report" :: 2]
        report(str(path), pairs, lexicon)


if __name__ == "__main__":
    main()
