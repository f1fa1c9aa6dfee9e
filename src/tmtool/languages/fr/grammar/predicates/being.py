"""Which form of être ends at a word, with its helpers: est, ont été, doit être, auraient dû être, est demeurée; and in
a question: a-t-elle été, devrait-elle être?

The closed words are in ``being.tsv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.words.closed_words import OTHER_CLITICS, PERSONAL
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, adverb_after, adverb_before
from tmtool.languages.tables import one_of, word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
BEFORE_A_VERB = _WORDS["before a verb"]
_BE = _WORDS["singular"] | _WORDS["plural"]
_PLURAL_VERBS = _WORDS["plural"] | _WORDS["have plural"] | _WORDS["modal plural"]
HAVE = _WORDS["have singular"] | _WORDS["have plural"]
"""Forms of avoir in the third person."""
_MODAL = _WORDS["modal singular"] | _WORDS["modal plural"]
ADVERBS = re.compile(rf"\w+ment$|(?:{one_of(_WORDS['adverbs'])})$")
"""Words that may come between an auxiliary and its participle."""
_MANIFOLD = 2
_BY_DEGREES = ("de", "plus", "en", "plus"), ("de", "moins", "en", "moins")
_LONGEST_PHRASE = 12
_INVERTED = re.compile(r"-(?:t-)?(ils?|elles?)$")
LONGEST_ADVERBIAL = 4
"""Words from an auxiliary to its participle at most, adverbs between."""


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """An `Auxiliary` is a form of être with its helpers: the places of the finite verb and of its last word, and its
    number."""

    verb: int
    last: int
    number: str


def auxiliary_at(words: tuple[Word, ...], place: int) -> Auxiliary | None:
    """Returns the form of être that ends at `place`: est, ont été, ayant été, doit être, est demeurée, est-elle."""
    lower = _alone(words[place].lower)
    if lower in _BE or (lower == "reste" and _is_finite(words, place)):
        return Auxiliary(place, place, _number(lower))
    if lower in _WORDS["become"] and place and words[place].joined and words[place - 1].lower in _BE:
        return Auxiliary(place - 1, place, _number(words[place - 1].lower))
    if lower == "étant":  # étant donné, étant entendu say nothing of a noun
        absolute = place + 1 < len(words) and words[place + 1].lower in _WORDS["absolute"]
        return Auxiliary(place, place, "") if words[place].joined and not absolute else None
    if lower in _WORDS["stay"] and place and words[place].joined and words[place].is_infinitive:
        at = place - 1 - (place > 1 and ADVERBS.match(words[place - 1].lower) is not None)
        helper = words[at].lower
        return Auxiliary(at, place, _number(helper)) if helper in _MODAL and words[at + 1].joined else None
    if lower not in ("été", "être"):
        return None
    at = _before_phrase(words, place - 1)
    while at >= 0 and words[at + 1].joined and ADVERBS.match(words[at].lower) and at > place - LONGEST_ADVERBIAL:
        at -= 1
    if lower == "être" and at > 0 and words[at].lower in _WORDS["past modal"]:
        have = at - 1
        while (
            have > 0 and words[have + 1].joined and ADVERBS.match(words[have].lower) and have > at - LONGEST_ADVERBIAL
        ):
            have -= 1
        at = have if words[have].lower in HAVE and words[have + 1].joined else at  # n'auraient pas dû être
    if (
        lower == "être"
        and at > 0
        and at == place - 1
        and words[place].joined
        and words[at].lower in _WORDS["modal infinitives"]
    ):
        at = _before_infinitive(words, at)  # pourraient devoir être remplacées
    if lower == "être" and (governor := _governor(words, place)) >= 0:
        return Auxiliary(governor, place, "p" if words[governor].persons == {"3p"} else "s")
    if lower == "être" and at > 0 and at == place - 1 and words[at].lower in OTHER_CLITICS and words[place].joined:
        at -= 1  # peuvent y être ajoutés
    helper = _alone(words[at].lower) if at >= 0 and words[at + 1].joined else ""
    if lower == "être" and helper in HAVE and at + 1 < place:
        return Auxiliary(at, place, _number(helper))
    if lower == "été" and helper in HAVE | {"ayant"}:
        return Auxiliary(at, place, _number(helper))
    return Auxiliary(at, place, _number(helper)) if lower == "être" and helper in _MODAL else None


def _before_infinitive(words: tuple[Word, ...], infinitive: int) -> int:
    """Returns the place of the modal verb before a modal infinitive, adverbs between: *pourraient* ne pas devoir."""
    at = infinitive - 1
    while at > 0 and words[at + 1].joined and (ADVERBS.match(words[at].lower) or words[at].lower == "ne"):
        at -= 1
    modal = words[at + 1].joined and words[at].lower in _MODAL
    return at if at >= 0 and modal else infinitive


def _before_phrase(words: tuple[Word, ...], place: int) -> int:
    """Returns the place before an adverb of a preposition and a noun that ends at `place`, else `place`: doivent
    *d'abord* être."""
    length = adverb_before([word.lower for word in words[max(0, place + 1 - LONGEST) : place + 1]])
    joined = all(word.joined for word in words[place + 2 - length : place + 2])
    return place - length if length and joined and length <= place else place


def is_be(word: Word) -> bool:
    """Tells whether a word is a form of être in the third person, or of what is like it."""
    return word.lower in _BE


def _governor(words: tuple[Word, ...], be: int) -> int:
    """Returns the place of the finite verb whose subject is that of être after de or à: méritent d'être lus, ont peu de
    chances d'être lus; -1 for none."""
    at = be - 2
    if at < 1 or words[be - 1].lower not in ("d'", "à") or not words[be].joined or not words[be - 1].joined:
        return -1
    if words[at].lower in _WORDS["had by the subject"] and words[be - 1].lower == "d'":
        at -= 1
        while at > 0 and words[at + 1].joined and words[at].lower in _WORDS["before what is had"]:
            at -= 1
        return at if at > 0 and words[at].lower in HAVE and words[at + 1].joined else -1
    one = words[at].persons in ({"3s"}, {"3p"}) and words[at].categories == {"V"}
    governs = one and any(entry.lemma in _WORDS["before being"] for entry in words[at].entries)
    return at if governs and not words[at].is_participle else -1


def _is_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a pronoun or a noun right before a word shows that it is a verb: elle reste, ne reste, le taux
    d'intérêt reste."""
    if not place or not words[place].joined:
        return False
    before = words[place - 1]
    nominal = before.categories <= {"N", "A"} and "N" in before.categories and not before.is_name
    return before.lower in BEFORE_A_VERB or (nominal and before.lower not in ("le", "un"))


def inverted_pronoun(word: Word) -> frozenset[str]:
    """Returns what the pronoun is that a question joins to its verb, empty for none: devrait-elle."""
    found = _INVERTED.search(word.lower)
    return frozenset({PERSONAL[found.group(1)]}) if found else frozenset()


def _alone(verb: str) -> str:
    """Returns a verb without the pronoun that a question joins to it."""
    return _INVERTED.sub("", verb) if "-" in verb else verb


def _number(verb: str) -> str:
    return "" if verb == "ayant" else "p" if verb in _PLURAL_VERBS else "s"


def after_only(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after être at `place`, and after a que that with ne before limits what is said: n'ont été que
    partiellement appliquées."""
    if place + 2 < len(words) and words[place + 1].before == ", " and "PREP" in words[place + 1].categories:
        return _after_phrase(words, place + 1)
    if place + 2 >= len(words) or words[place + 1].lower != "que" or not ADVERBS.match(words[place + 2].lower):
        return place + 1
    limits = any(word.lower in ("ne", "n'") for word in words[max(0, place - 2) : place])
    return place + 2 if limits else place + 1


def after_adverb(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after the adverb of one word, or of a preposition and a noun, that begins at `place`, else
    `place`: ont été *en partie* financées."""
    if ADVERBS.match(words[place].lower):
        return place + 1
    return place + adverb_after([word.lower for word in words[place : place + LONGEST]])


def _after_phrase(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after a phrase between two commas that begins at `place`: sont, pour tous les États, lourdes;
    `place` where it does not end so."""
    for at in range(place + 1, min(len(words), place + _LONGEST_PHRASE)):
        if words[at].before == ", ":
            return at
        if not words[at].joined:
            return place
    return place


def after_degrees(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after de plus en plus or de moins en moins, or after le plus of a superlative that is no noun
    (ont été les plus *demandées*), or after deux fois plus, `place` where that is not there."""
    end = place + len(_BY_DEGREES[0])
    here = tuple(word.lower for word in words[place:end])
    if here in _BY_DEGREES and end < len(words):
        return end
    if len(here) > _MANIFOLD and here[1] == "fois" and here[2] in ("plus", "moins") and end - 1 < len(words):
        return end - 1 if is_numeral(words[place]) else place  # deux fois plus touchés
    most = here[1:2] in (("plus",), ("moins",)) and here[0] in ("le", "la", "les") and place + 2 < len(words)
    if not most:
        return place
    kinds = words[place + 2].categories
    persons = "A" in kinds and ("N" in kinds or words[place - 1].lower != "été")  # sont les plus démunis
    return place if persons else place + 2
