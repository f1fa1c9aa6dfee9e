"""Does an adjective agree with one that it is compared with, or joined to by et with an adverb between: une décision
aussi importante qu’*inattendu*, des conditions difficiles et parfois *précaire*, plus simple et plus *rapides*; and
with the article of a superlative right after its noun: le motif le plus *fréquente*?

Both are said of the same noun, which but for the last need not be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, determiners
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_DEGREES = frozenset({"aussi", "plus", "moins"})
OF_NO_NOUN = _WORDS["of no noun"]
_COMPARED, _JOINED, _EACH = 3, 3, 4
"""Words before the second adjective: aussi importante que, difficiles et parfois, plus efficace et plus."""
_BOTH = _WORDS["degrees"]
_SOMETIMES = _WORDS["sometimes"]


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each second adjective that does not agree with the first, with that."""
    yield from _superlatives(words)
    for place in range(_COMPARED, len(words)):
        if not (words[place].categories & {"A"} or words[place].is_participle):
            continue
        first = _compared_with(words, place) or _joined_to(words, place) or _joined_by_degrees(words, place)
        if first is not None and not first.agreement({"A"}) & words[place].agreement({"A"}):
            yield words[place], first


def _superlatives(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives after le plus that do not agree with this article, which agrees with the noun right before
    it; no participles, before which le plus may be an adverb: les questions le plus débattues."""
    for place in range(_COMPARED, len(words)):
        noun, article, degree, word = words[place - _COMPARED : place + 1]
        joined = article.joined and degree.joined and word.joined
        if not joined or article.lower not in DEFINITE or degree.lower not in _WORDS["most"]:
            continue
        own = determiners()[article.lower].agreement
        sure = "A" in word.categories <= {"A", "N", "V"} and not word.is_participle and not word.is_name
        if sure and noun.categories == {"N"} and noun.agreement({"N"}) & own and not word.agreement({"A"}) & own:
            yield word, article


def _is_adjective(word: Word) -> bool:
    """Tells whether a word may be an adjective, or a participle used as one, and no small word or verb."""
    plain = "A" in word.categories <= ({"A", "N", "V"} if word.is_participle else {"A", "N"})
    return plain and not word.persons and not word.is_name


def _compared_with(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the adjective between aussi and que right before another adjective that ends its clause."""
    if words[place].lower in OF_NO_NOUN:
        return None
    degree, first, que = words[place - _COMPARED : place]
    joined = first.joined and que.joined and words[place].joined
    ends = place + 1 == len(words) or not words[place + 1].joined or words[place + 1].lower in ("et", "pour", "de", "à")
    compares = degree.lower in _DEGREES and que.lower in QUE and ends
    return first if joined and compares and _is_adjective(first) and _is_adjective(words[place]) else None


def _joined_to(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the plural adjective before et and an adverb, of which this one is a singular."""
    first, joint, adverb = words[place - _JOINED : place]
    word = words[place]
    joined = joint.joined and adverb.joined and word.joined and joint.lower in ("et", "ou", "mais")
    sure = adverb.lower in _SOMETIMES or (adverb.lower.endswith("ment") and adverb.categories == {"ADV"})
    both = _is_adjective(first) and _is_adjective(word) and first.agreement({"A"}) <= PLURAL
    after_noun = words[place - _JOINED - 1].categories if place > _JOINED else frozenset()
    return first if joined and sure and both and "N" in after_noun and first.joined else None


def _joined_by_degrees(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the adjective, or participle, before et that an adverb of degree comes before, too: plus efficace et
    plus *économe*."""
    if place < _EACH:
        return None
    degree, first, joint, other, second = words[place - _EACH : place + 1]
    joined = first.joined and joint.joined and other.joined and second.joined
    both = degree.lower in _BOTH and other.lower in _BOTH and joint.lower in ("et", "ou", "mais")
    return first if joined and both and _is_qualifying(first) and _is_qualifying(second) else None


def _is_qualifying(word: Word) -> bool:
    """Tells whether a word after an adverb of degree is an adjective or a participle."""
    return _is_adjective(word) or (word.is_participle and word.categories == {"V"} and not word.persons)
