"""Says which words may translate each other before anything is learned: the prior word table.

It holds what is likely of them beforehand (`priors`) and, where the caller has one, a word table of a memory or
term base.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tmtool.alignment.priors import COGNATE_LETTERS, prior
from tmtool.alignment.side import Floats, Ints, Side
from tmtool.alignment.tokens import tokens
from tmtool.alignment.translations import translations

LEXICON_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class WordTable:
    """A `WordTable` holds pairs of a source and a target word, sorted by both, with the probability of each direction.

    `forward` is t(target given source), `backward` t(source given target); a word's probabilities sum
    to at most 1, and what is missing belongs to words that nothing explains.
    """

    source: Ints
    target: Ints
    forward: Floats
    backward: Floats


def prior_table(
    source: Side, target: Side, languages: tuple[str, str], lexicon: Mapping[str, Mapping[str, float]]
) -> WordTable:
    """Returns the table t₀ over the vocabularies of two documents.

    `lexicon` gives for a source word the probabilities of target words (0 to 1, both as whole words);
    words that it knows take 0.7 of that and 0.3 of the general prior.
    """
    values = dict(_priors(source, target, languages))
    own = dict(_known(source, target, languages, lexicon))
    if own:
        known = {word for word, _ in own}
        values = {pair: (1 - LEXICON_SHARE) * value if pair[0] in known else value for pair, value in values.items()}
        for pair, value in own.items():
            values[pair] = values.get(pair, 0.0) + LEXICON_SHARE * value
    pairs = sorted(values)
    rows = np.array([pair[0] for pair in pairs], np.int64)
    columns = np.array([pair[1] for pair in pairs], np.int64)
    weights = np.array([values[pair] for pair in pairs], np.float64)
    return WordTable(
        rows,
        columns,
        weights / np.maximum(1.0, np.bincount(rows, weights, len(source.vocabulary)))[rows],
        weights / np.maximum(1.0, np.bincount(columns, weights, len(target.vocabulary)))[columns],
    )


def _priors(source: Side, target: Side, languages: tuple[str, str]) -> Iterator[tuple[tuple[int, int], float]]:
    places = {word: place for place, word in enumerate(target.vocabulary)}
    alike = defaultdict(list)
    for word, place in places.items():
        if len(word) >= COGNATE_LETTERS and word.isalpha():
            alike[word[:COGNATE_LETTERS]].append(place)
    known = translations(source.vocabulary, target.vocabulary, *languages)
    for row, word in enumerate(source.vocabulary):
        candidates = {places[other] for other in (word, *known.get(word, ())) if other in places}
        candidates.update(alike.get(word[:COGNATE_LETTERS], ()))
        for place in candidates:
            if value := prior(word, target.vocabulary[place], known):
                yield (row, place), value


def _known(
    source: Side, target: Side, languages: tuple[str, str], lexicon: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[tuple[int, int], float]]:
    rows = {word: place for place, word in enumerate(source.vocabulary)}
    columns = {word: place for place, word in enumerate(target.vocabulary)}
    for word, listed in lexicon.items():
        for row in {rows[token] for token in tokens(word, languages[0]) if token in rows}:
            for other, probability in listed.items():
                for column in {columns[token] for token in tokens(other, languages[1]) if token in columns}:
                    yield (row, column), probability
