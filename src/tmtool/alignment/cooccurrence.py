"""Where does a target say what a phrase of its source says, as the words show that occur together?

A word of the target goes with the phrase, or with one of its words, if both are in the same units more often than
either does alone (Dice's coefficient over counts of a memory). No lexicon is learned, so that nothing is spent on the
words that nobody asked about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

from tmtool.alignment.priors import dictionary, prior
from tmtool.alignment.tokens import tokens
from tmtool.languages import language_of, letters
from tmtool.model import Span

_WORD = re.compile(rf"[{letters.SINGLE}]|[^\W_{letters.SINGLE}]+(?:['’](?=[^\W_]))?")
"""A word, or a letter that is one by itself: Han and kana."""
_SINGLES_A_WORD = 2
"""How many of these letters say what a word says."""
_CHANCE = 0.7
"""Meetings that are taken for chance."""
_FEW = 2
"""Units that halve what their number says."""
_PRIOR = 0.9
"""What a cognate or a line of the dictionary is worth compared with what the memory says."""
_THRESHOLD = 0.22
"""Strength from which on a word rather belongs to the counterpart than not."""
_FURTHER = 0.45
"""The same for a word more than the phrase has words with content."""
_SHARE = 0.4
"""How much of the strength of the strongest word of the line a word of the counterpart must have."""
_ARTICLE = 0.01
"""What a word without content inside the counterpart costs."""
_AGAIN = 0.1
"""What a word that is in the counterpart already costs."""
_LOYAL = 0.5
"""From which share on a token that seldom translates something translates little else."""
_LOYALTY = 0.5
"""What such a share is worth compared with Dice's coefficient."""
_PLACE = 0.35
"""How much of its strength a word far from its place loses."""
_PLACE_PULL = 4.0
_ELSEWHERE = 0.5
"""What a word keeps of its strength that another word of the source explains better."""
_LEFT_OVER = 0.4
"""Strength of a word that nothing else in the source explains, where the phrase has been met too seldom."""
_MOST_WORDS = 2_000
"""Texts of more words are too long to look for a counterpart in."""
_WIDEST = 14
"""How many words a counterpart may have."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A `Counterpart` is the place of the translation of a phrase in the target, with the probability that it is all of
    it and no more."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Word:
    """A `Word` is a word in place, in lower case without an apostrophe; the tokens that are compared of it; and whether
    it has content of its own."""

    span: Span
    plain: str
    tokens: tuple[str, ...]
    content: bool


@lru_cache(1 << 10)
def words(text: str, language: str) -> tuple[Word, ...]:
    """Returns the words of a text; an elided one ("l’") is a word, and so is a letter of a script without spaces."""
    known = _word_reader(language)
    found = []
    for match in _WORD.finditer(text):
        plain, parts, content = known(match[0])
        if parts:
            found.append(Word(Span(*match.span()), plain, parts, content))
    return tuple(found)


@cache
def _word_reader(language: str) -> Callable[[str], tuple[str, tuple[str, ...], bool]]:
    known = language_of(language)

    @lru_cache(1 << 15)
    def read(word: str) -> tuple[str, tuple[str, ...], bool]:
        is_filler = known.fold(word) in known.function_words or word in known.word_set("between")
        return word.strip("'’").lower(), tokens(word, language), not is_filler

    return read


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
        read = _word_reader(language)
        met: Counter[str] = Counter()
        every: set[str] = set()
        for text in targets:
            here = set(_WORD.findall(text))
            every |= here
            met.update({token for word in here for token in read(word)[1]})
        # Most tokens are met too seldom to go with it at all.
        often = {token: count for token, count in met.items() if self._is_often(count)}
        forms: dict[str, set[str]] = {token: set() for token in often}
        for plain, parts, _ in map(read, every):
            for token in often.keys() & parts:
                forms[token].add(plain)
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
        least = _SHARE * max((strength for strength, _ in dice.values()), default=0.0)
        return {
            token: strength * _ELSEWHERE
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
        return 2 * share / (1 + share) >= _THRESHOLD * _ELSEWHERE


@dataclass(frozen=True, slots=True)
class Evidence:
    """`Evidence` is what is known of a phrase: how strongly target tokens go with it, and with each of its tokens with
    content."""

    phrase: Strengths
    parts: Mapping[str, Strengths]


class Finder:
    """Finds the counterparts of one phrase in the units that have it.

    `seldom` says that the phrase has been met too seldom to tell much; then `others` is asked for the strengths of
    other words of the source.
    """

    def __init__(
        self,
        evidence: Evidence,
        *,
        source_language: str,
        target_language: str,
        others: Callable[[str], Strengths],
        seldom: bool = False,
    ) -> None:
        self._evidence = evidence
        self._languages = source_language, target_language
        self._others = others
        self._seldom = seldom
        self._translations = dictionary(source_language, target_language)
        # Lines have the same words again and again.
        self._told: dict[tuple[str, ...], tuple[float, tuple[float, ...]]] = {}
        self._priors: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
        self._words_alone: dict[
            tuple[tuple[tuple[str, ...], ...], tuple[str, ...], bool], tuple[float, float, float]
        ] = {}

    def counterpart(self, source: str, target: str, phrase: Span) -> Counterpart | None:
        """Returns where the target has the counterpart of `phrase`, a place in the source, or None if nothing tells or
        there are too many words, each of which is held against each."""
        source_words, target_words = words(source, self._languages[0]), words(target, self._languages[1])
        inside = [word for word in source_words if word.span.overlaps(phrase)]
        if not inside or not target_words or max(len(source_words), len(target_words)) > _MOST_WORDS:
            return None
        outside = [word for word in source_words if not word.span.overlaps(phrase) and word.content]
        place = (phrase.start + phrase.end) / 2 / max(1, len(source))
        near = [_nearness(place, (word.span.start + word.span.end) / 2 / max(1, len(target))) for word in target_words]
        told = self._told_by_others(outside) if self._seldom else {}
        strengths = [
            self._strength(word, inside, outside, told) * nearness
            for word, nearness in zip(target_words, near, strict=True)
        ]
        least = max(_THRESHOLD, _SHARE * max(strengths))
        strong = {at for at, strength in enumerate(strengths) if strength >= least}
        strong |= self._best_of_parts(target_words, strengths, near)
        expected = _expected(inside, target_words)
        best = _best_window(target_words, strengths, strong, expected)
        if best is None:
            return None
        first, last = best
        own = [strengths[at] for at in range(first, last + 1) if target_words[at].content or at in strong]
        # "On behalf of" is "au nom de", not "nom".
        if (
            not inside[0].content
            and first
            and _is_joint(target, target_words[first - 1], target_words[first], target_words[first - 1])
        ):
            first -= 1
        if not inside[-1].content and last + 1 < len(target_words):
            follows = target_words[last + 1]
            fits = _is_joint(target, target_words[last], follows, follows) and self._is_translated(inside[-1], follows)
            last += fits
        span = Span(target_words[first].span.start, target_words[last].span.end)
        return Counterpart(span, round(min(1.0, sum(own) / len(own)), 3))

    def _strength(
        self, word: Word, inside: Sequence[Word], outside: Sequence[Word], told: Mapping[str, float]
    ) -> float:
        """Says how strongly a word of the target belongs to the phrase; `told` says how strongly tokens go with other
        words of the source, where that is asked."""
        strength, own, prior_strength = self._alone(word, inside)
        if not word.content or (strength < _THRESHOLD and not self._seldom):
            return strength
        elsewhere = self._prior(outside, word)
        if self._seldom:
            elsewhere = max(elsewhere, *(told.get(token, 0.0) for token in word.tokens))
            left_over = _LEFT_OVER * (1 - min(1.0, elsewhere / _LEFT_OVER))
            own = strength = 1 - (1 - strength) * (1 - left_over) if prior_strength else max(strength, left_over)
        return strength * _ELSEWHERE if elsewhere > own else strength

    def _alone(self, word: Word, inside: Sequence[Word]) -> tuple[float, float, float]:
        """Says how strongly a word goes with the phrase or one of its parts, with one of its parts, and by the
        dictionary, whatever else the source has."""
        place = tuple(one.tokens for one in inside if one.content), word.tokens, word.content
        if (known := self._words_alone.get(place)) is None:
            whole, parts = self._known(word)
            own = max(parts, default=whole)
            prior_strength = _PRIOR * self._prior(inside, word) if word.content else 0.0
            own = max(own, prior_strength)
            known = self._words_alone[place] = max(whole, own), own, prior_strength
        return known

    def _told_by_others(self, others: Sequence[Word]) -> Mapping[str, float]:
        """Says how strongly tokens go with the one of these words that they go with most."""
        told: dict[str, float] = {}
        for other in others:
            for token, strength in self._others(other.plain).every.items():
                told[token] = max(strength, told.get(token, 0.0))
        return told

    def _known(self, word: Word) -> tuple[float, tuple[float, ...]]:
        """Says how strongly a word goes with the phrase, and with each of its parts."""
        if (known := self._told.get(word.tokens)) is None:
            parts = tuple(max(map(part.of, word.tokens)) for part in self._evidence.parts.values())
            known = self._told[word.tokens] = max(map(self._evidence.phrase.of, word.tokens)), parts
        return known

    def _best_of_parts(self, target: Sequence[Word], strengths: Sequence[float], near: Sequence[float]) -> set[int]:
        """Returns the places of the strongest word for each part of the phrase, if it is strong enough."""
        found = set()
        told = [self._known(word)[1] for word in target]
        for part in range(len(self._evidence.parts)):
            here = [strength[part] * nearness for strength, nearness in zip(told, near, strict=True)]
            at = max(range(len(here)), key=here.__getitem__)
            if min(here[at], strengths[at]) >= _THRESHOLD:
                found.add(at)
        return found

    def _prior(self, others: Sequence[Word], word: Word) -> float:
        return max((self._prior_of_two(other, word) for other in others if other.content), default=0.0)

    def _is_translated(self, other: Word, word: Word) -> bool:
        """Tells whether the dictionary has a word without content for the other; an elided one may stand for its
        whole."""
        forms = (word.plain, f"{word.plain}e")
        return any(prior(one, form, self._translations) for one in other.tokens for form in forms)

    def _prior_of_two(self, other: Word, word: Word) -> float:
        place = other.tokens, word.tokens
        if (known := self._priors.get(place)) is None:
            known = self._priors[place] = max(
                prior(one, two, self._translations) for one in other.tokens for two in word.tokens
            )
        return known


def _expected(inside: Sequence[Word], target: Sequence[Word]) -> int:
    """Returns how many words with content the counterpart of these may have; one more letter where these are words."""
    content = [word for word in inside if word.content]
    singles = sum(map(_is_single, content))
    said = len(content) - singles + (singles + _SINGLES_A_WORD - 1) // _SINGLES_A_WORD
    return (said * _SINGLES_A_WORD + 1 if any(map(_is_single, target)) else said) or 1


def _is_single(word: Word) -> bool:
    return len(word.plain) == 1 and word.plain >= letters.FIRST_SINGLE


def _is_joint(text: str, before: Word, after: Word, joint: Word) -> bool:
    """Tells whether one of two neighbours has no content of its own, and no mark is between them."""
    return not joint.content and not text[before.span.end : after.span.start].strip()


def _nearness(place: float, other: float) -> float:
    return 1 - _PLACE * (1 - exp(-_PLACE_PULL * abs(place - other)))


def _best_window(
    target: Sequence[Word], strengths: Sequence[float], strong: Collection[int], expected: int
) -> tuple[int, int] | None:
    """Returns the stretch, from one strong word to another, that has most strength over the threshold, each word
    counted once; words more than are expected must be stronger."""
    best, found = 0.0, None
    for first in sorted(strong):
        cost, seen, inside = 0.0, set[str](), list[float]()
        for at in range(first, min(len(target), first + _WIDEST)):
            word, strength = target[at], strengths[at]
            if not word.content and at not in strong:
                cost += _ARTICLE
            elif not seen.isdisjoint(word.tokens):
                cost += _AGAIN
            else:
                seen.update(word.tokens)
                inside.append(strength)
            if at not in strong:
                continue
            inside.sort(reverse=True)
            score = sum(inside) - _THRESHOLD * len(inside) - (_FURTHER - _THRESHOLD) * len(inside[expected:]) - cost
            if score > best:
                best, found = score, (first, at)
    return found
