"""What is the subject of a verb, in gender and number: a feminine plural in les notes du Groupe *ont*? Only where the
words before the verb leave no doubt.

A pronoun, the antecedent of qui, or the noun that opens the clause, with all that hangs on it. The closed words are in
``subjects.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, Head, chain, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.nouns.numbered_nouns import numbered_noun
from tmtool.languages.fr.grammar.subjects.asides import is_aside
from tmtool.languages.fr.grammar.subjects.clause_openings import begins_with_a_phrase, opens
from tmtool.languages.fr.grammar.subjects.foreign_names import is_foreign_name
from tmtool.languages.fr.grammar.subjects.titled_persons import is_title, person_before
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, BEING, OF_FORMS, RELATIVES
from tmtool.languages.fr.grammar.words.reading import (
    ALL,
    PLURAL,
    POINTING,
    QUE,
    SINGULAR,
    THIRD,
    Word,
    opens_sentence,
    place_before,
    start_of_clause,
)
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
CLITICS = _WORDS["clitics"]
MANY_IN_ONE = _WORDS["many in one"]
ONE_BODY = _WORDS["one body"]
_OPENING = _WORDS["opening"]
_PREPOSITIONS = _WORDS["prepositions"]
_PRONOUNS = {word: frozenset((agreement,)) for agreement in sorted(ALL) for word in _WORDS[agreement]}
ONE_BY_ONE = _WORDS["one by one"]
_EACH = frozenset({"chacun", "chacune"})
_AS_OBJECTS = _WORDS["as objects"]
_SINGLED_OUT = {
    "lui": frozenset({"ms"}),
    "lui-même": frozenset({"ms"}),
    "eux": frozenset({"mp"}),
    "eux-mêmes": frozenset({"mp"}),
}
"""Pronouns after c'est that qui takes up: c'est lui qui."""
_DISJOINT = _WORDS["disjoint"]
_BEING = BEING | {"fut", "furent"}
_NEW = _WORDS["new"]
_RELATIVES = RELATIVES | {"lequel", "laquelle", "auxquels", "auxquelles", "lesquels"}
"""Pronouns of a relative clause before, with which another one may go on."""
_OPENING_RELATIVES = frozenset({"qui", "dont", "où"})
"""Those of them that open a clause right after its noun."""
_OWNING = _WORDS["owning"]
_FIGURE = re.compile(r"[ \u00a0\u202f](\d+)[ \u00a0\u202f]")
_COUNTING = re.compile(r"[ \u00a0\u202f]\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]")
_YEAR_AND_COMMA = re.compile(r"[ \u00a0]?(?:[12]\d{3})?,\s")
_LABEL_AND_COMMA = re.compile(r"[ \u00a0]?(?:\d+(?:\.\d+)*)?,\s")
"""A comma, with a year or the number of an item before it or without: la cible 1.1, qui."""
_YEARS_AND_COMMA = re.compile(r"[ \u00a0]*(?:[12]\d{3}(?:[-–][12]\d{3})?|\d{1,3}(?:,\d+)?(?:\s?%)?)?,\s*")
"""A comma, with years, the number of a paragraph or a share before it or without."""
_SHARE = re.compile(r"[ \u00a0\u202f]\d+(?:,\d+)?(?:[ \u00a0\u202f]?%)?[ \u00a0\u202f]")
"""A share in per cent, or an amount with its decimals: 3,2 millions."""
_MEASURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ ,\u00a0\u202f]\d+)*[ \u00a0\u202f]°?")
"""A figure before its unit."""
_LONGEST_UNIT = 4
_DEFINITE = _WORDS["definite"]
_SEVERAL, _LEAST, _NEAR_HEADS, _LONGEST_ASIDE, _FAR = 2, 3, 4, 6, 16


def subject(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the subject of the verb at `verb` can be of "ms", "mp", "fs", "fp", or empty where it is not
    known."""
    place = place_before(words, verb, CLITICS)
    limited = place > 0 and words[place].lower in _WORDS["limiting"] and words[place + 1].joined
    if place >= 0 and words[place - limited].lower == "dont":
        return _counted(words, place - limited)
    if place > 0 and words[place - 1].lower == "parmi" and _FIGURE.fullmatch(words[place + 1].before):
        return _PRONOUNS.get(words[place].lower, ALL) & PLURAL
    if place >= 0 and words[place + 1].before == ", " and (pronoun := _who_before_an_aside(words, place)):
        return _antecedent(words, pronoun)
    if place < 0 or not words[place + 1].joined:
        return _numbered(words, place + 1) or _parted(words, place + 1)
    lower = words[place].lower
    if lower in _PRONOUNS and not (words[place].text.isupper() and len(lower) > 1):
        return _PRONOUNS[lower] if _is_subject(words, place) else frozenset()
    if lower in ("ce", "c'"):
        return ALL
    if is_numeral(words[place]) and (all_of_them := _all_of_them(words, place)):
        return all_of_them
    if is_numeral(words[place]) and place and words[place - 1].lower == "dont":
        return PLURAL
    if lower in _WORDS["singular"]:
        return SINGULAR
    if lower == "qui":
        return _antecedent(words, place)
    if stands_for_many(words, place):
        return frozenset()
    return opening(words, place) or _numbered(words, place + 1)


def _all_of_them(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what tous or toutes before a number is that stands for a noun: *toutes deux* seront diffusées, *tous les
    trois*; nothing without one."""
    start = place - 1 - (place > 1 and words[place - 1].lower == "les")
    if start < 0 or not all(word.joined for word in words[start + 1 : place + 1]):
        return frozenset()
    return {"tous": frozenset({"mp"}), "toutes": frozenset({"fp"})}.get(words[start].lower, frozenset())


def _who_before_an_aside(words: tuple[Word, ...], end: int) -> int:
    """Returns the place of the qui from which only a phrase between two commas, which ends at a place, parts its verb:
    un État qui, dans son droit interne, ne *considèrent* pas; 0 for none."""
    for at in range(end, max(0, end - _LONGEST_ASIDE), -1):
        if words[at].before == ", ":
            phrase = "PREP" in words[at].categories and words[at - 1].lower == "qui"
            return at - 1 if phrase else 0
        if not linked(words[at]) or words[at].is_finite_verb:
            return 0
    return 0


def _numbered(words: tuple[Word, ...], end: int) -> frozenset[str]:
    """Returns the noun that opens the clause and has its numbers after it, alone or with what hangs on it: les points 3
    et 4 *sera*, les articles 2 à 7 de la Convention."""
    noun = numbered_noun(words, end)
    if noun < 0 and words[end].joined:
        start = chain(words, end - 1).start
        noun = numbered_noun(words, start) if 0 < start < end and words[start].lower in OF_FORMS else -1
    return opening(words, noun) if noun >= 0 else frozenset()


def _counted(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the figure after dont counts: 28 demandes, dont 17 étaient recevables."""
    figure = _FIGURE.fullmatch(words[place + 1].before)
    if figure is None or int(figure.group(1)) < _SEVERAL:
        return frozenset()
    found = chain(words, place - 1) if place and words[place].mark == "," else None
    if not found or not found.heads or found.several:
        return PLURAL
    nearest = found.heads[0]  # des données de 46 sites, dont 11 sont situés
    near = nearest.possible if _COUNTING.fullmatch(words[nearest.place].before) else frozenset()
    return (_first(words, found).possible | near) & PLURAL or PLURAL


def _first(words: tuple[Word, ...], found: Chain) -> Head:
    """Returns the noun that a group begins with: one that a figure counts, and that hangs on nothing, begins its own
    though another group ends right before it (dans 39 pays 62 *activités*)."""
    for head in found.heads:
        before = words[head.place - 1] if head.place else None
        if before is not None and _COUNTING.fullmatch(words[head.place].before) and "N" in before.categories:
            return head
    return found.heads[-1]


def _parted(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns the noun that opens the clause where only a phrase between two commas parts it from the verb: le
    dialogue, qui était prévu en mars, a été reporté."""
    if verb < _LEAST or not _YEARS_AND_COMMA.fullmatch(words[verb].before) or words[verb].lower == "soit":
        return frozenset()
    opener = verb - 1
    while opener and (
        linked(words[opener])
        or _SHARE.fullmatch(words[opener].before)
        or (words[opener].before == ". " and is_title(words[opener - 1]))
    ):
        opener -= 1
    first = words[opener]
    if not opener or not _YEAR_AND_COMMA.fullmatch(first.before) or not is_aside(words, opener, verb):
        return frozenset()
    end = _before_measure(words, opener - 1)
    found = chain(words, end)
    if not found.heads or (found.several and not found.pair) or len(found.heads) > _NEAR_HEADS:
        return frozenset()
    return opening(words, end)


def _before_measure(words: tuple[Word, ...], end: int) -> int:
    """Returns the place before an amount with its unit that hangs by de on a noun and ends at a place, else that place:
    la limite de 0,15 µg/kg, la barre des 1,5 °C."""
    for unit in (end, end - 1 if words[end].before == "/" else end):
        if (
            unit > 1
            and _MEASURE.fullmatch(words[unit].before)
            and words[unit - 1].lower in OF_FORMS
            and len(words[unit].text) < _LONGEST_UNIT
        ):
            return unit - 2
    return end


def after_comma(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun right before a verb in the singular can be, where it comes with a definite determiner right
    after a comma: of nothing else can that be the verb."""
    found = chain(words, verb - 1) if verb and words[verb].joined else None
    if found is None or len(found.heads) != 1 or found.several or not found.determined:
        return frozenset()
    first = words[found.start]
    alone = first.mark.endswith(",") and first.lower in _WORDS["of one"]
    if not alone or words[found.heads[0].place].lower in MANY_IN_ONE:
        return frozenset()
    return found.heads[0].possible & SINGULAR


def is_plural_before(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a plural noun group with its own determiner comes right before the verb, after the comma of an
    opening phrase: whether it is the subject or the last of several, the verb is a plural."""
    return _plural_group(words, verb, frozenset({"ne", "n'"})) is not None


def plurals_after_comma(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun of such a group can be, where it is one: Depuis mai, les conditions de vie se sont
    améliorées."""
    found = _plural_group(words, verb, frozenset({"ne", "n'", "se", "s'"}))
    if found is not None and _is_joined_by_an_aside(words, found.start):  # le nom et, le cas échéant, leurs demandes
        return frozenset()
    return frozenset() if found is None or found.several else found.heads[-1].possible & PLURAL


def _plural_group(words: tuple[Word, ...], verb: int, clitics: Set[str]) -> Chain | None:
    """Returns the plural noun group right before a verb and its clitics, after the comma of an opening phrase."""
    place = place_before(words, verb, clitics)
    if place < 0 or not words[place + 1].joined:
        return None
    found = chain(words, place)
    if not found.heads or not found.start or not _YEAR_AND_COMMA.fullmatch(words[found.start].before):
        return None
    if any(words[one.place].lower in MANY_IN_ONE for one in found.heads):
        return None
    owned = words[found.start].lower in _OWNING
    owned = owned and (begins_with_a_phrase(words, found.start) or _is_joined_by_an_aside(words, found.start))
    return found if owned and found.heads[0 if found.pair else -1].possible <= PLURAL else None


def _is_joined_by_an_aside(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a phrase between two commas parts et from the group that it joins to another: les noms et, le cas
    échéant, *leurs* pouvoirs."""
    for at in range(start - 1, max(0, start - _LONGEST_ASIDE), -1):
        if words[at].before == ", ":
            return words[at - 1].lower in ("et", "ou") and words[at - 1].joined
        if not words[at].joined:
            return False
    return False


def is_resumed(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the verb comes after a comma that closes a relative clause on the plural that opens the sentence:
    les États qui ont signé la Convention, doit."""
    if words[verb].mark != ",":
        return False
    start = verb - 1
    while start and words[start].mark in ("", "-") and words[start].before not in (". ", "; "):
        start -= 1
    opener = next((at for at in range(start, verb) if words[at].lower in RELATIVES), 0)
    if not opener or not linked(words[opener]) or not opens(words, start):
        return False
    found = chain(words, opener - 1)
    return bool(found.heads) and found.start == start and found.heads[-1].possible <= PLURAL


def before(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what any of the nouns right before `place` can be, or empty where a noun too far off may be meant."""
    found = chain(words, place - 1)
    if not found.heads or not found.complete or _are_many(words, found):
        return frozenset()
    nearest = found.heads[0].place
    new = any(word.lower in ("un", "une") for word in words[max(0, nearest - 2) : nearest])  # dans une lettre qui
    return (found.near if new and found.close == 1 else found.possible) | (PLURAL if found.several else frozenset())


def stands_for_many(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a noun in the singular may have a plural verb, of what hangs on it: la moitié des pays *ont*,
    not cette moitié."""
    pointed = noun > 0 and words[noun].joined and words[noun - 1].lower in _WORDS["pointing"]
    return words[noun].lower in MANY_IN_ONE and not pointed


def _are_many(words: tuple[Word, ...], found: Chain, *, but_names: bool = False) -> bool:
    """Tells whether a noun of a chain may stand for many: un groupe de pays; not un groupe de travail."""
    nearer = (None, *found.heads)
    return any(
        stands_for_many(words, one.place)
        and not (but_names and words[one.place].is_name)
        and not (words[one.place].lower in ONE_BODY and not _holds_others(words, one.place))
        and not (before is not None and before.is_bare and before.possible <= SINGULAR)
        for one, before in zip(found.heads, nearer, strict=False)
    )


def _holds_others(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether de comes after a noun and its adjectives: un groupe restreint *de* pays."""
    at = noun + 1
    while at < len(words) and words[at].joined and ("A" in words[at].categories or words[at].is_participle):
        at += 1
    return at < len(words) and words[at].joined and words[at].lower in OF_FORMS


def _is_subject(words: tuple[Word, ...], place: int) -> bool:
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


def _antecedent(words: tuple[Word, ...], place: int) -> frozenset[str]:
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
    if lower in _PRONOUNS and lower not in POINTING and not _is_subject(words, place - 1):
        return _some_of(words, place - 1)
    if lower in _PRONOUNS or lower == "ce":
        return _PRONOUNS.get(lower, SINGULAR)
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
    return _PRONOUNS[of[0]] if of[1:] == ("d'", "entre") and of[0] in POINTING else frozenset()


def _is_held(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a relative clause need not go on with the object of this verb: ayant reçu une aide qui, les fonds
    pour payer des dettes qui."""
    verb = words[place]
    if verb.persons & THIRD and place and words[place - 1].lower in _PRONOUNS.keys() | CLITICS:  # il fait preuve
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


def opening(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns the noun that opens the clause and ends, with what hangs on it, at `place`; with the gender and number of
    a pair where it may be two."""
    found = chain(words, place)
    if not found.heads or not opens(words, found.start):
        return frozenset()
    owned = place == found.start + 1 and words[found.start].lower in ("la", "le", "les")  # dont la date
    if words[found.start - 1].lower == "dont" and words[place].persons & THIRD and not owned:
        return frozenset()  # les voix dont il dispose doivent
    first = words[found.start].lower
    if first in ("de", "d'") and words[found.start].mark == ",":
        return frozenset()
    if first in ("du", "au", "aux") or not (first in _OPENING or first in determiners()):
        return frozenset()
    of_one = not found.several or (found.within and not found.heads[-1].is_joined)
    outermost = replace(found, heads=found.heads[-1:]) if of_one else found
    if _are_many(words, outermost, but_names=True):
        return frozenset()
    if any(is_foreign_name(one, two) for one, two in pairwise(words[found.start : place + 1])):
        return frozenset()
    if found.pair:
        return frozenset() if first in ONE_BY_ONE else _of_pair(found)
    if found.several and (
        not found.within or found.heads[-1].is_joined
    ):  # where the first is a plural, the subject is one whatever et joins
        return PLURAL if found.heads[-1].possible <= PLURAL else found.possible | PLURAL
    return found.heads[-1].possible


def _of_pair(found: Chain) -> frozenset[str]:
    """Returns the plural of nouns joined by et: masculine where one is, feminine where all are."""
    genders = [{one[0] for one in lead} for lead in (*found.leads, found.heads[-1].possible)]
    if {"m"} in genders:
        return frozenset({"mp"})
    return frozenset({"fp"}) if all(gender == {"f"} for gender in genders) else PLURAL
