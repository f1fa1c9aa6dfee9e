"""Learns ``left_out.tsv``: what the signs of a stretch say of whether it was left out of the other text, or added.

    python benchmarks/learn_left_out.py CORPORA HALVES [--out FILE] [--language TAG]

Needs scikit-learn. CORPORA is the folder of the corpora of ``learn_word_translations.py``, HALVES the folder in which
that kept the tables learnt without each half (`--halves`), so that no text is judged by what was learnt from it. Of
rows 2,001 to 4,000 of the development set of the United Nations Parallel Corpus, which are in neither half, those that
carry no error of the half of data/planted_by_hand.tsv that is only counted are learnt from too, judged by the table of
all halves. Learnt from are the candidates of pairs as published, where nearly all are none, and those of the same pairs
with something cut out by `omitting.py`: of the French for omissions, of the English for additions. A candidate counts
as left out if half of its words had their counterparts in the piece. Boosted trees of scikit-learn are written out as
``trees.py`` reads them.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from by_hand import by_hand
from check import pairs
from learn_word_translations import FILES, SEED, Text, corpus
from omitting import drawn
from tmtool.checks.evidence.completeness.left_out import TABLE
from tmtool.checks.evidence.completeness.signs import Signs
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.word_translations import WordTranslations

SHORTEST, LONGEST = 20, 700
"""Characters of the texts that are used."""
COUNTS = {
    "un": 1.0,
    "goals": 0.6,
    "memories": 0.5,
    "treaties": 0.5,
    "laws": 0.5,
    "health": 0.4,
    "debates": 0.25,
    "news": 0.2,
}
"""What a candidate of each corpus counts: the checks are made for the first, the last are translated more freely."""
MOST = {"laws": 2500, "treaties": 900, "health": 900, "news": 800, "debates": 700, "memories": 300, "goals": 250}
"""Pairs of each half of a corpus at most."""
PIECES = {"un": 12, "goals": 4, "memories": 3}
"""Pieces cut out of a pair; others 2. Half as many are cut out of the English."""
PUBLISHED = 3.0
"""What a candidate of a pair as published counts, since a quiet check is wanted."""
BY_KIND = {
    "element": 3.0,
    "element, a word": 3.0,
    "element before the last": 2.0,
    "adverb": 2.0,
    "second verb": 1.5,
    "second half": 1.2,
    "clause": 0.6,
    "adjective": 0.5,
    "long phrase": 0.5,
    "opening": 0.5,
    "relative clause": 0.4,
    "phrase": 0.35,
    "word": 0.2,
}
"""What a candidate counts by what was cut out, so that each kind is as frequent as among errors planted by hand."""
# fmt: off
LACKING = frozenset((
    81, 205, 328, 389, 432, 526, 564, 593, 643, 664, 716, 795, 831, 1018, 1054, 1158, 1160, 1197, 1294, 1434, 1460,
    1932, 1966, 2088, 2123, 2127, 2156, 2207, 2266, 2280, 2608, 2671, 2675, 2778, 2792, 2841, 2855, 2888, 2889, 2899,
    2979, 3107, 3130, 3185, 3212, 3381, 3507, 3657, 3679, 3715, 3737, 3818, 3843, 3897,
))
# fmt: on
"""Rows of the development set of the United Nations Parallel Corpus whose French, as published, lacks a part of the
English, by eye; nothing is learnt from what is missing there."""
PLANTED = Path(__file__).parent / "data" / "planted_by_hand.tsv"
ROWS_PLANTED = (2001, 4000)
"""The rows that errors were planted in."""
COUNTS_PLANTED = 1.5
"""What a candidate of these rows counts: they are judged as the checks will judge, by the table of all halves."""
SETTINGS: Mapping[str, Any] = {
    "learning_rate": 0.04,
    "max_leaf_nodes": 16,
    "min_samples_leaf": 80,
    "l2_regularization": 5,
    "max_features": 0.4,
    "random_state": 0,
}
ROUNDS = {"en": 400, "fr": 250}
"""Trees of each model."""
HEADING = """\
# What the signs (signs.py) say of a stretch of text that was left out of the other language: boosted trees,
# as checks/evidence/completeness/trees.py reads them. Columns: language of the stretch, a tree. Learnt by
# benchmarks/learn_left_out.py.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A `Case` holds the signs of a candidate, whether it was left out, and what it counts."""

    signs: Mapping[str, float]
    left_out: bool
    counts: float


def cases(texts: Sequence[Text], tables: Sequence[WordTranslations], language: str) -> Iterator[Case]:
    """Yields the candidates in this language, of texts as published and with something left out."""
    lot = random.Random(SEED)
    taken: Counter[tuple[str, int]] = Counter()
    order = [text for text in texts if text.half is not None and text.source != text.target]
    lot.shuffle(order)
    for text in order:
        half = text.half or 0
        if not SHORTEST <= len(text.source) <= LONGEST or len(text.target) < SHORTEST:
            continue
        taken[text.corpus, half] += 1
        if taken[text.corpus, half] > MOST.get(text.corpus, len(texts)):
            continue
        sides = _sides(text.source, text.target, tables[half], language)
        if sides is not None:
            yield from _of_pair(text, sides, tables[half], lot)


def cases_planted(corpora: Path, table: WordTranslations, language: str) -> Iterator[Case]:
    """Yields the candidates of the rows of which no error is only counted."""
    published = list(pairs(corpora / FILES["un"].path, *ROWS_PLANTED))
    counted = {error.row for error in by_hand(PLANTED, published, "report")}
    lot = random.Random(SEED)
    for place, pair in enumerate(published):
        source = pair.source or ""
        if place in counted or not SHORTEST <= len(source) <= LONGEST or len(pair.target) < SHORTEST:
            continue
        sides = _sides(source, pair.target, table, language)
        if sides is not None:
            text = Text("un", pair.number, source, pair.target, None)
            for case in _of_pair(text, sides, table, lot):
                yield replace(case, counts=case.counts * COUNTS_PLANTED)


def _of_pair(text: Text, sides: tuple[Answers, Answers], table: WordTranslations, lot: random.Random) -> Iterator[Case]:
    side, other = sides
    counts = COUNTS[text.corpus]
    is_source = side.language == PAIR.source
    if not (is_source and text.corpus == "un" and text.number in LACKING):
        signs = _signs(sides)
        yield from (Case(signs.stretch(*one), False, PUBLISHED * counts) for one in signs.candidates())
    pieces = PIECES.get(text.corpus, 2)
    for cut in drawn(other.text, other.language, lot, pieces if is_source else max(1, pieces // 2)):
        gone = {
            place for place, word in enumerate(other.words) if cut.start <= word.span.start and word.span.end <= cut.end
        }
        lost = {index for index, alone in enumerate(side.alone) if not alone and side.place[index] in gone}
        rest = cut.of(other.text)
        both = (text.source, rest) if is_source else (rest, text.target)
        now = _sides(*both, table, side.language) if lost else None
        if now is None:
            continue
        signs = _signs(now)
        for start, end in signs.candidates():
            inside = sum(index in lost for index in range(start, end))
            if inside and 2 * inside >= end - start:
                yield Case(signs.stretch(start, end), True, counts * BY_KIND.get(cut.kind, 1.0))


def _sides(source: str, target: str, table: WordTranslations, language: str) -> tuple[Answers, Answers] | None:
    """Returns both texts with what answers to their words, the one in this language first."""
    found = answers(source, target, PAIR, table)
    return found if found is None or language == PAIR.source else found[::-1]


def _signs(sides: tuple[Answers, Answers]) -> Signs:
    return Signs(*sides, PAIR.expected_length[0 if sides[0].language == PAIR.source else 1])


def lines(found: Sequence[Case], language: str) -> Iterator[str]:
    """Yields the trees that are learnt from cases, as lines of the table."""
    names = list(found[0].signs)
    values = np.array([[case.signs[name] for name in names] for case in found], dtype=np.float32)
    left_out = np.array([case.left_out for case in found])
    counts = np.array([case.counts for case in found])
    print(f"{language}: {len(found)} candidates, {left_out.sum()} left out", flush=True)
    model = HistGradientBoostingClassifier(max_iter=ROUNDS[language], **SETTINGS)
    model.fit(values, left_out, sample_weight=counts)
    yield from (f"{language}\t{tree}\n" for tree in written(model, names))


def written(model: Any, names: Sequence[str]) -> list[str]:
    """Returns the trees of a model that was learnt, in lines as `trees.Trees` reads them."""
    trees = [_written(tree.nodes, 0, names) for (tree,) in model._predictors]
    return [f"={_short(model._baseline_prediction.item(), 4)}", *trees]


def _written(nodes: Any, place: int, names: Sequence[str]) -> str:
    node = nodes[place]
    if node["is_leaf"]:
        return f"={_short(node['value'], 3)}"
    low, high = (_written(nodes, node[side], names) for side in ("left", "right"))
    bound = node["num_threshold"]
    return f"{names[node['feature_idx']]}<{_short(bound, 3 if abs(bound) < 1 else 2)};{low};{high}"


def _short(value: float, digits: int) -> str:
    written = f"{float(value):.{digits}f}".rstrip("0").rstrip(".")
    return written if written.strip("-") not in ("", "0") else "0"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("halves", type=Path)
    parser.add_argument("--out", type=Path, default=PAIR.folder / TABLE)
    parser.add_argument("--language", choices=list(ROUNDS), help="only the trees of this language; the others stay")
    options = parser.parse_args()
    texts = corpus(options.corpora)
    tables = [WordTranslations(options.halves / str(half), *PAIR.columns()) for half in (0, 1)]
    rows: list[str] = []
    for language in ROUNDS:
        if options.language in (None, language):
            found = list(cases(texts, tables, language))
            if PAIR.translations is not None:
                found += cases_planted(options.corpora, PAIR.translations, language)
            rows += lines(found, language)
        else:
            rows += [f"{name}\t{tree}\n" for name, tree in PAIR.rows(TABLE) if name == language]
    options.out.write_text(HEADING + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
