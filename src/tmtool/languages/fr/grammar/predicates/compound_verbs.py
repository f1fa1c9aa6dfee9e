"""Which words make a compound verb: the form of avoir, the adverbs between it and its participle, été, the participle?

What is a form of avoir or an adverb says `being`; the nouns that look like a participle are in
``compound_verbs.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.being import ADVERBS, HAVE, after_adverb
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
BARE_NOUNS = _WORDS["nouns"]
"""Nouns that look like participles and need no determiner after avoir: avoir prise sur."""


def is_have(word: Word) -> bool:
    """Tells whether a word is a form of avoir in the third person."""
    return word.lower in HAVE


def is_adverb(word: Word) -> bool:
    """Tells whether a word may come between an auxiliary and its participle."""
    return ADVERBS.match(word.lower) is not None


def after_adverbs(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after all such words that come at `place`, the last word's at most: sont *toujours*
    pleinement appliquées."""
    while place < len(words) - 1 and words[place].joined and (after := after_adverb(words, place)) > place:
        place = min(after, len(words) - 1)
    return place


def before_adverbs(
    words: tuple[Word, ...],
    place: int,
    *,
    most: int | None = None,
    least: int = -1,
    passes: Callable[[Word], bool] = is_adverb,
) -> int:
    """Returns the place of the word before `place` and such words, so many at most, that are joined to it: *a* dûment
    noté; `least` at the least."""
    if most is not None:
        least = max(least, place - 1 - most)
    place -= 1
    while place > least and words[place + 1].joined and passes(words[place]):
        place -= 1
    return place


def back_over_adverbs(words: tuple[Word, ...], place: int, least: int = 0) -> int:
    """Returns the first place from one on backwards that has no such word, or one that is not joined to the word before
    it; `least` at the least."""
    while place > least and words[place].joined and is_adverb(words[place]):
        place -= 1
    return place


def on_over_adverbs(words: tuple[Word, ...], place: int, last: int) -> int:
    """Returns the first place from one on that has no such word joined to the word before it; `last` at the most.
    Phrases are not passed over: see `after_adverbs`."""
    while place < last and words[place].joined and is_adverb(words[place]):
        place += 1
    return place


def after_been(words: tuple[Word, ...], place: int) -> int:
    """Returns the first place from one on, behind a verb, that has neither été nor an adverb, or that of the last
    word."""
    while place < len(words) - 1 and (words[place].lower == "été" or is_adverb(words[place])):
        place += 1
    return place


def is_only_participle(word: Word) -> bool:
    """Tells whether a word after avoir can be nothing but a participle."""
    if word.is_name or word.persons & THIRD or word.lower in BARE_NOUNS:
        return False
    return word.is_participle and word.categories <= {"V", "A", "N", "PREP"}  # posé, passé
