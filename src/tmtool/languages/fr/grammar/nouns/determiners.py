"""Which words of a French text are determiners, and which of them pronouns: le projet, le prévoit?

Le, la, les and leur are also pronouns before a verb: the word before and the word after tell. The determiners are in
``determiners.tsv``, the closed words in ``determiner_words.tsv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.words.reading import SENTENCE_ENDS, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("determiner_words.tsv"))
_SUBJECTS = _WORDS["subjects"]
_BEFORE_NOUNS = _WORDS["before article"]
"""Words after which le, la, les and leur are articles unless an infinitive follows."""


@dataclass(frozen=True, slots=True)
class Determiner:
    """A `Determiner` says what a determiner agrees with, and its kind (see the table)."""

    agreement: frozenset[str]
    kind: str


@cache
def determiners() -> dict[str, Determiner]:
    """Returns the determiners, by what is written."""
    rows = tables.rows(Path(__file__).with_name("determiners.tsv"))
    return {word: Determiner(frozenset(features.split()), kind) for word, features, kind in rows}


def is_determiner(word: Word) -> bool:
    """Tells whether a word is written as a determiner, elided or not; it may be a pronoun: is_article tells."""
    return word.lower == "l'" or word.lower in determiners()


DEFINITE = frozenset({"le", "la", "les", "l'"})
"""The forms of the definite article."""


def is_article(words: tuple[Word, ...], place: int, *, no_objects: bool = False) -> bool:
    """Tells whether the determiner at `place` can be nothing else, as far as the word after it tells."""
    determiner = determiners().get(words[place].lower)
    if determiner is None:
        return False
    return determiner.kind != "pronoun" or not _may_be_a_verb(words, place, no_objects=no_objects)


def _follows_a_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word comes after a comma or after a verb with et or ou, where another may follow: les analyse et
    les diffuse."""
    if not words[place].joined:
        return True
    return words[place - 1].lower in ("et", "ou") and place > 1 and bool(words[place - 2].persons & THIRD)


def _may_be_a_verb(words: tuple[Word, ...], place: int, *, no_objects: bool) -> bool:
    """Tells whether the word after le, la, les may be a verb with its object."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is not None and following.is_name and not words[place].is_name and "N" in following.categories:
        return False  # par la Conseiller juridique
    if following is None or following.is_infinitive or following.is_present_participle:
        return True
    mark = words[place].mark[-1:]
    begins = place == 0 or mark == ":" or (words[place].is_name and mark in SENTENCE_ENDS)
    if not following.persons or begins:
        return False
    before = words[place - 1]
    if before.lower in _SUBJECTS:
        return True
    finite = before.is_infinitive or (before.persons & THIRD and not before.is_participle)
    if finite and before.categories == {"V"} and words[place].joined:
        return False  # obtenir le visa nécessaire, applique la règle
    if following.persons.isdisjoint(THIRD):
        return False
    if words[place].lower == "les" and words[place].joined and before.categories == {"N"} and not before.is_name:
        return True  # le Bureau d'enregistrement les consigne
    if no_objects and words[place].lower in ("la", "les") and not _follows_a_verb(words, place):
        return False
    return not (before.lower in _BEFORE_NOUNS and words[place].joined)
