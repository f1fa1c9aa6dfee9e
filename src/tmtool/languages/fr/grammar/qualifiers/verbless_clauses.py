"""Does an adjective agree with its subject in a clause that leaves out its être: le personnel est rare et les prothèses
*difficile* à obtenir?

The clause before has the être, with its adjective right before et or mais, and the subject of the second one comes with
its determiner, so that nothing else can own the adjective after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.predicates.participles import auxiliary_before
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AMOUNTS = _WORDS["amounts"]
_JOINING = frozenset({"et", "mais"})
_ADVERBS = 2
"""Adverbs before an adjective at most."""
_DEGREES = _WORDS["degrees"]


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives of such clauses that do not agree, each with its noun."""
    for place in range(2, len(words) - 3):
        if words[place].lower not in _JOINING or not _ends_with_a_predicate(words, place - 1):
            continue
        article, noun = words[place + 1 : place + 3]
        at = _after_adverbs(words, place + 3)
        if not all(word.joined for word in words[place + 1 : at + 1]):
            continue
        possible = determiners()[article.lower].agreement if article.lower in determiners() else frozenset()
        possible &= noun.agreement({"N"})
        sure = noun.categories == {"N"} and not noun.is_name and noun.lower not in _AMOUNTS and _is_predicate(words, at)
        if possible and sure and not possible & words[at].agreement():
            yield words[at], noun


def _ends_with_a_predicate(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective or a participle after être is here."""
    if "A" not in words[place].categories and not words[place].is_participle:
        return False
    first = place
    while (
        place - first < _ADVERBS and first > 1 and (is_adverb(words[first - 1]) or words[first - 1].lower in _DEGREES)
    ):
        first -= 1
    return words[first].joined and words[place].joined and auxiliary_before(words, first) is not None


def _after_adverbs(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after the adverbs of degree before an adjective."""
    last = min(len(words) - 1, place + _ADVERBS)
    while place < last and (is_adverb(words[place]) or words[place].lower in _DEGREES):
        place += 1
    return place


def _is_predicate(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is an adjective or a participle with which its clause ends, or after which a preposition
    comes."""
    word = words[place]
    if word.persons & THIRD or word.is_infinitive or word.is_name or not ("A" in word.categories or word.is_participle):
        return False
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    return following is None or "PREP" in following.categories or following.lower in ("et", "ou")
