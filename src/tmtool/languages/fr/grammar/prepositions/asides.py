"""What comes between a word and the preposition that it governs: contribue *de manière décisive* à, sont *de nouveau*
invités à, se sont engagés, *lors de la session,* à?

Read are set phrases of ``asides.tsv``, de manière and de façon with an adjective, and a phrase between two commas that
a preposition opens.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FIGURE_AND_COMMA = re.compile(r"(?:[ \u00a0\u202f]\d[\d.-]*)?, ")
_LONGEST_INSERTION = 18
_MARKS = (".", ";", ":", ",", "(")
_MANNER = 3
"""Words of de manière décisive."""


@cache
def _phrases() -> tuple[dict[str, tuple[tuple[str, ...], ...]], dict[str, tuple[tuple[str, ...], ...]]]:
    """Returns the phrases by their first and by their last word."""
    phrases = [tuple(phrase.split("_")) for phrase in _WORDS["phrases"]]
    first = {one[0]: tuple(other for other in phrases if other[0] == one[0]) for one in phrases}
    return first, {one[-1]: tuple(other for other in phrases if other[-1] == one[-1]) for one in phrases}


def after_adverbials(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after such a phrase that begins at `place`; `place` where there is none."""
    if place + 1 >= len(words):
        return place
    if words[place].lower in ("de", "d'") and _is_manner(words, place):
        return place + _MANNER
    for phrase in _phrases()[0].get(words[place].lower, ()):
        found = words[place : place + len(phrase)]
        if tuple(word.lower for word in found) == phrase and all(word.joined for word in found):
            return place + len(phrase)
    return place


def before_adverbials(words: tuple[Word, ...], place: int) -> int:
    """Returns the place at which such a phrase begins that ends right before `place`; `place` where there is none."""
    for phrase in _phrases()[1].get(words[place - 1].lower, ()) if place else ():
        start = place - len(phrase)
        same = start > 0 and tuple(word.lower for word in words[start:place]) == phrase
        if same and all(word.joined for word in words[start : place + 1]):
            return start
    if place > _MANNER and words[place].joined and _is_manner(words, place - _MANNER):
        return place - _MANNER
    return place


def _is_manner(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de manière or de façon with an adjective comes here."""
    if place + _MANNER > len(words) or words[place + 1].lower not in ("manière", "façon"):
        return False
    found = words[place : place + _MANNER]
    return found[0].lower in ("de", "d'") and "A" in found[2].categories and all(word.joined for word in found)


def after_insertion(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after a phrase between two commas that a preposition opens; `place` where there is none."""
    if place >= len(words) or words[place].before != ", ":
        return place
    if "PREP" not in words[place].categories and words[place].lower not in _WORDS["openers"]:
        return place
    for at in range(place + 1, min(len(words) - 1, place + _LONGEST_INSERTION)):
        if _FIGURE_AND_COMMA.fullmatch(words[at].before):
            return at
        if any(mark in words[at].before for mark in _MARKS):
            return place
    return place
