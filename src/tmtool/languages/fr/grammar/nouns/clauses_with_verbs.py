"""Has a clause a finite verb before a word already, so that this one is no other: a décidé de reporter l'élection *a*?

Only where no mark and no word between may open another clause or join another verb. The words are in
``clauses_with_verbs.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OPENING, _JOINTS = _WORDS["opening"], _WORDS["joining"]


def has_its_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb comes before a place in a clause that goes back to the head of its sentence."""
    found = False
    for at in range(place - 1, -1, -1):
        if not words[at + 1].joined or words[at].lower in _OPENING:
            return False
        found = found or _is_finite(words, at)
        if at == 0 or words[at].opens_clause:
            return found
    return False


def follows_a_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb comes before a place with no mark between, nor a word before either that opens
    another clause, nor one between that joins another verb: M. Ibarra, du Chili, a invité la Commission *à*."""
    found = False
    for at in range(place - 1, -1, -1):
        if not words[at + 1].joined:
            return found
        if words[at].lower in _OPENING and not (found and words[at].lower in _JOINTS):
            return False
        found = found or _is_finite(words, at)
    return found


def _is_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word can be nothing but a finite verb, by itself or as a form of avoir or être."""
    word, before = words[place], words[place - 1] if place else None
    if word.is_name or not word.persons & THIRD or word.is_participle:
        return False
    owned = before is not None and word.joined and (is_determiner(before) or "PREP" in before.categories)
    return not owned and (word.categories == {"V"} or is_auxiliary(word))
