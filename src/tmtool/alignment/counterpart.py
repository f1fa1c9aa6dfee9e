"""Where does a target say what a phrase of its source says, as the words show that occur together (`cooccurrence`)?

What the memory says of a word is held against the dictionary, against what the other words of the source explain, and
against its place; the counterpart is the stretch of the target that has most strength for its length.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp

from tmtool.alignment.cooccurrence import ELSEWHERE, SHARE, THRESHOLD, Evidence, Strengths
from tmtool.alignment.priors import dictionary, prior
from tmtool.alignment.words import Word, Words, words
from tmtool.model import Span

_SINGLES_A_WORD = 2
"""How many of these letters say what a word says."""
_PRIOR = 0.9
"""What a cognate or a line of the dictionary is worth compared with what the memory says."""
_FURTHER = 0.45
"""The same for a word more than the phrase has words with content."""
_ARTICLE = 0.01
"""What a word without content inside the counterpart costs."""
_AGAIN = 0.1
"""What a word that is in the counterpart already costs."""
_PLACE = 0.35
"""How much of its strength a word far from its place loses."""
_PLACE_PULL = 4.0
_LEFT_OVER = 0.4
"""Strength of a word that nothing else in the source explains, where the phrase has been met too seldom."""
_MOST_WORDS = 2_000
"""Texts of more words are too long to look for a counterpart in."""
_WIDEST = 14
"""How many words a counterpart may have."""
_LINES_KEPT = 5_000
"""Lines after which what is known of their words is forgotten, so that any number of lines takes the same memory."""
_ROUNDING = 1e-9
"""Sums of the same strengths in another order differ by less."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A `Counterpart` is the place of the translation of a phrase in the target, with the probability that it is all of
    it and no more."""

    span: Span
    probability: float


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
        self._forget()

    def counterpart(self, source: str, target: str, phrase: Span) -> Counterpart | None:
        """Returns where the target has the counterpart of `phrase`, a place in the source, or None if nothing tells or
        there are too many words, each of which is held against each."""
        source_words, target_words = words(source, self._languages[0]), words(target, self._languages[1])
        here = source_words.inside(phrase)
        inside = source_words.known[here]
        longest = max(len(source_words.known), len(target_words.known))
        if not inside or not target_words.known or longest > _MOST_WORDS:
            return None
        self._lines += 1
        if self._lines > _LINES_KEPT:
            self._forget()
        others = (*source_words.known[: here.start], *source_words.known[here.stop :])
        outside = [word for word in others if word.content]
        place = (phrase.start + phrase.end) / 2 / max(1, len(source))
        length = max(1, len(target))
        near = [
            1 - _PLACE * (1 - exp(-_PLACE_PULL * abs(place - (start + end) / 2 / length)))
            for start, end in zip(target_words.starts, target_words.ends, strict=True)
        ]
        strengths = self._strengths(target_words.known, inside, outside, near)
        least = max(THRESHOLD, SHARE * max(strengths))
        strong = {at for at, strength in enumerate(strengths) if strength >= least}
        strong |= self._best_of_parts(target_words.known, strengths, near)
        expected = _expected(inside, target_words.known)
        best = _best_window(target_words.known, strengths, strong, expected)
        if best is None:
            return None
        first, last = best
        own = [strengths[at] for at in range(first, last + 1) if target_words.known[at].content or at in strong]
        # "On behalf of" is "au nom de", not "nom".
        if not inside[0].content and first:
            first -= _is_joint(target, target_words, first - 1, first - 1)
        if not inside[-1].content and last + 1 < len(target_words.known):
            follows = target_words.known[last + 1]
            last += _is_joint(target, target_words, last, last + 1) and self._is_translated(inside[-1], follows)
        span = Span(target_words.starts[first], target_words.ends[last])
        return Counterpart(span, round(min(1.0, sum(own) / len(own)), 3))

    def _forget(self) -> None:
        # Lines have the same words again and again.
        self._lines = 0
        self._told: dict[tuple[str, ...], tuple[float, tuple[float, ...]]] = {}
        self._priors: dict[Word, dict[Word, float]] = {}
        self._words_alone: dict[tuple[tuple[str, ...], ...], dict[Word, tuple[float, float, float]]] = {}

    def _strengths(
        self, target: Sequence[Word], inside: Sequence[Word], outside: Sequence[Word], near: Sequence[float]
    ) -> list[float]:
        """Says how strongly each word of the target belongs to the phrase, with words of the source inside and outside
        it; `near` says how near to its place each is."""
        told = self._told_by_others(outside) if self._seldom else {}
        alone = self._words_alone.setdefault(tuple(one.tokens for one in inside if one.content), {})
        strengths = []
        for word, nearness in zip(target, near, strict=True):
            if (known := alone.get(word)) is None:
                known = alone[word] = self._alone(word, inside)
            strength = known[0]
            if word.content and (strength >= THRESHOLD or self._seldom):
                strength = self._against_others(word, known, outside, told)
            strengths.append(strength * nearness)
        return strengths

    def _against_others(
        self, word: Word, alone: tuple[float, float, float], outside: Sequence[Word], told: Mapping[str, float]
    ) -> float:
        """Says how strongly a word with content belongs to the phrase, where other words of the source may explain it;
        `told` says how strongly tokens go with these, where that is asked."""
        strength, own, prior_strength = alone
        elsewhere = self._prior(outside, word)
        if self._seldom:
            elsewhere = max(elsewhere, *(told.get(token, 0.0) for token in word.tokens))
            left_over = _LEFT_OVER * (1 - min(1.0, elsewhere / _LEFT_OVER))
            own = strength = 1 - (1 - strength) * (1 - left_over) if prior_strength else max(strength, left_over)
        return strength * ELSEWHERE if elsewhere > own else strength

    def _alone(self, word: Word, inside: Sequence[Word]) -> tuple[float, float, float]:
        """Says how strongly a word goes with the phrase or one of its parts, with one of its parts, and by the
        dictionary, whatever else the source has."""
        whole, parts = self._known(word)
        own = max(parts, default=whole)
        prior_strength = 0.0
        if word.content:
            prior_strength = _PRIOR * self._prior([one for one in inside if one.content], word)
        own = max(own, prior_strength)
        return max(whole, own), own, prior_strength

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
        found: set[int] = set()
        if not self._evidence.parts:
            return found
        told = [self._known(word)[1] for word in target]
        for part in range(len(self._evidence.parts)):
            here = [strength[part] * nearness for strength, nearness in zip(told, near, strict=True)]
            at = max(range(len(here)), key=here.__getitem__)
            if min(here[at], strengths[at]) >= THRESHOLD:
                found.add(at)
        return found

    def _prior(self, others: Iterable[Word], word: Word) -> float:
        """Says how strongly the dictionary connects a word of the target with one of the others, which have content."""
        known = self._priors.setdefault(word, {})
        best = 0.0
        for other in others:
            if (strength := known.get(other)) is None:
                strength = known[other] = max(
                    prior(one, two, self._translations) for one in other.tokens for two in word.tokens
                )
            best = max(best, strength)
        return best

    def _is_translated(self, other: Word, word: Word) -> bool:
        """Tells whether the dictionary has a word without content for the other; an elided one may stand for its
        whole."""
        forms = (word.plain, f"{word.plain}e")
        return any(prior(one, form, self._translations) for one in other.tokens for form in forms)


def _expected(inside: Sequence[Word], target: Sequence[Word]) -> int:
    """Returns how many words with content the counterpart of these may have; one more letter where these are words."""
    content = [word for word in inside if word.content]
    singles = sum(word.single for word in content)
    said = len(content) - singles + (singles + _SINGLES_A_WORD - 1) // _SINGLES_A_WORD
    return (said * _SINGLES_A_WORD + 1 if any(word.single for word in target) else said) or 1


def _is_joint(text: str, known: Words, first: int, joint: int) -> bool:
    """Tells whether one (`joint`) of two neighbours, the first of which is given, has no content of its own, and no
    mark is between them."""
    return not known.known[joint].content and not text[known.ends[first] : known.starts[first + 1]].strip()


def _best_window(
    target: Sequence[Word], strengths: Sequence[float], strong: Collection[int], expected: int
) -> tuple[int, int] | None:
    """Returns the stretch, from one strong word to another, that has most strength over the threshold, each word
    counted once; words more than are expected must be stronger."""
    best, found = 0.0, None
    # What the words from one place to another can add at most.
    gains = list(accumulate((max(0.0, strength - THRESHOLD) for strength in strengths), initial=0.0))
    for first in sorted(strong):
        cost, value, seen, inside = 0.0, 0.0, set[str](), list[float]()
        end = min(len(target), first + _WIDEST)
        for at in range(first, end):
            if value + gains[end] - gains[at] <= best - _ROUNDING:
                break
            word, strength = target[at], strengths[at]
            if not word.content and at not in strong:
                cost += _ARTICLE
                value -= _ARTICLE
            elif not seen.isdisjoint(word.tokens):
                cost += _AGAIN
                value -= _AGAIN
            else:
                seen.update(word.tokens)
                value += strength - (THRESHOLD if len(inside) < expected else _FURTHER)
                inside.append(strength)
            if at not in strong or value <= best - _ROUNDING:
                continue
            # In one order, so that the same strengths make the same sum.
            inside.sort(reverse=True)
            score = sum(inside) - THRESHOLD * len(inside) - (_FURTHER - THRESHOLD) * len(inside[expected:]) - cost
            if score > best:
                best, found = score, (first, at)
    return found
