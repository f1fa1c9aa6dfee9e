"""Which words of a term or a name of the source can the words of a translation stand for?

It is asked of hundreds of stretches of the same few texts, which have their words in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import Word


class Answering:
    """An `Answering` knows the words of a term, and what the stems of a translation can stand for there."""

    def __init__(self, words: Sequence[Word], pair: LanguagePair, links: WordLinks) -> None:
        self._words = words
        self._links = links
        self._language = pair.source
        self._places: dict[str, tuple[int, ...]] = {}

    def places(self, stem: str) -> tuple[int, ...]:
        """Returns the places of the words of the term for which a stem can stand."""
        known = self._places.get(stem)
        if known is None:
            known = self._places[stem] = tuple(self._linked(stem))
        return known

    def are_whole(self, stems: Iterable[str]) -> bool:
        """Tells whether each of the stems can stand for a word of the term, and for each of its words one of them."""
        found = set[int]()
        for stem in stems:
            places = self.places(stem)
            if not places:
                return False
            found.update(places)
        return len(found) == len(self._words)

    def _linked(self, stem: str) -> Iterator[int]:
        for place, word in enumerate(self._words):
            if self._links.cost_from(word.stem, stem, self._language) is not None:
                yield place
