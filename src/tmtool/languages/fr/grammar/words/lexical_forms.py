"""What does the lexicon say of a word as it is written: which readings, genders and numbers has it, or its compound?

Readings that are hardly ever meant (``seldom_nouns.tsv``), and those of who speaks where nobody does, are left out.
The beginnings of compounds are in ``lexical_forms.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.entry import Entry
from tmtool.languages.fr import lexicon

PLAIN = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})
"""The apostrophes and hyphens of a text as plain ones."""
GENDERS_AND_NUMBERS = ("ms", "mp", "fs", "fp")
_PREFIXES = tables.word_sets(Path(__file__).with_suffix(".tsv"))["prefixes"]
"""Beginnings before a hyphen that leave gender and number of their noun, or adjective, as they are."""
_SHORTEST = 2
"""Letters of the shortest of them."""
NOMINAL = frozenset({"N", "A"})
NOUN = frozenset({"N"})


@dataclass(frozen=True, slots=True)
class Form:
    """A `Form` tells what a written form can be, from its entries in the lexicon.

    `categories` are those of all readings ("V" for participles and finite verbs alike); `nominal` and `noun` what it
    can be of "ms", "mp", "fs", "fp" as a noun, adjective or participle, and as a noun or participle; `persons` person
    and number of the finite readings, such as "3s". `is_auxiliary` tells of the forms of être and avoir.
    """

    lower: str
    entries: tuple[Entry, ...]
    categories: frozenset[str]
    nominal: frozenset[str]
    noun: frozenset[str]
    persons: frozenset[str]
    is_infinitive: bool
    is_participle: bool
    is_present_participle: bool
    is_auxiliary: bool


_OF_SPEAKERS = frozenset({"1s", "2s"})


@lru_cache(maxsize=32768)
def form(written: str, *, speaks: bool = False) -> Form:
    """Returns what the lexicon says of a word, in lower case and, for a name (Suède), as written; without what it can
    be after je or tu alone, if it can be anything else and nobody `speaks`: mesures, réunis, places."""
    lower = written.lower().translate(PLAIN)
    if "\u00ad" in written and not lexicon.entries(lower):
        lower = written.lower().replace("\u00ad", "-")
    entries = (*lexicon.entries(lower), *(lexicon.entries(written) if lower != written else ()))
    entries = tuple(entry for entry in entries if not entry.rare) or entries or _of_compound(lower)
    entries = _usual(lower, entries)
    entries = entries if speaks else _without_speakers(entries)
    of_verbs = [feature for entry in entries if entry.category == "V" for feature in entry.features]
    return Form(
        lower=lower,
        entries=entries,
        categories=frozenset(entry.category for entry in entries),
        nominal=agreement_of(entries, NOMINAL),
        noun=agreement_of(entries, NOUN),
        persons=frozenset(feature[1:] for feature in of_verbs if feature[0] not in "KWG"),
        is_infinitive="W" in of_verbs,
        is_participle=any(feature[0] == "K" for feature in of_verbs),
        is_present_participle="G" in of_verbs,
        is_auxiliary=any(entry.category == "V" and entry.lemma in ("être", "avoir") for entry in entries),
    )


def _usual(lower: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Returns the readings of a word without those that it hardly ever has in a text (``seldom_nouns.tsv``)."""
    seldom = _seldom().get(lower, frozenset())
    return tuple(entry for entry in entries if seldom.isdisjoint(_names_of(entry))) or entries if seldom else entries


def _names_of(entry: Entry) -> set[str]:
    """Returns the category of a reading, and with its feature where it has one."""
    return {entry.category, *(f"{entry.category}:{feature}" for feature in entry.features if len(entry.features) == 1)}


@cache
def _seldom() -> Mapping[str, frozenset[str]]:
    """Maps the forms of ``seldom_nouns.tsv`` to what they hardly ever are."""
    found = tables.rows(Path(__file__).with_name("seldom_nouns.tsv"))
    return {form: frozenset(what.split()) for form, what in found}


def _without_speakers(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Returns the readings without those of je and tu, or all where there are no others."""
    kept = []
    for entry in entries:
        features = entry.features
        if entry.category == "V":
            features = frozenset(feature for feature in features if feature[1:] not in _OF_SPEAKERS)
        if features or not entry.features:
            kept.append(entry if len(features) == len(entry.features) else replace(entry, features=features))
    return tuple(kept) or entries


def _of_compound(lower: str) -> tuple[Entry, ...]:
    """Returns what a noun or an adjective is that the lexicon has without the prefix before its hyphen: sous-munitions,
    sous-financés; or a noun of two that it has."""
    prefix, hyphen, rest = lower.partition("-")
    if not hyphen or len(prefix) < _SHORTEST:
        return ()
    found = tuple(entry for entry in lexicon.entries(rest) if not entry.rare)
    categories = {entry.category for entry in found}
    if prefix not in _PREFIXES:
        return _of_two_nouns(prefix, found) if "N" in categories else ()
    qualifying = categories and categories <= {"A", "V"} and all(_is_qualifying(entry) for entry in found)
    return found if categories == {"N"} or qualifying else ()


def _is_qualifying(entry: Entry) -> bool:
    """Tells whether an entry is an adjective or a past participle and nothing else."""
    return entry.category == "A" or all(feature[0] == "K" for feature in entry.features)


def _of_two_nouns(first: str, second: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Returns the noun that two nouns with a hyphen between make: the first in the number of the second: pays-membres;
    nothing where the first may be another word."""
    entries = [entry for entry in lexicon.entries(first) if not entry.rare]
    if {entry.category for entry in entries} != {"N"}:
        return ()
    nouns = (entry for entry in second if entry.category == "N")
    numbers = {feature[-1] for entry in nouns for feature in entry.features if feature in GENDERS_AND_NUMBERS}
    kept = [(entry, frozenset(one for one in entry.features if one[-1] in numbers)) for entry in entries]
    return tuple(replace(entry, features=features) for entry, features in kept if features)


def agreement_of(entries: tuple[Entry, ...], categories: frozenset[str] | set[str]) -> frozenset[str]:
    """Returns what some readings can be of "ms", "mp", "fs", "fp", as a word of these categories or as a participle."""
    found: set[str] = set()
    for entry in entries:
        if entry.category in categories:
            for feature in entry.features or GENDERS_AND_NUMBERS:
                found.update(GENDERS_AND_NUMBERS if feature not in GENDERS_AND_NUMBERS else (feature,))
        if entry.category == "V":
            found.update(feature[1:] for feature in entry.features if feature[0] == "K")
    return frozenset(found)
