"""Says what is asked of the texts of one language: which of them answer a question, and by which indexes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol


class Segments(Protocol):
    """`Segments` finds texts of one language: which of them answer a question? It keeps the indexes by which they are
    found."""

    def similar(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, int]]:
        """Yields every segment with a match rate of at least `threshold` (1 to 100), as its number and its rate: the
        best first, of one rate by number. Recall is exact.

        The rate is the one on tokens (`text.tokens.token_rate`): 100 says that the tokens are equal, and whether the
        texts are is for the caller to see. Whoever takes but the first ones has little of the rest worked out. A query
        without tokens is similar to nothing.
        """

    def by_rate(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Yields the same segments, all of one rate together, as the rate and their numbers: whoever takes but the best
        rates has nothing of a lower one worked out to know where they end."""

    def alike(self, query: str, language: str, *, most: int = 0) -> dict[int, str]:
        """Returns the segments with the same skeleton (`text.masks`), with their texts: those that may differ from the
        query in placeables, a leading list label or the final mark only. The last stored comes first, at most `most` (0
        for all)."""

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Yields the segments that hold, of each group in `wanted`, all the words of one phrase, with their texts; the
        last stored first, each once.

        A word is a run of letters and digits; case, accents and the order of words do not matter. With `begun` the last
        word of a phrase may be but the beginning of one. A group without any word is held by none, and no groups by
        none.
        """

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Returns about how many segments hold each word, 0 for an unknown one: as a token of the match rate, whose
        case does not matter and whose accents do. Segments that wait to be indexed may count as `with_words` finds
        them."""

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """Returns the texts of segments by their numbers; a number of none has none."""

    def first_texts(self, language: str, count: int) -> list[str]:
        """Returns the texts of the language that were stored first, in that order, at most `count`."""

    def only_of(self, files: Collection[int]) -> frozenset[int]:
        """Returns the segments that no unit has but those of these files."""

    def waiting(self) -> int:
        """Returns how many segments wait to be indexed, at most."""

    def index(self, progress: Callable[[int, int], None] = lambda done, expected: None, *, more_than: int = 0) -> None:
        """Indexes the segments that wait, if they are more than so many, in a transaction of its own; `progress` is
        told how many are done, and of how many."""

    def index_anew(self, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Makes all indexes from the texts as if there had been none, in a transaction of its own; `progress` as for
        `index`."""

    def recount(self) -> None:
        """Counts anew how frequent words are, where programs that came to nothing may have left other numbers, which
        make no answer wrong; in a transaction of its own, unless others write."""
