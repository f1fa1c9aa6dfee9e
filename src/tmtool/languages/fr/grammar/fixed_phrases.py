"""Has a set phrase the words that it has: sur un pied d'égalité, à la majorité des deux tiers, compte tenu de?

The phrases as they are written wrongly are in ``fixed_phrases.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.reading import Word


def misworded(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the first and the last word of each phrase that is worded wrongly, with what is said."""
    phrases = _phrases()
    for place, (word, following) in enumerate(pairwise(words)):
        for wrong, right in phrases.get((word.lower, following.lower), ()):
            found = words[place : place + len(wrong)]
            if tuple(one.lower for one in found) == wrong and all(one.joined for one in found[1:]):
                yield found[0], found[-1], right
                break


@cache
def _phrases() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]:
    """Returns the phrases, all of several words, by the first two: the words of each and what is said."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for wrong, right in tables.rows(Path(__file__).with_suffix(".tsv")):
        parts = tuple(wrong.split(" "))
        found.setdefault((parts[0], parts[1]), []).append((parts, right))
    return found
