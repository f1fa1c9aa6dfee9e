"""Which words of the source stand beside each word of its translation?

A word of content has its counterpart and what is around that; a small word, which may be the wrong one, what is around
the counterpart of the next word that has one: "à la Conférence" is read beside "to the Conference". So the model of
forms is told what the source says there, without being told which small word it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmtool.languages.fr.grammar.contexts.tokens import Token, as_read

READS = "en"
"""The language of the sources that the model has read."""
BEFORE, BEHIND = 4, 2
"""The words of the source before and behind that are read with each."""
LINKED, NEAR, FAR = 1, 2, 3
"""How a place in the source is known: by the counterpart of the word, by that of one near it, by the lengths of the
texts. 0 stands for no source."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,/\u00a0\u202f-]\d+)*|[^\w\s]")
_NEXT = 3
"""Words so far behind, or before, tell where a word without counterpart stands."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`Beside` holds the words of a source, in lower case, and for each word of its translation the place among them
    that it stands beside, and how that is known."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    kinds: tuple[int, ...]


def source_words(text: str) -> tuple[list[str], list[int]]:
    """Returns the words, figures and marks of a source with where each begins."""
    words, starts = [], []
    for match in _TOKEN.finditer(text):
        words.append(as_read(match.group()))
        starts.append(match.start())
    return words, starts


def beside(words: Sequence[Token], source: str, links: Iterable[tuple[int, int]]) -> Beside | None:
    """Returns what stands beside the words of a translation. `links` tell for words of content where they begin and
    where their counterparts do, in characters. Returns None for a source without words."""
    there, starts = source_words(source)
    if not there or not words:
        return None
    begins = [word.span.start for word in words]
    linked = [-1] * len(words)
    for start, other in links:
        at = bisect_right(begins, start) - 1
        if at >= 0 and linked[at] < 0:
            linked[at] = max(0, bisect_right(starts, other) - 1)
    places, kinds = [], []
    for at, place in enumerate(linked):
        if place >= 0:
            found, kind = place, LINKED
        else:
            found, kind = _near(linked, at), NEAR
            if found < 0:
                found, kind = at * len(there) // len(words), FAR
        places.append(min(found, len(there) - 1))
        kinds.append(kind)
    return Beside(tuple(there), tuple(places), tuple(kinds))


def _near(linked: Sequence[int], at: int) -> int:
    """Returns the place that the next word with a counterpart tells, or the one before; -1 where neither does."""
    for place in linked[at + 1 : at + 1 + _NEXT]:
        if place >= 0:
            return place
    for off in range(1, _NEXT + 1):
        if at - off >= 0 and linked[at - off] >= 0:
            return linked[at - off] + off
    return -1
