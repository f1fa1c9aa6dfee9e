"""Does an adjective or participle right after its noun agree with it: des mesures national?

The answer comes from the lexicon, and from what noun_chains.py knows of the nouns before. The closed words are in
``adjectives.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tmtool.languages.fr.grammar.nouns.adjective_words import AFTER_PARTICIPLE, RELATIONAL, is_adjective, noun_of
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates import attributes, concessions, judged
from tmtool.languages.fr.grammar.qualifiers import (
    all_of_them,
    asked_pronouns,
    bare_phrases,
    before_being,
    bracketed_participles,
    compared_adjectives,
    floating_pronouns,
    following,
    included,
    members,
    one_by_one,
    only,
    others,
    own_pronouns,
    parallel_pronouns,
    pointing,
    present_participles,
    relative_phrases,
    set_participles,
    taken_up_pronouns,
    terms,
    verbless_clauses,
    which_of_them,
)
from tmtool.languages.fr.grammar.qualifiers.detached_participles import is_detached, participle_before_and
from tmtool.languages.fr.grammar.qualifiers.joined_adjectives import partner
from tmtool.languages.fr.grammar.qualifiers.nearest_plurals import (
    closes_a_series,
    is_done_to_things,
    is_of_a_share,
    is_of_counted,
    is_of_second,
)
from tmtool.languages.fr.grammar.qualifiers.relative_pronouns import antecedent_before
from tmtool.languages.fr.grammar.qualifiers.shared_nouns import has_its_own, is_joined_to_another, is_shared_out
from tmtool.languages.fr.grammar.subjects.clauses import TIMES
from tmtool.languages.fr.grammar.words.reading import PLURAL, POINTING, QUE, SINGULAR, Word
from tmtool.languages.fr.grammar.words.set_phrases import are_a_term
from tmtool.languages.tables import word_sets
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LOOSE = _WORDS["loose"]
_SHADES = _WORDS["shades"]
_PLURAL_DETERMINERS = _WORDS["plural determiners"]
_OF_A_KIND = re.compile(r"(?:ique|aire|ale?|el|elle|ive?|if|humaine?)s?$|(?:aux|publics?)$")
"""Endings of adjectives that say of which kind something is, but for those of nations, which go with a whole term."""
_OF_A_NATION = re.compile(r"(?:ain|ais|ois|ien|éen|aine|aise|oise|ienne|éenne)s?$")
_PAIR = 2
_DEFINED = 8
"""Words before the nouns of a relative clause in which is the pronoun that it defines."""
_RULES = (
    pointing,
    present_participles,
    relative_phrases,
    attributes,
    judged,
    all_of_them,
    asked_pronouns,
    one_by_one,
    members,
    only,
    bare_phrases,
    before_being,
    bracketed_participles,
    compared_adjectives,
    concessions,
    floating_pronouns,
    following,
    included,
    others,
    own_pronouns,
    parallel_pronouns,
    set_participles,
    taken_up_pronouns,
    terms,
    verbless_clauses,
    which_of_them,
)
"""The modules that know words which agree with something that has not to be found among the nouns before."""
_HOURS = frozenset({"h", "heure", "heures"})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A `Disagreement` is an adjective and the noun before it, or the adjective joined to it by et or ou, with which it
    does not agree. `named` is True where `other` is a word with a capital and no determiner inside a sentence: perhaps
    a name."""

    adjective: Word
    other: Word
    named: bool


class GoesBefore(Protocol):
    """A `GoesBefore` tells whether the source of the text shows that the adjective belongs to this noun and to no
    other."""

    def __call__(self, adjective: Word, noun: Word) -> bool: ...


def disagreements(words: tuple[Word, ...], goes_before: GoesBefore) -> Iterator[Disagreement]:
    """Yields the adjectives and participles after a noun that agree neither with it nor with one that it hangs on, in
    order; `goes_before` is asked where one farther off would do."""
    known: set[Span] = set()
    for by_rule in _RULES:
        for adjective, small in by_rule.disagreements(words):
            if adjective.span not in known:
                known.add(adjective.span)
                yield Disagreement(adjective, small, False)
    for place in range(1, len(words)):
        if words[place].is_participle:
            if is_detached(words, place):
                yield Disagreement(words[place], words[place - 1], False)
            other = participle_before_and(words, place)
            if other >= 0:
                yield Disagreement(words[place], words[other], False)
        noun = antecedent_before(words, place)
        if noun >= 0:
            yield Disagreement(words[place], words[noun], False)
        if words[place].span in known or not is_adjective(words, place) or _is_proviso(words, place):
            continue
        if _is_counted_after(words, place):
            continue
        if _is_a_name(words[place - 1], words[place]):
            continue
        other = noun_of(words, place)
        if other < 0:
            other = partner(words, place)
        elif is_shared_out(words, place, other) or _may_go_with(words, place, other, goes_before):
            continue
        if other >= 0:
            yield Disagreement(words[place], words[other], _is_bare_name(words, other))


def _is_counted_after(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective stands between a number and its own noun: les cent *prochaines* années."""
    noun = words[place + 1] if place + 1 < len(words) else None
    if noun is None or not (
        words[place - 1].lower in _WORDS["round numbers"] and is_before_noun(words[place]) and words[place].joined
    ):
        return False
    return noun.joined and bool(noun.agreement({"N"}) & words[place].agreement() & PLURAL)


def _is_proviso(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the adjective of a clause without a verb, or the shade of a color: si nécessaire, plus
    élevés que prévu, croix rouge foncé."""
    before = words[place - 1]
    if before.lower in QUE and words[place].lower in compared_adjectives.OF_NO_NOUN:
        return True
    shade = words[place].lower in _SHADES and "A" in before.categories
    return words[place].joined and (shade or (before.lower == "si" and words[place].lower in _LOOSE))


def _is_a_name(before: Word, word: Word) -> bool:
    """Tells whether a word with a capital is what comes next in a row, or names what is before it: 10 heures Plénière,
    le sous-programme Statistiques."""
    if not word.is_name:
        return False
    return before.lower in _HOURS or ("N" in word.categories and before.lower in _WORDS["named behind"])


def _is_bare_name(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a word with a capital and no determiner inside a sentence."""
    before = words[place - 1].lower if place > 0 else ""
    return bool(before) and words[place].is_name and before not in (*determiners(), "l'", "d'", "de")


def _may_go_with(words: tuple[Word, ...], place: int, noun: int, goes_before: GoesBefore) -> bool:
    """Tells whether the adjective agrees with its noun, or with one that comes before and owns it."""
    wanted = words[place].agreement()
    before = chain(words, noun)
    if not before.heads or before.heads[0].place != noun:
        return True
    if wanted & before.heads[0].possible:
        return not _is_of_a_document(words, place, before)
    if words[noun].lower in _WORDS["amounts"] and words[place].is_participle:
        return True
    if _is_of_its_own(words, place, noun, before):
        return False
    loose = words[place].is_participle or words[place].lower in _LOOSE or not (before.determined and before.complete)
    if is_of_second(words, place, noun, before):
        return False
    if loose and (_may_be_said_of_subject(words, place, before) or _may_be_said_of_those(words, place, before)):
        return True
    if before.several and not before.complete and wanted & PLURAL and _joins_a_clause(words, before):
        return False
    if before.several and words[place].is_participle and _has_its_own(words, before, place):
        return bool(wanted & before.referred_to)
    if before.several and wanted & PLURAL and not _is_of_no_pair(words, wanted, before):
        return True
    if before.start and linked(words[before.start]) and _reaches_beyond(words, place, before.start - 1):
        return True
    closes = closes_a_series(words, place, noun, before.heads[0].possible)
    if (closes and not _is_of_their_owner(words, place, before)) or is_of_a_share(words, place, noun):
        return False
    if is_done_to_things(words, place, before):
        return False
    if _is_of_one_of_a_pair(words, place, before):
        return False
    if _is_shared_by_plural(words, place, before.possible):
        return True
    if wanted & before.possible:
        own = noun == place - 1 and before.determined and "A" in words[place].categories
        own = own and not _is_of_a_whole(words, wanted, before)
        return not (own and (_belongs_to_nearest(words, place, before) or goes_before(words[place], words[noun])))
    loose = before.bare or (words[place].is_participle and not before.determined)
    loose = (loose and not _is_denied(words, before.start)) or words[place].lower in _LOOSE
    return not before.complete and loose and not is_of_counted(words, place, noun, before)


def _is_of_a_document(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether a participle that agrees only with the bare noun right before it is said of what this noun makes
    one term with: armes à feu *neutralisé*, demandes de participation *présentée* par."""
    if len(before.heads) == 1 or before.several or not words[place].is_participle:
        return False
    owner_is_draft = words[before.heads[1].place].lower in _WORDS["drafts"]  # projets de dispositions établis par
    if not (before.heads[0].possible <= SINGULAR or owner_is_draft):
        return False
    if _is_of_human_rights(words, before):
        return not any(words[place].agreement() & one.possible for one in before.heads[1:])
    bare, owner = (words[head.place] for head in before.heads[:2])
    wanted = words[place].agreement()
    others = before.heads[1:] if bare.lower not in _WORDS["in a term"] else before.heads[1:2]
    if (
        not before.heads[0].is_bare
        or before.heads[0].place != place - 1
        or any(wanted & one.possible for one in others)
    ):
        return False
    if bare.lower in _WORDS["in a term"]:
        return True
    lemmas = {entry.lemma for entry in words[place].entries if entry.category == "V"}
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    goes_on = following is not None and following.lower in _WORDS["following done"]
    done = _WORDS["done to documents"] | (_WORDS["done to drafts"] if owner_is_draft else frozenset())
    return owner.lower in _WORDS["documents"] and bool(lemmas) and lemmas <= done and goes_on


def _is_of_human_rights(words: tuple[Word, ...], before: Chain) -> bool:
    """Tells whether droits de l'homme is what comes right before, of whose last noun nothing is said."""
    noun = before.heads[0].place
    return tuple(word.lower for word in words[max(0, noun - 3) : noun + 1]) == ("droits", "de", "l'", "homme")


def _is_of_its_own(words: tuple[Word, ...], place: int, noun: int, before: Chain) -> bool:
    """Tells whether an adjective that says of which kind something is comes right after a noun with a determiner of its
    own, which it then belongs to: les rapports du Comité de la liberté *syndicaux*; not la paix et la sécurité
    internationales."""
    word = words[place]
    adverb = noun == place - _PAIR and words[place - 1].lower == "non"
    wanted, plural = word.agreement(), bool(word.agreement() & PLURAL)
    second = plural and has_its_own(words, noun)
    if not (noun == place - 1 or adverb) or not (before.determined or second):
        return False
    if word.is_participle or word.persons or "A" not in word.categories or word.lower in _LOOSE or is_before_noun(word):
        return False
    of_plural = plural and before.determined and not adverb and before.heads[0].possible <= PLURAL
    if of_plural and _OF_A_NATION.search(word.lower) is not None:
        return False
    if not of_plural and (_OF_A_KIND.search(word.lower) is None or word.lower in _WORDS["of no kind"]):
        return False
    if plural and is_joined_to_another(words, noun) and not second:
        return False
    shared = _is_shared_by_plural(words, place, before.possible) or _goes_on(words, place, before.heads[0].possible)
    return not shared and not _is_of_a_whole(words, wanted, before)


def _may_be_said_of_subject(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether an auxiliary comes before the nouns, whose participle or attribute this may be: est dans ce cadre
    amenée; not ont besoin d'un appui accrue, sera mise aux voix à la séance prévu."""
    verb, first, wanted = before.start - 1, words[before.start], words[place].agreement()
    if verb < 0 or not linked(first) or not is_auxiliary(words[verb]):
        return False
    if any(entry.lemma == "avoir" for entry in words[verb].entries):
        object_first = first.lower in _WORDS["articles"] and len(before.heads) == 1 and not _is_time(words, before)
        return "ms" in wanted and not (object_first and first.joined)
    return not first.is_participle or bool(wanted & first.agreement())


def _may_be_said_of_those(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether a participle may be said of a pronoun that a relative clause with these nouns defines, être being
    said before: les points ont été groupés et ceux qui appellent une décision placés avant."""
    if not words[place].is_participle:
        return False
    wanted = words[place].agreement()
    return any(
        POINTING.get(words[at].lower) in wanted and words[at + 1].lower in _WORDS["defining"]
        for at in range(max(0, before.start - _DEFINED), before.start)
    )


def _is_denied(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether de after a negation begins the nouns, which are no adverb: ne tiennent pas *de registre*."""
    return words[start].lower in ("de", "d'") and start > 0 and words[start - 1].lower in _WORDS["negations"]


def _joins_a_clause(words: tuple[Word, ...], before: Chain) -> bool:
    """Tells whether a comma and et join the one noun of a clause to another clause: prend fin automatiquement, et le
    Membre *concernés* ne peut."""
    joint = before.start - 1
    if len(before.heads) > 1 or not before.determined or joint < 1 or words[joint].mark != ",":
        return False
    last = words[joint - 1]
    return last.categories == {"ADV"} or (last.categories == {"V"} and not last.is_participle)


def _is_time(words: tuple[Word, ...], before: Chain) -> bool:
    """Tells whether the nouns say when something was done: a l'an dernier adopté."""
    return any(words[head.place].lower in TIMES | _WORDS["times"] for head in before.heads)


def _is_of_no_pair(words: tuple[Word, ...], wanted: frozenset[str], before: Chain) -> bool:
    """Tells whether no nouns that are joined can have this plural: a feminine where one of two is none, a masculine
    where all are feminine: l'action de son prédécesseur et les efforts déployées, une expérience et des compétences
    pertinents."""
    if wanted == {"mp"}:
        series = "," in words[before.start].before
        return before.complete and not series and all(head.possible <= {"fs", "fp"} for head in before.heads)
    feminines = [head.possible for head in before.heads if head.possible & {"fs", "fp"}]
    plural = any("fp" in one for one in feminines)
    return wanted == {"fp"} and not plural and len(feminines) < _PAIR and before.heads[0].possible <= {"ms", "mp"}


def _is_of_one_of_a_pair(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether a participle in the singular comes after two nouns with a determiner each, and does not agree with
    the second, after which it comes: le Vice-Président et la Rapporteuse *élu* en mai."""
    wanted, second = words[place].agreement(), before.heads[0]
    sure = before.pair and before.determined and not second.is_bare and second.possible <= SINGULAR
    return sure and words[place].is_participle and wanted <= SINGULAR and not wanted & second.possible


def _has_its_own(words: tuple[Word, ...], before: Chain, place: int) -> bool:
    """Tells whether the first of two nouns that et joins has a participle right after it already: les problèmes
    recensés et les mesures *prises*."""
    joint = next((at for at in range(place - 1, before.start, -1) if words[at].lower == "et"), 0)
    last, noun = words[joint - 1], words[joint - 2]
    determined = words[joint + 1].lower in _PLURAL_DETERMINERS
    if joint < _PAIR or not determined or not last.joined:
        return False
    of_noun = noun.categories == {"N"} and bool(last.agreement({"A"}) & noun.agreement({"N"}))  # décisions prises
    return (last.is_participle and of_noun) or (
        last.categories <= {"A", "V"} and last.is_participle and not last.persons
    )


def _is_of_their_owner(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether a loose adjective that a phrase goes on with may belong to what two joined nouns hang on: la
    discrimination à l'égard des femmes et des filles *existante* dans le monde."""
    if words[place].lower not in _LOOSE or place + 1 >= len(words) or not words[place + 1].joined:
        return False
    phrase = "PREP" in words[place + 1].categories
    return phrase and any(words[place].agreement() & head.possible for head in before.heads[_PAIR:])


def _belongs_to_nearest(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether an adjective that agrees with a noun farther back is most likely that of the nearest one, with
    which it does not agree: l'emploi des armes chimique."""
    word, nearest = words[place], before.heads[0].possible
    if word.lower in _LOOSE or RELATIONAL.search(word.lower) is None or _goes_on(words, place, nearest):
        return False
    # A singular right after a plural hardly ever goes farther back.
    return (nearest <= PLURAL and word.agreement() <= SINGULAR) or not word.agreement() & before.near


def _is_of_a_whole(words: tuple[Word, ...], wanted: frozenset[str], before: Chain) -> bool:
    """Tells whether the nouns are one term, or the name of a body, with the first noun of which the adjective agrees:
    la langue des signes nationale, la Cour des comptes européenne."""
    for head in before.heads[1:]:
        if head.possible & wanted:
            whole = [word.lower for word in words[head.place : before.heads[0].place + 1]]
            opens = head.place == 0 or words[head.place].opens_clause
            return are_a_term(whole) or (words[head.place].is_name and not opens)
    return False


def _is_shared_by_plural(words: tuple[Word, ...], place: int, possible: frozenset[str]) -> bool:
    """Tells whether two singulars share out a plural farther back: les trafics d'influence actif et passif."""
    wanted = {f"{one[0]}p" for one in words[place].agreement() & SINGULAR}
    if not wanted & possible or place + 2 >= len(words) or words[place + 1].lower not in ("et", "ou"):
        return False
    return bool(words[place + 2].agreement({"A"}) & words[place].agreement())


def _goes_on(words: tuple[Word, ...], place: int, noun: frozenset[str]) -> bool:
    """Tells whether the next word agrees with the adjective and not with its noun either: le crédit sur les achats
    provincial déterminé."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.joined or not (following.is_participle or "A" in following.categories):
        return False
    return bool(following.agreement() & words[place].agreement()) and not following.agreement() & noun


def _reaches_beyond(words: tuple[Word, ...], place: int, governor: int) -> bool:
    """Tells whether the adjective may belong to what comes before the word on which its noun hangs: jugées par la
    Banque suffisantes, contenant un colorant exportés, proposition de conclure un contrat adressée."""
    wanted, word = words[place].agreement(), words[governor]
    loose = words[place].is_participle or words[place].lower in _LOOSE
    if wanted <= SINGULAR and not loose:  # a singular seldom reaches back
        return False
    if words[governor + 1].lower == "par" and word.is_participle and wanted & word.agreement():
        return True
    if word.is_present_participle and governor:
        gerund = words[governor - 1].lower == "en"
        return not gerund and bool(wanted & chain(words, governor - 1).possible)
    if word.is_infinitive and words[place].is_participle and words[governor - 1].lower in AFTER_PARTICIPLE:
        return bool(wanted & chain(words, governor - 2).possible) if governor > 1 else False
    joined = governor > 0 and words[governor - 1].lower in ("et", "ou") and bool(word.persons)
    return joined and bool(wanted & PLURAL)
