"""Is autre a plural where it stands for several or goes with them: les 31 *autre*, d’*autre* estiment, *autre* parties;
and a singular right after what counts one: selon une *autres*?

From the grammar of the language; which noun it stands for need not be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF_ONE = _WORDS["of one"]
_SIDES = ("part", "et", "d'")
"""What makes d'autre an adverb: de part et d'autre."""
_SEVERAL = re.compile(r"[,;:]?[ \u00a0\u202f]*(?:[2-9]|1[ \u00a0\u202f]?\d)[\d \u00a0\u202f]*")
"""Figures that count more than one."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each autre that should be a plural, with the word that tells."""
    for place, word in enumerate(words):
        if word.lower == "autre" and (other := _several(words, place)) is not None:
            yield word, other
        elif word.lower == "autres" and place and word.joined and _counts_one(words, place - 1):
            yield word, words[place - 1]


def _counts_one(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word before autre counts one, and ends no greater number: vingt et un autres."""
    return words[place].lower in _WORDS["one"] and (place == 0 or words[place - 1].lower != "et")


def _several(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the word that tells that autre should be a plural, None where none does."""
    word = words[place]
    before = words[place - 1] if place else None
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if before is not None and word.joined:
        owner = determiners().get(before.lower)
        if owner is not None and owner.agreement <= PLURAL:
            return before
        if before.lower in _OF_ONE or tuple(one.lower for one in words[max(0, place - 3) : place]) == _SIDES:
            return None
        if before.lower == "d'" and following is not None and following.persons == {"3p"}:
            return following if following.categories == {"V"} else None
    if before is not None and _SEVERAL.fullmatch(word.before) and (following is None or following.lower not in QUE):
        return before
    if following is not None and "N" in following.categories and following.agreement({"N"}) <= PLURAL:
        return following if following.agreement({"N"}) else None
    return None
