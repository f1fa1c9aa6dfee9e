"""May the complement of a word be before it, or later, or may what comes after it be its subject, so that it is no
complement: les pays dont dépendent les résultats, à l'issue participeront les membres?
"""

from __future__ import annotations

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be, is_be
from tmtool.languages.fr.grammar.prepositions.complement_rules import (
    FEW,
    FORMS,
    HAVE,
    PHRASES,
    ends_phrase,
    ends_set,
    opens_alone,
)
from tmtool.languages.fr.grammar.prepositions.governed import WORDS
from tmtool.languages.fr.grammar.words.closed_words import NE, OTHER_CLITICS, SE
from tmtool.languages.fr.grammar.words.reading import QUE, Word, first_joined, start_of_clause

_INVERTING = WORDS["inverting"] - PHRASES["in which"]
_CAUSING = frozenset({"faire", "laisser"})
"""Verbs that let the subject of an infinitive come after it: faire participer les citoyens."""
_CARRYING_ON = frozenset({"et", "mais"})
"""Words right before a verb that has nothing of another clause before it."""
_TAKING_UP = {"dont": "de", "en": "de", "y": "à", "lui": "à", "leur": "à", "auquel": "à", "auxquels": "à"}
"""Pronouns that take up what goes with one preposition alone."""
_BACK = 8
"""Words back in which a relative pronoun lets a subject come after its verb, or takes its complement up."""
_FAR = 16
"""Words back in which c'est may stress a complement: c'est à elle que doivent participer."""
_ASKING = frozenset({"demander"})
"""A verb of giving whose object hangs on nobody: demandent la révision au règlement."""
_STRESSING = frozenset({"c'", "ce"})


def is_elsewhere(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether the complement may come before the word, or later, or what comes after it is its subject."""
    if right == "de" and words[place + 1].lower in FORMS["à"] and _is_given(words, place):
        return True
    far = max(0, place - _FAR)
    stressed = any(words[at].lower in _STRESSING and is_be(words[at + 1]) for at in range(far, place))
    is_bare = opens_alone(words[place + 1])
    takes_up = right.startswith("le") or stressed or is_bare or words[place + 1].lower in ("du", "des")
    for at in range(place - 1, max(-1, place - _BACK), -1):
        if not words[at + 1].joined or (words[at].lower in _CARRYING_ON and _are_clitics(words[at + 1 : place])):
            break
        in_phrase = words[at].lower == "en" and ends_phrase(words[place].lower)
        in_set = words[at].lower == "en" and at == place - 2 and ends_set(words[place].lower)  # en l'absence
        if in_set or (
            at == place - 1 and (in_phrase or words[at].lower == "comme")
        ):  # mise en œuvre, considéré comme contraire
            continue
        if words[at].lower in QUE and not takes_up:
            continue  # demande que les centres soient dotés
        if not is_bare and right not in _TAKING_UP.get(words[at].lower, right):
            continue  # dont deux ont été jugés conformes avec
        owns = words[at].lower == "leur" and "N" in words[at + 1].categories  # leur gratitude
        near = not owns and (at > place - 3 or _takes_up_its_noun(words, at, place))
        if words[at].lower in PHRASES["in which"] and (words[at].lower not in OTHER_CLITICS or near):
            if _has_its_own_verb(words, at, place):
                break
            return True
    if words[place + 1].lower == "que" and not _is_said_and_not_denied(words, place):
        return True  # n'est inférieur que la première année, le montant inférieur que le ministre fixe
    forms = FORMS.get(right, (right,))
    if words[place + 1].lower == "pour" and any(word.lower in forms for word in words[place + 2 : place + _BACK]):
        return True  # proviennent pour les deux tiers de dons
    if _comes_first(words, place, forms):
        return True
    if is_bare:
        inverts = any(entry.lemma in PHRASES["inverting verbs"] for entry in words[place].entries)
        earlier = words[max(far, start_of_clause(words, place), place - _BACK) : place]
        asked = any(  # comment participeront les laboratoires
            one.lower in _INVERTING and not _is_subject_who(words, at)
            for at, one in enumerate(earlier, place - len(earlier))
        )
        given = words[place].is_participle and any(one.lower == "il" for one in earlier[-FEW:])
        if (
            asked
            or may_be_done_by(words, place)
            or given
            or _opens_with_be(words, place)
            or (inverts and any(one.lower in forms for one in earlier))
        ):
            return True  # et aux contributions s'ajoutent les dons
    for at in range(place + 2, min(len(words), place + _BACK)):
        if not words[at].joined and words[at].mark != ",":
            break
        if words[at].mark == "," and words[at].lower in forms:
            return True
    return False


def _is_given(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner is the object of a verb that has à after its object: ont limité
    l'*interprétation* à deux séances, confie la *rédaction* au secrétariat."""
    at = place - 2
    if at < 0 or not is_determiner(words[place - 1]) or not words[place - 1].joined:
        return False
    while at > 0 and words[at].joined and (words[at].categories == {"ADV"} or words[at].lower in PHRASES["between"]):
        at -= 1
    lemmas = {entry.lemma for entry in words[at].entries if entry.category == "V"}
    return bool(lemmas & (WORDS["giving"] - _ASKING | PHRASES["object and à"]))


def _takes_up_its_noun(words: tuple[Word, ...], pronoun: int, place: int) -> bool:
    """Tells whether en before a verb is what hangs on the object of that, a noun with its article: en demander la
    *révision* au maire, en a confié l'*élaboration* à."""
    owned = words[pronoun].lower == "en" and words[place - 1].lower in DEFINITE and "N" in words[place].categories
    between = words[pronoun + 1 : place - 1]
    return owned and bool(between) and all(one.categories & {"V", "ADV"} for one in between)


def may_be_done_by(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive comes after faire or laisser, so that who does it may come after it: faire
    participer deux membres."""
    before = words[max(0, place - FEW) : place]
    return words[place].is_infinitive and any(entry.lemma in _CAUSING for one in before for entry in one.entries)


def _is_subject_who(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a qui that is a subject: le Conseil, *qui* se compose; not à qui incombent."""
    return words[at].lower == "qui" and at > 0 and "PREP" not in words[at - 1].categories


def _is_said_and_not_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective comes after être without ne."""
    return is_after_be(words, place) and not any(one.lower in NE for one in words[max(0, place - _BACK) : place])


def _opens_with_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a form of être or avoir opens the clause, whose subject comes after its verb: sont invités à
    participer les membres."""
    place = first_joined(words, place)
    carried_on = place > 0 and words[place].mark[-1:] == ","  # le Groupe, créé en mai, a répondu
    return not carried_on and any(entry.lemma in ("être", HAVE) for entry in words[place].entries)


def _has_its_own_verb(words: tuple[Word, ...], pronoun: int, place: int) -> bool:
    """Tells whether a relative clause with its verb, and a noun for its subject, comes between its pronoun and the verb
    at `place`: les pays dont la jurisprudence devait être analysée ont répondu."""
    own = place - 1
    while own > pronoun and words[own].categories == {"ADV"}:
        own -= 1
    end = own if any(entry.lemma in ("avoir", "être") for entry in words[own].entries) else place
    if words[pronoun].lower != "dont" or not is_determiner(words[pronoun + 1]):
        return False
    return any(word.is_finite_verb for word in words[pronoun + 2 : end])


def _are_clitics(words: tuple[Word, ...]) -> bool:
    """Tells whether nothing but ne is between et and a verb: et ne préjuge."""
    return all(word.lower in NE for word in words)


def _comes_first(words: tuple[Word, ...], place: int, forms: tuple[str, ...]) -> bool:
    """Tells whether a complement with one of some prepositions opens what leads up to a verb, so that its subject comes
    after it: de ce choix dépendent les résultats. Across other marks it does only where the verb begins after a comma,
    or is reflexive: au débat, qui a été long, ont participé les maires; aux villes (25) s'est ajouté un port."""
    first, adverbial = first_joined(words, place), PHRASES["adverbial"]
    if words[first].lower in forms and words[first + 1].lower not in adverbial:
        return True  # not au titre du point 5 les avis seront renvoyés
    start = start_of_clause(words, place)
    if start == place or words[start].lower not in forms:
        return False
    verb = place
    while verb > start + 1 and words[verb].joined and _belongs_to_verb(words[verb - 1]):
        verb -= 1
    parted = words[verb].mark[-1:] == ","
    reflexive = words[verb].lower in SE and words[start + 1].lower not in adverbial
    reflexive = reflexive and all(word.mark[-1:] != "," for word in words[start + 1 : verb + 1])
    return verb < place and (parted or reflexive)


def _belongs_to_verb(word: Word) -> bool:
    """Tells whether a word is an auxiliary, or a small word before one."""
    return word.lower in SE | NE | OTHER_CLITICS or any(entry.lemma in ("être", HAVE) for entry in word.entries)
