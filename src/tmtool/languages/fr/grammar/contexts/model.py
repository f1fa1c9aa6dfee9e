"""What does the model of forms say of each word of a text: which form is it likely to have where it stands?

The model (``forms.npz``, with the words that it knows by themselves in ``vocabulary.tsv``) was learnt by
benchmarks/learn_forms.py from French in which words had been put in another form or hidden. It reads a word by itself,
by its lemma, its ending and what the lexicon says of it, so that a word which it has never seen is read, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from tmtool.languages import encoder, tables
from tmtool.languages.encoder import Encoder, Layer, Numbers
from tmtool.languages.fr.grammar.contexts.alternatives import is_small, lemma, tags
from tmtool.languages.fr.grammar.contexts.tokens import Token

WEIGHTS, VOCABULARY = "forms.npz", "vocabulary.tsv"
LONGEST, ENDING = 60, 3
"""The words of a text that are read at a time at most, and the letters of an ending."""
_AGAIN = 10
"""The words before a later piece of a long text that are read with it."""
LAYER = ("before_others", "asks", "takes", "distances", "before_itself", "widens", "narrows")
"""The arrays of a layer."""


class FormModel:
    """A `FormModel` says of words which tags (`alternatives.py`) they are likely to have, by figures of which the
    differences are logarithms of odds. `outputs` are the places of the tags in them."""

    def __init__(self, folder: Path) -> None:
        known = {row[0]: row[1] for row in tables.rows(folder / VOCABULARY)}
        self._words, self._lemmas, self._endings = (
            {word: place for place, word in enumerate(known[name].split(" "), start=1)}
            for name in ("words", "lemmas", "endings")
        )
        self._tags = {tag: place for place, tag in enumerate(known["tags"].split(" "), start=1)}
        self._hidden_tag = len(self._tags) + 1
        self.outputs = {tag: place for place, tag in enumerate(known["outputs"].split(" "))}
        arrays = encoder.unpack(folder / WEIGHTS)
        self._of = {name: arrays[name] for name in ("words", "lemmas", "tags", "endings", "capitals")}
        count = sum(name.endswith(LAYER[0]) for name in arrays)
        layers = [Layer(*(arrays[f"{place}.{name}"] for name in LAYER)) for place in range(count)]
        self._encoder = Encoder(arrays["first"], layers, arrays["last"])
        self._says, self._usual = arrays["says"], arrays["usual"]
        self._rows: dict[str, Numbers] = {}

    def as_written(self, words: Sequence[Token], places: Sequence[int]) -> Numbers:
        """Returns what is likely for the words in some places where all forms are seen. Shape: (places, tags)."""
        rows = np.stack([self._row(word) for word in words])
        found = np.empty((len(places), len(self.outputs)), np.float32)
        step = LONGEST - _AGAIN
        by_piece: dict[int, list[int]] = defaultdict(list)
        for at, place in enumerate(places):
            by_piece[max(0, place // step * step - _AGAIN)].append(at)
        for first, those in by_piece.items():
            read = self._encoder.read(rows[None, first : first + LONGEST])[0]
            found[those] = read[[places[at] - first for at in those]] @ self._says + self._usual
        return found

    def hidden(self, words: Sequence[Token], places: Sequence[int]) -> Numbers:
        """Returns what is likely for the words in some places, each with its own form hidden. Shape: (places, tags)."""
        rows = np.stack([self._row(word) for word in words])
        found = np.empty((len(places), len(self.outputs)), np.float32)
        by_piece: dict[int, list[int]] = defaultdict(list)
        for at, place in enumerate(places):
            by_piece[max(0, min(place - LONGEST // 2, len(words) - LONGEST))].append(at)
        for first, those in by_piece.items():
            pieces = np.repeat(rows[None, first : first + LONGEST], len(those), 0)
            within = [places[at] - first for at in those]
            for line, at in enumerate(those):
                pieces[line, within[line]] = self._hidden_row(words[places[at]])
            read = self._encoder.read(pieces)[np.arange(len(those)), within]
            found[those] = read @ self._says + self._usual
        return found

    def _row(self, word: Token) -> Numbers:
        row = self._rows.get(word.text)
        if row is None:
            its_tags = [self._tags[tag] for tag in sorted(tags(word.text)) if tag in self._tags]
            row = self._rows[word.text] = np.concatenate(
                [
                    self._of["words"][self._words.get(word.text, 0)] + self._of["lemmas"][self._lemma(word.text)],
                    self._of["tags"][its_tags].sum(0),
                    self._of["endings"][self._endings.get(word.text[-ENDING:], 0)],
                ]
            )
        return np.concatenate([row, self._of["capitals"][word.capital]])

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


@cache
def form_model() -> FormModel:
    """Returns the model, read once."""
    return FormModel(Path(__file__).parent)
