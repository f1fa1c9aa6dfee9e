"""Is all that qui may take up in the plural: Les villes sont citées dans leurs lettres, qui *indique*?

Which noun is meant need not be known where none of the sentence before is a singular. The words are in
``only_plurals.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FARTHEST = 60
"""Words of a sentence before qui that are looked through."""


def are_only_plurals(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb comes right after qui, and no noun or pronoun before in its sentence is a singular, but one
    a plural."""
    qui = place_before(words, verb, _WORDS["clitics"])
    if qui < 1 or words[qui].lower != "qui" or words[qui].before not in (" ", ", ") or not words[qui + 1].joined:
        return False
    if not words[qui - 1].agreement() & PLURAL:  # prévoit qui peut voter
        return False
    found = False
    for at in range(qui - 1, max(-1, qui - _FARTHEST), -1):
        possible = _possible(words, at)
        if possible & SINGULAR:
            return False
        found = found or bool(possible & PLURAL)
        mark = words[at].mark[-1:]
        if at == 0 or mark in (".", ";") or (mark == ":" and words[at].is_name):
            return found
    return False


def _possible(words: tuple[Word, ...], at: int) -> frozenset[str]:
    """Returns what a word can be that qui may take up: a singular where nothing is known of it; nothing for a verb and
    a small word."""
    word = words[at]
    if word.lower in determiners():
        return determiners()[word.lower].agreement & SINGULAR
    if word.lower in _WORDS["no antecedents"]:
        return frozenset()
    before = determiners().get(words[at - 1].lower) if at and word.joined else None
    if before is not None and before.agreement <= PLURAL and word.entries:  # les Parties
        return PLURAL
    if not word.entries or (word.is_name and at) or "PRO" in word.categories or word.text[-1] in "'’":
        return SINGULAR
    if word.is_infinitive and at and words[at - 1].lower in _WORDS["before an infinitive"]:
        return frozenset()
    return word.agreement({"N"}) if "N" in word.categories else frozenset()
