"""Which participle or adjective agrees in a free structure that the model seldom met: before its noun, with one who is
far off, with an object that something is held to be, with what is counted or named elsewhere?

The closed words are in ``free_agreement.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import lemmas, tags
from tmtool.languages.fr.grammar.contexts.around import (
    AGREEING,
    COUNTING,
    OPENING,
    PLURALS,
    agreement,
    all_of,
    are_joined,
    before_adverbs,
    begins_with,
    has_group,
    is_abbreviated,
    is_adverb,
    is_finite,
    start_of_sentence,
    verb_group,
)
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_QUOTED, _NEAR, _FAR = 4, 12, 24
"""Words from a word to the marks of its quotation, to what is near it, and to what is far off in its sentence."""


def is_free(words: Sequence[Token], place: int) -> bool:
    """Tells whether a participle or an adjective may have its gender and number in such a structure."""
    own = agreement(words[place].text, AGREEING)
    return bool(own) and any(one(words, place, own) for one in _STRUCTURES)


def is_of_an_amount(words: Sequence[Token], place: int) -> bool:
    """Tells whether a participle or an adjective agrees with the noun of which a sum, or which as a share, comes before
    it; nothing nearer has to agree then."""
    own = agreement(words[place].text, AGREEING)
    return _is_of_a_sum(words, place, own) or _is_of_a_share(words, place, own)


def may_be_so(words: Sequence[Token], place: int) -> bool:
    """Tells whether what may be an infinitive or a participle is right: as the latter it `is_free`, or it is an
    infinitive with a verb that has one, or a noun after à (à portée)."""
    known = tags(words[place].text)
    before = before_adverbs(words, place)
    if "V:W" in known:
        governed = place > 0 and words[place - 1].text in _WORDS["right before infinitives"]
        # Retirer cette offre serait céder.
        governed = governed or "V:W" in tags(words[start_of_sentence(words, place)].text)
        return governed or (before >= 0 and not lemmas(words[before].text).isdisjoint(_WORDS["before infinitives"]))
    if words[before].text == "à" and before == place - 1 and any(tag.startswith("N:") for tag in known):
        return place + 1 == len(words) or words[place + 1].text not in OPENING
    return is_free(words, place)


def _is_no_adjective(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a present participle stays as it is, or être is no noun: séparées et *fermant* à clef, n'*être*."""
    return "V:G" in tags(words[place].text) or words[place].text == "être"


def _is_quoted(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word is in a short quotation: notées « en partie *conforme* »."""
    before = [word.text for word in words[max(0, place - _QUOTED) : place]]
    after = [word.text for word in words[place + 1 : place + 1 + _QUOTED]]
    opened = max((at for at, text in enumerate(before) if text in _WORDS["opening"]), default=-1)
    closed = any(text in _WORDS["closing"] for text in before[opened + 1 :])
    return opened >= 0 and not closed and any(text in _WORDS["closing"] for text in after)


def _is_counted(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a bare number is the subject, of what was named before: 70 ont été *retrouvés*; or an abbreviation,
    whose gender nothing tells: les B.C.N. sont *priés*."""
    first = verb_group(words, place)
    subject = before_adverbs(words, first)
    if first == place or subject < 0 or not own <= PLURALS:
        return False
    start = start_of_sentence(words, place)
    counted = [agreement(two.text) & PLURALS for one, two in pairwise(words[start:subject]) if one.text in COUNTING]
    if any(counted) and not any(one & own for one in counted):  # sur 158 demandes, 19 ont été rejetées
        return False
    short = words[subject].capital == 2 or is_abbreviated(words, subject)
    return short or words[subject].text in COUNTING or words[subject].text == "%"


def _is_judged(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether this is what something is held to be, or seen done: que deux États jugent *dépassée*, juge
    *injustifiés* 14 emplois, voir *rétablie*."""
    for at in range(place - 1, max(-1, place - _NEAR), -1):
        if words[at].text in _WORDS["clauses"] or words[at].text in _WORDS["marks"]:
            return False
        if not lemmas(words[at].text).isdisjoint(_WORDS["judging"]) and not _is_owned(words, at):
            around = [*words[max(0, place - _FAR) : place], *words[place + 1 : place + 1 + _QUOTED + 1]]
            return any(word.text in _WORDS["objects"] for word in words[max(0, at - 2) : at]) or has_group(around, own)
    return False


def _is_owned(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word is a noun by its determiner: le *juge*."""
    noun = any(tag.startswith("N:") for tag in tags(words[place].text))
    return noun and place > 0 and words[place - 1].text in OPENING


def _is_reflexive(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a participle with se agrees with what que takes up, or with the subject of a clause of its own: les
    dix mois qu'il s'est *fixés*, deux partenaires s'étant *retirés*."""
    first = verb_group(words, place)
    if first == place or words[first].text not in _WORDS["reflexive"]:
        return False
    if any(word.text == "étant" for word in words[first:place]):
        return bool(all_of(words[max(0, first - _QUOTED) : first]) & own)
    que = next((at for at in range(first - 1, max(0, first - _NEAR), -1) if words[at].text in _WORDS["que"]), 0)
    return bool(all_of(words[max(0, que - _QUOTED) : que]) & own)


def _is_of_who(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether qui is the subject, what stands between commas passed over, and takes up a noun before it that
    agrees: l'Organisation du Travail, qui, en vertu de l'article 74, est *invitée*."""
    first = verb_group(words, place)
    if first == place:
        return False
    for at in range(first - 1, max(-1, first - _FAR), -1):
        if words[at].text == "qui":
            return bool(all_of(words[max(0, at - _NEAR) : at], AGREEING) & own)
        if is_finite(words[at]) or words[at].text in _WORDS["clauses"]:
            return False
    return False


def _is_of_the_first(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether the noun group with which the clause begins agrees, and no other verb is between: un projet de loi
    visant à lever cette exigence a été *déposé*, le budget d'appui aux programmes *proposé*."""
    start, first = start_of_sentence(words, place), verb_group(words, place)
    for at in range(first - 1, max(start, first - _FAR) - 1, -1):
        if is_finite(words[at]):
            return False
        opens = at == start or words[at - 1].text in _WORDS["before clauses"]
        if opens and words[at].text in OPENING and agreement(words[at + 1].text, AGREEING) & own:
            return begins_with(words[at:first], own)
    return False


def _is_set_apart(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a participle, or an adjective with a phrase, comes after a comma and agrees with a noun before it
    that has its determiner: l'Autorité de lutte contre le blanchiment et la fraude, *sise* à Francfort; or follows a
    number that names a thing: le 9.2.4.7, *conçu* pour."""
    comma = before_adverbs(words, place)
    if comma < 1 or words[comma].text not in _WORDS["apart"]:
        return False
    after = words[place + 1].text if place + 1 < len(words) else ""
    participle = any(tag.startswith("V:K") for tag in tags(words[place].text))
    if not participle and "PREP" not in tags(after):
        return False
    if words[comma - 1].text in COUNTING or words[comma - 1].capital:
        return True
    return has_group(words[max(0, comma - _FAR) : comma], own)


def _opens(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a participle opens a sentence, or follows sitôt, and agrees with the subject after its own words:
    *Interrogées* par le secrétariat, neuf banques; sitôt *écoulée* la période."""
    opening = before_adverbs(words, place)
    if opening >= 0 and words[opening].text in _WORDS["conceding"] and begins_with(words[place + 1 :], own):
        return True
    if opening + 1 != start_of_sentence(words, place):
        return False
    after = words[place + 1 : place + 1 + _FAR]
    return any(word.text == "," and begins_with(after[at + 1 :], own) for at, word in enumerate(after))


def _is_a_noun(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word that may be a noun is one by what is before it: le nombre de *détenues*, prier les
    *intéressées* de."""
    nouns = agreement(words[place].text)
    if not nouns or place == 0 or words[place - 1].text not in _WORDS["before nouns"]:
        return False
    plural = words[place - 1].text in _WORDS["before plurals"]
    following = words[place + 1].text if place + 1 < len(words) else ""
    return not agreement(following) and (not plural or bool(nouns & PLURALS))


def _are_several(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a masculine plural may be said of two that are joined, one a masculine: ce résumé ainsi que les
    suggestions seront *soumis*."""
    first = verb_group(words, place)
    if "mp" not in own or first == place:
        return False
    start = max(start_of_sentence(words, place), first - _FAR)
    subject = words[start:first]
    return are_joined(subject) and bool(all_of(subject) & {"ms", "mp"}) and not any(map(is_finite, subject))


def _is_past_a_participle(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a present participle with its words parts a word from its noun: les quantités de désinfectants
    relevant de la classe 3 *transportées*."""
    before = words[max(0, place - _NEAR) : place]
    for at, word in enumerate(before):
        if (
            "V:G" in tags(word.text)
            and lemmas(word.text).isdisjoint(_WORDS["infinitives"])
            and not any(map(is_finite, before[at:]))
        ):
            return has_group(before[:at], own)
    return False


def _is_of_an_infinitive(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether avoir été or être after a preposition has a subject before it that agrees: ils ont expiré sans
    avoir été *reconduits*."""
    first = verb_group(words, place)
    governed = first > 0 and words[first - 1].text in _WORDS["right before infinitives"]
    infinitive = any(word.text in _WORDS["infinitives"] for word in words[first:place])
    return governed and infinitive and has_group(words[max(start_of_sentence(words, place), first - _FAR) : first], own)


def _is_of_some(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a share or a number of things comes right before a verb group, or another of several: une autre,
    déposée trop tard, n'a pu être *examinée*."""
    first = verb_group(words, place)
    start = start_of_sentence(words, place)
    opener = [word.text for word in words[start : start + 2]]
    taken = len(opener) > 1 and opener[1] in _WORDS["others"]
    return first != place and taken and any(one[0] == ("f" if opener[0] in ("une", "la") else "m") for one in own)


def _is_of_a_sum(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word agrees with the noun of which a sum or a number comes before it: des économies de 118,5
    millions de dollars *réalisées* grâce à eux."""
    before = words[max(0, place - _NEAR) : place]
    for at in range(1, len(before) - 2):
        if before[at].text in _WORDS["of"] and before[at + 1].text in COUNTING:
            verbs = any(map(is_finite, before[at:]))
            if not verbs and agreement(before[at - 1].text) & own:
                return True
    return False


def _is_of_a_share(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word agrees with the share or the amount of a thing that comes right before it: la part de
    l'appui *consacrée* à la santé."""
    for at in range(place - 2, max(-1, place - _QUOTED - 2), -1):
        if words[at + 1].text in _WORDS["of"] and not _WORDS["amounts"].isdisjoint(
            {words[at].text, *lemmas(words[at].text)}
        ):
            return bool(agreement(words[at].text) & own)
        if is_finite(words[at]) or words[at].text in _WORDS["clauses"] or words[at].text in _WORDS["apart"]:
            return False
    return False


def _follows_adverbs(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether adverbs, and adjectives that agree, part a word from its noun: les corrections purement
    *rédactionnelles*, un brouillage préjudiciable *causé*."""
    for at in range(place - 1, max(-1, place - _QUOTED), -1):
        nouns = agreement(words[at].text)
        if words[at].text in COUNTING:  # deux fois plus
            return False
        if nouns:
            return bool(nouns & own) and lemmas(words[at].text).isdisjoint(_WORDS["infinitives"])
        if not (is_adverb(words[at]) or agreement(words[at].text, AGREEING) & own):
            return False
    return False


_STRUCTURES: tuple[Callable[[Sequence[Token], int, Set[str]], bool], ...] = (
    _is_no_adjective,
    _is_quoted,
    _is_counted,
    _is_judged,
    _is_reflexive,
    _is_of_who,
    _is_of_the_first,
    _is_set_apart,
    _opens,
    _is_a_noun,
    _are_several,
    _is_past_a_participle,
    _is_of_an_infinitive,
    _is_of_some,
    _is_of_a_sum,
    _is_of_a_share,
    _follows_adverbs,
)
