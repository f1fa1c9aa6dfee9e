"""Which noun or pronoun does qui take up, so that its verb agrees with it?

The closed words are in ``antecedents_of_qui.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, chain, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.noun_subjects import before, opening
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS, ONE_BY_ONE, PRONOUNS
from tmtool.languages.fr.grammar.subjects.titled_persons import person_before
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, BEING, RELATIVES
from tmtool.languages.fr.grammar.words.reading import (
    PLURAL,
    POINTING,
    QUE,
    SINGULAR,
    THIRD,
    Word,
    opens_sentence,
    start_of_clause,
)
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PREPOSITIONS = _WORDS["prepositions"]
_EACH = _WORDS["each"]
_AS_OBJECTS = _WORDS["as objects"]
_SINGLED_OUT = {
    "lui": frozenset({"ms"}),
    "lui-même": frozenset({"ms"}),
    "eux": frozenset({"mp"}),
    "eux-mêmes": frozenset({"mp"}),
}
"""Pronouns after c'est that qui takes up: c'est lui qui."""
_DISJOINT = _WORDS["disjoint"]
_BEING = BEING | _WORDS["past being"]
_NEW = _WORDS["new"]
_RELATIVES = RELATIVES | _WORDS["further relatives"]
"""Pronouns of a relative clause before, with which another one may go on."""
_OPENING_RELATIVES = _WORDS["opening relatives"]
"""Those of them that open a clause right after its noun."""
_LABEL_AND_COMMA = re.compile(r"[ \u00a0]?(?:\d+(?:\.\d+)*)?,\s")
"""A comma, with a year or the number of an item before it or without: la cible 1.1, qui."""
_DEFINITE = _WORDS["definite"]
_SEVERAL = 2
_FAR = 16


def is_subject(words: tuple[Word, ...], place: int) -> bool:
    """Is false for elle, eux and the like after a preposition, celle-ci after its verb, aucun after the verb of which
    it is the object: avec elles, porte celle-ci, qui n’en a suscité aucune est."""
    if place and words[place].joined and words[place].lower in _EACH and "N" in words[place - 1].categories:
        return False  # deux séances de trois heures chacune
    pointing = place and words[place].joined and words[place].lower.endswith(("-ci", "-là"))
    if pointing and (words[place - 1].persons or words[place - 1].is_infinitive):
        return False
    if place and words[place].joined and words[place].lower in _AS_OBJECTS and "V" in words[place - 1].categories:
        return False
    if place > 1 and words[place - 1].lower in QUE and words[place - 2].lower in ("autre", "autres", "même", "mêmes"):
        return False  # une session autre que celles-ci
    if place and words[place - 1].lower == "comme" and (place == 1 or words[place - 1].is_name):
        return True  # Comme elle reste
    return not (place and words[place].joined and words[place - 1].lower in _PREPOSITIONS)


def antecedent(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns gender and number of what goes before qui."""
    if person := person_before(words, place):
        return person
    if place and _LABEL_AND_COMMA.fullmatch(words[place].before):
        return _set_off(words, place)
    if place == 0 or not words[place].joined:
        return frozenset()
    lower = words[place - 1].lower
    if lower == "et":
        return _of_first_relative(words, place - 1)
    if lower in _DISJOINT and place > 1 and words[place - 2].lower in AND_OR:  # c'est lui et elle qui
        return frozenset()
    if lower in _SINGLED_OUT and place > 1 and words[place - 2].lower in _BEING:
        return _SINGLED_OUT[lower]
    if lower in PRONOUNS and lower not in POINTING and not is_subject(words, place - 1):
        return _some_of(words, place - 1)
    if lower in PRONOUNS or lower == "ce":
        return PRONOUNS.get(lower, SINGULAR)
    if is_numeral(words[place - 1]):
        return PLURAL if _stand_alone(words, place - 1) else frozenset()
    if lower in _WORDS["without a noun"] and place > 1 and words[place - 2].lower in _WORDS["articles"]:
        return words[place - 1].agreement()
    found = chain(words, place - 1)
    if len(found.heads) == 1 and _is_one_by_one(words, found.start - 1):
        return found.possible & SINGULAR
    if found.start and linked(words[found.start]) and _is_held(words, found.start - 1):
        return _of_held(words, found)
    several = found.start < place and words[found.start].mark == ","
    wanted = before(words, place)
    wanted &= found.referred_to | PLURAL if found.several else found.referred_to or wanted
    return wanted | PLURAL if wanted and several else wanted


def _stand_alone(words: tuple[Word, ...], numeral: int) -> bool:
    """Tells whether a number stands for so many things, of which none is singled out: les huit ou neuf qui; not celui
    des deux qui."""
    return not any(word.lower in _WORDS["singled out"] for word in words[max(0, numeral - _SEVERAL) : numeral])


def _is_one_by_one(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the tout of Tout membre qui, with which a clause opens."""
    return place >= 0 and words[place].lower in ONE_BY_ONE and words[place + 1].joined and opens(words, place)


def _of_held(words: tuple[Word, ...], found: Chain) -> frozenset[str]:
    """Returns what the nouns before qui can be, and that to which a past participle joins them by a preposition: les
    éléments trouvés sur le territoire d'un État qui; empty where another may be meant."""
    governor = words[found.start - 1]
    if governor.is_present_participle or governor.is_infinitive or governor.persons or not found.complete:
        return frozenset()
    owner = chain(words, found.start - 2) if governor.is_participle and governor.joined else None
    if owner is None or not owner.heads or not owner.complete or found.several or owner.several:
        return frozenset()
    return found.possible | owner.possible


def _of_first_relative(words: tuple[Word, ...], joint: int) -> frozenset[str]:
    """Returns what the noun is that opens a clause and has a relative clause right after it, which et qui carries on:
    les glaciers dont la surface est faible, et qui *disparaissent*."""
    for at in range(joint - 1, max(0, joint - _FAR), -1):
        if any(mark in words[at + 1].before for mark in ",.;:?!()") and at + 1 < joint:
            return frozenset()
        if words[at].lower in _RELATIVES:
            first = words[at].joined and words[at].lower in _OPENING_RELATIVES
            return opening(words, at - 1) if first else frozenset()
    return frozenset()


def _set_off(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns gender and number of what goes before qui and a comma, where nothing farther off may be meant: a appelé
    l'attention sur les annotations, qui; déduction faite du prix des lampes, qui."""
    found = chain(words, place - 1)
    wanted = before(words, place)
    opens_here = opens_sentence(words, found.start)
    nearest_is_bare = bool(found.heads) and found.heads[0].is_bare and words[found.start].lower in _DEFINITE
    within = bool(found.heads) and _is_preposition(words, found.heads[-1].place + 1)
    if not wanted or not (found.determined or nearest_is_bare):
        return frozenset()
    if not (opens_here or within or linked(words[found.start])):
        return frozenset()
    governor = words[found.start - 1]
    if not (opens_here or within) and (
        _is_held(words, found.start - 1) or governor.is_name or governor.is_infinitive or not governor.joined
    ):
        return frozenset()
    wanted &= found.referred_to | PLURAL if found.several else found.referred_to or wanted
    start = found.start if within else start_of_clause(words, found.start)
    other = any(word.lower in _NEW | _RELATIVES for word in words[start : found.start])
    return frozenset() if other else wanted


def _some_of(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns gender and number of the pronoun of which some are meant: celles d’entre elles."""
    of = tuple(word.lower for word in words[max(0, place - 3) : place])
    return PRONOUNS[of[0]] if of[1:] == ("d'", "entre") and of[0] in POINTING else frozenset()


def _is_held(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a relative clause need not go on with the object of this verb: ayant reçu une aide qui, les fonds
    pour payer des dettes qui."""
    verb = words[place]
    if verb.persons & THIRD and place and words[place - 1].lower in PRONOUNS.keys() | CLITICS:  # il fait preuve
        return False
    if verb.is_participle or verb.is_present_participle:
        return not is_after_have(words, place)
    if not verb.is_infinitive or place < 2 or words[place - 1].lower not in _PREPOSITIONS:
        return False
    if words[place - 2].is_participle and is_after_have(words, place - 2):
        return False  # a décidé de créer un groupe qui
    return bool({"N", "A"} & words[place - 2].categories) or words[place - 2].is_participle


def _is_preposition(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle makes a preposition with the noun before it: déduction *faite* du coût."""
    return place > 0 and f"{words[place - 1].lower}_{words[place].lower}" in _WORDS["as prepositions"]


def is_after_have(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after a finite form of avoir, adverbs between: n'ont pas répondu à la demande
    qui; not ayant reçu une aide qui."""
    at = place - 1
    while at > 0 and words[at + 1].joined and "ADV" in words[at].categories and not words[at].persons:
        at -= 1
    if at > 0 and words[at].lower == "ni" and words[at].joined and words[at - 1].persons & THIRD:
        at -= 1  # n'a ni répondu
    if at > 0 and words[at].lower in AND_OR and words[at + 1].joined:  # n'a ni répondu ni accepté
        first = range(at - 1, max(0, at - _FAR), -1)
        return any(words[one].is_participle and not words[one].persons and is_after_have(words, one) for one in first)
    have = at >= 0 and words[at + 1].joined and bool(words[at].persons & THIRD)
    return have and any(entry.lemma == "avoir" for entry in words[at].entries)
