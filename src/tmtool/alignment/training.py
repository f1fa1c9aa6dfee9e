"""What pairs of translated texts teach about words: the lexicon that alignment starts from.

The same Model 1 that learns from the beads of a document, on pairs that are known to be translations: the units
of a memory and the terms of a term base.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tmtool.alignment.learning import Training, learn, prepare
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.side import number_labels, side
from tmtool.alignment.tokens import TokenKind, features

Lexicon = dict[str, dict[str, float]]

LEAST = 0.1
"""Probabilities below this are mostly noise of a small sample."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its translation; `times` says how often it counts. What words have met but once teaches nothing,
    so a term should count more often."""

    source: str
    target: str
    times: int = 1


def learn_lexicon(examples: Iterable[Example], *, source_language: str, target_language: str) -> Lexicon:
    """For each source word that the examples explain, its target words with their probabilities.

    Words are stems as alignment compares them (`tokens`); numbers and marks are left out, since they explain
    themselves.
    """
    pairs = [example for example in examples for _ in range(example.times)]
    if not pairs:
        return {}
    ours = features([pair.source for pair in pairs], source_language, _no_labels(pairs))
    theirs = features([pair.target for pair in pairs], target_language, _no_labels(pairs))
    labels = number_labels(ours, theirs)
    one, other = side(ours, labels), side(theirs, labels)
    places, single = np.arange(len(pairs)), np.ones(len(pairs), np.int64)
    weight = np.ones(len(pairs))
    prior = prior_table(one, other, (source_language, target_language), {})
    table = learn(prepare(one, other, Training(places, single, places, single, weight), prior), prior)
    lexicon: Lexicon = {}
    words = (one.kinds[table.source] == TokenKind.WORD) & (other.kinds[table.target] == TokenKind.WORD)
    probabilities = (table.forward + table.backward) / 2
    for place in np.flatnonzero(words & (probabilities >= LEAST)):
        row = lexicon.setdefault(one.vocabulary[table.source[place]], {})
        row[other.vocabulary[table.target[place]]] = float(probabilities[place])
    return lexicon


def _no_labels(pairs: Sequence[Example]) -> list[str]:
    return [""] * len(pairs)
