"""How likely do two words translate each other before a text has shown it?

Same number, same word, same mark, a common beginning (cognates), a line in the pair's dictionary of everyday and
institutional words, or in its table of words that were seen to translate each other in everyday sentences
(`benchmarks/learn_lexicon.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.languages import default_pair, pairs

SAME = {TokenKind.NUMBER: 0.9, TokenKind.WORD: 0.7, TokenKind.MARK: 0.5}
DICTIONARY = 0.5
LEARNT = 1.6
"""The learnt table gives the mean of both directions after discounting, low for words with many forms: times this."""

COGNATE_LOW, COGNATE_HIGH = 0.35, 0.5
COGNATE_LETTERS, COGNATE_SHARE = 4, 2 / 3


def prior(word: str, other: str, translations: Mapping[str, Mapping[str, float]]) -> float:
    """Says how likely it is (0 to 1, for comparison) that a word is translated by the other; both as `tokens` makes
    them."""
    return max(
        translations.get(word, {}).get(other, 0.0), SAME[kind_of(word)] if word == other else 0.0, cognate(word, other)
    )


def cognate(word: str, other: str) -> float:
    """Says how much a common beginning of at least four letters speaks for it; 0 if there is none."""
    if len(word) < COGNATE_LETTERS or word[:COGNATE_LETTERS] != other[:COGNATE_LETTERS] or not other.isalpha():
        return 0.0
    share = _common_beginning(word, other) / max(len(word), len(other))
    if share < COGNATE_SHARE:
        return 0.0
    return COGNATE_LOW + (COGNATE_HIGH - COGNATE_LOW) * (share - COGNATE_SHARE) / (1 - COGNATE_SHARE)


def _common_beginning(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


@cache
def dictionary(source_language: str, target_language: str) -> Mapping[str, Mapping[str, float]]:
    """Returns how likely (0 to 1) words translate each other, by stems, between two languages: for a pair without
    tables by way of a third language that has some with both, else nothing."""
    result: defaultdict[str, dict[str, float]] = defaultdict(dict)
    pair = pairs.get(source_language, target_language)
    if pair is None:
        return _by_way_of(default_pair.SOURCE, source_language, target_language)
    for stem, *others in pair.rows("learnt.tsv"):
        for other, share in (each.split() for each in others):
            source, target = pair.in_direction(stem, other)
            result[source][target] = LEARNT * float(share)
    for first, second in pair.rows("words.tsv"):
        source, target = pair.in_direction(first, second)
        for stem in tokens(source, pair.source):
            result[stem].update(dict.fromkeys(tokens(target, pair.target), DICTIONARY))
    return result


def _by_way_of(third: str, source_language: str, target_language: str) -> Mapping[str, Mapping[str, float]]:
    """Returns what a word and another are to each other that both translate a word of a third language."""
    result: defaultdict[str, dict[str, float]] = defaultdict(dict)
    if pairs.get(source_language, third) is None or pairs.get(third, target_language) is None:
        return result
    onward = dictionary(third, target_language)
    for word, between in dictionary(source_language, third).items():
        found = result[word]
        for middle, share in between.items():
            # A name or a number is not in the tables where it is the same word.
            for other, there in {middle: SAME[TokenKind.WORD], **onward.get(middle, {})}.items():
                found[other] = max(found.get(other, 0.0), min(share * there, 1.0))
    return result
