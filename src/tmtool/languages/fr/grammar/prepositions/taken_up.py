"""Does en or y stand before a verb whose complement the other takes up: invités à *en* adhérer, d'*y* prendre note?

The verbs are in ``taken_up.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = frozenset({"en", "y"})


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each en and y before a verb that goes with the other."""
    for place, word in enumerate(words[:-1]):
        if word.lower not in _PRONOUNS or not words[place + 1].joined:
            continue
        verb = words[place + 1]
        lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
        if word.lower == "en" and _is_verb(verb) and _goes_with_y(words, place, lemmas):
            yield Misgoverned(verb, word, verb, "y")
        elif word.lower == "y" and (verb.is_infinitive or verb.persons) and _goes_with_en(words, place + 1, lemmas):
            yield Misgoverned(verb, word, words[place + 2], "en")


def _is_verb(word: Word) -> bool:
    """Tells whether a word after en can be nothing but a verb, and makes no gerund with it."""
    return word.categories <= {"V"} and not word.is_present_participle and not word.is_participle


def _goes_with_y(words: tuple[Word, ...], en: int, lemmas: set[str]) -> bool:
    reflexive = en > 0 and words[en].joined and words[en - 1].lower in ("s'", "se")
    return bool(lemmas) and lemmas <= _WORDS["reflexive with y" if reflexive else "with y"]


def _goes_with_en(words: tuple[Word, ...], verb: int, lemmas: set[str]) -> bool:
    """Tells whether a noun makes a phrase with a verb that takes de, which does not come: y prendre note."""
    if verb + 1 >= len(words) or not words[verb + 1].joined:
        return False
    phrase = any(f"{lemma}_{words[verb + 1].lower}" in _WORDS["phrases with en"] for lemma in lemmas)
    after = words[verb + 2] if verb + 2 < len(words) and words[verb + 2].joined else None
    return phrase and (after is None or after.lower not in ("de", "d'", "du", "des", "que", "qu'"))
