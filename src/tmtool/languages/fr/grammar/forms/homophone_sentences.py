"""What may a row of homophones.tsv ask of the sentence around a word: is there a verb before it in its clause, does an
hour follow?

The head of that table explains the conditions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from tmtool.languages.fr.grammar.forms.homophone_places import Place, is_finite, lists
from tmtool.languages.fr.grammar.nouns.clauses_with_verbs import follows_a_verb, has_its_verb
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE, RELATIVES
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
Condition = Callable[[Place], bool]

_JOINING = _WORDS["joining"]

_RELATIVE = RELATIVES - {"qui"} | {"lequel", "laquelle", "auquel", "duquel"}
_BEFORE_VERB = NE_OR_SE | {"y", "en"}
_NO_VERBS = frozenset({"PREP", "CONJC", "CONJS", "DET", "PRO", "ADV"})
"""Categories of words that are no verbs after que, whatever else they may be."""
_SOME = frozenset({"de", "d'", "des"})
"""Words of a group that may be a subject: que présentent de nombreux États."""
_CONTRACTED = frozenset({"au", "aux", "du"})
_ONE = _WORDS["one"]
_SEVERAL = _WORDS["several"]

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
    if not clause or (end < len(words) and not words[end].opens_clause):
        return False
    verbs = any((word.persons or not word.entries) and word.categories != {"N"} for word in clause)
    return not verbs and not any(word.is_infinitive for word in clause[:2])


def _no_verb_ends_the_sentence(place: Place) -> bool:
    """Tells whether the words from the second one after this to a full stop are all joined and can be no verb."""
    for word in place.words[place.at + 2 :]:
        if not linked(word):
            return word.mark == "." and not word.joined
        verbal = word.is_infinitive or ((word.persons or not word.entries) and word.categories != {"N"})
        if word.lower in lists()["openers"] or (verbal and not word.is_name):
            return False
    return True


def _only_a_relative_clause_has_a_verb(place: Place) -> bool:
    """Tells whether a sentence opens with a noun and a relative clause whose verb is the word before this one."""
    words, start = place.words, start_of_clause(place.words, place.at)
    relative = next((at for at in range(start, place.at - 1) if words[at].lower in _RELATIVE), 0)
    if not relative or words[start].lower not in lists()["singular determiners"]:
        return False
    if any(not word.joined for word in words[start + 1 : place.at]):
        return False
    verbs = [at for at in range(start, place.at) if is_finite(words[at]) or is_auxiliary(words[at])]
    pronoun = words[place.at - 2].lower in lists()["subjects of clauses"]
    if pronoun and words[place.at - 1].persons & THIRD and place.at - 1 not in verbs:
        verbs.append(place.at - 1)
    return verbs == [place.at - 1]


def _after_agrees_with_the_head(place: Place) -> bool:
    """Tells whether the next word is an adjective or participle, no verb, that agrees with the first noun of the
    sentence."""
    head, after = place.words[start_of_clause(place.words, place.at) + 1], place.after
    if after is None or after.categories == {"N"} or not head.agreement({"N"}) <= SINGULAR:
        return False
    if after.persons & THIRD and "ms" in after.agreement():
        return False
    return bool(head.agreement({"N"}) & after.agreement())


def _no_subject_follows(place: Place) -> bool:
    """Tells whether a finite verb comes next, and after it nothing but groups with prepositions up to the next verb or
    the mark that ends the clause; or a singular after a plural verb: les États que présentent le rapport."""
    words, at = place.words, place.at + 1
    while at < len(words) and words[at].joined and words[at].lower in _BEFORE_VERB:
        at += 1
    if at >= len(words) or not words[at].joined or not words[at].persons & THIRD:
        return False
    if words[at].categories & _NO_VERBS or words[at].is_name:
        return False
    plural = words[at].persons & THIRD == {"3p"} and words[place.at - 1].agreement({"N"}) <= PLURAL
    governed = owned = False
    for before, word in pairwise(words[at:]):
        if not word.joined:
            return not word.mark.startswith(("(", ",")) and not any(map(str.isdigit, word.before))
        within = governed and (not owned or before.lower in lists()["determiners"] | _CONTRACTED)
        if word.lower in _SEVERAL or not word.entries or (word.is_name and not within):
            return False
        if not (governed or owned or word.is_participle) and "A" in word.categories:
            return False
        if not word.is_name and word.persons & THIRD and (is_finite(word) or is_auxiliary(word)):
            return True
        if word.lower in _SOME or (before.lower in _SOME and not owned and "A" in word.categories):
            if not owned or before.lower in _SOME:
                return False
            owned = False
        elif "PREP" in word.categories or word.lower in _CONTRACTED:
            governed, owned = True, word.lower in _CONTRACTED
        elif word.lower in lists()["determiners"]:
            if (not governed or owned) and not (plural and word.lower in _ONE):
                return False
            owned = True
        elif word.categories & _NO_VERBS - {"ADV"} or (word.categories == {"N"} and not (governed or owned)):
            return False
        else:
            owned = owned or "N" in word.categories or word.is_name or word.is_infinitive
    return True


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
    "opens a clause": lambda place: place.before is None and place.word.mark in ("", ".", ";", ":"),
    "following a comma": lambda place: place.word.mark == ",",
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
    "no verb ends the sentence": _no_verb_ends_the_sentence,
    "only a relative clause has a verb": _only_a_relative_clause_has_a_verb,
    "after agrees with the head": _after_agrees_with_the_head,
    "no subject follows": _no_subject_follows,
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
