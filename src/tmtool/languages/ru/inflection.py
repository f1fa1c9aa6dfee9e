"""Inflects Russian words, for the words of terms: the cases and numbers of nouns, adjectives and participles.

A word is put in all the forms that words of its ending have, since a term may be in any case in a text. A form
too many does no harm as long as it is no other word. Rules for the regular words, `irregular.tsv` for the
rest; a word on the list follows only the list. Source: the declensions of a school grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tmtool.languages.ru.spelling import fold_case
from tmtool.languages.tables import kin, rows, words

_HARD_ADJECTIVE = ("ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми")
_SOFT_ADJECTIVE = ("ий", "яя", "ее", "ие", "его", "ему", "им", "ем", "ей", "юю", "их", "ими")
_VELAR_ADJECTIVE = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")
_HISSING_ADJECTIVE = ("ий", "ая", "ее", "ие", "его", "ему", "им", "ем", "ей", "ую", "их", "ими")
_REFLEXIVE_PARTICIPLE = re.compile(r"(?:щ|вш)(?:ий|ая|ее|ие|его|ему|им|ем|ей|ую|их|ими)ся$")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")

_HARD = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_VELAR = ("", "а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах")
_HISSING = ("", "а", "у", "ем", "ом", "е", "и", "ей", "ам", "ами", "ах")
_TS = ("", "а", "у", "ем", "ом", "е", "ы", "ев", "ов", "ам", "ами", "ах")
_FEMININE = ("а", "е", "у", "ой", "ей", "", "ам", "ами", "ах")
_SOFT_MASCULINE = ("ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях")
_SOFT_FEMININE = ("ь", "и", "ью", "ей", "ям", "ями", "ях")
_I_MASCULINE = ("й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях")
_I_NEUTER = ("ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях")
_I_FEMININE = ("ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях")
_SOFT_A = ("я", "и", "е", "ю", "ей", "ь", "й", "ям", "ями", "ях")
_SOFT_E = ("е", "я", "ю", "ем", "ей", "й", "ь", "ям", "ями", "ях")
_MYA = ("мя", "мени", "менем", "мена", "мен", "менам", "менами", "менах")

_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_VELARS, _HISSING_LETTERS = "гкх", "жчшщ"


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word as `fold_case` leaves them, the word itself included."""
    folded = fold_case(word)
    if not folded.isalpha() or len(folded) < 3 or folded in _function_words() or part_of_speech == "verb":
        return frozenset({folded})
    found = _irregular().get(folded) or _regular(folded)
    return frozenset(form for form in found if form == folded or form not in _function_words())


def _regular(word: str) -> frozenset[str]:
    found = {word}
    if _REFLEXIVE_PARTICIPLE.search(word):
        return frozenset(found | {form + "ся" for form in _adjective(word[:-4])})
    if ending := _ADJECTIVE.search(word):
        stem = word[: ending.start()]
        found |= _adjective(stem, ending.group())
        if ending.group() in ("ий", "ие"):
            found |= _with(stem, (*_I_MASCULINE, "ия", "ии", "ию", "ием", "ие", "иев", "иям", "иями", "иях"))
            if ending.group() == "ие":
                found |= _with(stem, _I_NEUTER)
        return frozenset(found)
    return frozenset(found | _noun(word))


def _adjective(stem: str, ending: str = "ий") -> set[str]:
    if not stem:
        return set()
    if stem[-1] in _VELARS:
        return _with(stem, _VELAR_ADJECTIVE)
    if stem[-1] in _HISSING_LETTERS:
        stressed = ("ой", "ого", "ому", "ом", "ое") if ending in ("ой", "ое") else ()
        return _with(stem, (*_HISSING_ADJECTIVE, *stressed))
    if ending in ("ий", "яя", "ее", "ие"):
        return _with(stem, _SOFT_ADJECTIVE)
    return _with(stem, _HARD_ADJECTIVE)


def _noun(word: str) -> set[str]:
    """Returns the forms of a noun, by the last letters of its nominative, singular or plural."""
    stem, end = word[:-1], word[-1]
    if word.endswith("мя"):
        return _with(word[:-2], _MYA)
    if word.endswith(("ия", "ии")):
        # The nominative plural of "преступление" and "критерий" as well.
        found = _with(word[:-2], (*_I_FEMININE, *_I_NEUTER))
        return found | _with(word[:-2], ("иев",)) if word.endswith("ии") else found
    if end in _CONSONANTS:
        return _with(word, _consonant_endings(end)) | _with(_without_vowel(word), _consonant_endings(end)[1:])
    if end == "й":
        return _with(stem, _I_MASCULINE)
    if end == "ь":
        return _with(stem, (*_SOFT_FEMININE, *(() if word.endswith("ость") else _SOFT_MASCULINE)))
    if end in "аоыи" or (end == "е" and stem[-1:] in "цжчшщ"):
        endings = (*_consonant_endings(stem[-1:]), "о", "е", *_FEMININE, "ы" if stem[-1:] not in "гкхжчшщ" else "и")
        found = _with(stem, endings) | set(_with_vowel(stem))
        if word.endswith(("овы", "ово", "ины", "ино")):  # "Соломоновы Острова"
            found |= _with(stem, ("ым", "ыми", "ых"))
        if end == "и" and stem[-1:] not in "гкхц":
            found |= _with(stem, (*_SOFT_MASCULINE, *_SOFT_FEMININE, *_SOFT_A, "ев"))
        return found
    if end == "я":
        return _with(stem, (*_SOFT_A, *_I_MASCULINE, *_SOFT_MASCULINE) if stem[-1:] not in "аеиоу" else _SOFT_A)
    if word.endswith(("ане", "яне")):  # "граждане", "россияне"
        return _with(stem, ("е", "", "ам", "ами", "ах", *(f"ин{ending}" for ending in ("", "а", "у", "ом", "е"))))
    if end == "е":
        return _with(stem, _SOFT_E)
    return set()


def _consonant_endings(last: str) -> tuple[str, ...]:
    if last in _VELARS:
        return _VELAR
    if last in _HISSING_LETTERS:
        return _HISSING
    return _TS if last == "ц" else _HARD


def _without_vowel(word: str) -> str:
    """Returns the stem of the other cases where the last vowel falls out ("беженец", "рынок"), else the word."""
    if len(word) > 4 and word[-2] in "ео" and word[-1] in "цк" and word[-3] in _CONSONANTS + "л":
        return word[:-2] + word[-1]
    if len(word) > 4 and word.endswith("ец") and word[-3] in "аеиоуы":
        return word[:-2] + "йц"
    return word


def _with_vowel(stem: str) -> Iterable[str]:
    """Yields the genitives plural in which a vowel comes between the last consonants ("оценка", "письмо")."""
    if len(stem) > 2 and stem[-1] in _CONSONANTS and stem[-2] in _CONSONANTS + "ь":
        first = stem[:-2] if stem[-2] == "ь" else stem[:-1]
        yield from (first + vowel + stem[-1] for vowel in "ео")
    elif len(stem) > 2 and stem[-2] == "й" and stem[-1] in _CONSONANTS:
        yield stem[:-2] + "е" + stem[-1]


def _with(stem: str, endings: Iterable[str]) -> set[str]:
    return {stem + ending for ending in endings}


@cache
def _irregular() -> dict[str, frozenset[str]]:
    return kin(rows(Path(__file__).with_name("irregular.tsv")))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words(Path(__file__).with_name("function_words.txt")))
