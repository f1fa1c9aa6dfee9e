"""Learns which French stems stand for which English ones, for ``checks/word_links.tsv``, from bilingual files, and how
often a stem stands alone, for ``checks/word_weights.tsv``.

    python benchmarks/learn_word_links.py [--out FOLDER] PAIRS[:FIRST-LAST][*WEIGHT]...

IBM's model 1 (Brown et al. 1993), in both directions, on the stems that the checks use. A link is kept if the product
of both probabilities is at least `LEAST` and both stems occur often enough; ``data/word_links_known.tsv`` is added. The
tables in the package were learnt from

    un/unv1.0.dev.en-fr.tsv:1-1000*6 europarl_sample.en-fr.tsv*2 un/treaty_and_un_law.tsv memories/*.tsv*3

and of the large file (data/README.md) 80,000 laws, 60,000 sentences of Tatoeba and the terms, each English text once.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from check import pairs
from tmtool.checks import word_links
from tmtool.checks.word_links import USUAL_WEIGHT, Word, align, content, stems
from tmtool.languages import tables

ROUNDS = 6
LEAST = 0.0003
SEEN = 3
LONGEST = 60
"""Longer segments teach little and cost much."""
UNLIKELY = 0.0001
"""Probabilities below that are forgotten."""
ASKED = 15_000
"""So many segments of a file are asked how often each stem stands alone."""
KNOWN = Path(__file__).parent / "data" / "word_links_known.tsv"
PACKAGE = Path(word_links.__file__).parent


@dataclass(frozen=True, slots=True)
class Segment:
    """The different stems of a pair by number, 0 being no stem, and how much the pair counts."""

    english: list[int]
    french: list[int]
    counts: float


def model_one(segments: list[tuple[list[int], list[int], float]], takers: int) -> dict[tuple[int, int], float]:
    """Probability of the second stem given the first, of which there are `takers`."""
    keys, sizes, counts = [], [], []
    for ours, theirs, count in segments:
        givers = np.array([0, *ours], dtype=np.int64)
        keys.append((givers[None, :] * takers + np.array(theirs, dtype=np.int64)[:, None]).ravel())
        sizes += [len(givers)] * len(theirs)
        counts += [count] * len(theirs)
    pairs_there, places = np.unique(np.concatenate(keys), return_inverse=True)
    size: NDArray[np.int64] = np.array(sizes)
    starts = np.concatenate([[0], np.cumsum(size)[:-1]])
    weights = np.repeat(np.array(counts), size)
    giver = pairs_there // takers
    table = np.ones(len(pairs_there))
    for _ in range(ROUNDS):
        shares = table[places]
        shares *= weights / np.repeat(np.add.reduceat(shares, starts), size)
        expected = np.bincount(places, weights=shares, minlength=len(pairs_there))
        table = expected / np.bincount(giver, weights=expected)[giver]
    kept = table > UNLIKELY
    return {
        (int(key) // takers, int(key) % takers): float(share)
        for key, share in zip(pairs_there[kept], table[kept], strict=True)
        if key >= takers
    }


class Vocabulary:
    """Stems by number, from 1, with how often each occurs."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.names = [""]
        self.seen: Counter[str] = Counter()

    def add(self, words: list[str], counts: float) -> list[int]:
        """The numbers of the different words."""
        for word in set(words):
            self.seen[word] += counts  # type: ignore[assignment]
            if word not in self.numbers:
                self.numbers[word] = len(self.names)
                self.names.append(word)
        return sorted({self.numbers[word] for word in words})


def learnt(texts: list[tuple[str, str, float]]) -> dict[str, set[str]]:
    """The links of a corpus."""
    english, french = Vocabulary(), Vocabulary()
    segments = []
    for source, target, counts in texts:
        ours, theirs = stems(source, "en"), stems(target, "fr")
        if 0 < len(set(ours)) <= LONGEST and 0 < len(set(theirs)) <= LONGEST:
            segments.append((english.add(ours, counts), french.add(theirs, counts), counts))
    print(f"{len(segments)} segments")
    there = model_one(segments, len(french.names))
    back = model_one([(theirs, ours, counts) for ours, theirs, counts in segments], len(english.names))
    links: dict[str, set[str]] = defaultdict(set)
    for (one, other), share in there.items():
        first, second = english.names[one], french.names[other]
        often = english.seen[first] >= SEEN and french.seen[second] >= SEEN
        if often and share * back.get((other, one), 0.0) >= LEAST:
            links[first].add(second)
    return links


def weights(texts: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """(language, stem, weight) of the stems of which the weight is not the usual one."""
    seen: Counter[tuple[str, str]] = Counter()
    alone: Counter[tuple[str, str]] = Counter()

    def count(language: str, words: tuple[Word, ...], links: list[int | None], counts: float) -> None:
        for word, link in zip(words, links, strict=True):
            seen[language, word.stem] += counts  # type: ignore[assignment]
            alone[language, word.stem] += counts * (link is None)  # type: ignore[assignment]

    for source, target, counts in texts:
        ours, theirs = content(source, "en"), content(target, "fr")
        there, back = align(ours, theirs, "en", "fr")
        count("en", ours, there, counts)
        count("fr", theirs, back, counts)
    found = []
    for (language, stem), often in sorted(seen.items()):
        weight = -math.log((alone[language, stem] + 1) / (often + 4))
        if often >= 4 and abs(weight - USUAL_WEIGHT) >= 0.3:
            found.append((language, stem, weight))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=PACKAGE, help="folder of the tables (default: in the package)")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    corpus: list[list[tuple[str, str, float]]] = []
    for name in options.files:
        parts = re.fullmatch(r"(.*?)(?::(\d+)-(\d+))?(?:\*([\d.]+))?", name)
        assert parts is not None
        first, last = int(parts[2] or 1), int(parts[3] or 10_000_000)
        counts = float(parts[4] or 1)
        corpus.append([(pair.source or "", pair.target, counts) for pair in pairs(Path(parts[1]), first, last)])
    links = learnt([text for texts in corpus for text in texts])
    for english, french in tables.rows(KNOWN):
        for stem in stems(english, "en"):
            links[stem].update(stems(french, "fr"))
    heading = (
        "# English stems with the French stems that stand for them, as word_links.py cuts words.\n"
        "# Learnt by benchmarks/learn_word_links.py from the United Nations Parallel Corpus v1.0 (development set, the "
        "first\n# thousand rows), laws of Canada, Europarl, Tatoeba, EuroVoc and other lists of terms, and the "
        "memories/ of this project;\n# with the words of benchmarks/data/word_links_known.tsv.\n"
    )
    lines = [f"{english}\t{' '.join(sorted(links[english]))}\n" for english in sorted(links)]
    (options.out / "word_links.tsv").write_text(heading + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} stems, {sum(map(len, links.values()))} links")
    word_links.forget()
    found = weights([text for texts in corpus for text in texts[:ASKED]])
    heading = (
        "# How much it tells that a word has no counterpart: minus the logarithm of the share of its uses without.\n"
        "# Columns: language, stem, weight; 1.4 for all others. Learnt with word_links.tsv, from the same texts.\n"
    )
    lines = [f"{language}\t{stem}\t{weight:.1f}\n" for language, stem, weight in found]
    (options.out / "word_weights.tsv").write_text(heading + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} weights")


if __name__ == "__main__":
    main()
