"""Inflects Arabic words, for the words of terms, and takes off what is written together with a word in a text.

A word of a text may have a conjunction, a preposition and the article in front, and a pronoun at its end; it is read
without them too (`readings`). A word of a term is put in its regular numbers and genders (`forms`); broken
plurals are in `irregular.tsv`. Source: a school grammar, and the light stemmers of Larkey and others (2002).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages.ar.spelling import fold, fold_case
from tmtool.languages.tables import kin, rows, words

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLE = "ال"
_ARTICLE_OFF = "@"
"""What a reading without the article of the text begins with, and no word does: "المالي" (the financial) is not the
State "مالي", a name without article."""
_FOR_THE = "لل"
"""How ل and the article are written."""
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه")
_SHORTEST = 3
_PARTICIPLE = re.compile(r"\wا\w\w")
"""A participle of the first form ("عامل"); the others begin with م."""
_PLURALS = (("ون", "ين"), ("ين", "ون"))


def readings(word: str) -> dict[str, int]:
    """Returns what a word of a text can be without what is written together with it, as `fold_case` leaves it, each
    with the number of letters before it that are other words: "والهجرة" is "الهجرة" and "هجرة" after one letter.
    An article, also one in لل, is not another word; where it is taken off, an @ is in front."""
    found: dict[str, int] = {}
    for bare, start in _without_front(word):
        for whole in (bare, *(() if bare.startswith(_ARTICLE_OFF) else _without_pronoun(bare))):
            found.setdefault(whole, start)
    return found


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word of a term as `fold_case` leaves them, the word itself included, with and without
    article (`readings`); a name keeps its number and its article."""
    folded = fold_case(word)
    if len(folded) < _SHORTEST or fold(word) in _function_words() or part_of_speech == "verb":
        return frozenset({folded})
    found = {folded, *_cases(folded)}
    if part_of_speech == "proper":
        return frozenset(found)
    bare = folded.removeprefix(_ARTICLE) if len(folded) > len(_ARTICLE) + 2 else folded
    found.add(bare)
    found |= _irregular().get(bare) or _regular(bare)
    return frozenset(found | {_ARTICLE_OFF + form for form in found})


def _without_front(word: str) -> Iterator[tuple[str, int]]:
    """Yields the word, and the word without each conjunction, preposition and article that it may begin with, each with
    the number of letters of conjunctions and prepositions."""
    starts = [0, 1] if word.startswith(_CONJUNCTIONS) and len(word) > _SHORTEST else [0]
    for start in starts:
        rest = word[start:]
        yield from _without_article(rest, start)
        if not rest.startswith(_PREPOSITIONS) or len(rest) <= _SHORTEST:
            continue
        if rest.startswith(_FOR_THE) and len(rest) > len(_FOR_THE) + 1:
            yield _ARTICLE + rest[2:], start
            yield _ARTICLE_OFF + rest[2:], start
            # Three ل are written as two: "للاجئين" is "ل" and "اللاجئين".
            yield _ARTICLE + rest[1:], start
            yield _ARTICLE_OFF + rest[1:], start
        yield from _without_article(rest[1:], start + 1)


def _without_article(word: str, start: int) -> Iterator[tuple[str, int]]:
    yield word, start
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
        yield _ARTICLE_OFF + word[len(_ARTICLE) :], start


def _without_pronoun(word: str) -> Iterator[str]:
    """Yields what a word can be without the pronoun at its end: "حكومتها" is "حكومة"."""
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) >= len(pronoun) + _SHORTEST:
            bare = word.removesuffix(pronoun)
            yield bare
            if bare.endswith("ت"):
                yield bare[:-1] + "ة"
            if bare.endswith(("ئ", "ؤ")):
                yield bare[:-1] + "ء"
            if bare.endswith("ي"):  # the plural loses its ن: "موظفيها"
                yield bare + "ن"
            return


def _cases(word: str) -> Iterator[str]:
    for ending, other in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending) + other


def _regular(word: str) -> frozenset[str]:
    """Returns singular, dual and sound plurals, in both genders and all cases."""
    if word.endswith("ة"):
        stems = [word[:-1]]
    elif word.endswith(("ات", "ون", "ين", "ان")) and len(word) > 4:
        stems = [word[:-2]]
    else:
        stems = [word]
    found = {word}
    for stem in stems:
        if word == stem:
            found |= {stem + ending for ending in ("ات", "ون", "ين", "ان", "ا", "تين", "تان")}
            # The last letters of "موظفو", and of "لاجئة", make another word of a noun that is no participle: "اجتماعي".
            if stem.startswith("م") or _PARTICIPLE.fullmatch(stem):
                found |= {stem + ending for ending in ("ة", "ي", "و")}
            if stem.endswith("ي"):  # Adjectives of that ending agree with things in the plural: أفرقة قطرية.
                found.add(stem + "ة")
        elif word.endswith("ة"):
            found |= {stem + ending for ending in ("ات", "تين", "تان", "ت", "تي")}
        elif word.endswith("ات"):
            found |= {stem + "ة", *({stem} if len(stem) > _SHORTEST else set()), stem + "تين", stem + "تان"}
        else:
            found |= {stem, stem + "ون", stem + "ين", stem + "ي", stem + "ة", stem + "ات"}
    return frozenset(found)


@cache
def _irregular() -> dict[str, frozenset[str]]:
    table = rows(Path(__file__).with_name("irregular.tsv"))
    return kin(tuple(dict.fromkeys((*row, *_duals(row[0])))) if len(row) > 1 else row for row in table)


def _duals(word: str) -> tuple[str, str]:
    """Returns the dual, which is regular where the plural is not."""
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    return stem + "ان", stem + "ين"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words(Path(__file__).with_name("function_words.txt")))
