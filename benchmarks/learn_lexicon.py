"""Learns which French stems stand for which English ones in everyday text, for the pair's ``learnt.tsv``.

    python benchmarks/learn_lexicon.py CORPORA

From the sentences of Tatoeba and Europarl under that folder, by the same Model 1 as alignment itself
(`alignment.training`). None of the texts that alignment is measured on are among them. What the spelling shows anyway
(same word, cognate) is left out, and words seen once.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tmtool.alignment.priors import cognate
from tmtool.alignment.tokens import tokens
from tmtool.alignment.training import Example, Lexicon, learn_lexicon
from tmtool.languages.pairs.en_fr import PAIR

OUT = PAIR.folder / "learnt.tsv"
TATOEBA, EUROPARL = "large/enfr.tsv.xz", "institutional/europarl_sample.en-fr.tsv"
LEAST, LEAST_OF_BEST = 0.08, 0.3
"""The least likely translation that is kept, by itself and compared with the likeliest: chance meetings stay out."""
SEEN = 2
HEADING = """\
# English word stems with French ones that were seen to translate them, and how likely that is, as alignment cuts words.
# Learnt by benchmarks/learn_lexicon.py from the sentences of Tatoeba (tatoeba.org, CC BY 2.0 FR) and Europarl v7.
"""


def examples(corpora: Path) -> Iterator[Example]:
    with lzma.open(corpora / TATOEBA, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["origin"] == "tatoeba":
                yield Example(row["en"], row["fr"])
    with (corpora / EUROPARL).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Example(row["en"], row["fr"])


def rows(pairs: list[Example], lexicon: Lexicon) -> Iterator[str]:
    seen = Counter(stem for pair in pairs for stem in set(tokens(pair.source, "en")))
    seen_there = Counter(stem for pair in pairs for stem in set(tokens(pair.target, "fr")))
    for word in sorted(lexicon):
        others = [
            (-share, other)
            for other, share in lexicon[word].items()
            if seen[word] >= SEEN and seen_there[other] >= SEEN and other != word and not cognate(word, other)
        ]
        # The shares are in the table with two digits.
        others = [
            (share, other) for share, other in others if share <= min((best for best, _ in others)) * LEAST_OF_BEST
        ]
        if others:
            yield "\t".join([word, *(f"{other} {-share:.2f}" for share, other in sorted(others))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    # The table of before must not confirm itself.
    OUT.unlink(missing_ok=True)
    pairs = list(examples(options.corpora))
    lexicon = learn_lexicon(pairs, source_language="en", target_language="fr", least=LEAST)
    lines = list(rows(pairs, lexicon))
    OUT.write_text(HEADING + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(pairs)} pairs, {len(lines)} stems")


if __name__ == "__main__":
    main()
