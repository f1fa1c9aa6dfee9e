"""Which other form could stand in the place of a word: another of its paradigm, or a small word like it?

What a form is, is said by tags such as "V:Kfp", "A:ms", "N:fp", the codes of the lexicon (`Entry`) with their category,
and "F:dont" for a small word. The small words that get into each other's place are in ``alternatives.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.entry import Entry
from tmtool.languages.fr import lexicon

_PARTICIPLE = ("Kms", "Kmp", "Kfs", "Kfp")
_GENDER_AND_NUMBER = ("ms", "mp", "fs", "fp")
_TENSES = "PSFCI"
"""The tenses that stand for each other: indicative, subjunctive, future, conditional, imperfect."""
_READ = re.compile(r"K[mf][sp]|W|G|[PSFCIJ]3[sp]")
"""The features of verbs that texts of such bodies have; all others are one."""


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Entry, ...]:
    """Returns what the lexicon says of a word in lower case, without what it hardly ever is."""
    return tuple(entry for entry in lexicon.entries(word) if not entry.rare)


def tags(word: str) -> frozenset[str]:
    """Returns the tags of all readings of a word."""
    return frozenset(tag for entry in readings(word) for tag in _tags(entry))


def _tags(entry: Entry) -> Iterator[str]:
    if entry.category in ("N", "A") and entry.features:
        yield from (f"{entry.category}:{feature}" for feature in entry.features)
    elif entry.category == "V":
        yield from (f"V:{feature}" if _READ.fullmatch(feature) else "V:x" for feature in entry.features)
    else:
        yield entry.category


def lemma(word: str) -> str:
    """Returns the dictionary form that stands for a word: that of a verb before that of an adjective or a noun; "?" for
    an unknown word."""
    found = readings(word)
    for category in ("V", "A", "N"):
        lemmas = sorted(entry.lemma for entry in found if entry.category == category)
        if lemmas:
            return lemmas[0]
    return found[0].lemma if found else "?"


@lru_cache(maxsize=16384)
def lemmas(word: str) -> frozenset[str]:
    """Returns all dictionary forms, of the category of `lemma`, that a word may be a form of: être and étayer for
    étaient, pouvoir and paître for pu."""
    found = readings(word)
    for category in ("V", "A", "N"):
        if these := frozenset(entry.lemma for entry in found if entry.category == category):
            return these
    return frozenset({lemma(word)})


def is_small(word: str) -> bool:
    """Tells whether a word is a small one with others that get into its place."""
    return word in _small()


@lru_cache(maxsize=4096)
def alternatives(word: str) -> dict[str, frozenset[str]]:
    """Returns the forms that may stand in the place of a word with their tags, the word itself first; nothing for a
    word that no other can be taken for."""
    found: dict[str, set[str]] = {word: set()}
    for other in _small().get(word, ()):
        found.setdefault(other, set()).add(f"F:{other}")
    for entry in readings(word):
        own = {feature: _beside(entry.category, feature) for feature in entry.features}
        found[word].update(f"{entry.category}:{feature}" for feature, others in own.items() if others)
        wanted = {one for others in own.values() for one in others}
        forms = lexicon.paradigm(entry.lemma, entry.category) if wanted else {}
        for feature in sorted(wanted):
            for form in forms.get(feature, ()):
                found.setdefault(form, set()).add(f"{entry.category}:{feature}")
    return {form: frozenset(its) for form, its in found.items()} if len(found) > 1 else {}


@lru_cache(maxsize=16384)
def tags_beside(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the tags of a word for which others may be put, and those others: what its `alternatives` have, told
    without looking for them."""
    own: set[str] = set()
    others: set[str] = set()
    if is_small(word):
        own.add(f"F:{word}")
        others.update(f"F:{other}" for other in _small()[word])
    for entry in readings(word):
        for feature in entry.features:
            beside = _beside(entry.category, feature)
            if beside:
                own.add(f"{entry.category}:{feature}")
                others.update(f"{entry.category}:{one}" for one in beside)
    return frozenset(own), frozenset(others - own)


def _beside(category: str, feature: str) -> tuple[str, ...]:
    """Returns the features that may be put for one, itself included; none where nothing may."""
    if category == "A" and feature in _GENDER_AND_NUMBER:
        return _GENDER_AND_NUMBER
    if category == "N" and feature in _GENDER_AND_NUMBER:
        return (f"{feature[0]}s", f"{feature[0]}p")
    if category == "V" and (feature in _PARTICIPLE or feature == "W"):
        return (*_PARTICIPLE, "W")
    if category == "V" and feature[0] in _TENSES and feature[1:] in ("3s", "3p"):
        return (f"{feature[:2]}s", f"{feature[:2]}p", *(f"{tense}{feature[1:]}" for tense in _TENSES))
    return ()


def bound_between(word: str, other: str) -> float | None:
    """Returns the odds from which a small word is told to be another, None for two that good French exchanges."""
    return _bounds().get((word, other))


@cache
def _small() -> dict[str, tuple[str, ...]]:
    """Maps each small word to those of its groups, itself first."""
    found: dict[str, dict[str, None]] = {}
    for words, _ in _groups():
        for word in words:
            found.setdefault(word, {word: None}).update(dict.fromkeys(words))
    return {word: tuple(others) for word, others in found.items()}


@cache
def _bounds() -> dict[tuple[str, str], float]:
    return {
        (word, other): float(bound) for words, bound in _groups() if bound != "-" for word in words for other in words
    }


@cache
def _groups() -> tuple[tuple[list[str], str], ...]:
    return tuple((words.split(), bound) for words, bound in tables.rows(Path(__file__).with_suffix(".tsv")))
