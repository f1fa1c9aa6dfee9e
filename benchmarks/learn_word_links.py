"""Learns which French stems stand for which English ones, for ``checks/word_links.tsv``, from bilingual files.

    python benchmarks/learn_word_links.py OUT PAIRS[:FIRST-LAST]...

IBM's model 1 (Brown et al. 1993), in both directions, on the stems that the checks use. A link is kept if the product
of both probabilities is at least `LEAST` and both stems occur often enough.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from check import pairs
from tmtool.checks.word_links import stems

ROUNDS = 6
LEAST = 0.0001
SEEN = 3
LONGEST = 80
"""Longer segments teach little and cost much."""

Sentence = tuple[list[str], list[str]]


def model_one(sentences: list[Sentence]) -> dict[tuple[str, str], float]:
    """Probability of the second stem given the first."""
    table: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    for _ in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for givers, takers in sentences:
            for taker in takers:
                shares = [(giver, table[giver, taker]) for giver in ["", *givers]]
                whole = sum(share for _, share in shares)
                for giver, share in shares:
                    counts[giver, taker] += share / whole
                    totals[giver] += share / whole
        table = defaultdict(float, {pair: count / totals[pair[0]] for pair, count in counts.items()})
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    sentences: list[Sentence] = []
    for name in options.files:
        path, _, rows = name.partition(":")
        first, last = map(int, rows.split("-")) if rows else (1, 1_000_000)
        for pair in pairs(Path(path), first, last):
            english, french = stems(pair.source or "", "en"), stems(pair.target, "fr")
            if 0 < len(english) <= LONGEST and 0 < len(french) <= LONGEST:
                sentences.append((sorted(set(english)), sorted(set(french))))
    print(f"{len(sentences)} segments")
    seen = [Counter(stem for sentence in sentences for stem in sentence[side]) for side in (0, 1)]
    there = model_one(sentences)
    back = model_one([(french, english) for english, french in sentences])
    links: dict[str, set[str]] = defaultdict(set)
    for (english, french), share in there.items():
        if seen[0][english] >= SEEN and seen[1][french] >= SEEN and share * back[french, english] >= LEAST:
            links[english].add(french)
    heading = (
        "# English stems with the French stems that stand for them, as word_links.py cuts words.\n"
        "# Learnt by benchmarks/learn_word_links.py from the United Nations Parallel Corpus v1.0 "
        "(development set, the\n"
        "# first thousand rows), laws of Canada, Europarl, NTREX-128, TICO-19, the SDGs and the memories/ "
        "of this project.\n"
    )
    lines = [f"{english}\t{' '.join(sorted(links[english]))}\n" for english in sorted(links)]
    options.out.write_text(heading + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} stems, {sum(map(len, links.values()))} links")


if __name__ == "__main__":
    main()
