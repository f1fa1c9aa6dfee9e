"""Is a word surely a verb where it is, though it may be a noun, an adjective or a participle elsewhere?

The answer comes from what is right before and after it. The closed words are in ``sure_verbs.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.subjects.clauses import INVERTING
from tmtool.languages.fr.grammar.subjects.inversions import comes_after_a_place
from tmtool.languages.fr.grammar.subjects.plain_subjects import plain
from tmtool.languages.fr.grammar.subjects.relative_clauses import is_after_auxiliary
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.subjects.sure_numbers import are_so_many
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AUXILIARIES = _WORDS["auxiliaries"]
_SURE_BEFORE = _WORDS["before a verb"]
_OBJECTS = _WORDS["objects"]
_OWNED = _WORDS["owned"]
_SEVERAL = 2


def is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word can be nothing but a finite verb, by itself, after ne and se, or before an object."""
    word = words[place]
    if word.is_name:
        return False
    before = words[place - 1] if place and word.joined else None
    if word.lower == "est" and before is not None and before.lower in _WORDS["with a side"]:  # la partie est des villes
        return place + 1 < len(words) and words[place + 1].lower not in OF_FORMS
    if word.lower in _AUXILIARIES or (before is not None and before.lower in _SURE_BEFORE):
        return True
    if word.categories == {"V"}:
        # tue is a form of tuer and of taire: after a plural it is no participle
        return not (word.is_participle and word.agreement() & subject(words, place))
    if before is not None and _is_wrong_as_either(words, place):
        return True
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is not None and following.lower in _OWNED and comes_after_a_place(words, place):
        return word.categories == {"V", "N"} and word.lower in _WORDS["after a place"]
    if word.mark == "," and word.categories == {"V", "N"} and _is_before_infinitive(words, place + 1):
        return True  # les veuves, qui sont accusées, risquent d'être battues
    if _is_no_noun_after_a_figure(words, place):
        return True
    if before is not None and following is not None and _goes_on_as_a_verb(words, place, following):
        return True
    if before is not None and following is not None and _is_before_phrase(words, place):
        return True
    owned = following is not None and following.lower in _OWNED | DEFINITE
    if before is not None and before.lower in INVERTING and owned:
        return word.categories <= {"A", "N", "V"} and not word.is_participle  # l'intérêt que présente les cas
    if word.mark == "," and before is None and _has_an_object(words, place) and plain(words, place):
        return word.categories <= {"A", "N", "V"} and not word.is_participle  # les ports, en mai, présente un plan
    peu = following is not None and following.lower in _OBJECTS
    if following is not None and not peu and "ADV" in following.categories and place + 2 < len(words):
        following = words[place + 2] if words[place + 2].joined else None  # touche surtout les femmes
    objects = following is not None and (following.lower in determiners() or following.lower in _OBJECTS)
    after_a_noun = before is not None and "N" in before.categories and before.lower not in determiners()
    after_a_noun = after_a_noun and before is not None and not is_before_noun(before)
    after_a_noun = after_a_noun and not is_after_auxiliary(words, place - 1)  # a fait référence
    late = before is not None and before.categories == {"A"} and before.agreement() <= PLURAL
    after_a_noun = after_a_noun or (late and before is not None and not is_before_noun(before))  # les avis tardifs
    others = before is not None and before.lower == "autres" and not word.agreement({"N"}) & PLURAL
    after_a_noun = after_a_noun or others  # les autres réclame les fonds
    after_a_noun = after_a_noun or (before is not None and before.lower == "seulement" and are_so_many(words, place))
    after_and = before is not None and before.lower == "et" and following is not None and following.lower in DEFINITE
    return (after_and or (objects and after_a_noun)) and word.categories == {"V", "N"} and not word.is_participle


def _has_an_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an article opens an object right after a word."""
    after = words[place + 1] if place + 1 < len(words) else None
    return after is not None and after.joined and after.lower in _OWNED | DEFINITE


def _is_no_noun_after_a_figure(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun in the singular is a verb, since a figure of two or more comes right
    before it, and an object after it: sur les 48 États, 39 *conserve* ces notes."""
    word, figure = words[place], words[place].before.strip(" \u00a0\u202f,")
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    several = figure.isdigit() and int(figure) >= _SEVERAL and word.categories == {"V", "N"}
    owned = following is not None and is_determiner(following) and following.lower not in OF_FORMS
    return several and owned and not word.agreement({"N"}) & PLURAL and not word.is_participle


def _is_wrong_as_either(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word, right after a noun with a determiner in the plural that opens the clause, is either its
    participle or its verb, both in the singular: les pays *inscrit* sur la liste."""
    word, noun = words[place], words[place - 1]
    if not word.is_participle or word.lower in _WORDS["set words"] or noun.categories - {"N", "A"} or place < 2:
        return False
    several = words[place - 2].lower in determiners() and determiners()[words[place - 2].lower].agreement <= PLURAL
    return several and noun.joined and word.agreement().isdisjoint(subject(words, place))


def _is_before_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes right after a word that may be a noun or a preposition shows that it is a verb: les
    conclusions de l'étude *figure* en annexe, les accords *entre* en vigueur."""
    phrase = "_".join(word.lower for word in words[place : place + 3])
    pair = "_".join(phrase.split("_")[:2])
    known = not _WORDS["before a phrase"].isdisjoint((phrase, pair))
    return known and "N" in words[place - 1].categories and words[place - 1].lower not in determiners()


def _goes_on_as_a_verb(words: tuple[Word, ...], place: int, following: Word) -> bool:
    """Tells whether what comes right after a word shows that it is a verb, and no noun or adjective: le rôle que *joue*
    les familles, l'usine *indique* que, la défense *présente* leurs vues."""
    word, before = words[place], words[place - 1]
    if word.is_participle or "V" not in word.categories:
        return False
    if before.lower in QUE:
        return word.categories in ({"V", "N"}, {"V", "A"}) and following.lower in _OWNED
    if following.lower in QUE:
        qualified = before.is_participle and "N" in words[place - 2].categories and before.agreement() <= PLURAL
        if qualified and word.categories == {"V", "N"}:
            return True  # les personnes interrogées redoute que
        return word.categories == {"A", "V"} and before.categories <= {"N", "V"}
    if word.categories == {"A", "V"} and _is_before_infinitive(words, place + 1):
        several = "N" in before.categories and before.agreement({"N"}) <= PLURAL
        return several and not word.agreement({"A"}) & PLURAL  # neuf États *continue* de
    owned = place > 1 and before.joined and (words[place - 2].lower in determiners() or _is_owned(words, place - 1))
    if owned and "N" in before.categories and word.categories == {"V", "N"}:  # le dialogue mérite d'être soutenu
        return _is_before_infinitive(words, place + 1)
    return owned and "A" in word.categories and following.lower in _OWNED


def _is_owned(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner, and an adjective after it, end at a place: les Nations Unies."""
    found = chain(words, place)
    return bool(found.heads) and found.determined and words[place].categories <= {"A", "N", "V"}


def _is_before_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de with an infinitive comes at `place`."""
    following = words[place : place + 2]
    return len(following) > 1 and following[0].lower in ("de", "d'") and following[1].is_infinitive
