"""Which words may translate each other before anything is learned: the prior word table.

Same number or symbol, same word, same mark, a common prefix (cognates),
a dictionary of everyday and institutional words beside this file, and, where the caller has one, a
word table of his own memory or term base.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from tmtool.alignment.side import Floats, Ints, Side
from tmtool.alignment.tokens import TokenKind, tokens

SAME = {TokenKind.NUMBER: 0.9, TokenKind.WORD: 0.7, TokenKind.MARK: 0.5}
DICTIONARY = 0.5
COGNATE_LOW, COGNATE_HIGH = 0.35, 0.5
COGNATE_LETTERS, COGNATE_SHARE = 4, 2 / 3
LEXICON_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class WordTable:
    """Pairs of a source and a target word, sorted by both, with the probability of each direction.

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
    """The table t₀ over the vocabularies of two documents.

    `lexicon` gives for a source word the probabilities of target words (0 to 1, both as whole words);
    words that it knows take 0.7 of that and 0.3 of the general guess.
    """
    values = dict(_guesses(source, target, languages))
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


def _guesses(source: Side, target: Side, languages: tuple[str, str]) -> Iterator[tuple[tuple[int, int], float]]:
    places = {word: place for place, word in enumerate(target.vocabulary)}
    alike = defaultdict(list)
    for word, place in places.items():
        if len(word) >= COGNATE_LETTERS and word.isalpha():
            alike[word[:COGNATE_LETTERS]].append((word, place))
    translations = dictionary(*languages)
    for row, word in enumerate(source.vocabulary):
        best: dict[int, float] = {}
        if word in places:
            best[places[word]] = SAME[TokenKind(int(source.kinds[row]))]
        for other in translations.get(word, ()):
            if other in places:
                best[places[other]] = max(best.get(places[other], 0.0), DICTIONARY)
        for other, place in alike.get(word[:COGNATE_LETTERS], ()):
            share = _common_prefix(word, other) / max(len(word), len(other))
            if share >= COGNATE_SHARE:
                value = COGNATE_LOW + (COGNATE_HIGH - COGNATE_LOW) * (share - COGNATE_SHARE) / (1 - COGNATE_SHARE)
                best[place] = max(best.get(place, 0.0), value)
        for place, value in best.items():
            yield (row, place), value


def _known(
    source: Side, target: Side, languages: tuple[str, str], lexicon: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[tuple[int, int], float]]:
    rows = {word: place for place, word in enumerate(source.vocabulary)}
    columns = {word: place for place, word in enumerate(target.vocabulary)}
    for word, translations in lexicon.items():
        for row in {rows[token] for token in tokens(word, languages[0]) if token in rows}:
            for other, probability in translations.items():
                for column in {columns[token] for token in tokens(other, languages[1]) if token in columns}:
                    yield (row, column), probability


def _common_prefix(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


@cache
def dictionary(source_language: str, target_language: str) -> Mapping[str, frozenset[str]]:
    """Translations of word stems between two languages; empty for a pair without a dictionary file."""
    first, second = (tag.lower().split("-")[0] for tag in (source_language, target_language))
    folder = files("tmtool.alignment")
    result: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in ((first, second), (second, first)):
        table = folder / f"{left}-{right}.tsv"
        if left == right or not table.is_file():
            continue
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or not line:
                continue
            words = dict(zip((left, right), line.split("\t"), strict=True))
            for stem in tokens(words[first], first):
                result[stem].update(tokens(words[second], second))
    return {stem: frozenset(others) for stem, others in result.items()}
