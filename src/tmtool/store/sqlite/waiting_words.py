"""Where in a long list of texts are words, when nobody has indexed it? To go through a hundred thousand texts takes a
tenth of a second a query, to index them as long as ten queries, and neither may hold up the one who asks. So each
question reads a part of the list, and goes through the rest.

What is between two spaces is cut into tokens once: a hundred thousand texts hold some fifty thousand such pieces.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import itemgetter

from tmtool.text.tokens import tokens

_READ_AT_ONCE = 6_000
"""Texts that are read for a question: some thirty milliseconds."""
_SHORT = 2_000
"""A list of so many places is counted in less time than it takes to look at the texts that this leaves out."""


class WaitingWords:
    """`WaitingWords` knows the words of the first `read` of some texts, which it calls by their places."""

    def __init__(self, texts: Sequence[tuple[int, str]]) -> None:
        self._texts = texts
        self._pieces = _Pieces()
        self._asked = False
        self.read = 0

    def read_on(self) -> None:
        """Reads the next part of the texts; none for the first question, for which they have just been fetched."""
        if not self._asked:
            self._asked = True
            return
        end = min(self.read + _READ_AT_ONCE, len(self._texts))
        pieces = self._pieces
        for place in range(self.read, end):
            for piece in self._texts[place][1].split():
                pieces[piece].append(place)
        self.read = end

    def missing_few(self, weights: Mapping[str, int], loss: int) -> set[int]:
        """Returns those read that may miss no more than `loss` of the weight of all these tokens
        (`tmtool.store.bounds`, count), by the rarest of them."""
        lists = [(self._pieces.of_token.get(word, []), weight) for word, weight in weights.items()]
        by_length = sorted(((sum(map(len, found)), weight, found) for found, weight in lists), key=itemgetter(0))
        held: Counter[int] = Counter()
        taken = 0
        for length, weight, found in by_length:
            if taken > loss and length > _SHORT:
                break
            taken += weight
            for _ in range(weight):
                held.update(chain.from_iterable(found))
        return {place for place, holding in held.items() if holding >= taken - loss}

    def with_letters(self, letters: str) -> list[int]:
        """Returns those read that hold some letters, without a space and case-folded, in order."""
        found = (places for piece, places in self._pieces.folded if letters in piece)
        return sorted(set(chain.from_iterable(found)))


class _Pieces(dict[str, "array[int]"]):
    """`_Pieces` are the places of what is between two spaces."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: list[tuple[str, array[int]]] = []
        self.of_token: defaultdict[str, list[array[int]]] = defaultdict(list)

    def __missing__(self, piece: str) -> array[int]:
        places = self[piece] = array("I")
        found = tokens(piece)
        self.folded.append(("".join(found), places))
        for token in set(found):
            self.of_token[token].append(places)
        return places
