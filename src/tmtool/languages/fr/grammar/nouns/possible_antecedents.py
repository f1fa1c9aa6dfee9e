"""Which nouns of its sentence may a relative pronoun go back to: les rapports, *lesquels* ne peuvent dépasser?

Unlike antecedents.py, which asks what a predicate may agree with, this leaves out what no relative clause is of: il and
elle, a noun without a determiner that hangs on another (une commission *d'enquête*), months, and countries after en and
au. The closed words are in ``possible_antecedents.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjuncts import MONTHS, names_a_place
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.nouns.noun_groups import first_before_noun, is_before_noun
from tmtool.languages.fr.grammar.words.reading import DENYING, PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = {
    word: frozenset((agreement,)) for agreement in ("ms", "fs", "mp", "fp") for word in _WORDS[f"pronouns {agreement}"]
}
_LONGEST = 60
"""Words of a sentence that are looked through."""
_WHOLE_BRACKETS = re.compile(r"\([^()]*\)")
"""Brackets with nothing but figures and signs between: la résolution 1325 (2000)."""
_ENDS = (". ", ";", ":", "? ", "! ")
WITH_ARTICLE = 2
"""Words back from a noun with its article to the verb."""
_SYMBOL = re.compile(r"[A-Z]\d*|[IVX]+")
"""A letter or a Roman number, which a document or a part of it is told by."""


def possible_antecedents(words: tuple[Word, ...], place: int) -> list[frozenset[str]]:
    """Returns what each of the nouns can be that a relative pronoun at `place` may go back to, the nearest first; none
    where there is none, or where a word may be one of which nothing is known."""
    found: list[frozenset[str]] = []
    after_verb = False
    for at in range(place - 1, max(-1, place - _LONGEST), -1):
        word = words[at]
        if not (word.categories or word.text[-1] in "'’") or _is_unknown_name(words, at):
            return []
        if _names_a_quality(words, at):
            return []
        if word.lower in _PRONOUNS and not _has_a_noun(words, at):
            found.append(_PRONOUNS[word.lower])
        elif _is_noun(words, at):
            possible = _with_its_determiner(words, at)
            if not _is_out_of_reach(words, at, possible, after_verb=after_verb):
                found.append(possible)
        after_verb = after_verb or word.is_finite_or_auxiliary
        gap = _WHOLE_BRACKETS.sub("", word.before)
        if "(" in gap or ")" in gap:
            return []
        if at == 0 or any(mark in gap for mark in _ENDS):
            return found
    return []


def _is_unknown_name(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a name or an acronym that may be of either gender."""
    word = words[at]
    if _SYMBOL.fullmatch(word.text):
        return False
    acronym = word.text.isupper() and word.text.isalpha() and len(word.text) > 1
    return acronym or (word.is_name and bool(at) and "N" not in word.categories and bool(word.joined))


def _names_a_quality(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether an adjective or a number has a determiner and no noun, so that it stands for one: la troisième,
    une des questions."""
    word, following = words[at], words[at + 1]
    some = word.lower in ("un", "une") and following.lower in ("des", "de", "d'") and following.joined
    owned = at > 0 and words[at - 1].lower in determiners() and not following.joined
    return some or (owned and "A" in word.categories and "N" not in word.categories)


def _has_a_noun(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is the determiner of what comes right after it: certains pays."""
    following = words[at + 1]
    return following.joined and bool(following.categories & {"N", "A"}) and "PREP" not in following.categories


def _is_noun(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word may be a noun where it is."""
    word, before = words[at], words[at - 1] if at and words[at].joined else None
    if "N" not in word.categories or word.categories & {"PREP", "CONJS"} or is_auxiliary(word):
        return False
    if is_article(words, at) or is_before_noun(word):
        return False
    if word.is_infinitive and before is not None and before.lower in _WORDS["before infinitive"]:
        return False
    return not (word.is_participle and before is not None and is_auxiliary(before))


def _with_its_determiner(words: tuple[Word, ...], at: int) -> frozenset[str]:
    """Returns what a noun can be with its determiner, adjectives between."""
    possible = words[at].agreement({"N"})
    start = first_before_noun(words, at)
    if not start or not words[start].joined:
        return possible
    determiner = determiners().get(words[start - 1].lower)
    return possible & determiner.agreement or possible if determiner is not None else possible


def is_of_a_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a noun makes one verb with the verb before its article: fera le *point*."""
    if at < WITH_ARTICLE or words[at - 1].lower not in ("le", "la", "l'") or not words[at].joined:
        return False
    verbs = (entry.lemma for entry in words[at - WITH_ARTICLE].entries if entry.category == "V")
    return words[at - 1].joined and not _WORDS["with a verb"].isdisjoint(f"{one}_{words[at].lower}" for one in verbs)


def _is_out_of_reach(words: tuple[Word, ...], at: int, possible: frozenset[str], *, after_verb: bool) -> bool:
    """Tells whether no relative clause can be of a noun: a month, a country after en or au, one that makes one verb
    with faire or the like, and one without a determiner that hangs on another, but for a plural with no verb after it:
    une liste de *questions*, auxquelles."""
    start = first_before_noun(words, at)
    if is_of_a_verb(words, at):
        return True
    if words[at].lower in MONTHS:
        return True
    if not start or not words[start].joined or start < at:
        return False
    if words[at].is_name:
        return names_a_place(words, at)
    link = words[start - 1]
    if link.lower not in _WORDS["links"] or start < 2 or not words[start - 1].joined:
        return False
    if words[start - 2].lower in DENYING:  # ne propose pas de réunion, laquelle
        return False
    hangs = "N" in words[start - 2].categories or "A" in words[start - 2].categories
    return hangs and (possible <= SINGULAR or (after_verb and possible <= PLURAL))
