"""How strongly do words of a target go with a phrase of its source, or with one of its words, as they occur together?

A word of the target goes with it if both are in the same units more often than either does alone (Dice's coefficient
over counts of a memory). No lexicon is learned, so that nothing is spent on the words that nobody asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from tmtool.alignment.words import WORD, word_reader

_CHANCE = 0.7
"""Meetings that are taken for chance."""
_FEW = 2
"""Units that halve what their number says."""
THRESHOLD = 0.22
"""Strength from which on a word rather belongs to the counterpart than not."""
SHARE = 0.4
"""How much of the strength of the strongest word of the line a word of the counterpart must have."""
_LOYAL = 0.5
"""From which share on a token that seldom translates something translates little else."""
_LOYALTY = 0.5
"""What such a share is worth compared with Dice's coefficient."""
ELSEWHERE = 0.5
"""What a word keeps of its strength that another word of the source explains better."""


class Strengths:
    """`Strengths` says how strongly tokens of the target go with something of the source that is in some units: `every`
    for those that do at all, 0 to 1."""

    def __init__(
        self,
        targets: Sequence[str],
        total: int,
        language: str,
        frequency: Callable[[Collection[str]], Mapping[str, int]],
    ) -> None:
        """Counts words in `targets`, the units that have the thing, of `total` in the memory; `frequency` says of words
        how many segments have each."""
        self._units = len(targets)
        self._total = max(total, self._units)
        read = word_reader(language)
        met: Counter[str] = Counter()
        every: set[str] = set()
        for text in targets:
            here = set(WORD.findall(text))
            every |= here
            met.update({token for word in here for token in read(word).tokens})
        # Most tokens are met too seldom to go with it at all.
        often = {token: count for token, count in met.items() if self._is_often(count)}
        forms: dict[str, set[str]] = {token: set() for token in often}
        for word in map(read, every):
            for token in often.keys() & word.tokens:
                forms[token].add(word.plain)
        self.every = self._measured(often, forms, frequency)

    def of(self, token: str) -> float:
        """Returns the strength, 0 to 1. A token that goes with it much less than another one does only occurs near it
        by habit, unless it goes with little else."""
        return self.every.get(token, 0.0)

    def _measured(
        self,
        met: Mapping[str, int],
        forms: Mapping[str, Collection[str]],
        frequency: Callable[[Collection[str]], Mapping[str, int]],
    ) -> dict[str, float]:
        """Returns the strengths of these tokens, by in how many of the units each is, and by the words that have it."""
        counts = frequency(set().union(*forms.values())) if met else {}
        sure = self._units / (self._units + _FEW)
        dice: dict[str, tuple[float, float]] = {}
        for token, number in met.items():
            together = self._share(number) * self._total
            alone = max(together, number, sum(counts[form] for form in forms[token]))
            # Dice's coefficient, and the share of what has the token that has this too.
            dice[token] = 2 * together / (self._total + alone) * sure, together / alone * sure
        least = SHARE * max((strength for strength, _ in dice.values()), default=0.0)
        return {
            token: strength * ELSEWHERE
            if strength < least and loyalty < _LOYAL
            else max(strength, _LOYALTY * loyalty * met[token] / (met[token] + _FEW))
            for token, (strength, loyalty) in dice.items()
        }

    def _share(self, met: int) -> float:
        """Returns the share of the units that have a token which so many of them have, but for chance."""
        return max(0.0, met - _CHANCE) / max(1, self._units)

    def _is_often(self, met: int) -> bool:
        """Tells whether a token in so many of the units may go with the thing."""
        share = self._share(met)
        return 2 * share / (1 + share) >= THRESHOLD * ELSEWHERE


@dataclass(frozen=True, slots=True)
class Evidence:
    """`Evidence` is what is known of a phrase: how strongly target tokens go with it, and with each of its tokens with
    content."""

    phrase: Strengths
    parts: Mapping[str, Strengths]
