"""What does the model of forms say of each word of a text: which form is it likely to have where it stands?

The model (``forms.npz``, with the words that it knows by themselves in ``vocabulary.tsv``) was learnt by
benchmarks/learn_forms.py from translations into French in which words had been put in another form or hidden. It reads
a word by itself, by its lemma, its ending and what the lexicon says of it, so that a word which it has never seen is
read, too; and where there is a source, the words of that which stand beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from tmtool.languages import encoder, tables
from tmtool.languages.encoder import Encoder, Layer, Numbers
from tmtool.languages.fr.grammar.contexts.alternatives import is_small, lemma, tags
from tmtool.languages.fr.grammar.contexts.beside import BEFORE, BEHIND, Beside
from tmtool.languages.fr.grammar.contexts.tokens import Token

WEIGHTS, VOCABULARY = "forms.npz", "vocabulary.tsv"
LONGEST, ENDING = 60, 3
"""The words of a text that are read at a time at most, and the letters of an ending."""
_AGAIN = 10
"""The words before a later piece of a long text that are read with it."""
UNKNOWN = 1
"""The row of a word of the source that the model does not know by itself; row 0 stands for none."""
_FIRST = {"outputs": 0, "sources": UNKNOWN + 1}
"""The first rows of what a vocabulary has where it is not 1, as row 0 stands for all others."""
LAYER = ("before_others", "asks", "takes", "distances", "before_itself", "widens", "narrows")
"""The arrays of a layer."""


class FormModel:
    """A `FormModel` says of words which tags (`alternatives.py`) they are likely to have, by figures of which the
    differences are logarithms of odds. `outputs` are the places of the tags in them."""

    def __init__(self, folder: Path) -> None:
        known = {row[0]: row[1] for row in tables.rows(folder / VOCABULARY)}
        self._words, self._lemmas, self._endings, self._tags, self._sources, self._source_endings, self.outputs = (
            rows_of(name, known[name].split(" "))
            for name in ("words", "lemmas", "endings", "tags", "sources", "source_endings", "outputs")
        )
        self._hidden_tag = len(self._tags) + 1
        arrays = encoder.unpack(folder / WEIGHTS)
        self._of = {name: arrays[name] for name in ("words", "lemmas", "tags", "endings", "capitals")}
        self._of_source = {name: arrays[name] for name in ("sources", "source_endings", "beside", "kinds")}
        count = sum(name.endswith(LAYER[0]) for name in arrays)
        layers = [Layer(*(arrays[f"{place}.{name}"] for name in LAYER)) for place in range(count)]
        self._encoder = Encoder(arrays["first"], layers, arrays["last"], LONGEST)
        self._says, self._usual = arrays["says"], arrays["usual"]
        self._rows: dict[str, Numbers] = {}

    def as_written(self, words: Sequence[Token], places: Sequence[int], beside: Beside | None = None) -> Numbers:
        """Returns what is likely for the words in some places where all forms are seen. Shape: (places, tags)."""
        rows, others = self._rows_of(words), self._beside(beside)
        found = np.empty((len(places), len(self.outputs)), np.float32)
        step = LONGEST - _AGAIN
        by_piece: dict[int, list[int]] = defaultdict(list)
        for at, place in enumerate(places):
            by_piece[max(0, place // step * step - _AGAIN)].append(at)
        for first, those in by_piece.items():
            piece = slice(first, first + LONGEST)
            within = [places[at] - first for at in those]
            read = self._encoder.read(rows[None, piece], None if others is None else others[None, piece], [within])[0]
            found[those] = read @ self._says + self._usual
        return found

    def hidden(self, words: Sequence[Token], places: Sequence[int], beside: Beside | None = None) -> Numbers:
        """Returns what is likely for the words in some places, each with its own form hidden. Shape: (places, tags)."""
        rows, others = self._rows_of(words), self._beside(beside)
        found = np.empty((len(places), len(self.outputs)), np.float32)
        by_piece: dict[int, list[int]] = defaultdict(list)
        for at, place in enumerate(places):
            by_piece[max(0, min(place - LONGEST // 2, len(words) - LONGEST))].append(at)
        for first, those in by_piece.items():
            piece = slice(first, first + LONGEST)
            pieces = np.repeat(rows[None, piece], len(those), 0)
            within = [places[at] - first for at in those]
            for line, at in enumerate(those):
                pieces[line, within[line]] = self._hidden_row(words[places[at]])
            asked = [[place] for place in within]
            read = self._encoder.read(pieces, None if others is None else others[None, piece], asked)[:, 0]
            found[those] = read @ self._says + self._usual
        return found

    def _rows_of(self, words: Sequence[Token]) -> Numbers:
        rows = np.concatenate([self._row(word.text) for word in words]).reshape(len(words), -1)
        return np.concatenate([rows, self._of["capitals"][[word.capital for word in words]]], 1)

    def _beside(self, beside: Beside | None) -> Numbers | None:
        """Returns what the words of the source that stand beside each word add to it."""
        if beside is None:
            return None
        known = [self._sources.get(word, UNKNOWN) for word in beside.words]
        endings = [self._source_endings.get(word[-ENDING:], 0) for word in beside.words]
        table = self._of_source["sources"]
        said = np.zeros((BEFORE + len(known) + BEHIND, table.shape[1]), np.float32)
        said[BEFORE : BEFORE + len(known)] = table[known] + self._of_source["source_endings"][endings]
        around = np.array(beside.places)[:, None] + np.arange(BEFORE + BEHIND + 1)
        found: Numbers = said[around].reshape(len(beside.places), -1) @ self._of_source["beside"]
        return found + self._of_source["kinds"][list(beside.kinds)]

    def _row(self, word: str) -> Numbers:
        """Returns what is known of a word but for its capitals."""
        row = self._rows.get(word)
        if row is None:
            its_tags = [self._tags[tag] for tag in sorted(tags(word)) if tag in self._tags]
            row = self._rows[word] = np.concatenate(
                [
                    self._of["words"][self._words.get(word, 0)] + self._of["lemmas"][self._lemma(word)],
                    self._of["tags"][its_tags].sum(0),
                    self._of["endings"][self._endings.get(word[-ENDING:], 0)],
                ]
            )
        return row

    def _hidden_row(self, word: Token) -> Numbers:
        known = 0 if is_small(word.text) else self._lemma(word.text)
        return np.concatenate(
            [
                self._of["words"][0] + self._of["lemmas"][known],
                self._of["tags"][self._hidden_tag],
                self._of["endings"][0],
                self._of["capitals"][word.capital],
            ]
        )

    def _lemma(self, word: str) -> int:
        return self._lemmas.get(lemma(word), 0)


def rows_of(name: str, entries: Iterable[str]) -> dict[str, int]:
    """Returns the row of each entry of what a vocabulary names, in the table of that."""
    return {entry: row for row, entry in enumerate(entries, start=_FIRST.get(name, 1))}


@cache
def form_model() -> FormModel:
    """Returns the model, read once."""
    return FormModel(Path(__file__).parent)
