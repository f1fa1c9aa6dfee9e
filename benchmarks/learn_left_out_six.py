"""Learns ``words_unanswered.tsv`` and ``left_out.tsv`` for English and another of the six languages: how often words
have no counterpart by the tables that alignment has, and what the signs of a stretch say of whether it was left out.

    python benchmarks/learn_left_out_six.py [../shared/data/six] [--learnt FOLDER]

Needs scikit-learn. The trees are the same for all of these languages, in both directions. Learnt from the rows of odd
number of the United Nations Parallel Corpus v1.0 (development set), as published and with something cut out of the
translation. The rows are parted by their documents into `PARTS` parts, and of each the words are linked by a
``learnt.tsv`` that was learnt without its documents, as new texts are; how often words have no counterpart is counted
in the other parts. Each half is then judged by what was learnt from the other: how many of its rows reach some odds as
published, and how many with a piece cut out. With --learnt the tables of the parts are kept in a folder, and read from
there if they are in it.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

import learn_six
from learn_left_out import SETTINGS, written
from learn_word_translations import SEED
from omitting_six import pieces
from tmtool.alignment import priors, translations
from tmtool.alignment.training import Example, learn_lexicon
from tmtool.checks.evidence.completeness.left_out import BY_ALIGNMENT as LEFT_OUT
from tmtool.checks.evidence.completeness.signs import Signs
from tmtool.checks.evidence.completeness.trees import Trees
from tmtool.checks.evidence.words import answers_by_alignment
from tmtool.checks.evidence.words.answers import Answers
from tmtool.checks.evidence.words.answers_by_alignment import IN_A_TABLE, IN_NONE, TABLE
from tmtool.checks.evidence.words.answers_by_alignment import answers_by_alignment as answers
from tmtool.languages import pairs
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.sizes import sizes
from tmtool.languages.tables import rows as table_rows

LANGUAGES = ("es", "ru", "ar", "zh")
PARTS = 4
SHORTEST, LONGEST = 40, 700
"""Characters of the English texts that are used."""
PIECES = 2
"""Pieces cut out of a translation."""
PUBLISHED = 3.0
"""What a candidate of a pair as published counts, since a quiet check is wanted."""
DRAWN = 0.7
"""The share of the rows that pieces are cut out of."""
LARGE, LARGER = frozenset(("half", "clause", "end", "part", "sentence")), 3.0
"""Kinds of pieces that are large, and what a candidate counts where one is cut out: few words that are skipped are not
told from what a translator put otherwise, and are not to decide what the trees look at."""
SMALLER = -0.2
"""Standard deviations from the usual size above which a text is not learnt from: the check does not look at it."""
ROUNDS = 150
LIKE_OTHERS, BANDS = 6.0, 8
"""So many uses of words seen as often count with those of a word, and into so many steps shares are rounded."""
LEAST_SEEN = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` is a pair of texts: its number, its part, and the text of each language."""

    number: int
    part: int
    texts: Mapping[str, str]


def rows_of(folder: Path, language: str) -> list[Row]:
    """Returns the rows of odd number, parted by their documents."""
    every = list(learn_six.table(folder / "un_dev.six.tsv.xz"))
    part = {name: place % PARTS for place, name in enumerate(sorted({row["doc"] for row in every}))}
    return [
        Row(number, part[row["doc"]], {"en": row["en"], language: row[language]})
        for number, row in enumerate(every, 1)
        if number % 2 and row["en"] and row[language]
    ]


class Tables:
    """A `Tables` replaces those in the folder of a pair while they are learnt without some rows."""

    def __init__(self) -> None:
        self._instead: dict[str, list[tuple[str, ...]]] = {}
        self._read: Callable[[LanguagePair, str], list[tuple[str, ...]]] = LanguagePair.rows
        LanguagePair.rows = lambda pair, name: (  # type: ignore[method-assign,assignment]
            self._instead[name] if name in self._instead else self._read(pair, name)
        )

    def put(self, name: str, rows: Sequence[tuple[str, ...]]) -> None:
        """Puts rows in the place of a table."""
        self._instead[name] = list(rows)
        for kept in (
            priors.dictionary,
            translations._entries,
            translations._listed,
            answers_by_alignment.word_uses,
            answers_by_alignment.answers_by_alignment,
        ):
            kept.cache_clear()


def learnt_without(folder: Path, part: int, language: str) -> list[tuple[str, ...]]:
    """Returns the rows of a ``learnt.tsv`` learnt without the documents of a part."""
    every = list(learn_six.table(folder / "un_dev.six.tsv.xz"))
    of = {name: place % PARTS for place, name in enumerate(sorted({row["doc"] for row in every}))}
    rest = [row for row in every if of[row["doc"]] != part] + list(learn_six.table(folder / "sdg.seven.tsv"))
    without = learn_six.measured(folder)
    texts = [(row["en"], row.get(language, "")) for row in rest]
    examples = [Example(one, other) for one, other in texts if one and other and not {one, other} & without]
    lexicon = learn_lexicon(examples, source_language="en", target_language=language, least=learn_six.LEAST)
    return [tuple(line.split("\t")) for line in learn_six.stems(examples, lexicon, language)]


Counts = Mapping[tuple[str, str], tuple[float, float]]
"""By language and stem how often a word had no counterpart, and how often it was used."""


def counted(found: Sequence[tuple[Answers, Answers]]) -> Counts:
    """Counts the uses of words."""
    used: dict[tuple[str, str], float] = defaultdict(float)
    alone: dict[tuple[str, str], float] = defaultdict(float)
    for side in (side for both in found for side in both):
        for word, share in zip(side.words, side.answered, strict=True):
            used[side.language, word.stem] += 1
            alone[side.language, word.stem] += 1 - min(1.0, share)
    return {key: (alone[key], used[key]) for key in used}


def uses(counts: Sequence[Counts], language: str) -> list[tuple[str, ...]]:
    """Returns the rows of ``words_unanswered.tsv``."""
    total: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in counts:
        for key, (alone, used) in one.items():
            total[key][0] += alone
            total[key][1] += used
    result: list[tuple[str, ...]] = []
    for tag, other in (("en", language), (language, "en")):
        of = {stem: both for (spoken, stem), both in total.items() if spoken == tag}
        bands: dict[str, list[float]] = {IN_A_TABLE: [1.0, 2.0], IN_NONE: [1.0, 2.0]}
        for stem, (alone, used) in of.items():
            band = bands[IN_A_TABLE if translations.is_known(stem, tag, other) else IN_NONE]
            band[0] += alone
            band[1] += used
        steps: dict[tuple[float, float], list[str]] = defaultdict(list)
        for band_name, (alone, used) in bands.items():
            steps[round(-math.log(alone / used), 2), 0.0].append(band_name)
        for stem, (alone, used) in sorted(of.items()):
            if used >= LEAST_SEEN:
                band = bands[IN_A_TABLE if translations.is_known(stem, tag, other) else IN_NONE]
                share = (alone + LIKE_OTHERS * band[0] / band[1]) / (used + LIKE_OTHERS)
                steps[round(-math.log(share) * BANDS) / BANDS, round(math.log(used) * 2) / 2].append(stem)
        result += [(tag, f"{a:.2f}", f"{b:.1f}", " ".join(stems)) for (a, b), stems in sorted(steps.items())]
    return result


@dataclass(frozen=True, slots=True)
class Text:
    """A `Text` is a row as published (kind "") or with a piece cut out: its pair, its part, the signs of its
    candidates, and which of these are the piece; None is one that is in part."""

    pair: str
    part: int
    kind: str
    values: NDArray[np.float32]
    left_out: tuple[bool | None, ...]


def texts(row: Row, pair: LanguagePair, lot: random.Random) -> Iterator[Text]:
    """Yields a row as published, and with each piece cut out."""
    source, target = row.texts[pair.source], row.texts[pair.target]
    both = answers(source, target, pair)
    if both is None:
        return
    name = f"{pair.source}-{pair.target}"
    side, other = both
    signs = Signs(side, other, pair.expected_length[0])
    found = [_values(signs, one) for one in signs.candidates()] if _is_small(source, target, pair) else []
    yield Text(name, row.part, "", np.array(found, np.float32), tuple(False for _ in found))
    for kind, start, end in pieces(target, pair.target, lot, PIECES) if lot.random() < DRAWN else ():
        gone = {at for at, word in enumerate(other.words) if start <= word.span.start and word.span.end <= end}
        lost = {at for at, alone in enumerate(side.alone) if not alone and side.place[at] in gone}
        now = answers(source, target[:start] + target[end:], pair) if lost else None
        if now is None:
            continue
        lost |= _between(side, lost)
        if not _is_small(source, now[1].text, pair):
            yield Text(name, row.part, kind, np.array([], np.float32), ())
            continue
        signs = Signs(*now, pair.expected_length[0])
        places = [one for one in signs.candidates() if not lost.isdisjoint(range(*one))]
        yield Text(
            name,
            row.part,
            kind,
            np.array([_values(signs, one) for one in places], np.float32),
            tuple(2 * len(lost & set(range(*one))) >= one[1] - one[0] or None for one in places),
        )


def _is_small(source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether a translation is small enough for the check to look at it."""
    usual = sizes(pair.source, pair.target)
    return usual is not None and usual.deviation(source, target) <= SMALLER


def _values(signs: Signs, place: tuple[int, int]) -> list[float]:
    found = signs.stretch(*place)
    NAMES[:] = NAMES or found
    return list(found.values())


NAMES: list[str] = []
"""The names of the signs, in order."""


def _between(side: Answers, lost: set[int]) -> set[int]:
    """Returns the words without counterpart whose neighbours on both sides that have one were lost."""
    answered = [at for at, alone in enumerate(side.alone) if not alone]
    found = set()
    for at, alone in enumerate(side.alone):
        if alone:
            before = max((one for one in answered if one < at), default=None)
            after = min((one for one in answered if one > at), default=None)
            if (before is None or before in lost) and (after is None or after in lost):
                found.add(at)
    return found


def _of_language(job: tuple[Path, Path | None, str]) -> tuple[list[str], list[tuple[str, ...]], list[Text]]:
    """Returns the names of the signs, the rows of ``words_unanswered.tsv`` and the texts of a language."""
    folder, kept, language = job
    tables, every = Tables(), rows_of(folder, language)
    learnt, counts = [], []
    both_ways = [pair for pair in (pairs.get("en", language), pairs.get(language, "en")) if pair]
    for part in range(PARTS):
        path = kept / f"{language}.{part}.tsv" if kept else None
        tables.put("learnt.tsv", [])
        rows = table_rows(path) if path and path.exists() else learnt_without(folder, part, language)
        if path:
            path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
        learnt.append(rows)
        tables.put("learnt.tsv", rows)
        tables.put(TABLE, [(tag, "1", "0", f"{IN_A_TABLE} {IN_NONE}") for tag in ("en", language)])
        found = [answers(row.texts["en"], row.texts[language], both_ways[0]) for row in every if row.part == part]
        counts.append(counted([both for both in found if both]))
    print(language, "counted", flush=True)
    result: list[Text] = []
    for part in range(PARTS):
        tables.put("learnt.tsv", learnt[part])
        tables.put(TABLE, uses([of for at, of in enumerate(counts) if at != part], language))
        lot = random.Random(SEED + part)
        for row in every:
            if row.part == part and SHORTEST <= len(row.texts["en"]) <= LONGEST:
                result += [text for pair in both_ways for text in texts(row, pair, lot)]
    print(language, len(result), flush=True)
    return NAMES, uses(counts, language), result


def model(found: Sequence[Text], names: Sequence[str]) -> list[str]:
    """Returns the trees that are learnt from texts."""
    values = np.concatenate(
        [text.values[[one is not None for one in text.left_out]] for text in found if len(text.values)]
    )
    left_out = np.array([one for text in found for one in text.left_out if one is not None])
    weights = {"": PUBLISHED, **dict.fromkeys(LARGE, LARGER)}
    counts = np.array([weights.get(text.kind, 1.0) for text in found for one in text.left_out if one is not None])
    print(f"{len(values)} candidates, {left_out.sum()} left out", flush=True)
    learner = HistGradientBoostingClassifier(max_iter=ROUNDS, **{**SETTINGS, "learning_rate": 0.08})
    learner.fit(values, left_out, sample_weight=counts)
    return written(learner, names)


ODDS = (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)


def measure(found: Sequence[Text], names: Sequence[str]) -> None:
    """Prints how many texts reach some odds, judged by what was learnt from those of the other half."""
    reached: dict[tuple[str, str], list[float]] = defaultdict(list)
    for half in (0, 1):
        trees = Trees(model([text for text in found if text.part % 2 != half], names))
        for text in found:
            if text.part % 2 == half:
                odds = [trees.odds(dict(zip(names, map(float, one), strict=True))) for one in text.values]
                for key in {(text.pair, text.kind and "cut"), ("all", text.kind)}:
                    reached[key].append(max(odds, default=-9.0))
    print("odds", *ODDS)
    for key, odds in sorted(reached.items()):
        print(
            *key,
            len(odds),
            *(f"{1000 * sum(one > least for one in odds) / len(odds):.1f}" for least in ODDS),
            flush=True,
        )


HEADING_USES = """\
# How often words have no counterpart in published translations, by the tables that alignment has of the two languages.
# Columns: language, surprise (minus the logarithm of the share of uses without), logarithm of how often it was used,
# words as alignment cuts them; + stands for others that a table has, - for those that none has. Learnt by
# benchmarks/learn_left_out_six.py from the United Nations Parallel Corpus v1.0 (development set, rows of odd number).
"""
HEADING_TREES = """\
# What the signs of checks/evidence/completeness/signs.py say of a stretch of text that was left out of the other
# language, where words are linked by the tables of alignment: boosted trees, as checks/evidence/completeness/trees.py
# reads them. Learnt by benchmarks/learn_left_out_six.py.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("six", type=Path, nargs="?", default=learn_six.SHARED)
    parser.add_argument("--learnt", type=Path, help="folder to keep what each part was linked by")
    options = parser.parse_args()
    found: list[Text] = []
    names: list[str] = []
    with ProcessPoolExecutor(2) as pool:
        jobs = [(options.six, options.learnt, language) for language in LANGUAGES]
        for language, (signs, unanswered, some) in zip(LANGUAGES, pool.map(_of_language, jobs), strict=True):
            names = signs
            found += some
            pair = pairs.get("en", language)
            assert pair is not None
            rows = "".join("\t".join(row) + "\n" for row in unanswered)
            (pair.folder / TABLE).write_text(HEADING_USES + rows, encoding="utf-8")
    LEFT_OUT.write_text(HEADING_TREES + "".join(f"{line}\n" for line in model(found, names)), encoding="utf-8")
    measure(found, names)


if __name__ == "__main__":
    main()
