"""Which nouns come before a word in its sentence, so that it may belong to one of them: both in le rapport sur les
ports, *lesquels*?
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.words.reading import PLURAL, Word
from tmtool.languages.tables import word_sets

STANDING_FOR = word_sets(Path(__file__).with_suffix(".tsv"))["standing for nouns"]
REACH = 25
"""Words back and on within which a word has its noun."""
BOUNDS = (". ", ";", ":", "(", ")", "«", "»")
"""Marks that end a sentence, or what is looked at of it."""
_REFERENCE = re.compile(r"\d[\d.]*(?:\([\w.]{1,6}\))+")
"""A number with its levels in brackets, which end no sentence: le paragraphe 95(2.2) de la loi."""


def nouns_before(words: tuple[Word, ...], place: int) -> list[frozenset[str]]:
    """Returns what the nouns before a word can be, back to where its sentence begins; none where a name, an unknown
    word or a pronoun may be meant too."""
    nouns = []
    for at in range(place - 1, max(-1, place - REACH), -1):
        word = words[at]
        of_some = words[at + 1].lower in ("des", "de", "d'") or words[at + 1].before == ", "
        some = word.lower in ("un", "une") and of_some  # une des questions, l'une, sur les prix, tenue
        owned = at > 0 and words[at - 1].lower in determiners() and not words[at + 1].joined
        if some or ("A" in word.categories and owned):  # la troisième
            return []
        named = word.is_name and at and "N" not in word.categories
        if word.lower in STANDING_FOR or named or not (word.categories or word.text[-1] in "'’"):
            return []
        after_verb = word.is_participle and at and is_auxiliary(words[at - 1])
        no_noun = word.categories & {"PREP", "CONJS"} or _is_infinitive(words, at) or is_auxiliary(word)
        if "N" in word.categories and not (no_noun or after_verb or is_article(words, at) or is_before_noun(word)):
            nouns.append(word.agreement({"N"}))
        if at == 0 or any(mark in _REFERENCE.sub("", word.before) for mark in BOUNDS):
            return nouns
    return []


def _is_infinitive(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word that may be a noun is an infinitive after a preposition: de savoir si."""
    before = words[at - 1] if at and words[at].joined else None
    return words[at].is_infinitive and before is not None and before.lower in ("de", "d'", "à", "pour", "sans", "en")


def may_be_of(wanted: frozenset[str], nouns: list[frozenset[str]]) -> bool:
    """Tells whether what agrees so may belong to one of some nouns, or to several together."""
    together = [noun for noun in nouns if wanted != {"fp"} or noun & {"fs", "fp"}]
    return any(noun & wanted for noun in nouns) or bool(wanted & PLURAL and together[1:])
