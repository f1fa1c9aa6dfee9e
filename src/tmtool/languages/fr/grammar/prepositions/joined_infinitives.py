"""Have two denied infinitives that et, ou or ni joins the same preposition: les engage à ne pas autoriser de filets
et *de* ne pas renouveler les autorisations?

Both hang on one word, which has one preposition. Both are denied, so that they are plainly a pair; where the sentence
has the other preposition before another infinitive already, the second may hang on that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tmtool.languages.fr.grammar.prepositions.governed import infinitive_after
from tmtool.languages.fr.grammar.words.reading import Word

_KINDS = {"à": "à", "de": "de", "d'": "de"}
_JOINING = frozenset({"et", "ou", "ni", "mais"})
_ENDS = (".", ";", ":", "(", ")")
_LONGEST = 40
"""Words between the two prepositions at most."""


class Misjoined(NamedTuple):
    """A `Misjoined` is a preposition before the second of two infinitives, and the one before the first."""

    wrong: Word
    first: Word


def misjoined(words: tuple[Word, ...]) -> Iterator[Misjoined]:
    """Yields the prepositions before the second of two denied infinitives that differ from that before the first."""
    for place in range(2, len(words) - 2):
        kind = _KINDS.get(words[place].lower)
        if kind is None or words[place - 1].lower not in _JOINING or not _is_denied(words, place):
            continue
        before = list(_prepositions_before(words, place - 1))
        if not before or any(_KINDS[words[at].lower] == kind for at in before):
            continue
        if _is_denied(words, before[0]):
            yield Misjoined(words[place], words[before[0]])


def _is_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether ne pas and an infinitive come right after a preposition."""
    return (
        place + 3 < len(words)
        and (words[place + 1].lower, words[place + 2].lower) == ("ne", "pas")
        and all(word.joined for word in words[place + 1 : place + 4])
        and infinitive_after(words, place + 3)
    )


def _prepositions_before(words: tuple[Word, ...], end: int) -> Iterator[int]:
    """Yields the places of the prepositions before infinitives in the same sentence, the nearest first."""
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        if any(mark in words[at + 1].before for mark in _ENDS):
            return
        if words[at].lower in _KINDS and (_is_denied(words, at) or infinitive_after(words, at + 1)):
            yield at
