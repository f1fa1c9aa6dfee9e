"""Learns how probably words translate each other, for ``word_translations.tsv.xz``, and how often a word has no
counterpart, for ``words_untranslated.tsv.xz``.

    python benchmarks/learn_word_translations.py CORPORA [--out FOLDER] [--halves FOLDER]

CORPORA is the folder of the corpora (`FILES`); rows 2,001 to 4,000 of the development set of the United Nations
Parallel Corpus are left out, as they carry the errors planted by hand. IBM's model 2 with a prior that falls away from
the diagonal (Dyer, Chahuneau, Smith 2013) is learnt in both directions, some rounds each for itself, then some in which
a link counts as both find it (Liang, Taskar, Klein 2006). The texts that omissions are learnt from are left out by
halves before: how often a word has no counterpart is counted in one half with what was learnt from the rest. With
--halves the tables learnt without each half are kept, for ``learn_left_out.py``.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import math
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tmtool.checks.evidence.words.answers import DIAGONAL, NO_WORD, answers
from tmtool.languages import tables
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.word_translations import STEPS, TRANSLATIONS, UNTRANSLATED, WordTranslations
from tmtool.languages.stems import WHOLE_STEM, content

SEED = 7
ALONE, TOGETHER = 4, 4
"""Rounds in which each direction is learnt for itself, and those in which a link counts as both find it."""
DOUBT = 0.7
"""So many uses more of a word count against each of its translations."""
LEAST, LEAST_USES = 0.003, 0.15
"""The probability, in one direction, and the uses from which a translation is kept."""
LONGEST = 40
"""Longer segments, in words of content, teach little and cost much."""
LONGEST_COUNTED = 500
"""Longer segments, in characters, are not asked how often a word has no counterpart."""
BANDS, LIKE_OTHERS = 10, 8.0
"""Words seen about as often are taken together, and count like so many uses of each."""
SEEN = 1.4
"""Words seen less often are as those that were never seen."""
TENTH = 20
"""Of a large file a row in so many is in each half, the others are in none."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class File:
    """A `File` is a corpus: its path, the rows that are read, what a row counts for the translations and for the words
    without, 0 if it is not asked for these, and whether it is large."""

    path: str
    rows: int
    counts: float
    counts_alone: float
    is_large: bool = False


FILES = {
    "un": File("un/unv1.0.dev.en-fr.tsv", 2000, 6.0, 5.0),
    "goals": File("un/sdg.tsv", 1000, 3.0, 2.0),
    "declaration": File("un/udhr.tsv", 1000, 3.0, 0.0),
    "treaties": File("un/treaty_and_un_law.tsv", 20_000, 1.0, 1.0, is_large=True),
    "debates": File("institutional/europarl_sample.en-fr.tsv", 5000, 2.0, 1.0),
    "news": File("institutional/ntrex128.en-fr.tsv", 5000, 2.0, 0.7),
    "health": File("institutional/tico19.en-fr.tsv", 5000, 1.0, 1.0),
}
MEMORIES = File("", 1000, 3.0, 1.0)
LARGE = "large/enfr.tsv.xz"
OF_LARGE = {
    "laws": File(LARGE, 220_000, 0.7, 1.0, is_large=True),
    "sentences": File(LARGE, 120_000, 0.7, 0.0),
    "software": File(LARGE, 25_000, 0.5, 0.0),
    "terms": File(LARGE, 30_000, 1.0, 0.0),
}
"""Parts of the large file, whose rows are drawn by lot."""
PARTS = {
    "laws-reg": "laws",
    "laws-act": "laws",
    "laws-annual": "laws",
    "laws-sentence": "laws",
    "tatoeba": "sentences",
    "python-docs": "software",
    "django-docs": "software",
}
SHORT_LAW, LONG_LAW = 30, 600
"""Characters of the laws that are read."""


@dataclass(frozen=True, slots=True)
class Text:
    """A `Text` is a pair of a corpus with its number there, and the half of the corpora that it is in, if in any."""

    corpus: str
    number: int
    source: str
    target: str
    half: int | None

    @property
    def file(self) -> File:
        """Returns the file that a pair is from."""
        return FILES.get(self.corpus) or OF_LARGE.get(self.corpus) or MEMORIES


def corpus(folder: Path) -> list[Text]:
    """Returns the pairs of all corpora."""
    found: list[Text] = []
    for name, file in FILES.items():
        with (folder / file.path).open(encoding="utf-8", newline="") as lines:
            found += _texts(name, csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), file)
    for path in sorted((Path(__file__).parents[1] / "memories").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
            found += _texts("memories", rows, MEMORIES)
    seen = {text.source for text in found}
    parts: dict[str, list[Text]] = defaultdict(list)
    with lzma.open(folder / LARGE, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            part = "terms" if row["origin"].startswith("terms") else PARTS.get(row["origin"])
            source, target, number = row["en"], row["fr"], int(row["id"])
            if part is None or source in seen or (source == target and part != "terms"):
                continue
            if part != "laws" or SHORT_LAW <= len(source) <= LONG_LAW:
                seen.add(source)
                parts[part].append(Text(part, number, source, target, _half(OF_LARGE[part], number)))
    lot = random.Random(SEED)
    for part, file in OF_LARGE.items():
        lot.shuffle(parts[part])
        found += parts[part][: file.rows]
    return found


def _texts(name: str, rows: Iterator[Mapping[str, str]] | csv.DictReader[str], file: File) -> Iterator[Text]:
    for number, row in enumerate(rows, 1):
        if number <= file.rows and row.get("en") and row.get("fr"):
            yield Text(name, number, row["en"], row["fr"], _half(file, number))


def _half(file: File, number: int) -> int | None:
    """Returns the half that a row is in: of a small file ten rows in turn, of a large one a few."""
    if not file.counts_alone:
        return None
    if file.is_large:
        return number % TENTH if number % TENTH < 2 else None
    return number // 10 % 2


class Vocabulary:
    """A `Vocabulary` numbers stems, and counts how often each occurs."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.seen: list[float] = []

    def add(self, words: Sequence[str], counts: float) -> NDArray[np.int32]:
        """Returns the numbers of the words."""
        found = []
        for word in words:
            number = self.numbers.setdefault(word, len(self.numbers))
            if number == len(self.seen):
                self.seen.append(0.0)
            self.seen[number] += counts
            found.append(number)
        return np.array(found, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Learnt:
    """`Learnt` holds translations by stem, with both probabilities, and how often each stem was seen by language."""

    translations: Mapping[str, Sequence[tuple[str, float, float]]]
    seen: Mapping[str, Mapping[str, float]]


def learnt(texts: Sequence[Text]) -> Learnt:
    """Learns the probabilities from pairs."""
    english, french = Vocabulary(), Vocabulary()
    segments = []
    for text in texts:
        stems, stems_there = ([word.stem for word in content(one, tag, WHOLE_STEM)] for one, tag in _both(text))
        if 0 < len(stems) <= LONGEST and 0 < len(stems_there) <= LONGEST:
            counts = text.file.counts
            segments.append((english.add(stems, counts), french.add(stems_there, counts), counts))
    print(f"{len(segments)} segments", flush=True)
    size, size_there = len(english.seen), len(french.seen)
    keys, rows, columns, there, back = [], [], [], [], []
    row = column = 0
    for first_ids, second_ids, _ in segments:
        many, many_there = len(first_ids), len(second_ids)
        across = (np.arange(many) + 0.5)[:, None] / many - (np.arange(many_there) + 0.5)[None, :] / many_there
        near = np.exp(-DIAGONAL * np.abs(across)).astype(np.float32)
        there.append((near / near.sum(0, keepdims=True) * (1 - NO_WORD)).ravel())
        back.append((near / near.sum(1, keepdims=True) * (1 - NO_WORD)).ravel())
        keys.append((first_ids.astype(np.int64)[:, None] * size_there + second_ids[None, :]).ravel())
        rows.append(np.repeat(np.arange(row, row + many, dtype=np.int32), many_there))
        columns.append(np.tile(np.arange(column, column + many_there, dtype=np.int32), many))
        row, column = row + many, column + many_there
    pairs, places = np.unique(np.concatenate(keys), return_inverse=True)
    del keys
    words, others = np.concatenate([one for one, _, _ in segments]), np.concatenate([one for _, one, _ in segments])
    counts_of = np.repeat([counts for *_, counts in segments], [len(one) for one, _, _ in segments])
    counts_there = np.repeat([counts for *_, counts in segments], [len(one) for _, one, _ in segments])
    first, second = pairs // size_there, pairs % size_there
    together, probability, probability_back = _rounds(
        _Cells(places, np.concatenate(rows), np.concatenate(columns), np.concatenate(there), np.concatenate(back)),
        (first, second),
        (words, others),
        (counts_of, counts_there),
        (size, size_there),
    )
    names, names_there = list(english.numbers), list(french.numbers)
    found: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for at in np.flatnonzero((np.maximum(probability, probability_back) >= LEAST) & (together > LEAST_USES)):
        one, other = float(probability[at]), float(probability_back[at])
        found[names[first[at]]].append((names_there[second[at]], one, other))
    seen = {"en": dict(zip(names, english.seen, strict=True)), "fr": dict(zip(names_there, french.seen, strict=True))}
    return Learnt(found, seen)


@dataclass(frozen=True, slots=True)
class _Cells:
    """`_Cells` are all links that there might be: which pair of stems, which words of the corpus, and the priors of
    either direction."""

    places: NDArray[np.int64]
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    there: Floats
    back: Floats


def _rounds(
    cells: _Cells,
    stems: tuple[NDArray[np.int64], NDArray[np.int64]],
    words: tuple[NDArray[np.int32], NDArray[np.int32]],
    counts: tuple[NDArray[np.float64], NDArray[np.float64]],
    sizes: tuple[int, int],
) -> tuple[NDArray[np.float64], Floats, Floats]:
    """Returns how often each pair of stems is linked, and its probabilities, after all rounds."""
    many = len(stems[0])
    together: NDArray[Any] = np.zeros(many)
    together_back: NDArray[Any] = together
    probability, back = np.full(many, 50 / sizes[1], np.float32), np.full(many, 50 / sizes[0], np.float32)
    weights = counts[0][cells.rows].astype(np.float32)
    without = [
        np.bincount(one, count, size) / count.sum() for one, count, size in zip(words, counts, sizes, strict=True)
    ]
    for round_ in range(ALONE + TOGETHER):
        links, alone_there = _posterior(probability, cells.there, cells.columns, cells.places, without[1][words[1]])
        links_back, alone = _posterior(back, cells.back, cells.rows, cells.places, without[0][words[0]])
        if round_ < ALONE:
            together = np.bincount(cells.places, links * weights, many)
            together_back = np.bincount(cells.places, links_back * weights, many)
        else:
            together = together_back = np.bincount(cells.places, links * links_back * weights, many)
        first = np.bincount(stems[0], together, sizes[0]) + DOUBT
        second = np.bincount(stems[1], together_back, sizes[1]) + DOUBT
        probability = (together / first[stems[0]]).astype(np.float32)
        back = (together_back / second[stems[1]]).astype(np.float32)
        for at, share in enumerate((alone, alone_there)):
            lone = np.bincount(words[at], share * counts[at], sizes[at]) + 0.01
            without[at] = lone / lone.sum()
    return together, probability, back


def _posterior(
    table: Floats, prior: Floats, takers: NDArray[np.int32], places: NDArray[np.int64], without: NDArray[np.float64]
) -> tuple[Floats, NDArray[np.float64]]:
    """Returns the probability of each link next to those of the same word, and that the word has none."""
    links = table[places] * prior
    sums = np.bincount(takers, links, len(without)) + NO_WORD * without
    links /= sums[takers].astype(np.float32)
    return links, NO_WORD * without / sums


def _both(text: Text) -> tuple[tuple[str, str], tuple[str, str]]:
    return (text.source, "en"), (text.target, "fr")


def write_translations(found: Learnt, folder: Path) -> None:
    heading = (
        "# English stems with the French stems that translate them, as languages/stems.py cuts words to twelve "
        "letters.\n# Columns: English stem, French stems, each with two capitals: its probability given the English "
        "one, and the\n# other way round, A for 1, K for 0.1, U for 0.01. Learnt by "
        "benchmarks/learn_word_translations.py from the\n# United Nations Parallel Corpus v1.0 (development set, the "
        "first two thousand rows), the Sustainable\n# Development Goals, laws of Canada, Europarl, NTREX-128, TICO-19, "
        "Tatoeba, documentation of software, EuroVoc\n# and other lists of terms, and the memories/ of this project.\n"
    )
    lines = []
    for english, others in sorted(found.translations.items()):
        best = sorted(others, key=lambda other: (-other[1] * other[2], other[0]))
        lines.append(f"{english}\t" + " ".join(f"{other}{letter(one)}{letter(back)}" for other, one, back in best))
    (folder / TRANSLATIONS).write_bytes(tables.packed(heading + "".join(f"{line}\n" for line in lines)))
    print(f"{len(lines)} stems, {sum(map(len, found.translations.values()))} translations", flush=True)


def letter(probability: float) -> str:
    """Returns the letter that stands for a probability in the table."""
    return chr(ord("A") + min(25, max(0, round(-STEPS * math.log10(max(probability, 1e-9))))))


Uses = Mapping[str, Mapping[str, float]]


def uses(texts: Sequence[Text], table: WordTranslations) -> tuple[Uses, Uses]:
    """Counts by language how often each stem is used, and how often without a counterpart."""
    used: dict[str, Counter[str]] = {"en": Counter(), "fr": Counter()}
    alone: dict[str, Counter[str]] = {"en": Counter(), "fr": Counter()}
    for text in texts:
        both = answers(text.source, text.target, PAIR, table) if len(text.source) <= LONGEST_COUNTED else None
        for side in both or ():
            for word, share in zip(side.words, side.answered, strict=True):
                counts = text.file.counts_alone
                used[side.language][word.stem] += counts  # type: ignore[assignment]
                alone[side.language][word.stem] += counts * (1 - min(1.0, share))  # type: ignore[assignment]
    return used, alone


def write_untranslated(seen: Uses, counted: tuple[Uses, Uses], folder: Path) -> None:
    """Writes how surprising it is that a stem has no counterpart, and the logarithm of how often it was seen."""
    lines = [
        "# How surprising it is that a word has no counterpart: minus the logarithm of the share of its uses without.\n"
        "# Columns: language, surprise, logarithm of how often the stems were seen, stems; * is a word never seen.\n"
        "# Learnt by benchmarks/learn_word_translations.py with word_translations.tsv.xz, from the same texts.\n"
    ]
    for language, known in seen.items():
        used, alone = (one[language] for one in counted)
        band = {stem: min(BANDS - 1, int(math.log2(1 + known.get(stem, 0.0)))) for stem in {*known, *used}}
        of_band, alone_in_band = [4.0] * BANDS, [1.0] * BANDS
        for stem, often in used.items():
            of_band[band[stem]] += often
            alone_in_band[band[stem]] += alone[stem]
        share = [lone / often for lone, often in zip(alone_in_band, of_band, strict=True)]
        groups: dict[tuple[float, float], list[str]] = defaultdict(list)
        for stem, often in known.items():
            if often >= SEEN:
                lone = (alone.get(stem, 0.0) + LIKE_OTHERS * share[band[stem]]) / (used.get(stem, 0.0) + LIKE_OTHERS)
                groups[round(-math.log(lone), 1), round(2 * math.log(1 + often)) / 2].append(stem)
        lines.append(f"{language}\t{-math.log(share[0]):.1f}\t0.0\t*\n")
        lines += [
            f"{language}\t{one}\t{often}\t{' '.join(sorted(group))}\n" for (one, often), group in sorted(groups.items())
        ]
    (folder / UNTRANSLATED).write_bytes(tables.packed("".join(lines)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=PAIR.folder, help="folder of the tables (default: in the package)")
    parser.add_argument("--halves", type=Path, help="folder in which the tables without each half are kept")
    options = parser.parse_args()
    texts = corpus(options.corpora)
    with tempfile.TemporaryDirectory() as temporary:
        folders = [(options.halves or Path(temporary)) / str(half) for half in (0, 1)]
        found = []
        for half, folder in enumerate(folders):
            folder.mkdir(parents=True, exist_ok=True)
            found.append(learnt([text for text in texts if text.half != half]))
            write_translations(found[half], folder)
            write_untranslated(found[half].seen, ({"en": {}, "fr": {}}, {"en": {}, "fr": {}}), folder)
        counted: list[tuple[Uses, Uses]] = []
        for _ in range(2):  # A word that often has no counterpart competes better in the second round.
            tables = [WordTranslations(folder, "en", "fr") for folder in folders]
            counted = [uses([text for text in texts if text.half == half], tables[half]) for half in (0, 1)]
            for half, folder in enumerate(folders):
                write_untranslated(found[half].seen, counted[1 - half], folder)
    everything = learnt(texts)
    write_translations(everything, options.out)
    both = [{tag: Counter(counted[0][at][tag]) + Counter(counted[1][at][tag]) for tag in ("en", "fr")} for at in (0, 1)]
    write_untranslated(everything.seen, (both[0], both[1]), options.out)


if __name__ == "__main__":
    main()
