"""Does a relative clause open with the pronoun that its verb wants: les véhicules *que* dispose la mission, les faits
*qu’*il est accusé, les mesures *dont* il entend adopter?

Read are clauses whose subject is a pronoun, or comes right after the verb, and those that end with a verb that never
lacks an object. The verbs are in ``relative_objects.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be, is_auxiliary, is_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_adverbs
from tmtool.languages.fr.grammar.prepositions.governed import OF, WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OBJECT_CLITICS, OF_FORMS, SUBJECT_PRONOUNS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import DENYING, PLURAL, QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_TO_WHICH = "auxquels, auxquelles"
_LONGEST, _FARTHEST = 9, 24
"""Words at most from dont to the verb that lacks its object, and to the noun of a phrase with its verb."""
_FEW = 4
"""Words at most between a pronoun and the verb of which it is the subject; and of a phrase."""
_ENDS_OF_PHRASES = frozenset(phrase.rpartition("_")[2] for phrase in _WORDS["phrases with à"])
_ENDS = (".", ";", ",", "(", "")
_JOINTS = frozenset({"et", "ou", "en"})
_OF_AND_TO = OF_FORMS | TO_FORMS
_FIGURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]")


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each que that stands for dont, and each dont that stands for que, with the verb that tells."""
    for place in range(1, len(words) - 2):
        word = words[place]
        if word.lower in QUE and word.before == ", " and (verb := _inverted_passive(words, place)) is not None:
            yield Misgoverned(verb, word, verb, "dont")
        elif word.lower in QUE and word.joined:
            if _is_stressed(words, place):
                continue
            verb = None
            if _has_antecedent(words, place):
                verb = _inverted(words, place) or _inverted_passive(words, place)
                verb = verb or _passive(words, place, _WORDS["passive with de"], OF)
            verb = verb or _of_a_noun(words, place)
            verb = verb or _with_its_object(words, place)
            if verb is not None:
                yield Misgoverned(verb, word, verb, "dont")
            elif (verb := _with_to(words, place) or _exposed(words, place)) is not None:
                yield Misgoverned(verb, word, verb, _TO_WHICH)
        elif word.lower == "dont" and (verb := _without_object(words, place)) is not None:
            yield Misgoverned(verb, word, verb, "que")
        elif word.lower == "dont" and (verb := _reaching(words, place) or _taking_part(words, place)) is not None:
            yield Misgoverned(verb, word, verb, _TO_WHICH)


def _is_stressed(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether c'est stresses, before que, what its verb goes with: c'est du maire *que* dépend le port."""
    for at in range(que - 2, max(0, que - _LONGEST), -1):
        if words[at].lower in OF | OF_FORMS and is_be(words[at - 1]) and words[at - 2].lower in ("c'", "ce"):
            return True
        if words[at].opens_clause:
            break
    return False


def _has_antecedent(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun that no clause explains comes right before que, and nobody who is told something: les
    véhicules que, not le fait que, informe le Conseil que."""
    before = words[place - 1]
    finite = before.persons & THIRD and not (place > 1 and is_determiner(words[place - 2]))  # la note que
    noun = "N" in before.categories and not before.is_participle and not finite
    denied = any(word.lower in ("ne", "n'") for word in words[max(0, place - _LONGEST) : place])
    return noun and before.lower not in WORDS["with a clause"] | WORDS["agents"] and not denied


def _inverted(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the verb right after que, its subject after it, whose object comes with de: que *dispose* la mission."""
    verb, article = words[que + 1 : que + 3]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    about = verb.joined and bool(verb.persons & THIRD) and "V" in verb.categories and lemmas <= WORDS["about"]
    return verb if about and article.joined and is_determiner(article) and article.lower not in OF else None


def _inverted_passive(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the participle after que and être, its subject after it, whose complement comes with de: la note que sera
    *saisie* la Réunion."""
    if que + 3 >= len(words) or not all(word.joined for word in words[que + 1 : que + 4]):
        return None
    be, verb, article = words[que + 1 : que + 4]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    about = is_be(be) and bool(lemmas) and verb.is_participle and lemmas <= _WORDS["passive with de"]
    return verb if about and is_determiner(article) and article.lower not in OF_FORMS else None


def _exposed(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the participle after a pronoun and être whose complement comes with à: les obligations qu'il est
    *soumis*."""
    several = _has_antecedent(words, que) and words[que - 1].agreement({"N"}) <= PLURAL and not _is_said(words, que)
    return _passive(words, que, _WORDS["passive with à"], TO_FORMS) if several else None


def _passive(words: tuple[Word, ...], que: int, verbs: frozenset[str], forms: frozenset[str]) -> Word | None:
    """Returns the participle of one of some verbs after être and its subject, a pronoun or a noun with its article,
    whose complement has a preposition of these `forms`, and does not come: qu'il est *accusé*."""
    named = is_determiner(words[que + 1]) and "N" in words[que + 2].categories and words[que + 2].joined
    at = que + 2 + named
    if not (named or words[que + 1].lower in SUBJECT_PRONOUNS) or not words[que + 1].joined or at >= len(words):
        return None
    while at < len(words) - 1 and words[at].joined and (is_auxiliary(words[at]) or words[at].lower == "été"):
        at += 1
    at = after_adverbs(words, at)
    verb, after = words[at], words[at + 1] if at + 1 < len(words) else None
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    fits = verb.joined and verb.is_participle and is_after_be(words, at) and lemmas <= verbs
    complete = after is not None and after.joined and after.lower in forms | {"que", "qu'", "en"}
    return verb if lemmas and fits and not complete else None


def _of_a_noun(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the verb right after a noun with its determiner, which is its subject, whose complement comes with de or
    that has no object, right before the verb that the antecedent is the subject of: les ressources que le secrétariat
    *dispose* sont, les membres que le mandat *expire* sont; None where what is said comes."""
    if que + 4 >= len(words) or not all(word.joined for word in words[que + 1 : que + 5]):
        return None
    article, noun, verb, after = words[que + 1 : que + 5]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    fits = (
        verb.categories <= {"A", "V"}
        and bool(verb.persons & THIRD)
        and lemmas <= WORDS["about"] | _WORDS["without an object"]
    )
    main = after.is_finite_or_auxiliary and not after.is_participle
    explained = words[que - 1].lower in WORDS["with a clause"] or "N" not in words[que - 1].categories
    return verb if fits and main and not explained and is_determiner(article) and "N" in noun.categories else None


def _with_its_object(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the verb after a pronoun whose object comes right after it, where que takes up another: celles qu'il
    *recommande* l'adoption; None where one alone may do so."""
    if que + 4 >= len(words) or words[que - 1].lower not in _WORDS["pointing"]:
        return None
    pronoun, verb, article, noun = words[que + 1 : que + 5]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    fits = pronoun.lower in SUBJECT_PRONOUNS and verb.categories == {"V"} and lemmas <= _WORDS["with one object"]
    whole = all(word.joined for word in (pronoun, verb, article, noun))
    thing = article.lower in OBJECT_CLITICS and noun.categories == {"N"} and not noun.is_name
    thing = thing and noun.lower not in WORDS["times"] | WORDS["agents"]
    return verb if fits and whole and thing else None


def _with_to(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the verb of a pronoun whose complement comes with à, and does not come, after several things that que
    takes up: les difficultés qu'elles ont dû *remédier*; None where que may open what somebody says."""
    before = words[que - 1]
    several = before.lower in _WORDS["pointing"] or (
        _has_antecedent(words, que) and before.agreement({"N"}) <= PLURAL and not _is_said(words, que)
    )
    if not several or words[que + 1].lower not in SUBJECT_PRONOUNS or not words[que + 1].joined:
        return None
    for at in range(que + 2, min(len(words), que + 2 + _FEW)):
        word = words[at]
        if not word.joined or word.lower in _WORDS["other clauses"] | _WORDS["taking up with à"]:
            return None
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        if lemmas and lemmas <= _WORDS["only with à"]:
            after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
            ends = after is None or ("PREP" in after.categories and after.lower not in TO_FORMS)
            return word if ends else None
    return None


def _is_said(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether a verb before que in its sentence may have what is said as its object: ressort des textes que,
    informe les élus que; not informe la Commission des faits que."""
    of_what = words[que - 2].lower in OF_FORMS
    verbs = _WORDS["saying"] if of_what else _WORDS["saying"] | _WORDS["telling"]
    for at in range(que - 1, max(-1, que - _FARTHEST), -1):
        if any(entry.category == "V" and entry.lemma in verbs for entry in words[at].entries):
            return True
        if words[at].opens_clause:
            return False
    return False


def _taking_part(words: tuple[Word, ...], dont: int) -> Word | None:
    """Returns the noun that with its verb ends the clause of dont, where what they go with comes with à, and does not
    come: un débat dont l'Agence a accepté de prendre *part*."""
    for at in range(dont + 1, min(len(words), dont + 1 + _FARTHEST)):
        word = words[at]
        if not word.joined or word.lower in _WORDS["other relatives"] | _WORDS["taking up with à"]:
            return None
        after = at + (at + 1 < len(words) and words[at + 1].joined and words[at + 1].categories == {"ADV"})
        if word.lower not in _ENDS_OF_PHRASES or not _ends(words, after):
            continue
        later = words[at + 1 : at + 1 + _LONGEST]
        if any(one.mark == "," and one.lower in TO_FORMS for one in later):  # selon lui, à la sécurité
            return None
        for first in range(at - 1, max(dont, at - _FEW), -1):
            phrases = {
                "_".join((entry.lemma, *(one.lower for one in words[first + 1 : at + 1])))
                for entry in words[first].entries
                if entry.category == "V"
            }
            if phrases & _WORDS["phrases with à"]:
                return word
    return None


def _without_object(words: tuple[Word, ...], dont: int) -> Word | None:
    """Returns the infinitive, the participle after avoir, or the finite form, of a verb that never lacks an object,
    right before the end of the clause that dont opens: dont le Gouvernement entend *adopter* sont, dont il est
    conseillé de *souscrire* couvre."""
    finite, impersonal = 0, words[dont + 1].lower == "il"
    for at in range(dont + 1, min(len(words), dont + 1 + _LONGEST)):
        word = words[at]
        object_before = word.lower in OBJECT_CLITICS and words[at + 1 if at + 1 < len(words) else at].persons & THIRD
        if not word.joined or word.lower in _WORDS["other clauses"] or object_before:
            return None
        finite += word.is_finite_or_auxiliary
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        after_preposition = "PREP" in words[at - 1].categories and not (impersonal and words[at - 1].lower in OF)
        done = (word.is_infinitive and not after_preposition) or (
            word.is_participle and any(e.lemma == "avoir" for e in words[at - 1].entries)
        )
        done = done or (at > dont + 1 and word.is_finite_verb)
        if finite == 1 and done and lemmas and lemmas <= _WORDS["always an object"]:
            denied = at + 1 < len(words) and words[at + 1].joined and words[at + 1].lower in DENYING
            last = at + denied  # dont ils ne connaissaient pas
            return word if _ends(words, last) or _ends_with_phrase(words, last + 1) else None
    return None


def _ends_with_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether phrases of time or place, or of who did it, are all that comes before the next mark or the verb of
    the sentence: avant leur départ, à sa session précédente."""
    if place >= len(words) or not words[place].joined or words[place].lower not in _WORDS["times and places"]:
        return False
    for at in range(place + 1, len(words)):
        word, before = words[at], words[at - 1]
        if word.is_finite_or_auxiliary and not word.is_participle:
            return True
        if not word.joined:
            return _FIGURE.fullmatch(word.before) is None
        if word.lower in _WORDS["other clauses"] - _JOINTS or word.is_infinitive or word.is_present_participle:
            return False
        opens = is_determiner(word) or is_numeral(word)
        if opens and "PREP" not in before.categories and not is_determiner(before) and word.lower not in _OF_AND_TO:
            return False
    return True


def _reaching(words: tuple[Word, ...], dont: int) -> Word | None:
    """Returns the verb of a clause that dont opens whose complement comes with à, and does not come: les conclusions
    dont le Conseil est *parvenu*."""
    for at in range(dont + 1, min(len(words), dont + 1 + _LONGEST)):
        word = words[at]
        if not word.joined or word.lower in _WORDS["other clauses"]:
            return None
        impersonal = words[dont + 1].lower == "il" and words[at - 1].lower == "été" and word.is_participle
        verbs = _WORDS["reaching"] | _WORDS["done to"] if impersonal else _WORDS["reaching"]
        if any(entry.category == "V" and entry.lemma in verbs for entry in word.entries):
            return word if (word.categories == {"V"} or word.is_participle) and _ends(words, at) else None
    return None


def _ends(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause ends after a word: at a mark, or before a finite verb that can be nothing else."""
    if place + 1 == len(words):
        return True
    after = words[place + 1]
    if not after.joined:
        return after.mark[:1] in _ENDS
    if after.lower in ("ne", "n'"):
        return True
    return after.is_finite_or_auxiliary and not after.is_participle
