"""Inflects Spanish words, for the words of terms: number, gender of persons and adjectives, the common forms of verbs.

Inside a term the noun fixes the gender, so a word is put in the other gender only where it may name a person
("trabajador", "refugiado") or is said to be an adjective. Accents are kept: "término" has no form "termino". Rules for
the regular words, `irregular.tsv` for the rest; a word on the list follows only the list.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages.letters import fold_case, without_marks
from tmtool.languages.tables import kin, rows, words

_ACCENTED = str.maketrans("aeiou", "áéíóú")
_OF_PERSONS = re.compile(r"(?:[aeiu]d|[eai]r|[aeo]ri|an|in|iv|ic|os|ill|t)o$")
"""Ends of a masculine in -o that may name a person or qualify one."""
_STRESSED_LAST = re.compile(r"(?:[áéíóú][ns])$")
_UNSTRESSED_N = re.compile(r"([aeiou])([^aeiouáéíóú]*[eao]n)$")
_CLOSED = re.compile(r"[dlnrjxy]$")


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word as `fold_case` leaves them, the word itself included.

    A word that is not said to be a verb or an adjective is inflected as a noun, from the plural too.
    """
    folded = fold_case(word)
    if not folded.isalpha() or len(folded) < 3 or _plain(folded) in _function_words():
        return frozenset({folded})
    if part_of_speech == "proper":  # "granadas" are not Grenada
        return frozenset({folded})
    if part_of_speech == "verb":
        return _verb_forms(folded)
    found = _irregular().get(folded) or _regular(folded, adjective=part_of_speech.startswith("adj"))
    return frozenset(form for form in found if form == folded or _plain(form) not in _function_words())


def _regular(word: str, *, adjective: bool) -> frozenset[str]:
    singulars = _singulars(word) or {word}
    found = set(singulars)
    for singular in singulars:
        found |= _feminine(singular, adjective=adjective)
        if adjective and singular.endswith("a"):
            found.add(singular[:-1] + "o")
    return frozenset({word} | found | {_plural(form) for form in found})


def _singulars(word: str) -> set[str]:
    """Returns what a word that looks like a plural may be the plural of, or empty for a singular."""
    if not word.endswith("s") or len(word) < 4 or _STRESSED_LAST.search(word) or word.endswith(("is", "us", "ss")):
        return set()
    if word.endswith("ces"):
        return {word[:-3] + "z", word[:-1]}
    if word.endswith("iones"):
        return {word[:-5] + "ión"}
    if word.endswith("es"):
        base = word[:-2]
        found = {word[:-1], base} if _CLOSED.search(base) else {word[:-1]}
        if base.endswith("s") or (base.endswith("n") and base == _plain(base)):
            found.add(base[:-2] + base[-2].translate(_ACCENTED) + base[-1])
        if base.endswith("n") and base != _plain(base):
            found.add(_plain(base))
        return found
    return {word[:-1]}


def _plural(word: str) -> str:
    if word.endswith("z"):
        return word[:-1] + "ces"
    if _STRESSED_LAST.search(word):
        return _plain(word) + "es" if len(re.findall("[aeiouáéíóú]", word)) > 1 else word + "es"
    if word.endswith("s"):
        return word
    if word[-1] in "aeoáéó":
        return word + "s"
    if word == _plain(word) and (unstressed := _UNSTRESSED_N.search(word)):
        at = unstressed.start(1)
        return word[:at] + word[at].translate(_ACCENTED) + word[at + 1 :] + "es"
    return word + "es"


def _feminine(word: str, *, adjective: bool) -> set[str]:
    if word.endswith("or"):
        return {word + "a"}
    if word.endswith("és"):
        return {word[:-2] + "esa"}
    if word.endswith("o") and (adjective or _OF_PERSONS.search(word)):
        return {word[:-1] + "a"}
    return set()


def _verb_forms(verb: str) -> frozenset[str]:
    """Returns infinitive, third persons, participles and gerund of a regular verb; another word stays as it is."""
    stem, ending = verb[:-2], verb[-2:]
    if ending == "ar":
        present, past, participle, gerund = ("a", "an", "en", "e"), ("ó", "aron", "aba", "aban"), "ad", "ando"
    elif ending in ("er", "ir"):
        present, past, participle, gerund = ("e", "en", "an", "a"), ("ió", "ieron", "ía", "ían"), "id", "iendo"
    else:
        return frozenset({verb})
    found = {verb, *(verb + end for end in ("á", "án", "ía", "ían", "se"))}
    found |= {stem + end for end in (*present, *past, gerund)}
    return frozenset(found | {stem + participle + end for end in ("o", "a", "os", "as")})


def _plain(word: str) -> str:
    return without_marks(word, kept="ñ")


@cache
def _irregular() -> dict[str, frozenset[str]]:
    return kin(rows(Path(__file__).with_name("irregular.tsv")))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words(Path(__file__).with_name("function_words.txt")))
