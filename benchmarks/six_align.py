"""How well are documents aligned in any pair of the six languages and German?

    python benchmarks/six_align.py [../shared/data/six/align_gold] [--half tune|report|all] [--only un.en-zh …]

A set is a kind of text in a pair of languages; its documents have 6 % of their rows dropped on one side, 4 % merged or
split and 1 % swapped. Printed are strict F1 over the two-sided beads of all documents of a set, and the share of them
that have a confidence of .9, with their precision. Constants were adjusted on the documents of odd places (`tune`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path

from tmtool.alignment.align import align

SHARED = Path(__file__).parents[2] / "shared" / "data" / "six" / "align_gold"
SURE = 0.9

Places = tuple[int, ...]
Counts = tuple[int, int, int, int, int]


def lines(path: Path) -> list[str]:
    """Returns the segments of a side."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def documents(folder: Path, half: str) -> list[Path]:
    """Returns the documents of a set that are of a half, by turns."""
    found = sorted(path.parent for path in folder.glob("*/gold.tsv"))
    return found if half == "all" else found[half == "report" :: 2]


def gold(path: Path) -> Iterator[tuple[Places, Places]]:
    """Yields the two-sided beads of a document."""
    for line in lines(path / "gold.tsv"):
        one, other = (tuple(int(number) for number in side.split(",") if number) for side in line.split("\t"))
        if one and other:
            yield one, other


def counted(path: Path) -> Counts:
    """Returns how many beads are wanted, found, right, sure, and sure and right in a document."""
    source, target = path.parent.name.rpartition(".")[2].split("-")
    wanted = set(gold(path))
    beads = align(
        lines(path / f"{source}.txt"), lines(path / f"{target}.txt"), source_language=source, target_language=target
    )
    found = [bead for bead in beads if bead.source and bead.target]
    right = [bead for bead in found if (tuple(bead.source), tuple(bead.target)) in wanted]
    sure = [bead for bead in found if bead.confidence >= SURE]
    return len(wanted), len(found), len(right), len(sure), sum(bead.confidence >= SURE for bead in right)


def figures(counts: Sequence[Counts]) -> str:
    """Returns F1, kept and precision."""
    wanted, found, right, sure, sure_and_right = map(sum, zip(*counts, strict=True))
    f1 = 2 * right / (wanted + found)
    return f"F1 {f1:.3f}, kept {sure_and_right / wanted:.3f}, precision {sure_and_right / max(1, sure):.4f}"


def main() -> None:
    """Measures the sets asked for, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--half", choices=("tune", "report", "all"), default="tune")
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    folders = [path for path in sorted(options.gold.iterdir()) if path.is_dir()]
    with Pool(2) as pool:
        for folder in folders:
            if options.only and folder.name not in options.only:
                continue
            if paths := documents(folder, options.half):
                print(f"{folder.name} ({len(paths)}): {figures(pool.map(counted, paths))}", flush=True)


if __name__ == "__main__":
    main()
