"""How well are the packaged terms recognised in running text in Spanish, Russian, Arabic and Chinese?

    python benchmarks/six_terms.py [--rows un_dev.six.tsv.xz] [--half tuning|held-out|fresh] [--show]

The gold (data/six_terms.tsv) says by eye, for a hundred rows a language of the development set of the United Nations
Parallel Corpus, which concepts of the packaged term base are named in the row, whether inside a longer term or not
(in Chinese the longest only); the marks were made by going through what the recogniser of November 2026 found, with the
English beside. A row of the table is a language, the id of the row, its half and the ids of the concepts; the sentences
themselves are read from the corpus. Counted are concepts a row, recognised as `terms find` does it.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Mapping
from pathlib import Path

from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.recognise import Recogniser

GOLD = Path(__file__).with_name("data") / "six_terms.tsv"
ROWS = Path(__file__).parents[2] / "shared" / "data" / "six" / "un_dev.six.tsv.xz"


def gold(half: str | None) -> dict[str, dict[str, frozenset[str]]]:
    """Returns the concepts of each row by language."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]:
        language, row, own_half, concepts = line.split("\t")
        if half in (None, own_half):
            found.setdefault(language, {})[row] = frozenset(concepts.split())
    return found


def corpus(path: Path) -> dict[str, dict[str, str]]:
    """Returns the rows of the corpus by id, each by language."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
        names = next(file).rstrip("\n").split("\t")
        rows = (dict(zip(names, line.rstrip("\n").split("\t"), strict=False)) for line in file)
        return {row["id"]: row for row in rows}


def count(
    language: str, wanted: Mapping[str, frozenset[str]], rows: Mapping[str, Mapping[str, str]], show: bool
) -> str:
    """Returns how many of the concepts were found, and how many that were found are right."""
    recogniser = Recogniser(packaged_concepts(), language, tolerant=True)
    right = false = missed = 0
    for row, concepts in wanted.items():
        found = {occurrence.concept.id for occurrence in recogniser.find(rows[row][language])}
        right += len(found & concepts)
        false += len(found - concepts)
        missed += len(concepts - found)
        if show and found != concepts:
            print(f"  {language} {row}: false {sorted(found - concepts)}, missed {sorted(concepts - found)}")
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return (
        f"{language}: {len(wanted)} rows, {right + missed} terms; {right} right, {false} false, {missed} missed: "
        f"precision {precision:.3f}, recall {recall:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, default=ROWS)
    parser.add_argument("--half", choices=("tuning", "held-out", "fresh"))
    parser.add_argument("--show", action="store_true", help="print what is missed and what is false")
    options = parser.parse_args()
    rows = corpus(options.rows)
    for language, wanted in gold(options.half).items():
        print(count(language, wanted, rows, options.show))


if __name__ == "__main__":
    main()
