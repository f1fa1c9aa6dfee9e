"""Does a participle after à être or d'être agree with the word before: les premiers à être *supprimé*, des lettres
destinées à être *lu*?

That word has the gender and number of whoever is meant, so that no noun has to be found. The words are in
``before_being.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.subjects.antecedents_of_qui import is_after_have
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_TO, _OF = frozenset({"à"}), frozenset({"d'"})
_BEING = (("être",), ("avoir", "été"))
_ADVERBS = 2
"""Adverbs between être and the participle at most."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the participles that do not agree with the word before à être or d'être, each with that word."""
    for place in range(len(words) - 3):
        said = _participle(words, place + 1)
        if said is None or not all(one.joined for one in words[place + 1 : said + 1]):
            continue
        wanted = _wanted(words, place)
        if wanted and not words[said].agreement() & wanted:
            yield words[said], words[place]


def _participle(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the participle after à être, d'être or à avoir été at `place`; None for none."""
    if words[place].lower not in _TO | _OF:
        return None
    here = tuple(word.lower for word in words[place + 1 : place + 3])
    at = next((place + 1 + len(being) for being in _BEING if here[: len(being)] == being), len(words))
    last = at + _ADVERBS
    while at < min(last, len(words) - 1) and is_adverb(words[at]):
        at += 1
    if at >= len(words) or not words[at].is_participle or words[at].is_name:
        return None
    return at if words[at].categories <= {"A", "N", "V"} else None


def _wanted(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the word right before à être or d'être is, or the noun with such a word before it: les premières
    équipes à être; empty for another word."""
    word, by_to = words[place], words[place + 1].lower in _TO
    if word.lower in _WORDS["before to be" if by_to else "before of being"]:
        lent = word.is_participle and is_after_have(words, place)  # a appelé à être vigilant
        return frozenset() if lent else word.agreement({"A", "DET"}) or word.agreement()
    found = chain(words, place) if by_to else None
    if found is None or len(found.heads) != 1 or found.several:
        return frozenset()
    before = words[found.start : found.heads[0].place]
    first = any(one.lower in _WORDS["ordinals"] and is_before_noun(one) for one in before)
    return found.possible if first else frozenset()
