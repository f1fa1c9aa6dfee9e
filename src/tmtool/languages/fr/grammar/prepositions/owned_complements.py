"""Has a noun whose owner a possessive says de before what it goes to: leur attachement *du* multilinguisme, son
adhésion *de l'*Accord, sa lutte *des* abus?

The possessive says already whose it is, so that de can be nothing but a wrong preposition. The nouns are in
``owned_complements.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.prepositions.complement_rules import PHRASES, is_modifier
from tmtool.languages.fr.grammar.prepositions.governed import OF, WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_RIGHT = {noun: right for right in ("à", "contre", "avec") for noun in _WORDS[right]}
_POSSESSIVES = _WORDS["owners"]
_KEPT = PHRASES["adverbial"] | PHRASES["adverbial with de"] | WORDS["times"] | _WORDS["never said"]
_CONTRACTED = frozenset({"du", "des"})


def misowned(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each such noun with the de, or du or des, after it."""
    for place, (owner, noun) in enumerate(pairwise(words), 1):
        right = _RIGHT.get(noun.lower)
        if right is None or owner.lower not in _POSSESSIVES or not noun.joined:
            continue
        at = place + 1
        while at < len(words) and words[at].joined and (is_modifier(words[at]) or _describes(noun, words[at])):
            at += 1
        if (thing := _thing(words, at)) is not None and thing.lower not in _KEPT:
            yield Misgoverned(noun, noun, words[at], right)


def _describes(noun: Word, word: Word) -> bool:
    """Tells whether a word after a noun is an adjective of it: sa participation *active*."""
    return word.categories == {"A"} and bool(word.agreement({"A"}) & noun.agreement({"N"}))


def _thing(words: tuple[Word, ...], of: int) -> Word | None:
    """Returns the noun, with its determiner, that de has after it here; not a date: du 3 mai."""
    noun = of + 1
    if noun >= len(words) or not words[of].joined:
        return None
    if words[of].lower in OF:
        if not (is_determiner(words[noun]) and words[noun].joined) or words[noun].lower in ("deux", "un", "une"):
            return None
        noun += 1
        if noun >= len(words):
            return None
    elif words[of].lower not in _CONTRACTED:
        return None
    sure = words[noun].joined and "N" in words[noun].categories and not words[noun].is_infinitive
    return words[noun] if sure else None
