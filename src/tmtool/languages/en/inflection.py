"""Inflects English words, for the words of terms: number of nouns, tenses of verbs, -ize and -ise.

Rules for the regular words, `irregular.tsv` for the rest. A form too many does no harm as long
as it is no other word, so the rules need not know every noun; a word on the list follows only the list.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages.letters import fold_case
from tmtool.languages.tables import kin, rows, words

_VERB_OF_ONE_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy][bdglmnprt]")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_IZE = re.compile(r"(?<=[a-z]{4})([sz])(e|es|ed|er|ers|ing|ation|ations|ational)$")


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word as `fold_case` leaves them, the word itself included.

    A word that is not said to be a verb or an adjective is inflected as a noun, in both
    directions: "firearms" gives "firearm".
    """
    folded = fold_case(word)
    if not folded.isalpha() or len(folded) < 2 or folded in function_words():
        return frozenset({folded})
    if part_of_speech == "verb":
        found = _irregular("verb").get(folded) or _verb_forms(folded)
    elif part_of_speech.startswith("adj"):
        found = frozenset({folded})
    else:
        found = _irregular("noun").get(folded) or _noun_forms(folded)
    found = found | {variant for form in found for variant in _spellings(form)}
    return frozenset(form for form in found if form == folded or form not in function_words())


@cache
def _irregular(part_of_speech: str) -> dict[str, frozenset[str]]:
    paradigms = rows(Path(__file__).with_name("irregular.tsv"))
    return kin(paradigm for kind, *paradigm in paradigms if kind == part_of_speech)


@cache
def function_words() -> frozenset[str]:
    """Returns the words without content."""
    return frozenset(words(Path(__file__).with_name("function_words.txt")))


def _noun_forms(noun: str) -> frozenset[str]:
    singulars = _singulars(noun) or {noun}
    return frozenset({noun} | singulars | {_plural(singular) for singular in singulars})


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def _singulars(noun: str) -> set[str]:
    """Returns what a noun that looks like a plural may be the plural of, or empty for a singular."""
    if noun.endswith("men") and len(noun) > 4:
        return {noun[:-2] + "an"}
    if noun.endswith("ies") and len(noun) > 4:
        return {noun[:-3] + "y"}
    if re.search(r"(?:ch|sh|ss|x|zz)es$", noun):
        return {noun[:-2]}
    if noun.endswith("s") and not re.search(r"(?:ss|us|is)$", noun) and len(noun) > 3:
        return {noun[:-1]}
    return set()


def _verb_forms(verb: str) -> frozenset[str]:
    if verb.endswith("ee"):
        stem, past = verb, verb + "d"
    elif verb.endswith("e"):
        stem, past = verb[:-1], verb + "d"
    elif re.search(r"[^aeiou]y$", verb):
        stem, past = verb, verb[:-1] + "ied"
    elif _VERB_OF_ONE_SYLLABLE.fullmatch(verb):
        stem, past = verb + verb[-1], verb + verb[-1] + "ed"
    else:
        stem, past = verb, verb + "ed"
    return frozenset({verb, _plural(verb), past, stem + "ing"})


def _spellings(form: str) -> set[str]:
    """Returns the other of the spellings -ize and -ise (the United Nations write -ize, many States -ise)."""
    if not (ending := _IZE.search(form)) or form[: ending.start()][-1] != "i":
        return set()
    return {form[: ending.start()] + ("s" if ending[1] == "z" else "z") + ending[2]}
