"""Learns what pairs of translated texts show about words: the lexicon that alignment starts from.

The same Model 1 that learns from the beads of a document, on pairs that are known to be translations: the units
of a memory and the terms of a term base.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tmtool.alignment.learning import Training, learn, prepare
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.side import Ints, Side, probabilities, side
from tmtool.alignment.tokens import TokenKind, tokens, words_alone

Lexicon = dict[str, dict[str, float]]

LEAST = 0.1
"""Probabilities below this are mostly noise of a small sample."""


@dataclass(frozen=True, slots=True)
class Example:
    """An `Example` is a text and its translation; `times` says how often it counts. What words have met but once shows
    nothing, so a term should count more often."""

    source: str
    target: str
    times: int = 1


def learn_lexicon(
    examples: Iterable[Example], *, source_language: str, target_language: str, least: float = LEAST
) -> Lexicon:
    """Returns for each source word that the examples explain its target words with their probabilities, from `least`
    on.

    Words are stems as alignment compares them (`tokens`); numbers and marks are left out, since they explain
    themselves.
    """
    pairs = list(examples)
    if not pairs:
        return {}
    times = np.array([pair.times for pair in pairs], np.int64)
    one, of_source = _side([pair.source for pair in pairs], source_language, times)
    other, of_target = _side([pair.target for pair in pairs], target_language, times)
    single = np.ones(len(pairs), np.int64)
    beads = Training(of_source, single, of_target, single, times.astype(np.float64))
    prior = prior_table(one, other, (source_language, target_language), {})
    table = learn(prepare(one, other, beads, prior), prior)
    lexicon: Lexicon = {}
    words = (one.kinds[table.source] == TokenKind.WORD) & (other.kinds[table.target] == TokenKind.WORD)
    probabilities = (table.forward + table.backward) / 2
    for place in np.flatnonzero(words & (probabilities >= least)):
        row = lexicon.setdefault(one.vocabulary[table.source[place]], {})
        row[other.vocabulary[table.target[place]]] = float(probabilities[place])
    return lexicon


def _side(texts: Sequence[str], language: str, times: Ints) -> tuple[Side, Ints]:
    """Returns the different texts in numbers, their words as probable as if each text were there as often as it counts,
    and which of them each of the texts is. What else alignment sees of a segment, where its sentences end above all,
    says nothing about words, and takes as long to find."""
    places: dict[str, int] = {}
    which = np.array([places.setdefault(text, len(places)) for text in texts], np.int64)
    side_of_texts = side([words_alone(tokens(text, language)) for text in places], {"": 0})
    counts = np.repeat(np.bincount(which, times), np.diff(side_of_texts.starts))
    probability = probabilities(side_of_texts.ids, side_of_texts.times * counts, len(side_of_texts.vocabulary))
    return replace(side_of_texts, probability=probability), which
