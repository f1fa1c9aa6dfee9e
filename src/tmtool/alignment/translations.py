"""Which words of two documents are known to translate each other, and how likely is that?

By the pair's dictionary (`priors.dictionary`) and its table of words that stand for each other in dictionaries and
lists (`benchmarks/learn_listed.py`); for a pair that has neither, by way of a third language that has them with both,
where a cognate goes for a translation, too: "policía" is "police" to whoever looks for its Arabic. Only of words that
are in the documents, so that large tables cost little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from tmtool.alignment.priors import COGNATE_LETTERS, SAME, cognate, dictionary
from tmtool.alignment.tokens import TokenKind
from tmtool.languages import default_pair, pairs

LISTED = "listed.tsv"
LEAST = 0.05
"""What is less likely than that by way of a third language tells nothing."""

Translations = dict[str, dict[str, float]]


def translations(
    words: Iterable[str], others: Collection[str], source_language: str, target_language: str
) -> Translations:
    """Returns for words of a document how likely (0 to 1) words of the other one translate them; both as `tokens`
    makes them."""
    if pairs.get(source_language, target_language) is not None:
        return _direct(words, source_language, target_language)
    third = default_pair.SOURCE
    if pairs.get(source_language, third) is None or pairs.get(third, target_language) is None:
        return {}
    first = _with_cognates(words, _direct(words, source_language, third), _middle(third, target_language))
    middles = {middle for found in first.values() for middle in found}
    second = _with_cognates(middles, _direct(middles, third, target_language), others)
    wanted = set(others)
    result: Translations = {}
    for word, between in first.items():
        found: defaultdict[str, float] = defaultdict(float)
        for middle, share in between.items():
            for other, there in second.get(middle, {}).items():
                if other in wanted:
                    found[other] += share * there
        kept = {other: min(share, 1.0) for other, share in found.items() if share >= LEAST}
        if kept:
            result[word] = kept
    return result


def _with_cognates(
    words: Iterable[str], known: Mapping[str, Mapping[str, float]], others: Iterable[str]
) -> Translations:
    """Returns what is known of the words, and which of the others are the same word or a cognate."""
    alike = defaultdict(list)
    for other in others:
        if other.isalpha():
            alike[other[:COGNATE_LETTERS]].append(other)
    result: Translations = {}
    for word in words:
        found = dict(known.get(word, {}))
        for other in alike.get(word[:COGNATE_LETTERS], ()):
            share = SAME[TokenKind.WORD] if other == word else cognate(word, other)
            if share > found.get(other, 0.0):
                found[other] = share
        result[word] = found
    return result


def _direct(words: Iterable[str], source_language: str, target_language: str) -> Translations:
    known, listed = dictionary(source_language, target_language), _listed(source_language, target_language)
    result: Translations = {}
    for word in words:
        found = dict(listed.get(word, ()))
        for other, share in known.get(word, {}).items():
            found[other] = max(share, found.get(other, 0.0))
        if found:
            result[word] = found
    return result


@cache
def _middle(third: str, target_language: str) -> Collection[str]:
    """Returns the words of the third language that something is known of."""
    return dictionary(third, target_language).keys() | _listed(third, target_language).keys()


@cache
def _listed(source_language: str, target_language: str) -> Mapping[str, Mapping[str, float]]:
    result: defaultdict[str, dict[str, float]] = defaultdict(dict)
    pair = pairs.get(source_language, target_language)
    if pair is not None:
        for stem, *others in pair.rows(LISTED):
            for other, share in (each.split() for each in others):
                source, target = pair.in_direction(stem, other)
                result[source][target] = float(share)
    return dict(result)
