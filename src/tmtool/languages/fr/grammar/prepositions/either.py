"""Is the second of two things of which the first has soit or ni joined by ou: élus soit par acclamation, *ou par* un
vote, il ne s'agit ni de la forme *ou du* fond?

Only where a preposition right after both shows that they are the two things, and soit can be no verb, ni no second
denial. The words are in ``either.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE
from tmtool.languages.fr.grammar.prepositions.governed import WORDS
from tmtool.languages.fr.grammar.words.closed_words import NE, OF_FORMS, RELATIVES, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))

_CONTRACTED = (OF_FORMS, TO_FORMS)
_ALONE = _WORDS["alone"]
_BEFORE_A_VERB = RELATIVES | {"afin"}
_SOIT, _NI = "soit", "ni"
_SHORT = 6
"""Words at most between ni and ou."""
_FAR = 10
"""Words from ni back to its ne, and after ou in which another of them may come."""


def mixed(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields each ou that should be soit, with the preposition after it and what is right for both, in order."""
    for place in range(1, len(words) - 2):
        if words[place].text == _NI and (joint := _joint_after_neither(words, place)):
            yield words[joint], words[joint + 1], f"{_NI} {words[joint + 1].lower}"
        if words[place].text == _NI and (joint := _joint_after_neither_done(words, place)):
            yield words[joint], words[joint + 1], f"{_NI} {words[joint + 1].lower}"
        if words[place].text == _NI and (again := _bare_after_neither(words, place)):
            yield words[again], words[again + 1], f"{_NI} {words[place + 1].lower}"
        if words[place].text != _SOIT or not words[place].joined or not words[place + 1].joined:
            continue
        same = _forms(words[place + 1])
        if not same or _is_verb(words, place):
            continue
        for at in range(place + 2, len(words) - 1):
            if words[at].opens_clause or words[at].lower == _SOIT:
                break
            if words[at].lower == "ou" and words[at + 1].joined and words[at + 1].lower in same:
                if not _is_said_again(words, at + 2):
                    yield words[at], words[at + 1], f"{_SOIT} {words[at + 1].lower}"
                break


def _joint_after_neither(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the ou that joins what comes soon after the only ni to it; 0 for none."""
    same = _forms(words[place + 1]) if words[place].joined and words[place + 1].joined else frozenset()
    if not same or words[place - 1].lower in NE or not _denies_alone(words, place):
        return 0
    for at in range(place + 2, min(len(words) - 1, place + 2 + _SHORT)):
        word = words[at]
        if not word.joined or (word.persons & THIRD and not word.categories & {"N", "A"}):
            return 0
        if word.lower == "ou":
            alone = words[at + 1].joined and words[at + 1].lower in same
            rest = takewhile(lambda one: not one.opens_clause, words[at + 1 : at + 1 + _FAR])
            again = any(one.lower in (_NI, "ou") for one in rest)
            return at if alone and not again else 0
    return 0


def _joint_after_neither_done(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the ou or et between the participle right after the only ni of a verb and one that agrees
    with it, or two nouns: n'est ni lu *ou* signé, n'existe ni règle *et* usage; 0 for none."""
    if place + 3 >= len(words) or not all(word.joined for word in words[place : place + 4]):
        return 0
    first, joint, second = words[place + 1 : place + 4]
    done = first.is_participle and second.is_participle and bool(first.agreement() & second.agreement())
    done = done or ("N" in first.categories and "N" in second.categories and not second.persons)
    alone = words[place - 1].lower not in NE and _denies_alone(words, place)
    again = any(word.lower == _NI for word in words[place + 4 : place + 4 + _FAR])
    return place + 2 if done and joint.lower in ("ou", "et") and alone and not again else 0


def _bare_after_neither(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the second ni, after which an article comes without the preposition that the first has: ne
    disposent ni de matériel *ni les* moyens; 0 for none. What comes after ni de may be an object that is denied."""
    first = words[place + 1]
    same = _forms(first) if words[place].joined and first.joined else frozenset()
    verb = words[place - 1]
    governed = any(entry.lemma in WORDS["about"] for entry in verb.entries if entry.category == "V")
    if not same or verb.lower == "ni" or (same is OF_FORMS and not governed):
        return 0
    for at in range(place + 2, min(len(words) - 2, place + 2 + _FAR)):
        if words[at].opens_clause or words[at].is_finite_verb:
            return 0
        if words[at].lower == _NI:
            article, noun = words[at + 1 : at + 3]
            bare = article.lower in DEFINITE and noun.joined and "N" in noun.categories
            return at if bare and article.joined else 0
    return 0


def _denies_alone(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether ne comes before ni in its clause, and nothing else that denies with it: ne parle ni de, not ne
    parle pas de …, ni de."""
    for at in range(place - 1, max(-1, place - 1 - _FAR), -1):
        if words[at].lower in NE:
            return True
        if words[at].lower in _WORDS["denying"] or words[at + 1].mark:
            return False
    return False


def _forms(word: Word) -> frozenset[str]:
    """Returns the forms of a preposition, none for another word."""
    if word.lower in _ALONE:
        return frozenset({word.lower})
    return next((forms for forms in _CONTRACTED if word.lower in forms), frozenset())


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether soit may be a verb: a word of its sentence opens a clause in the subjunctive before it."""
    if words[place - 1].is_infinitive and words[place - 1].categories == {"V"}:  # peuvent s'adresser soit à
        return False
    for at in range(place - 1, -1, -1):
        if words[at].lower in _BEFORE_A_VERB:
            return True
        if words[at + 1].opens_clause:
            break
    return False


def _is_said_again(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether another soit comes in the sentence: soit par écrit ou par courriel, soit en personne."""
    for word in words[start:]:
        if word.opens_clause:
            return False
        if word.lower == _SOIT:
            return True
    return False
