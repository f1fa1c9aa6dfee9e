"""Which known word was meant by one that the lexicon does not know?

Of the words that a slip of the hand may have made of it (`languages.slips`) the one is chosen that the source can mean,
then one that published translations use (`languages.pairs.word_links`), then the likeliest slip. Slips that a new term
looks like (vapotage, capotage) count only where source or use speak for the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tmtool.languages.letters import fold, shared_beginning
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.slips import Slips, Sureness
from tmtool.languages.stems import Word, content, stem
from tmtool.model import Span

_WORD = re.compile(r"[a-z]+")
_LONG = 10
"""Letters of a word that looks like no other by chance."""
_COGNATE = 7
"""Letters of a word that has a cognate, one letter of which differs."""
_LIKE = 4
"""Letters that words must share to be linked by their looks alone, which is not enough here."""


@dataclass(frozen=True)
class Corrections:
    """`Corrections` are the corrections of the words of one segment: `slips` is what its language knows of slips,
    `source` the source segment, `pair` what is known of both languages."""

    slips: Slips
    source: str = ""
    pair: LanguagePair | None = None

    def of(self, word: str) -> str | None:
        """Returns the word meant by `word`, both in lower case, or None where nothing speaks for one."""
        best = min(
            (
                (slip != Sureness.ACCENT, not self._means(other), not self._is_used(other), slip, place, other)
                for place, (other, slip) in enumerate(self.slips.near(word))
            ),
            default=None,
        )
        if best is None:
            return next((other for other in self.slips.lengthened(word) if self._is_likely(other, word)), None)
        _, unlinked, unused, slip, _, other = best
        if slip > Sureness.SURE and (self._resemblance(word) > self._resemblance(other) or (unlinked and unused)):
            return None
        return None if unlinked and slip == Sureness.DOUBTFUL else other

    def is_meant(self, word: str, other: str) -> bool:
        """Tells whether both the kind of slip and the source speak for the word that was meant."""
        slip = dict(self.slips.near(word)).get(other, Sureness.DOUBTFUL)
        return slip <= Sureness.SURE and self._means(other)

    def cognate(self, word: str) -> str | None:
        """Returns the word in use that is one slip away from a long word of the source, where there is one only:
        connexion for connection. What looks the same is no reason to leave the word as it is."""
        if len(word) < _COGNATE:
            return None
        near = [other for other, slip in self.slips.near(word) if slip <= Sureness.LIKELY and self._is_used(other)]
        return near[0] if len(near) == 1 else None

    @cached_property
    def _source_words(self) -> tuple[Word, ...]:
        return content(self.source, self.pair.source) if self.pair else ()

    @cached_property
    def _in_order(self) -> list[str]:
        """Returns the words of the source, in the order of their letters."""
        return sorted(set(_WORD.findall(self.source.lower())))

    @cached_property
    def _by_counterpart(self) -> dict[str, list[Word]]:
        """Returns the words of the source, each once, by the stems of the target that can stand for them."""
        found: dict[str, list[Word]] = {}
        links = self.pair.links if self.pair else None
        for word in {word.stem: word for word in self._source_words}.values() if links else ():
            for other in {word.stem, *links.costs_of(word.stem)} if links else ():
                found.setdefault(other, []).append(word)
        return found

    def _sources_of(self, target: str) -> Sequence[Word]:
        """Returns the words of the source that a stem of the target may stand for."""
        assert self.pair is not None and self.pair.links is not None
        if self.pair.source == self.pair.links.first:
            return self._by_counterpart.get(target, ())
        return self._source_words

    def _is_likely(self, other: str, word: str) -> bool:
        """Tells whether source and use speak for a word of which letters were left out."""
        return self._is_used(other) and (len(fold(word)) >= _LONG or self._means(other))

    def _is_used(self, word: str) -> bool:
        if self.slips.is_small(word):
            return True
        if self.pair is None or self.pair.links is None:
            return False
        return self.pair.links.is_known(_stemmed(word, self.pair.target), self.pair.target)

    def _means(self, word: str) -> bool:
        """Tells whether a word of the source can stand for it."""
        if self.pair is None or self.pair.links is None:
            return False
        stemmed = _stemmed(word, self.pair.target)
        linked = self.pair.links.counterparts(stemmed, self._sources_of(stemmed.stem), self.pair.target)
        return any(other.stem == stemmed.stem or other.stem[:_LIKE] != stemmed.stem[:_LIKE] for other in linked)

    def _resemblance(self, word: str) -> int:
        """Returns the number of first letters that a word shares with one of the source: a new term is made from one
        (inuite, Inuit)."""
        letters = fold(word)
        # Of words in order, those next to its place share most with it.
        place = bisect_left(self._in_order, letters)
        return max(
            (shared_beginning(letters, other) for other in self._in_order[max(0, place - 1) : place + 1]), default=0
        )


def _stemmed(word: str, language: str) -> Word:
    return Word(Span(0, len(word)), stem(fold(word), language))
