"""May an adjective be that of two nouns, or one of two that share out a noun: la paix et la sécurité *internationales*,
les secteurs *public* et privé?

The words are in ``shared_nouns.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.words.closed_words import AND_OR
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_JOINING = _WORDS["joining"]
_NOT_YET = _WORDS["not yet"]
_WITH_ITS_NOUN = 2
"""Words of a noun and its adjective."""


def is_joined_to_another(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether et, ou or ni comes right before the group of a noun: la paix et la sécurité."""
    start = _start(words, noun)
    return start > 0 and (words[start - 1].lower in AND_OR or words[start].lower in AND_OR)


def has_its_own(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether the noun to which et joins this one has an adjective of its own already: le commerce électronique
    et l'économie."""
    joint = _start(words, noun) - 1
    if joint < _WITH_ITS_NOUN or words[joint].lower != "et" or not words[joint].joined:
        return False
    at = joint - 1
    while at and words[at].joined and "A" in words[at].categories <= {"A", "V"} and not words[at].persons:
        at -= 1
    shared = words[at + 1].agreement({"A"}) & words[at].agreement({"N"})
    return at < joint - 1 and "N" in words[at].categories and bool(shared)


def _start(words: tuple[Word, ...], noun: int) -> int:
    """Returns where the group of a noun begins, with its preposition."""
    start = noun
    while start and words[start].joined and (is_before_noun(words[start - 1]) or is_determiner(words[start - 1])):
        start -= 1
    while start and words[start].joined and ("PREP" in words[start - 1].categories or words[start - 1].lower == "d'"):
        start -= 1
    return start


def is_shared_out(words: tuple[Word, ...], place: int, noun: int) -> bool:
    """Tells whether each adjective has one thing of the noun: "les secteurs public et privé", "les langues anglaise,
    française"."""
    if not words[place].agreement() & SINGULAR or not words[noun].agreement() & PLURAL:
        return False
    if place + 1 >= len(words):
        return False
    following = words[place + 1]
    if following.before.startswith(("/", "-", " –")) or (following.before == " (" and "A" in following.categories):
        return True
    after = words[place + 2] if following.lower in _JOINING and place + 2 < len(words) else following
    if not (following.lower in _JOINING or following.before.startswith(",")):
        return False
    adjective = "A" in after.categories or after.is_participle
    return (adjective and bool(after.agreement() & SINGULAR)) or after.lower in _NOT_YET
