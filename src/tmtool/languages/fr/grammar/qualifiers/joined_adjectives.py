"""Does an adjective agree with the one that et or ou joins to it, or the que of a pair: internationales et *régionaux*,
tant juridiques que *financiers*?"""

from __future__ import annotations

from tmtool.languages.fr.grammar.nouns.adjective_words import (
    ADJECTIVAL,
    RELATIONAL,
    is_adjective,
    is_adjective_alone,
    noun_of,
)
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_after_be, is_auxiliary
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word

_PAIRS = (("tant",), ("autant",), ("aussi", "bien"), ("à", "la", "fois"), ("soit",), ("plus",), ("moins",))
"""Words that open a pair of adjectives, of which one or the other, or the same thing, is said."""
_PASSIVE_REACH = 15
"""Words back in which a passive is looked for that a participle may go on with."""


def partner(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the adjective that is joined to this one by et or ou, or by que after tant or the like, and
    differs from it in gender or number, -1 for none: "internationales et régionaux"."""
    other = place - 2
    if other < 1 or words[place - 1].lower not in ("et", "ou", "que") or not words[place - 1].joined:
        return -1
    if words[place - 1].lower == "que" and _before_pair(words, other) == other:
        return -1
    first, second = words[other], words[place]
    if second.is_participle and _continues_passive(words, other, second):
        return -1
    both = first.is_participle and second.is_participle and not _has_object(words, place)
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    goes_on = _goes_on_in_the_singular(first, second, following)
    noun = "N" in second.categories and following is not None and following.lower in OF_FORMS and not goes_on
    if following is not None and following.agreement({"N"}) & second.agreement():
        return -1  # actions urgentes et nouveaux cas
    if not (ADJECTIVAL.search(second.lower) or both) or second.is_name or noun:
        return -1
    row = _row(words, other)
    relational = "A" in words[row].categories and RELATIONAL.search(words[row].lower) is not None
    if not (row < other or is_adjective(words, row) or relational):
        return -1
    head = noun_of(words, _before_pair(words, row))
    if head < 0 and row == other and both and not first.agreement() & second.agreement():
        return other if is_after_be(words, other) else -1
    possible = chain(words, head if head >= 0 else row - 1).possible if head >= 0 or row < other else frozenset()
    narrowed = first.agreement() & (words[head].agreement({"N"}) if head >= 0 else possible)
    if not narrowed and head > 0 and words[head - 1].lower in ("de", "d'"):
        narrowed = first.agreement() & possible  # engins de pêche abandonnés
    if not narrowed or narrowed & second.agreement():
        return -1
    if goes_on:
        return other
    shared = _may_be_shared_out(narrowed, second) and not both
    return -1 if second.agreement() & possible or shared else other


def _before_pair(words: tuple[Word, ...], first: int) -> int:
    """Returns the place of tant, aussi bien or à la fois right before the first of two adjectives, else its own: des
    mesures *à la fois* juridiques et financières."""
    for opener in _PAIRS:
        start = first - len(opener)
        if start > 0 and tuple(word.lower for word in words[start:first]) == opener:
            return start
    return first


def _goes_on_in_the_singular(first: Word, second: Word, following: Word | None) -> bool:
    """Tells whether a plural adjective of a field is joined to one in the singular, which has nothing after it that
    would be its own: les questions administratives et *budgétaire* du Comité."""
    if not (ADJECTIVAL.search(first.lower) and ADJECTIVAL.search(second.lower)) or "A" not in first.categories:
        return False
    owns = following is not None and not ("PREP" in following.categories or following.persons)
    return first.agreement() <= PLURAL and second.agreement() <= SINGULAR and not owns


def _may_be_shared_out(noun: frozenset[str], adjective: Word) -> bool:
    """Tells whether a singular may have one thing of a plural: les secteurs public et privé."""
    return bool(noun & PLURAL) and bool(adjective.agreement() & SINGULAR)


def _row(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first adjective of a row with commas that ends at `place`: abandonnés, perdus."""
    while place > 1 and words[place].mark == ",":
        before = words[place - 1]
        alike = (words[place].is_participle and before.is_participle and not before.persons) or (
            is_adjective_alone(words[place]) and is_adjective_alone(before)
        )
        if not alike or not before.agreement() & words[place].agreement():
            break
        place -= 1
    return place


def _continues_passive(words: tuple[Word, ...], other: int, participle: Word) -> bool:
    """Tells whether a participle goes on after one with its auxiliary: seront logées dans des locaux séparés et
    placées sous surveillance."""
    return any(
        words[at].is_participle and _has_auxiliary(words, at) and words[at].agreement() & participle.agreement()
        for at in range(max(1, other - _PASSIVE_REACH), other)
    )


def _has_auxiliary(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after an auxiliary, or after the one word between: sont chacune confiées."""
    before = words[place - 1]
    return is_auxiliary(before) or (
        place > 1 and not before.categories & {"N", "PREP"} and is_auxiliary(words[place - 2])
    )


def _has_object(words: tuple[Word, ...], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.joined and following.lower in (*determiners(), "l'", "que", "qu'")
