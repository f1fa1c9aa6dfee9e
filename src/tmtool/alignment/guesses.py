"""Which words may translate each other though nobody has seen them do so?

Same number, same word, same mark, a common beginning (cognates), or a line in the dictionary of everyday and
institutional words beside this file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.languages.tags import primary

SAME = {TokenKind.NUMBER: 0.9, TokenKind.WORD: 0.7, TokenKind.MARK: 0.5}
DICTIONARY = 0.5
COGNATE_LOW, COGNATE_HIGH = 0.35, 0.5
COGNATE_LETTERS, COGNATE_SHARE = 4, 2 / 3


def guess(word: str, other: str, translations: Mapping[str, frozenset[str]]) -> float:
    """How likely it is (0 to 1, for comparison) that a word is translated by the other; both as `tokens` makes them."""
    known = DICTIONARY if other in translations.get(word, ()) else 0.0
    return max(known, SAME[kind_of(word)] if word == other else 0.0, cognate(word, other))


def cognate(word: str, other: str) -> float:
    """How much a common beginning of at least four letters speaks for it; 0 if there is none."""
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
def dictionary(source_language: str, target_language: str) -> Mapping[str, frozenset[str]]:
    """Translations of word stems between two languages; empty for a pair without a dictionary file."""
    first, second = map(primary, (source_language, target_language))
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
