"""Which phrase of the target translates a phrase of the source, as the pairs show that have both?

Dice's coefficient over pairs, log-likelihood against chance (Dunning 1993), how well the words on both sides
explain each other, and whether both are in like places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from tmtool.terminology.phrases import Phrase

Key = tuple[str, ...]
_LEAST_LIKELIHOOD = 10.8
"""Log-likelihood ratio from which on chance explains less than one case in a thousand (χ², one degree)."""
_LEAST_TOGETHER = 2
_LEAST_SHARE = 0.75
"""How much of its strongest link a word must have inside the two phrases, lest it be translated elsewhere."""
_ELSEWHERE = 0.5
"""What a translation is worth for each word of either phrase that is translated elsewhere."""
_FREELY = 0.6
"""How well phrases that always meet explain each other, whatever their words."""
_FEW = 5
"""Meetings that halve what they say."""
_LEAST_LONGER = 0.45
"""How much of the score of a translation a longer one must have to take its place."""
_ALWAYS_INSIDE = 0.9
"""In what share of its texts a phrase must be in a longer one to be a part of that."""


@dataclass(frozen=True, slots=True)
class Side:
    """A `Side` holds the phrases of all texts of a language: in which texts each is, where (0 to 1, at the first
    place), in what share of them it is whole, and what contents it has; and in which texts each word is."""

    phrases: Mapping[Key, Mapping[int, float]]
    whole: Mapping[Key, float]
    contents: Mapping[Key, Key]
    words: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, texts: Sequence[str], found: Sequence[Sequence[Phrase]]) -> Side:
        """Returns the side of some texts with the phrases found in each."""
        phrases: dict[Key, dict[int, float]] = defaultdict(dict)
        contents: dict[Key, Key] = {}
        words: dict[str, set[int]] = defaultdict(set)
        whole: dict[Key, set[int]] = defaultdict(set)
        for number, (text, group) in enumerate(zip(texts, found, strict=True)):
            for phrase in group:
                phrases[phrase.key].setdefault(number, phrase.span.start / max(1, len(text)))
                contents[phrase.key] = phrase.contents
                if phrase.whole:
                    whole[phrase.key].add(number)
                for word in phrase.contents:
                    words[word].add(number)
        shares = {key: len(whole[key]) / len(places) for key, places in phrases.items()}
        return cls(phrases, shares, contents, {word: frozenset(numbers) for word, numbers in words.items()})


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A `Counterpart` is a phrase of the target that may translate one of the source. `together` is how many pairs have
    both, `score` 0 to 1."""

    key: Key
    together: int
    score: float


class Counterparts:
    """Finds the translations of phrases in texts that are pair by pair; `pairs` is how many there are.

    `trust` says what the meetings of two words are worth (0 to 1): in few texts all words of a phrase meet all words of
    its translation, and what is known beforehand tells which belong together.
    """

    def __init__(
        self,
        source: Side,
        target: Side,
        pairs: int,
        trust: Callable[[str, str], float] = lambda word, other: 1.0,
    ) -> None:
        self._trust = trust
        self._source = source
        self._target = target
        self._pairs = pairs
        self._in_text: dict[int, list[Key]] = defaultdict(list)
        for key, places in target.phrases.items():
            if len(places) >= _LEAST_TOGETHER:
                for number in places:
                    self._in_text[number].append(key)
        self._dice: dict[tuple[str, str], float] = {}
        self._links: dict[tuple[str, int], float] = {}
        self._contents = [_by_text(source), _by_text(target)]

    def of(self, key: Key) -> list[Counterpart]:
        """Returns the likely translations of a phrase, best first."""
        places = self._source.phrases[key]
        met = Counter(other for number in places for other in self._in_text[number])
        found = [
            Counterpart(other, together, self._score(key, other, together))
            for other, together in met.items()
            if together >= _LEAST_TOGETHER
            and self._is_no_chance(len(places), len(self._target.phrases[other]), together)
        ]
        ranked = sorted(found, key=lambda one: (-one.score, -len(one.key), one.key))
        if ranked and (longer := self._longer(ranked)):
            ranked.remove(longer)
            ranked.insert(0, replace(longer, score=ranked[0].score))
        return ranked

    def _longer(self, ranked: list[Counterpart]) -> Counterpart | None:
        """Returns the phrase with one word of content more that the best one nearly always begins or ends ("mise" in
        "mise en œuvre", "jour provisoire" in "ordre du jour provisoire")."""
        best = ranked[0]
        least = _ALWAYS_INSIDE * len(self._target.phrases[best.key])
        size = len(self._target.contents[best.key]) + 1
        for one in ranked:
            if (
                best.key in (one.key[: len(best.key)], one.key[-len(best.key) :])
                and len(self._target.contents[one.key]) == size
                and len(self._target.phrases[one.key]) >= least
                and one.together >= _ALWAYS_INSIDE * best.together
                and one.score >= _LEAST_LONGER * best.score
            ):
                return one
        return None

    def _score(self, key: Key, other: Key, together: int) -> float:
        of_source, of_target = self._source.phrases[key], self._target.phrases[other]
        dice = 2 * together / (len(of_source) + len(of_target))
        shared = of_source.keys() & of_target.keys()
        apart = sum(abs(of_source[number] - of_target[number]) for number in shared) / len(shared)
        # What always meets need not be translated word for word.
        met = _FREELY * dice * together / (together + _FEW)
        explained = max(met, self._explained(self._source.contents[key], self._target.contents[other]))
        return dice * explained * (1 - apart) * (1 + self._target.whole[other]) / 2

    def _explained(self, words: Key, others: Key) -> float:
        """Says how well the words of two phrases explain each other, one by one, 0 to 1."""
        links = sorted(
            ((self._word_dice(word, other), i, j) for i, word in enumerate(words) for j, other in enumerate(others)),
            reverse=True,
        )
        left, right, total = set(range(len(words))), set(range(len(others))), 0.0
        for value, i, j in links:
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
                total += value
        of_source, of_target = [0.0] * len(words), [0.0] * len(others)
        for value, i, j in links:
            of_source[i], of_target[j] = max(of_source[i], value), max(of_target[j], value)
        elsewhere = sum(
            _LEAST_SHARE * self._strongest(word, 0) > value for word, value in zip(words, of_source, strict=True)
        )
        elsewhere += sum(
            _LEAST_SHARE * self._strongest(word, 1) > value for word, value in zip(others, of_target, strict=True)
        )
        return float(total / max(len(words), len(others)) * _ELSEWHERE**elsewhere)

    def _strongest(self, word: str, side: int) -> float:
        """Returns the strongest link that a word of the source (side 0) or of the target (1) has with any of the other
        side."""
        if (known := self._links.get((word, side))) is None:
            here = (self._source, self._target)[side]
            met = {other for number in here.words[word] for other in self._contents[1 - side][number]}
            pairs = ((word, other) if side == 0 else (other, word) for other in met)
            known = max((self._word_dice(*pair) for pair in pairs), default=0.0)
            self._links[word, side] = known
        return known

    def _word_dice(self, source: str, target: str) -> float:
        if (known := self._dice.get((source, target))) is None:
            of_source, of_target = self._source.words[source], self._target.words[target]
            known = 2 * len(of_source & of_target) / (len(of_source) + len(of_target))
            if known:
                known *= self._trust(source, target)
            self._dice[source, target] = known
        return known

    def _is_no_chance(self, of_source: int, of_target: int, together: int) -> bool:
        return log_likelihood(together, of_source - together, of_target - together, self._pairs) >= _LEAST_LIKELIHOOD


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Returns Dunning's ratio for two things that are together in `both` of `total` texts, and alone in `first` and
    `second`; 0 where they meet less than chance would have it."""
    neither = total - both - first - second
    if both * neither <= first * second:
        return 0.0
    table = (both, first, second, max(0, neither))
    rows = (both + first, second + neither)
    columns = (both + second, first + neither)
    return 2 * (
        sum(map(_entropy, table)) - sum(map(_entropy, rows)) - sum(map(_entropy, columns)) + _entropy(sum(table))
    )


def _entropy(count: int) -> float:
    return count * log(count) if count > 0 else 0.0


def _by_text(side: Side) -> dict[int, list[str]]:
    """Returns the words of content of each text."""
    found: dict[int, list[str]] = defaultdict(list)
    for word, numbers in side.words.items():
        for number in numbers:
            found[number].append(word)
    return found
