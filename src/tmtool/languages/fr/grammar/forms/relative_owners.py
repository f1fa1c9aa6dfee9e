"""Does a possessive say again whose a thing is, right after dont: les experts dont *leurs* noms doivent parvenir?

Of what dont stands for is the noun after it, or what a word farther on wants with de: dont leurs autorités disposent,
la manière dont leurs droits sont protégés, l'enfant dont son époux a la garde. Where the clause has no such word, the
possessive and dont say the same. The words are in ``relative_owners.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF = frozenset({"de", "d'"})
_LONGEST = 14
"""Words of the clause in which something may go with de at most."""
_ADJECTIVES = 2
"""Adjectives between the noun and its verb at most."""
_LEAST = 3
"""Words from the possessive to its verb at least."""


def owned_twice(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each dont with the possessive after it that says the same."""
    for place in range(1, len(words) - _LEAST):
        dont, owner = words[place], words[place + 1]
        if dont.lower != "dont" or not owner.joined or owner.lower not in _WORDS["possessives"]:
            continue
        verb = _verb_after(words, place + 2)
        antecedent = words[place - 1].lower
        if verb is not None and antecedent not in _WORDS["manners"] and not _goes_with_de(words, place + 3):
            yield dont, owner


def _verb_after(words: tuple[Word, ...], noun: int) -> int | None:
    """Returns the place of the finite verb right after a noun, its adjectives and small words between; None where
    something else is there: dont son président, dont leur avocat."""
    if not words[noun].joined or not words[noun].categories & {"N", "A"}:
        return None
    noun_is = words[noun].agreement({"N", "A"})
    last = min(len(words) - 1, noun + 2 + _ADJECTIVES)
    for at in range(noun + 1, last + 1):
        word = words[at]
        if not word.joined:
            return None
        if word.lower in _WORDS["clitics"]:
            continue
        if words[at - 1].lower in _OF:
            continue
        if word.persons & THIRD and not word.is_name and not (word.is_participle and word.agreement() & noun_is):
            return at
        is_kind = word.lower in _OF or words[at - 1].lower in _OF  # leurs itinéraires de migration traversent
        if not (is_kind or "A" in word.categories or word.is_participle):
            return None
    return None


def _goes_with_de(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a word of the clause, from `start` on, wants what dont stands for: a verb with de, an adjective, or
    an object with its article."""
    for at in range(start, min(len(words), start + _LONGEST)):
        word = words[at]
        if not word.joined:
            return False
        following = words[at + 1] if at + 1 < len(words) else None
        by_somebody = word.is_participle and following is not None and following.lower == "par"
        if not (word.is_name or by_somebody) and any(entry.lemma in _WORDS["with de"] for entry in word.entries):
            return True
        is_time = following is not None and (following.lower in _WORDS["times"] or not following.joined)
        if word.lower in DEFINITE and "PREP" not in words[at - 1].categories and not is_time:
            return True
    return False
