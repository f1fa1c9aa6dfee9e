"""Inflects French words, for the words of terms: number, gender, and the forms of regular verbs.

Inside a term the noun fixes the gender, so a word is put in the other gender only where it may
name a person ("demandeur", "réfugié") or is said to be an adjective. Accents are kept: "traite"
has no form "traité". Rules for the regular words, `irregular.tsv` for the rest; a form too many
does no harm as long as it is no other word, and a word on the list follows only the list.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages.letters import fold, fold_case
from tmtool.languages.tables import kin, rows, words

_FEMININE_OF_PERSONS = (
    ("teur", ("trice", "teuse")),
    ("eur", ("euse", "eure")),
    ("ien", ("ienne",)),
    ("éen", ("éenne",)),
    ("er", ("ère",)),
    ("if", ("ive",)),
    ("ité", ()),
    ("é", ("ée",)),
    ("ant", ("ante",)),
    ("ident", ("idente",)),
    ("ain", ("aine",)),
    ("ais", ("aise",)),
    ("ois", ("oise",)),
)
"""Endings of the masculine that may name a person, with those of the feminine; the first that fits."""

_FEMININE_OF_ADJECTIVES = (
    *_FEMININE_OF_PERSONS[:6],
    ("eux", ("euse",)),
    ("el", ("elle",)),
    ("eil", ("eille",)),
    ("on", ("onne",)),
    ("et", ("ette", "ète")),
)
"""Endings of masculine adjectives with those of the feminine; any other consonant, é, i and u take an e."""

_MASCULINE_OF_ADJECTIVES = (
    ("trice", ("teur",)),
    ("euse", ("eux", "eur")),
    ("ienne", ("ien",)),
    ("éenne", ("éen",)),
    ("ère", ("er",)),
    ("ive", ("if",)),
    ("elle", ("el",)),
    ("eille", ("eil",)),
    ("onne", ("on",)),
    ("ette", ("et",)),
    ("ète", ("et",)),
    ("ée", ("é",)),
    ("ie", ("i",)),
    ("ue", ("u",)),
    ("ale", ("al",)),
    ("ante", ("ant",)),
    ("ente", ("ent",)),
    ("aine", ("ain",)),
    ("ine", ("in",)),
    ("ise", ("is",)),
    ("eure", ("eur",)),
    ("ite", ("it",)),
    ("ate", ("at",)),
    ("erte", ("ert",)),
    ("une", ("un",)),
    ("ane", ("an",)),
)


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word as `fold_case` leaves them, the word itself included.

    A word that is not said to be a verb or an adjective is inflected as a noun, from the plural too.
    """
    folded = fold_case(word)
    if not folded.isalpha() or len(folded) < 2 or fold(word) in _function_words():
        return frozenset({folded})
    if part_of_speech == "verb":
        return _verb_forms(folded)
    found = _irregular().get(folded) or _regular(folded, adjective=part_of_speech.startswith("adj"))
    # "avoirs" and "biens" must not find the verb "avoir" and the adverb "bien".
    return frozenset(form for form in found if form == folded or fold(form) not in _function_words())


def _regular(word: str, *, adjective: bool) -> frozenset[str]:
    singulars = _singulars(word)
    found = set(singulars)
    for singular in singulars:
        found |= _genders(singular) if adjective else _replaced(singular, _FEMININE_OF_PERSONS)
    return frozenset({word} | found | {_plural(form) for form in found})


@cache
def _irregular() -> dict[str, frozenset[str]]:
    return kin(rows(Path(__file__).with_name("irregular.tsv")))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words(Path(__file__).with_name("function_words.txt")))


def _plural(word: str) -> str:
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def _singulars(word: str) -> set[str]:
    """Returns what a word may be the plural of; the word itself if it may be a singular."""
    if word.endswith("eaux"):
        return {word[:-1]}
    if word.endswith("aux"):
        return {word[:-2] + "l"}
    if word.endswith("s") and not word.endswith("ss"):
        may_be_singular = word.endswith(("ais", "ois", "is", "us", "ers"))
        return {word[:-1]} | ({word} if may_be_singular else set())
    return {word}


def _genders(word: str) -> set[str]:
    """Returns an adjective in the singular of either gender."""
    feminine = _replaced(word, _FEMININE_OF_ADJECTIVES)
    if not feminine and word[-1] not in "eax":
        feminine = {word + "e"}
    return {word} | feminine | (_replaced(word, _MASCULINE_OF_ADJECTIVES) if word.endswith("e") else set())


def _replaced(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> set[str]:
    for ending, others in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return {word[: -len(ending)] + other for other in others}
    return set()


def _verb_forms(verb: str) -> frozenset[str]:
    """Returns infinitive, third persons and participles of a verb in -er or -ir; another verb stays as it is."""
    stem, future = verb[:-2], ("era", "eront", "erait", "eraient")
    if verb.endswith("er") and len(verb) > 3:
        soft = {"g": stem + "e", "c": stem[:-1] + "ç"}.get(stem[-1], stem)
        silent = re.sub(r"[eé]([^aeiouyéè]{1,2})$", r"è\1", stem)
        silent = silent[:-1] + "i" if re.search(r"[ou]y$", silent) else silent
        found = {stem + ending for ending in ("er", "é", "ée", "és", "ées", "èrent", *future)}
        found |= {soft + ending for ending in ("ant", "ait", "aient", "a")}
        found |= {silent + ending for ending in ("e", "ent", *future)}
        return frozenset(found)
    if verb.endswith("ir") and len(verb) > 3:
        endings = ("r", "t", "ssent", "", "e", "s", "es", "ssant", "ssait", "ssaient", "ra", "ront", "rait", "raient")
        return frozenset(f"{stem}i{ending}" for ending in endings)
    return frozenset({verb})
