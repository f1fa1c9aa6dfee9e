"""Learns ``unrendered.tsv``: what the signs of words without a rendering say: were they left out or put wrongly?

    python benchmarks/learn_unrendered.py CORPORA [--out FILE] [--judge]

Needs scikit-learn. CORPORA is the folder of the corpora of ``learn_word_translations.py``. Learnt from are the agendas
of ``data/agendas``: each stretch of the right ones that `unrendered.py` finds, which is none, and each that it finds
new where a translator made an error in the draft of one; so is each that is new where one was planted by hand in the
half of the ``data/planted_*.tsv`` that may be read. How surprising it is that a word has no rendering is taken
without the parts of the same fold, as it is counted in right agendas. With ``--judge`` each fold is judged by what
the others teach, and printed is how many errors are told at so many false alarms in an agenda.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from agendas import PARTS, agendas
from by_hand import by_hand
from check import pairs
from learn_left_out import written
from learn_word_translations import FILES, corpus
from make_renderings import CORPORA, Counts, Key, lines, lists, published, vocabulary, without_chance
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.sentences import sentences_or_whole
from tmtool.checks.evidence.completeness.said import said, said_by_source
from tmtool.checks.evidence.completeness.unrendered import TABLE, Stretch, is_said_freely, stretches
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.renderings import Rendered, Renderings, read
from tmtool.tasks.draft_terms import terms_of

FOLDS = 6
PLANTED = ("hand", "another_hand", "a_fourth_hand", "a_fifth_hand", "a_sixth_hand")
"""The tables of errors planted by hand in the development set of the United Nations Parallel Corpus."""
ROWS = (1, 4000)
SETTINGS: Mapping[str, Any] = {
    "max_iter": 400,
    "learning_rate": 0.03,
    "max_leaf_nodes": 16,
    "min_samples_leaf": 20,
    "l2_regularization": 5,
    "max_features": 0.2,
    "random_state": 0,
}
AT = (0.02, 0.05, 0.1, 0.2, 0.33, 0.5)
"""False alarms in an agenda."""
HEADING = """\
# What the signs (signs.py, rendering_signs.py) say of words without a rendering in the other text of a close
# translation: boosted trees, as checks/evidence/completeness/trees.py reads them. Columns: language of the words, a
# tree. Learnt by benchmarks/learn_unrendered.py.
"""


@dataclass(frozen=True, slots=True)
class Error:
    """An `Error` is one line of a draft with a single error, next to the same as it is right."""

    before: Pair
    pair: Pair


@dataclass(frozen=True, slots=True)
class Folder:
    """A `Folder` is an agenda: its part, its name, its right pairs, and the errors of its draft."""

    part: str
    name: str
    pairs: Sequence[Pair]
    errors: Sequence[Error] = ()


@dataclass
class Cases:
    """`Cases` are signs of stretches, whether each is an error, its fold, and the line of an agenda or the error of a
    draft that it is from: the part, the name, a number."""

    signs: list[Mapping[str, float]] = field(default_factory=list)
    wrong: list[bool] = field(default_factory=list)
    fold: list[int] = field(default_factory=list)
    origin: list[tuple[str, str, int]] = field(default_factory=list)


class _WithoutFold(Renderings):
    """`_WithoutFold` are the renderings with what was counted without some agendas."""

    def __init__(self, figures: Mapping[Key, str]) -> None:
        super().__init__(PAIR.folder, PAIR.source, PAIR.target)
        self._figures = figures

    def of(self, stem: str, language: str) -> Rendered | None:
        key = language, stem
        if key not in self._known:
            line = self._figures.get(key)
            self._known[key] = read(line) if line else None
        return self._known[key]


def fold_of(part: str) -> int:
    return PARTS.index(part) % FOLDS


def read_folder(path: Path) -> Folder:
    """Reads an agenda with the errors of its draft, each by itself."""
    sources, targets = ((path / name).read_text(encoding="utf-8").split("\n") for name in ("en.txt", "fr.txt"))
    texts = [(source.strip(), target.strip()) for source, target in zip(sources, targets, strict=True)]
    right = [place for place, (source, target) in enumerate(texts) if source and target]
    wrong = []
    if (path / "draft.tsv").exists():
        with (path / "draft.tsv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                place = int(row["line"]) - 1
                if place in right and row["right"] in texts[place][1]:
                    wrong.append((place, row))
    given = [texts[place] for place in right]
    given += [(texts[at][0], texts[at][1].replace(row["right"], row["wrong"], 1)) for at, row in wrong]
    pairs = [Pair(number, target, source) for number, (source, target) in enumerate(given, 1)]
    terms = terms_of(None, [one for one, _ in given], [other for _, other in given], PAIR.source, PAIR.target)
    ready = prepare(
        pairs, source_language=PAIR.source, target_language=PAIR.target, concepts=terms.concepts, sides=terms.sides
    ).pairs
    at = {place: ready[index] for index, place in enumerate(right)}
    errors = [Error(at[place], pair) for (place, _), pair in zip(wrong, ready[len(right) :], strict=True)]
    return Folder(path.parent.name, path.name, ready[: len(right)], errors)


def found(pair: Pair, language: str, renderings: Renderings) -> Iterator[Stretch]:
    """Yields the stretches of a pair, sentence by sentence where it has as many on both sides."""
    for one in (sentence.pair for sentence in sentences_or_whole(pair)):
        excused = said(one, PAIR) if language == PAIR.source else said_by_source(one, PAIR)
        source, target = one.source or "", one.target
        for stretch in stretches(source, target, PAIR, renderings, language, excused):
            if not is_said_freely(stretch, source, target, PAIR, language):
                yield stretch


def cases(folders: Sequence[Folder], language: str, renderings: Sequence[Renderings]) -> Cases:
    """Returns the stretches of right agendas and those that are new where an error was made."""
    known = Cases()

    def add(stretch: Stretch, wrong: bool, folder: Folder, number: int) -> None:
        known.signs.append(stretch.signs)
        known.wrong.append(wrong)
        known.fold.append(fold_of(folder.part))
        known.origin.append((folder.part, folder.name, number))

    for folder in folders:
        counted = renderings[fold_of(folder.part)]
        for pair in folder.pairs:
            for stretch in found(pair, language, counted):
                add(stretch, False, folder, pair.number)
        for number, error in enumerate(folder.errors):
            before = {stretch.stems for stretch in found(error.before, language, counted)}
            for stretch in found(error.pair, language, counted):
                if stretch.stems not in before:
                    add(stretch, True, folder, number)
    return known


def planted(corpora: Path, language: str, renderings: Renderings) -> list[Mapping[str, float]]:
    """Returns the signs of stretches that are new where an error was planted in a published row."""
    rows = list(pairs(corpora / FILES["un"].path, *ROWS))
    new = []
    for name in PLANTED:
        for error in by_hand(Path(__file__).parent / "data" / f"planted_by_{name}.tsv", rows, "tune"):
            pair = rows[error.row]
            before = {stretch.stems for stretch in found(pair, language, renderings)}
            wrong = found(replace(pair, target=error.target), language, renderings)
            new += [stretch.signs for stretch in wrong if stretch.stems not in before]
    return new


def values(known: Cases) -> tuple[list[str], Any, Any]:
    """Returns the names of the signs, their values, and which stretches are errors."""
    names = sorted(known.signs[0])
    return names, np.array([[one[name] for name in names] for one in known.signs], np.float32), np.array(known.wrong)


def learnt(signs: Any, wrong: Any, more: Any) -> Any:
    """Returns the model that some stretches teach, with more that are errors."""
    told = np.concatenate([wrong, np.ones(len(more), bool)])
    return HistGradientBoostingClassifier(**SETTINGS).fit(np.vstack([signs, more]), told)


def judge(known: Cases, more: Any, agendas_read: int) -> None:
    """Prints how many errors are told at so many false alarms in an agenda."""
    _, signs, wrong = values(known)
    fold, odds = np.array(known.fold), np.zeros(len(wrong))
    for one in range(FOLDS):
        model = learnt(signs[fold != one], wrong[fold != one], more)
        odds[fold == one] = model.decision_function(signs[fold == one])
    best: dict[tuple[Any, ...], float] = defaultdict(lambda: -9.0)
    for origin, told, value in zip(known.origin, known.wrong, odds, strict=True):
        key = (told, *origin)
        best[key] = max(best[key], float(value))
    right = sorted((value for (told, *_), value in best.items() if not told), reverse=True)
    for many in AT:
        bound = right[int(many * agendas_read)]
        print(f"{many:5} {bound:6.2f} {sum(value > bound for (told, *_), value in best.items() if told):5}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=PAIR.folder / TABLE)
    parser.add_argument("--judge", action="store_true", help="judge each fold by what the others teach")
    options = parser.parse_args()
    texts = [text for text in corpus(options.corpora) if text.corpus in CORPORA]
    with ProcessPoolExecutor() as processes:
        folders = list(processes.map(read_folder, [path for part in PARTS for path in agendas(part)], chunksize=8))
    right = [(folder.part, pair.source or "", pair.target) for folder in folders for pair in folder.pairs]
    listed = lists(vocabulary([*(text.target for text in texts), *(target for _, _, target in right)]))
    pairs_read = [*((text.source, text.target) for text in texts), *((one, other) for _, one, other in right)]
    listed = without_chance(listed, pairs_read)
    counted = published(texts, listed)
    close, by_fold = Counts(), [Counts() for _ in range(FOLDS)]
    for part, source, target in right:
        for some in (close, by_fold[fold_of(part)]):
            some.add(source, target, listed)
    renderings = [_WithoutFold(dict(lines(listed, counted, close.minus(some)))) for some in by_fold]
    rows = []
    for language in (PAIR.source, PAIR.target):
        known = cases(folders, language, renderings)
        names, signs, wrong = values(known)
        by_others = planted(options.corpora, language, renderings[0])
        more = np.array([[one[name] for name in names] for one in by_others], np.float32)
        print(f"{language}: {len(wrong)} stretches, {wrong.sum()} of them errors, {len(more)} planted", flush=True)
        if options.judge:
            judge(known, more, len(folders))
        model = learnt(signs, wrong, more)
        rows += [f"{language}\t{tree}\n" for tree in written(model, names)]
    options.out.write_text(HEADING + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
