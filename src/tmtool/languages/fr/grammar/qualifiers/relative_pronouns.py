"""Does a relative pronoun agree with a noun before it: une déclaration dans *lequel*?"""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import NO_HEAD
from tmtool.languages.fr.grammar.nouns.adjuncts import before_adjuncts
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.near_antecedents import has_none_near
from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.nouns.possible_antecedents import WITH_ARTICLE, is_of_a_verb, possible_antecedents
from tmtool.languages.fr.grammar.nouns.sentence_nouns import BOUNDS, may_be_of
from tmtool.languages.fr.grammar.subjects.clause_openings import begins_with_a_phrase
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import SINGULAR, THIRD, Word, back_over, on_over
from tmtool.languages.tables import word_sets

_UNCONTRACTED = {"lequel": "ms", "laquelle": "fs", "lesquels": "mp", "lesquelles": "fp"}
_RELATIVES = {
    relative: frozenset({agreement})
    for relative, agreement in (
        *_UNCONTRACTED.items(),
        ("auquel", "ms"), ("auxquels", "mp"), ("auxquelles", "fp"),
        ("duquel", "ms"), ("desquels", "mp"), ("desquelles", "fp"),
    )
}  # fmt: skip
_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_BEFORE_RELATIVE = _WORDS["before relative"]
_OF_WHICH = frozenset({"duquel", "desquels", "desquelles"})
_ORDINALS = frozenset({"er", "re", "e", "ère", "ème", "es"})
"""The letters of an ordinal in figures: 1re, 3e."""
_BEFORE_INFINITIVE = CLITICS | {"de", "d'", "à", "ne", "pas"}
_TWO = 2
_DENYING = frozenset({"pas", "plus", "jamais"})
_COMMA = re.compile(r"(?: [\d/.]+)?, ")
"""A comma, after a number or not: l'article 5, laquelle."""
_COUNTED = re.compile(r"[ \u00a0\u202f]\d+[ \u00a0\u202f]$")
_FEW = 5
"""Words back from the object of a relative clause to its qui."""
_HEADS = frozenset({"cause", "mesure", "question", "droit", "temps"})
"""Nouns that are seldom the noun of an adjective after them, but of a relative clause."""


def antecedent_before(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the nearest noun before a relative pronoun that agrees with none in the sentence: une
    déclaration dans lequel; -1 for none."""
    wanted = _RELATIVES.get(words[place].lower)
    if wanted is None:
        return -1
    if _is_subject(words, place, wanted):
        nouns = possible_antecedents(words, place)
        differs = bool(nouns) and not may_be_of(wanted, nouns)
        differs = differs or differs_from_nearest(words, place, wanted) or has_none_near(words, place, wanted)
        return _nearest(words, place) if differs else -1
    contracted = words[place].lower not in _UNCONTRACTED
    if not (words[place].joined or (contracted and _COMMA.fullmatch(words[place].before))):
        return -1
    if words[place].lower in _OF_WHICH and "N" in words[place - 1].categories:  # à la disposition desquelles
        return -1
    if place + 1 < len(words) and words[place + 1].lower == "cas":  # auquel cas
        return -1
    first = place - (not contracted)
    if first < 1 or (first < place and words[first].lower not in _BEFORE_RELATIVE):
        return -1
    if any(mark in words[first].before for mark in BOUNDS):
        return -1
    if words[first].lower == "de" and "N" in words[first - 1].categories:  # à l'égard de laquelle, au cours de laquelle
        return -1
    last = words[first - 1]
    noun = words[first - 2] if first > 1 and last.joined else None
    owned = noun is not None and noun.categories == {"N"} and bool(noun.agreement({"N"}) & last.agreement({"A"}))
    alone = is_before_noun(last) or ("N" not in last.categories and not owned)
    if alone and last.agreement({"A"}) & wanted:  # la troisième, sur …
        return -1
    nouns = possible_antecedents(words, first)
    differs = bool(nouns) and not may_be_of(wanted, nouns)
    if not (differs or differs_from_nearest(words, first, wanted) or has_none_near(words, first, wanted)):
        return -1
    return _nearest(words, first)


def _nearest(words: tuple[Word, ...], first: int) -> int:
    """Returns the place of the nearest noun before a place."""
    last = _before_qualities(words, first - 1)
    if not words[last].categories:
        return last
    heads = [head.place for head in chain(words, last).heads if not head.is_bare]
    nouns_alone = (at for at in range(last, -1, -1) if words[at].categories == {"N"})
    return heads[0] if heads else next(nouns_alone, first - 1)


def _is_subject(words: tuple[Word, ...], place: int, wanted: frozenset[str]) -> bool:
    """Tells whether this is lequel after a comma, as the subject of a verb of its number: , lesquelles ont eu lieu."""
    if (
        words[place].lower not in _UNCONTRACTED
        or not _COMMA.fullmatch(words[place].before)
        or not 0 < place < len(words) - 2
    ):
        return False
    at = on_over(words, place + 1, CLITICS, len(words) - 1)
    if begins_with_a_phrase(words, place - 1):  # Parmi les avis, lesquelles sont
        return False
    number = "3s" if wanted <= SINGULAR else "3p"
    return words[at].joined and number in words[at].persons and "PREP" not in words[place - 1].categories


def _after_joint(found: Chain) -> frozenset[str]:
    """Returns what those nouns of a row can be that come after its last et: son mandat et la date *auquel*."""
    heads = list(takewhile(lambda head: not head.is_joined, found.heads))
    return frozenset().union(*(head.possible for head in heads))


def _are_of_other_gender(found: Chain, wanted: frozenset[str]) -> bool:
    """Tells whether no noun of a row has the gender of a pronoun: les mesures et les réunions *auxquels*."""
    last = max((at for at, head in enumerate(found.heads) if head.is_joined), default=len(found.heads) - 1)
    genders = {one[0] for head in found.heads[: last + 1] for one in head.possible}
    others = frozenset().union(*(head.possible for head in found.heads[last + 1 :]))
    return len(found.heads) > 1 and genders.isdisjoint(one[0] for one in wanted) and not wanted & others


def differs_from_nearest(words: tuple[Word, ...], first: int, wanted: frozenset[str]) -> bool:
    """Tells whether the noun group right before a relative pronoun is the subject or the object of a finite verb, or
    opens its clause, and none of its nouns agrees: la raison pour lequel."""
    last = _before_qualities(words, before_adjuncts(words, first - 1))
    follows = words[first].joined or (last < first - 1 and words[last + 1].before == ", ")
    found = chain(words, last)
    opener = words[found.start] if found.heads else words[last]
    counted = is_determiner(opener) or _COUNTED.search(opener.before) is not None
    owned = found.determined or (bool(found.heads) and counted)
    if found.several and not ((found.pair and wanted <= SINGULAR) or _are_of_other_gender(found, wanted)):
        return False
    within = len(found.heads) > 1 and not found.several and is_of_a_verb(words, found.heads[-1].place)
    nearest = _after_joint(found) if found.several else found.possible
    if within:  # fera le point lors d'une séance
        nearest = frozenset[str]().union(*(head.possible for head in found.heads[:-1]))
    if not found.heads or not nearest or not owned or wanted & nearest:
        return False
    if found.several:
        return words[first].joined
    heads = found.heads[:-1] if within else found.heads
    if any(words[one.place].is_name or words[one.place].lower in NO_HEAD - _HEADS for one in heads):
        return False
    if words[last].lower in ("et", "ou"):
        return False
    if _goes_on(words, found.start, wanted):
        return False
    contracted = words[first].lower not in _BEFORE_RELATIVE
    if not (words[first].joined or contracted or _COMMA.fullmatch(words[first].before)) or words[first].lower in (
        "de",
        *_OF_WHICH,
    ):  # au cours de laquelle
        return False
    start = _before_ordinal(words, found.start)
    if start == 0 or not linked(words[start]):
        return words[first].joined
    at = _before_adverbial(words, start - 1)
    if within:
        at = found.heads[-1].place - WITH_ARTICLE
    if at > 0 and words[at].joined and words[at - 1].lower == "qui" and words[at].persons & THIRD:
        return True  # celle qui traite des réacteurs, pour lesquelles
    denied = contracted and at > 0 and words[at].joined and words[at].lower in _DENYING
    at -= denied
    governor = words[at]
    if governor.is_infinitive and governor.categories == {"V"}:
        return follows and _is_governed(words, at, wanted)
    if denied or not governor.is_participle:
        finite = denied or is_auxiliary(governor) or governor.categories <= {"V", "A"}
        return bool(governor.persons & THIRD) and finite
    helper = words[at - 1] if at else governor
    passive = words[first].joined and is_auxiliary(helper)  # sera suivi d'une table ronde auquel
    if (
        words[first].before == ", " and not contracted and not helper.persons
    ):  # ayant examiné la demande, pour lesquelles
        return False
    return at > 0 and (passive or any(entry.lemma == "avoir" for entry in helper.entries))


def _before_ordinal(words: tuple[Word, ...], start: int) -> int:
    """Returns the place of the determiner before an ordinal in figures with which a group begins: *la* 1re séance."""
    ordinal = words[start - 1] if start > 1 else None
    in_figures = ordinal is not None and ordinal.text in _ORDINALS and ordinal.before[-1:].isdigit()
    return start - _TWO if in_figures and is_determiner(words[start - _TWO]) else start


def _before_adverbial(words: tuple[Word, ...], at: int) -> int:
    """Returns the place of the verb before an adverbial of a preposition and a noun that ends at a place: *mis* en
    ligne; else that place."""
    bare = at > 1 and words[at].categories == {"N"} and words[at - 1].lower in ("en", "à", "au")
    bare = bare and words[at].joined and words[at - 1].joined
    verb = words[at - 2]
    return at - 2 if bare and "N" not in verb.categories and (verb.is_participle or verb.persons & THIRD) else at


def _before_qualities(words: tuple[Word, ...], last: int) -> int:
    """Returns the place of the noun before adjectives between commas that end at a place, else that place: les
    conséquences, administratives ou disciplinaires, *auxquelles*."""
    at = last
    while at > 0 and words[at].joined and (words[at].lower in ("et", "ou") or "A" in words[at].categories):
        at -= 1
    apart = at > 0 and words[at].before == ", " and "A" in words[at].categories and words[last + 1].before == ", "
    return at - 1 if apart and "N" in words[at - 1].categories else last


def _is_governed(words: tuple[Word, ...], infinitive: int, wanted: frozenset[str]) -> bool:
    """Tells whether an infinitive hangs on a finite verb, and on no noun that a relative clause may be of: a décidé de
    proroger le délai dans *laquelle*, a prié le Secrétaire général de définir les tâches *auxquels*; not l'obligation
    de réduire les coûts à laquelle. One that et joins to another hangs on the same."""
    at = back_over(words, infinitive - 1, _BEFORE_INFINITIVE)
    verb = words[at]
    if not words[at + 1].joined:
        return False
    if verb.lower == "et" and at < infinitive - 1 and (first := _infinitive_before(words, at, words[at + 1].lower)):
        return _is_governed(words, first, wanted)
    if "N" in verb.categories and not (is_auxiliary(verb) or verb.lower in _WORDS["modal"]):
        found = chain(words, at)
        return bool(found.heads) and found.determined and not (found.several or wanted & found.possible)
    return bool(verb.persons & THIRD) or (verb.is_participle and at > 0 and is_auxiliary(words[at - 1]))


def _infinitive_before(words: tuple[Word, ...], joint: int, preposition: str) -> int:
    """Returns the place of the infinitive with a preposition to which et may join another one with the same; 0 for
    none in its sentence."""
    for at in range(joint - 1, 1, -1):
        if words[at].opens_clause:
            return 0
        same = words[at - 1].lower in OF_FORMS if preposition in OF_FORMS else words[at - 1].lower == preposition
        if words[at].is_infinitive and words[at].categories == {"V"} and words[at].joined and same:
            return at
    return 0


def _goes_on(words: tuple[Word, ...], start: int, wanted: frozenset[str]) -> bool:
    """Tells whether the group at `start` is in a relative clause of a noun that agrees, which another one may go on
    with: les missions qui réduisent leurs effectifs, dans lesquelles; les règles qu'applique le Comité, auxquelles."""
    for at in range(start - 1, max(0, start - _FEW), -1):
        if not words[at + 1].joined:
            return False
        if words[at].lower == "qui":
            return bool(wanted & chain(words, at - 1).possible)
        if words[at].lower in _WORDS["before subject"] and at == start - _TWO:  # la loi du lieu où circule le véhicule
            return any(wanted & head.possible for head in chain(words, at - 1).heads)
    return False
