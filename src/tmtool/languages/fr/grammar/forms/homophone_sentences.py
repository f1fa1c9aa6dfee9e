"""What may a row of homophones.tsv ask of the sentence around a word?

The head of that table explains the conditions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter

from tmtool.languages.fr.grammar.forms.clauses_with_verbs import follows_a_verb, has_its_verb
from tmtool.languages.fr.grammar.forms.homophone_places import Place, is_finite, lists
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word

Condition = Callable[[Place], bool]

_JOINING = frozenset({"et", "ou", "ni", "mais", "lorsque", "si", "comme", "quand"})
"""Words besides the openers of clauses after which a verb tells nothing of a clause before."""

SLOTS: Mapping[str, Callable[[Place], Word | None]] = {
    slot: attrgetter(slot) for slot in ("word", "before", "earlier", "after", "later")
}
"""Where a condition can look, besides windows: ``within 6 before``, ``anywhere before``."""


def _nouns_before_are_plural(place: Place) -> bool:
    found = chain(place.words, place.at - 1)
    return found.complete and found.possible | place.words[place.at - 1].agreement() <= PLURAL


def _clause_follows(place: Place) -> bool:
    """Tells whether an auxiliary or a finite verb is the first thing after the next noun that could end a clause."""
    for at in range(place.at + 2, min(place.at + 8, len(place.words))):
        word = place.words[at]
        if not word.joined or word.lower in lists()["openers"]:
            return False
        if is_finite(word) or is_auxiliary(word):
            return at > place.at + 2
    return False


def _two_clauses_follow(place: Place) -> bool:
    """Tells whether two finite verbs come after the next noun, with nothing between that joins or opens clauses, so
    that the first is of a clause that this word opens: les régions ou l'épidémie sévit doivent être aidées."""
    words, verbs = place.words, 0
    for at in range(place.at + 2, len(words)):
        word = words[at]
        if not linked(word) or word.lower in _JOINING or word.lower in lists()["openers"]:
            return False
        following = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
        goes_on = following is not None and following.lower in ("de", "d'", "à") and "A" in word.categories
        verbs += bool(word.persons & THIRD) and (is_finite(word) or is_auxiliary(word) or goes_on)
        if verbs > 1:
            return True
    return False


def _is_governed(place: Place) -> bool:
    """Tells whether the noun before comes after a preposition or a verb, so that it does not open a clause with
    another."""
    words = place.words
    at = place.at - 2
    while at >= 0 and words[at + 1].joined:
        word = words[at]
        qualifies = word.lower in lists()["determiners"] or word.categories <= {"A", "V", "DET"}
        if not qualifies:
            verbal = word.is_infinitive or bool(word.persons & THIRD)
            return word.lower in lists()["prepositions"] or verbal
        if is_finite(word):
            return True
        at -= 1
    return False


def _no_verb_follows(place: Place) -> bool:
    """Tells whether the words up to the mark that ends the clause can be no verb; false if it is not plain where it
    ends."""
    words = place.words
    end = place.at + 1
    while end < len(words) and linked(words[end]):
        end += 1
    clause = words[place.at + 1 : end]
    if not clause or (end < len(words) and words[end].before.strip() not in (".", ";", ":")):
        return False
    verbs = any((word.persons or not word.entries) and word.categories != {"N"} for word in clause)
    return not verbs and not any(word.is_infinitive for word in clause[:2])


def _is_repeated(place: Place) -> bool:
    words = place.words[max(0, place.at - 5) : place.at]
    return place.after is not None and any(word.lower == place.after.lower for word in words)


def _subject_agrees(place: Place, slot: str) -> bool:
    """Tells whether the subject before is singular and agrees with the participle, and with no participle before it."""
    participle = SLOTS[slot](place)
    if participle is None:
        return False
    fits = subject(place.words, place.at) & participle.agreement() & SINGULAR
    before = place.words[max(0, place.at - 6) : place.at]
    return bool(fits) and not any(word.is_participle and word.agreement() & fits for word in before)


SENTENCES: Mapping[str, Condition] = {
    "at the beginning": lambda place: place.at == 0,
    "opens a clause": lambda place: place.before is None and place.word.before.strip() in ("", ".", ";", ":"),
    "following a comma": lambda place: place.word.before.strip() == ",",
    "figures follow": lambda place: re.match(r"\s\d", place.gap) is not None,
    "figures before the next word": lambda place: re.search(r"\d", place.gap) is not None,
    "an hour follows": lambda place: (
        re.match(r"\s\d{1,2}\s$", place.gap) is not None and place.words[place.at + 1].lower in ("heures", "h", "heure")
    ),
    "nouns before are plural": _nouns_before_are_plural,
    "two clauses follow": _two_clauses_follow,
    "noun before is governed": _is_governed,
    "a clause follows": _clause_follows,
    "no verb follows": _no_verb_follows,
    "after is repeated": _is_repeated,
    "its clause has its verb": lambda place: has_its_verb(place.words, place.at),
    "it follows a verb": lambda place: follows_a_verb(place.words, place.at),
    "later agrees with after": lambda place: (
        place.after is not None and place.later is not None and bool(place.later.agreement() & place.after.agreement())
    ),
    "subject agrees with after": partial(_subject_agrees, slot="after"),
    "subject agrees with later": partial(_subject_agrees, slot="later"),
}
"""What a condition can ask of the sentence; the head of homophones.tsv says what each means."""
