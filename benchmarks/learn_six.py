"""Learns which stems of other languages stand for which English ones, for the ``learnt.tsv`` of their pairs.

    python benchmarks/learn_six.py [../shared/data/six] [--languages es ru …] [--tables TABLE …]

From rows of the United Nations Parallel Corpus v1.0 (development set) and the Sustainable Development Goals, by the
same Model 1 as alignment itself (`alignment.training`). No row is among them that is in a document on which alignment
is measured (`six_align.py`). What the spelling shows anyway (same word, cognate) is left out, and words seen once.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tmtool.alignment.priors import cognate
from tmtool.alignment.tokens import tokens
from tmtool.alignment.training import Example, Lexicon, learn_lexicon
from tmtool.languages import pairs

SHARED = Path(__file__).parents[2] / "shared" / "data" / "six"
SOURCE = "en"
LEAST, LEAST_OF_BEST = 0.08, 0.3
"""The least likely translation that is kept, by itself and compared with the likeliest: chance meetings stay out."""
SEEN = 2
HEADING = """\
# Stems of English and of the other language that were seen to translate each other, and how likely it is, as alignment
# cuts words. Learnt by benchmarks/learn_six.py from the United Nations Parallel Corpus v1.0 (development set; Ziemski,
# Junczys-Dowmunt, Pouliquen 2016) and the Sustainable Development Goals (open-sdg/sdg-translations, MIT).
"""


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yields the rows of a table by its heading."""
    opened = lzma.open if path.suffix == ".xz" else Path.open
    with opened(path, "rt", encoding="utf-8") as file:
        names, *rows = (line.rstrip("\n").split("\t") for line in file)
    yield from (dict(zip(names, row, strict=True)) for row in rows)


def measured(folder: Path) -> set[str]:
    """Returns the lines of all documents that alignment is measured on."""
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("align_gold/*/*/*.txt"))
    return {line for text in texts for line in text.split("\n")}


def stems(examples: list[Example], lexicon: Lexicon, target: str) -> Iterator[str]:
    """Yields the rows of a table of stems."""
    seen = Counter(stem for one in examples for stem in set(tokens(one.source, SOURCE)))
    seen_there = Counter(stem for one in examples for stem in set(tokens(one.target, target)))
    for word in sorted(lexicon):
        others = sorted(
            (
                (share, other)
                for other, share in lexicon[word].items()
                if seen[word] >= SEEN and seen_there[other] >= SEEN
            ),
            reverse=True,
        )
        kept = [
            f"{other} {share:.2f}"
            for share, other in others
            if other != word and not cognate(word, other) and share >= others[0][0] * LEAST_OF_BEST
        ]
        if kept:
            yield "\t".join([word, *kept])


def main() -> None:
    """Learns the table of every pair that is there for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("six", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--languages", nargs="+", default=["es", "ru", "ar", "zh", "de"])
    parser.add_argument("--tables", type=Path, nargs="+", help="rows to learn from, instead of those of SIX")
    options = parser.parse_args()
    without = measured(options.six)
    tables = options.tables or [options.six / "un_dev.six.tsv.xz", options.six / "sdg.seven.tsv"]
    rows = [row for path in tables for row in table(path)]
    for target in options.languages:
        pair = pairs.get(SOURCE, target)
        if pair is None:
            parser.error(f"there is no pair of {SOURCE} and {target}: make its folder first")
        out = pair.folder / "learnt.tsv"
        # The table of before must not confirm itself.
        out.unlink(missing_ok=True)
        texts = [(row[SOURCE], row.get(target, "")) for row in rows]
        examples = [Example(one, other) for one, other in texts if one and other and not {one, other} & without]
        lexicon = learn_lexicon(examples, source_language=SOURCE, target_language=target, least=LEAST)
        lines = list(stems(examples, lexicon, target))
        out.write_text(HEADING + "".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{target}: {len(examples)} pairs, {len(lines)} stems")


if __name__ == "__main__":
    main()
