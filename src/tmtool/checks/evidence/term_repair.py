"""How is the right term written in the place of a wrong one? In the same number, and surely only if all around it fits.

What is around a noun agrees with it: its determiner, its adjectives, the verb. So a repair is certain if the new term
has the gender and the first sound of the old one; else, and in a language without lexicon, it is a suggestion.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tmtool.languages.language import Language, no_entries
from tmtool.model import Occurrence, Term
from tmtool.text.term_words import Word, words_in

_VOWELS = frozenset("aeiouyœæàâéèêëîïôöùûü")
_NOUNS = frozenset({"", "noun"})


def replacement(occurrence: Occurrence, best: Term, text: str, language: Language | None) -> tuple[str, bool]:
    """Returns what to write in the place of an occurrence, in its number and with its capital, and whether that is
    certain."""
    if language is None or language.lexicon is no_entries or occurrence.parts:
        return best.text, False
    found, wanted = words_in(occurrence.span.of(text), language), words_in(best.text, language)
    if not found or not wanted or {best.part_of_speech, occurrence.term.part_of_speech} - _NOUNS:
        return best.text, False
    old, new = _readings(found[0].plain, language), _readings(wanted[0].plain, language)
    number = _only({reading[1] for reading in old})
    gender = best.gender or _only({reading[0] for reading in new})
    written = _in_number(best, wanted, number, gender, language)
    if written is None:
        return best.text, False
    if found[0].text[0].isupper() and occurrence.term.text[0].islower():
        written = written[0].upper() + written[1:]
    same_gender = bool(gender) and {reading[0] for reading in old if reading[1] == number} == {gender}
    return written, same_gender and _sound(found[0]) == _sound(wanted[0]) != "h"


def _in_number(best: Term, words: Sequence[Word], number: str, gender: str, language: Language) -> str | None:
    """Returns the term in the singular ("s") or plural ("p"), or None where that is not certain: its noun and the
    adjectives before the first preposition change."""
    own = (
        best.number.removesuffix("g").removesuffix("l")
        or _only({one for _, one in _readings(words[0].plain, language)})
        or "s"
    )
    if not number or number == own:
        return best.text if number else None
    if own == "p" or best.number:
        return None
    group = next((at for at, word in enumerate(words) if word.function), len(words))
    if any(_is_adjective(word.plain, language) for word in words[group:] if not word.function):
        return None
    pieces, end = [], 0
    for word in words[:group]:
        plural = word.text if _is_adverb(word.plain, language) else _plural(word.text, gender, language)
        if plural is None:
            return None
        pieces += [best.text[end : word.start], plural]
        end = word.end
    return "".join(pieces) + best.text[end:]


def _plural(word: str, gender: str, language: Language) -> str | None:
    """Returns the one form that a noun or adjective has in the plural of a gender, None where there are several or
    none."""
    if word != word.lower():
        return None
    forms = {form for form in language.forms(word, "adj") if (gender, "p") in _readings(form, language)}
    own = {form for form in forms if form in language.forms(word, "")} or forms
    return _only(own) or None


def _sound(word: Word) -> str:
    """Returns what a word begins with, as far as elision goes: of an h the spelling does not tell."""
    first = word.plain[0]
    return "h" if first == "h" else "vowel" if first in _VOWELS else "consonant"


@lru_cache(maxsize=4096)
def _readings(word: str, language: Language) -> frozenset[tuple[str, str]]:
    """Returns gender and number of each reading of a word as a noun, adjective or participle."""
    return frozenset((one[0], one[1]) for entry in language.lexicon(word) for one in entry.agreement)


@lru_cache(maxsize=4096)
def _is_adjective(word: str, language: Language) -> bool:
    readings = language.lexicon(word)
    return bool(readings) and all(entry.category != "N" for entry in readings)


@lru_cache(maxsize=4096)
def _is_adverb(word: str, language: Language) -> bool:
    return {entry.category for entry in language.lexicon(word)} == {"ADV"}


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""
