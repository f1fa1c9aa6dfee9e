"""What can a noun group be as a subject: one that opens a clause, one right before a verb, one that stands for many?

The closed words are in ``noun_subjects.tsv``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, chain
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.foreign_names import is_foreign_name
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE, ONE_BODY, ONE_BY_ONE
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OPENING = _WORDS["opening"]


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
