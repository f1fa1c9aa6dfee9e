"""Which word before a participle wants an infinitive: priés de *ne pas* dépassé, *visent* à réduit, *verront* leur
mandat expiré, *comment* élaboré des plans?

The words are in ``infinitives.tsv``.
"""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from tmtool.languages.fr.grammar.forms import homophones
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.words.closed_words import OBJECT_CLITICS, OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import DENYING, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("infinitives.tsv"))
_TAKING_UP, _ONE = frozenset({"y", "en"}), frozenset({"un", "une"})
_ADVERBS_AHEAD = frozenset({"mieux", "bien", "toujours", "également", "aussi"})
_FARTHEST = 7
"""Words back from what is asked to the verb that asks."""
_BACK = 3
"""Words of à mieux and what they hang on; and of somebody's thing after voir."""


def wanting_infinitive(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the word before the participle at `place` after which only an infinitive can be, None where a participle
    may stand."""
    word, before = words[place], words[place - 1]
    if before.lower.rstrip("es") == "censé":  # censés notifiés une date
        return before
    if _is_after_not(words, place) or (_is_no_noun(word) and _is_after_adverb(words, place)):
        return before
    if _is_asked_how(words, place) or _is_seen_by_oneself(words, place):
        return before
    if _is_aimed_at(words, place) or _is_to_be_done(words, place) or _is_asked_of(words, place):
        return before
    return _cause(words, place)


def _is_no_noun(word: Word) -> bool:
    return word.categories <= {"A", "V"} and not word.persons & THIRD and not word.is_infinitive


def _is_without_passive(word: Word) -> bool:
    return any(entry.lemma in _WORDS["without passive"] for entry in word.entries)


def _is_after_not(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes right after ne and pas, between which and it nothing but an infinitive, or a
    pronoun before one, can be: priés de ne pas *dépassé*."""
    at = place - 1
    if words[at].lower in _TAKING_UP and at and words[at].joined and words[at - 1].lower in ("s'", "se"):
        return not words[place].persons & THIRD  # de s'y conformés
    while at > 1 and words[at].lower in _WORDS["pronouns"] and words[at].joined:
        at -= 1
    ne = at > 0 and words[at - 1].lower == "ne" and words[at].joined and words[at + 1].joined
    return ne and words[at].lower in DENYING


def _is_after_adverb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle with an object comes after a preposition and an adverb: invités à mieux *coordonné*
    leurs travaux, de dûment *informé* les États; not after a participle of avoir or an indefinite word."""
    if place < _BACK or "ms" not in words[place].agreement() or not opens_an_object(words, place + 1):
        return False
    preposition, adverb, earlier = words[place - 2], words[place - 1], words[place - 3]
    if preposition.lower not in _WORDS["before infinitive"] or not (preposition.joined and adverb.joined):
        return False
    sure = adverb.lower in _ADVERBS_AHEAD or (adverb.lower.endswith("ment") and adverb.categories == {"ADV"})
    asked = earlier.is_participle or earlier.categories == {"V"} or earlier.lower in ("afin", "vue")
    return sure and asked and not is_have(earlier)


def _is_seen_by_oneself(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after se, être and vu where its object comes, too: se la sont vu *confirmée*,
    s'est vu *confié* la tâche; not s'est vu contraint."""
    if _is_seen_now(words, place):
        return True
    if words[place].persons & THIRD or place < _BACK or words[place - 1].lower not in _WORDS["seen"]:
        return False
    be, pronoun = words[place - 2], words[place - 3]
    if not (words[place - 1].joined and be.joined and is_be(be)):
        return False
    if pronoun.lower in ("se", "s'"):
        given = any(entry.lemma in _WORDS["giving"] for entry in words[place].entries)
        return given and (opens_an_object(words, place + 1) or _opens_with(words, place + 1, _ONE | {"des"}))
    themselves = place > _BACK and words[place - 4].lower in ("se", "s'")
    return themselves and pronoun.joined and pronoun.lower in OBJECT_CLITICS


def _is_seen_now(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after se and a simple form of voir, where what is given comes, too: se voient
    *refusés* l'accès."""
    seeing = place > 1 and any(entry.lemma == "voir" for entry in words[place - 1].entries if entry.category == "V")
    if not seeing or words[place - 2].lower not in ("se", "s'") or not words[place - 1].joined:
        return False
    given = any(entry.lemma in _WORDS["giving"] for entry in words[place].entries)
    return given and (opens_an_object(words, place + 1) or _opens_with(words, place + 1, _ONE | {"des"}))


def _opens_with(words: tuple[Word, ...], place: int, determiners: Set[str]) -> bool:
    """Tells whether one of some words and a noun come here."""
    both = place + 1 < len(words) and words[place].joined and words[place + 1].joined
    return both and words[place].lower in determiners and "N" in words[place + 1].categories


def _is_aimed_at(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle with an object comes after à and a verb that says what is aimed at: visent à *réduit*
    les coûts."""
    if place < _BACK - 1 or words[place - 1].lower != "à" or not words[place - 1].joined:
        return False
    verb = words[place - 2]
    aims = verb.categories == {"V"} and any(entry.lemma in _WORDS["aiming"] for entry in verb.entries)
    return aims and opens_an_object(words, place + 1)


def _is_asked_how(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle with an object comes right after a word that asks how or why, or after one that asks
    where or when and opens its sentence: comment *élaboré* des plans ?"""
    asking = words[place - 1]
    if not words[place].joined or words[place].persons & THIRD or "ms" not in words[place].agreement():
        return False
    opens = place == 1 or asking.mark[-1:] in (".", ";", ":", ")", "?")
    if asking.lower not in _WORDS["asking how"] and not (opens and asking.lower in _WORDS["asking where"]):
        return False
    some = place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower == "des"
    return some or opens_an_object(words, place + 1)


def _is_to_be_done(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether à comes between a noun with its determiner and a participle that ends the sentence: le projet de
    décision à *adopté*."""
    if place + 1 < len(words) and not words[place + 1].opens_clause:
        return False
    return words[place].lower.endswith("é") and words[place].categories != {"N"} and is_after_to(words, place)


def _is_asked_of(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de comes between the one who is asked and a participle that says what is asked: recommande à la
    Conférence d'*approuvé* pour 2028 un budget."""
    if words[place - 1].lower not in ("de", "d'") or not words[place].lower.endswith("é"):
        return False
    opens = place + 1 < len(words) and is_determiner(words[place + 1])  # which infinitives.py reads
    if words[place].lower in _WORDS["persons"] or opens:
        return False
    for at in range(place - 2, max(0, place - _FARTHEST), -1):
        if not words[at + 1].joined or words[at].lower in OF_FORMS:
            return False
        if words[at].lower in TO_FORMS:
            asks = any(entry.lemma in _WORDS["asking of"] for entry in words[at - 1].entries if entry.category == "V")
            return asks and words[at].joined
    return False


def _cause(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns a form of faire that can be no noun, right before a participle with an object: fera *parvenu*
    la liste; or of voir, before somebody's thing and a participle that no passive has: verront leur mandat *expiré*;
    None for none."""
    word, before = words[place], words[place - 1]
    themselves = place > 1 and before.lower == "faire" and words[place - 2].lower in ("se", "s'")
    if themselves and not word.persons & THIRD and not word.is_infinitive:  # se faire représentées
        return before
    if before.lower in _WORDS["causing"] or (before.lower == "fait" and _is_without_passive(word)):
        following = words[place + 1].lower if place + 1 < len(words) else ""
        opens = following in _ONE or opens_an_object(words, place + 1)
        return before if opens or (_is_no_noun(word) and before.lower != "fait") else None
    if not _is_without_passive(word) or place < _BACK:
        return None
    for at in range(place - 2, max(0, place - 2 - _BACK), -1):
        if not words[at + 1].joined or not words[at].joined:
            return None
        if is_determiner(words[at]):
            seen = words[at - 1]
            return seen if any(entry.lemma == "voir" for entry in seen.entries) else None
    return None


def is_after_to(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether à with a noun before it comes right before a participle: les projets à financés."""
    noun = (
        place > 1 and words[place - 1].lower == "à" and words[place - 1].joined and "N" in words[place - 2].categories
    )
    noun = noun and words[place - 2].categories.isdisjoint({"A", "V"})
    return noun and not homophones.meant(words, place - 1)


def opens_an_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a determiner and a noun that says no time come here, nothing between them."""
    if place + 1 >= len(words) or words[place].lower not in _WORDS["determiners of objects"]:
        return False
    article, noun = words[place : place + 2]
    both = article.joined and noun.joined and "N" in noun.categories
    return both and noun.lower not in _WORDS["times"]
