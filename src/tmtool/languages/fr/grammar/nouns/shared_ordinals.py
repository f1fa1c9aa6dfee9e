"""Is the noun a plural that several ordinals share under one determiner (les sixième et septième *rapport*), and is the
ordinal of one noun a singular: la trente et *unièmes* session?

From the grammar of the language: le sixième et le septième rapport, les sixième et septième rapports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word

_ORDINAL = re.compile(r"\w{3,}ième$|premier$|première$|second$|seconde$")
_JOINING = frozenset({"et", "ou"})
_LONGEST_ROW = 6


def disagreeing(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the last ordinal of each such row with its noun, where that is a singular; so it does the plural that ends
    an ordinal of one noun."""
    for place in range(2, len(words) - 1):
        noun = words[place + 1]
        if words[place].lower == "unièmes" and words[place - 1].lower == "et" and _is_one(noun):
            yield words[place], noun
        if words[place - 1].lower not in _JOINING or not _ORDINAL.match(words[place].lower):
            continue
        if _is_one(noun) and _has_plural_determiner(words, place - 2):
            yield words[place], noun


def _is_one(noun: Word) -> bool:
    """Tells whether this can be nothing but a noun in the singular, right after the word before it."""
    return noun.joined and noun.categories == {"N"} and noun.agreement({"N"}) <= SINGULAR


def _has_plural_determiner(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a row of ordinals ends here whose determiner is a plural."""
    for at in range(place, max(-1, place - _LONGEST_ROW), -1):
        found = determiners().get(words[at].lower)
        if found is not None and at < place:
            return found.agreement <= PLURAL
        if not _ORDINAL.match(words[at].lower) or not (words[at].joined or words[at].mark == ","):
            return False
    return False
