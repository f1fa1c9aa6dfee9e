"""Does a number in words agree with its noun: deux *cent* experts, *quatre-vingt* États, trente et *un* résolutions, la
*vingt et un* session?

cent and vingt that are multiplied take an s right before a noun, and un its gender, before 1990 and since. A singular
is numbered, not counted: la vingt et unième session.
The words are in ``number_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import PLURAL, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LAST = ("cent", "vingt", "un")
_ONE = frozenset({"un", "une", "et"})
_ENDINGS = ("-cent", "-vingt")


def disagreeing(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the last word of each number that does not agree with the noun right after it, with that noun."""
    for place in range(len(words) - 1):
        word, noun = words[place], words[place + 1]
        if not word.lower.endswith(_LAST):
            continue
        if noun.joined and _is_counted(noun) and (_lacks_s(words, place) or _is_masculine(words, place, noun)):
            yield word, noun


def counting_one(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the first word of each number of several right before a feminine noun in the singular with its own
    determiner, with that noun: la *vingt et un* session."""
    for place in range(1, len(words) - 1):
        noun = words[place + 1]
        if not noun.joined or noun.categories != {"N"} or noun.agreement({"N"}) != {"fs"} or noun.is_name:
            continue
        first = place + 1
        while first > 0 and words[first].joined and _is_of_a_number(words[first - 1]):
            first -= 1
        several = first < place or words[place].lower not in _ONE
        if 0 < first <= place and several and words[first].joined and words[first - 1].lower in _WORDS["feminine"]:
            yield words[first], noun


def _is_of_a_number(word: Word) -> bool:
    return all(part in _WORDS["numbers"] for part in word.lower.split("-"))


def _is_counted(noun: Word) -> bool:
    """Tells whether a word can be nothing but a noun in the plural, and no part of the number."""
    sure = "N" in noun.categories <= {"N", "A"} or noun.lower in _WORDS["amounts"]
    return sure and not noun.text.isupper() and noun.lower not in _WORDS["numbers"] and noun.agreement({"N"}) <= PLURAL


def _lacks_s(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a cent, or a vingt, that is multiplied: deux cent, quatre-vingt."""
    word = words[place]
    if word.lower == "cent" and place and word.joined and words[place - 1].lower in _WORDS["multiplying"]:
        return not (place > 1 and words[place - 1].joined and words[place - 2].lower in _WORDS["numbers"] - {"et"})
    first, hyphen, last = word.lower.rpartition("-")
    return bool(hyphen) and f"-{last}" in _ENDINGS and first in _WORDS["multiplying"]


def _is_masculine(words: tuple[Word, ...], place: int, noun: Word) -> bool:
    """Tells whether this is the un of vingt et un, with a feminine noun: vingt et un résolutions."""
    word = words[place]
    if noun.agreement({"N"}) != {"fp"}:
        return False
    if word.lower.endswith("-et-un") and word.lower.partition("-")[0] in _WORDS["tens"]:
        return True
    joined = place > 1 and word.joined and words[place - 1].joined
    return (
        joined
        and word.lower == "un"
        and (words[place - 1].lower, words[place - 2].lower in _WORDS["tens"]) == ("et", True)
    )
