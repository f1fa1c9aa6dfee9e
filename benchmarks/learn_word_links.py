"""Learns which French stems stand for which English ones, for ``word_links.tsv.xz``, from bilingual files, and how
often a stem has no counterpart, for ``word_weights.tsv.xz``.

    python benchmarks/learn_word_links.py [--out FOLDER] PAIRS[:FIRST-LAST][*WEIGHT]...

IBM's model 1 (Brown et al. 1993) with a prior for links near the diagonal (Dyer, Chahuneau, Smith 2013), in both
directions, on the stems that the checks use. A link is as strong as the share of the uses of both stems in which they
stand for each other, rare stems counting less; ``data/word_links_known.tsv`` is added. How often a stem has no
counterpart is asked of every second segment with the links learnt from the others. The tables in the package were
learnt from

    un/unv1.0.dev.en-fr.tsv:1-1000*6 europarl_sample.en-fr.tsv*2 un/treaty_and_un_law.tsv un/sdg.tsv*3 un/udhr.tsv*3
    memories/*.tsv*3

and of the large file (data/README.md) 60,000 laws, 110,000 sentences of Tatoeba, 15,000 of documentation and the
terms, each English text once.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from check import pairs
from tmtool.checks.evidence.words.word_alignment import align
from tmtool.languages import tables
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.word_links import LINKS, WEIGHTS, WordLinks
from tmtool.languages.stems import Word, content, stems

ROUNDS = 5
DIAGONAL, NO_WORD = 4.0, 0.1
"""How fast the prior falls away from the diagonal, and what it gives to no word at all."""
LEAST = (0.2, 0.06, 0.015)
"""The strength of the links of each column of the table."""
DOUBT = 2.0
"""So many uses of each stem count against a link."""
LONGEST = 45
"""Longer segments teach little and cost much."""
ASKED = 15_000
"""So many segments of a file are asked how often each stem has no counterpart."""
STEPS, LIKE_OTHERS = 10, 12.0
"""Stems of about the same strength are taken together, and count like so many uses of each."""
KNOWN = Path(__file__).parent / "data" / "word_links_known.tsv"

Text = tuple[str, str, float]
Strengths = Mapping[str, Mapping[str, float]]


class Vocabulary:
    """A `Vocabulary` numbers stems, from 1, and counts how often each occurs."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.names = [""]
        self.seen = [0.0]

    def add(self, words: Sequence[str], counts: float) -> list[int]:
        """Returns the numbers of the words."""
        found = []
        for word in words:
            number = self.numbers.setdefault(word, len(self.names))
            if number == len(self.names):
                self.names.append(word)
                self.seen.append(0.0)
            self.seen[number] += counts
            found.append(number)
        return found


def expected(
    segments: Sequence[tuple[list[int], list[int], float]], takers: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Says how often each taker (of the second list) stands for each giver (of the first), by giver * takers +
    taker."""
    keys, priors, sizes, counts = [], [], [], []
    for first, second, count in segments:
        givers = np.array([0, *first], dtype=np.int64)
        keys.append((givers[None, :] * takers + np.array(second, dtype=np.int64)[:, None]).ravel())
        apart = np.arange(len(first))[None, :] / len(first) - np.arange(len(second))[:, None] / len(second)
        near = np.exp(-DIAGONAL * np.abs(apart))
        near *= (1 - NO_WORD) / near.sum(1, keepdims=True)
        priors.append(np.hstack([np.full((len(second), 1), NO_WORD), near]).ravel().astype(np.float32))
        sizes += [len(givers)] * len(second)
        counts += [count] * len(second)
    there, places = np.unique(np.concatenate(keys), return_inverse=True)
    del keys
    prior = np.concatenate(priors)
    size: NDArray[np.int64] = np.array(sizes)
    starts = np.concatenate([[0], np.cumsum(size)[:-1]])
    counted = np.array(counts)
    giver = there // takers
    table: NDArray[np.float64] = np.ones(len(there))
    together = table
    for _ in range(ROUNDS):
        shares = table[places] * prior
        shares *= np.repeat(counted / np.add.reduceat(shares, starts), size)
        together = np.bincount(places, weights=shares, minlength=len(there)).astype(np.float64)
        table = together / np.bincount(giver, weights=together)[giver]
    return there, together


def learnt(texts: Sequence[Text]) -> dict[str, dict[str, float]]:
    """Returns English stem → French stems with the strength of the link."""
    english, french = Vocabulary(), Vocabulary()
    segments = []
    for source, target, counts in texts:
        of_source, of_target = stems(source, "en"), stems(target, "fr")
        if 0 < len(of_source) <= LONGEST and 0 < len(of_target) <= LONGEST:
            segments.append((english.add(of_source, counts), french.add(of_target, counts), counts))
    print(f"{len(segments)} segments", flush=True)
    there, together = expected(segments, len(french.names))
    back, together_back = expected([(two, one, counts) for one, two, counts in segments], len(english.names))
    first, second = there // len(french.names), there % len(french.names)
    turned = second * len(english.names) + first
    found = np.searchsorted(back, turned)
    found[found == len(back)] = 0
    other = np.where(back[found] == turned, together_back[found], 0.0)
    seen, seen_there = np.array(english.seen), np.array(french.seen)
    strength = np.sqrt(together * other / ((seen[first] + DOUBT) * (seen_there[second] + DOUBT)))
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for place in np.flatnonzero((strength >= LEAST[-1]) & (first > 0) & (second > 0)):
        links[english.names[first[place]]][french.names[second[place]]] = float(strength[place])
    return links


def write_links(links: Strengths, folder: Path) -> None:
    known: dict[str, set[str]] = defaultdict(set)
    for english, french in tables.rows(KNOWN):
        for stem in stems(english, "en"):
            known[stem].update(stems(french, "fr"))
    heading = (
        "# English stems with the French stems that stand for them, as languages/stems.py cuts words.\n"
        "# Columns: English stem, French stems that are sure, likely and possible. Learnt by "
        "benchmarks/learn_word_links.py from the\n# United Nations Parallel Corpus v1.0 (development set, the first "
        "thousand rows), laws of Canada, Europarl, Tatoeba,\n# documentation of software, EuroVoc and other lists of "
        "terms, and the memories/ of this project; with the words of\n# benchmarks/data/word_links_known.tsv.\n"
    )
    lines = []
    for english in sorted({*links, *known}):
        columns: list[list[str]] = [[] for _ in LEAST]
        strengths = dict(links.get(english, {}))
        for stem in known[english]:
            strengths[stem] = max(strengths.get(stem, 0.0), LEAST[1])
        for french, strength in sorted(strengths.items()):
            columns[next(place for place, least in enumerate(LEAST) if strength >= least)].append(french)
        lines.append("\t".join([english, *(" ".join(column) for column in columns)]).rstrip("\t") + "\n")
    (folder / LINKS).write_bytes(tables.packed(heading + "".join(lines)))
    print(f"{len(lines)} stems, {sum(map(len, links.values()))} links", flush=True)


def weights(texts: Sequence[Text], links: Strengths, table: WordLinks) -> list[tuple[str, str, float]]:
    """Returns (language, stem, weight) of the stems that were seen or have links; `table` holds these.

    A stem that was seen seldom counts as do those with links about as strong as its strongest.
    """
    seen: Counter[tuple[str, str]] = Counter()
    alone: Counter[tuple[str, str]] = Counter()

    def count(language: str, words: tuple[Word, ...], links: list[int | None], counts: float) -> None:
        for word, link in zip(words, links, strict=True):
            seen[language, word.stem] += counts  # type: ignore[assignment]
            alone[language, word.stem] += counts * (link is None)  # type: ignore[assignment]

    for source, target, counts in texts:
        first, second = content(source, "en"), content(target, "fr")
        there, back = align(first, second, "en", table)
        count("en", first, there, counts)
        count("fr", second, back, counts)
    strongest: dict[tuple[str, str], float] = defaultdict(float)
    for english, others in links.items():
        for french, strength in others.items():
            for one in (("en", english), ("fr", french)):
                strongest[one] = max(strongest[one], strength)
    step = {one: int(STEPS * strongest[one]) for one in {*seen, *strongest}}
    seen_there, alone_there = Counter[int](), Counter[int]()
    for one, often in seen.items():
        seen_there[step[one]] += often
        alone_there[step[one]] += alone[one]
    found = []
    for language, stem in sorted(step):
        one = language, stem
        share = (alone_there[step[one]] + 1) / (seen_there[step[one]] + 4)
        weight = -math.log((alone[one] + LIKE_OTHERS * share) / (seen[one] + LIKE_OTHERS))
        found.append((language, stem, weight))
    return found


def write_weights(found: Sequence[tuple[str, str, float]], folder: Path) -> None:
    heading = (
        "# How much it tells that a word has no counterpart: minus the logarithm of the share of its uses without.\n"
        "# Columns: language, weight, stems. Learnt by benchmarks/learn_word_links.py with word_links.tsv.xz, from the "
        "same texts.\n"
    )
    by_weight: dict[tuple[str, float], list[str]] = defaultdict(list)
    for language, stem, weight in found:
        by_weight[language, round(weight, 1)].append(stem)
    lines = [f"{language}\t{weight}\t{' '.join(stems)}\n" for (language, weight), stems in sorted(by_weight.items())]
    (folder / WEIGHTS).write_bytes(tables.packed(heading + "".join(lines)))
    print(f"{len(found)} weights", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=PAIR.folder, help="folder of the tables (default: in the package)")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    corpus: list[list[Text]] = []
    for name in options.files:
        parts = re.fullmatch(r"(.*?)(?::(\d+)-(\d+))?(?:\*([\d.]+))?", name)
        assert parts is not None
        first, last = int(parts[2] or 1), int(parts[3] or 10_000_000)
        counts = float(parts[4] or 1)
        corpus.append([(pair.source or "", pair.target, counts) for pair in pairs(Path(parts[1]), first, last)])
    half = learnt([text for texts in corpus for text in texts[::2]])
    write_links(half, options.out)
    found = weights([text for texts in corpus for text in texts[1:ASKED:2]], half, WordLinks(options.out, "en", "fr"))
    write_weights(found, options.out)
    write_links(learnt([text for texts in corpus for text in texts]), options.out)


if __name__ == "__main__":
    main()
