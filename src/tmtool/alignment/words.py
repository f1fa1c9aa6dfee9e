"""Which words of a translation stand for which words of its source, and where is the counterpart of a phrase?

Each word of one side shares its probability among the words of the other, by how well they translate each other (a
lexicon learned from the memory, cognates, the dictionary) and how near they stand to the same place (as fast_align
does, Dyer et al. 2013); both directions together say how sure a link is. No NumPy: a pair of texts is small.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import exp, log, sqrt

from tmtool.alignment.guesses import dictionary, guess
from tmtool.alignment.tokens import tokens
from tmtool.model import Span
from tmtool.text.term_words import language_of

LEXICON_SHARE = 0.7
PLACE_PULL = 4.0
UNKNOWN = 0.005
"""The strength of two words that nothing joins, so that place alone may decide."""

NOTHING, NOTHING_OF_FUNCTION = 0.02, 0.2
"""The strength of having no counterpart, for a word of content and for one without."""

LEAST_LINK = 0.25
INSIDE_BY_CHANCE = 0.3
"""A word belongs to the counterpart of a phrase if at least so much of it is explained by the phrase."""

FUNCTION_WEIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the source and a word of the target that stand for each other, with the probability of that."""

    source: Span
    target: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Where the translation of a phrase stands in the target, with the probability that it is all of it and no more."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in place, and what is compared of it: several tokens if it has a hyphen inside."""

    span: Span
    tokens: tuple[str, ...]
    content: bool


def links(
    source: str,
    target: str,
    *,
    source_language: str,
    target_language: str,
    lexicon: Mapping[str, Mapping[str, float]] | None = None,
) -> tuple[Link, ...]:
    """The words of a pair that belong together, by their places in the source.

    `lexicon` gives for source words, as `tokens` makes them, the probabilities of target words; without one only
    what may be guessed is found.
    """
    pair = _Pair(source, target, (source_language, target_language), lexicon or {})
    found = []
    for i, word in enumerate(pair.source):
        for j, other in enumerate(pair.target):
            probability = sqrt(pair.onto_source[j][i] * pair.onto_target[i][j])
            if probability >= LEAST_LINK:
                found.append(Link(word.span, other.span, min(1.0, probability)))
    return tuple(found)


def counterpart(
    source: str,
    target: str,
    phrase: Span,
    *,
    source_language: str,
    target_language: str,
    lexicon: Mapping[str, Mapping[str, float]] | None = None,
) -> Counterpart | None:
    """Where the target has what stands at `phrase` in the source; None if no word there tells."""
    pair = _Pair(source, target, (source_language, target_language), lexicon or {})
    inside = [i for i, word in enumerate(pair.source) if word.span.overlaps(phrase)]
    content = [i for i in inside if pair.source[i].content] or inside
    if not content or not pair.target:
        return None
    shares = pair.explained_by(content)
    first, last = _best_stretch([_merit(word, share) for word, share in zip(pair.target, shares, strict=True)])
    while first < last and not pair.target[first].content:
        first += 1
    while last > first and not pair.target[last].content:
        last -= 1
    if shares[first] < INSIDE_BY_CHANCE:
        return None
    span = Span(pair.target[first].span.start, pair.target[last].span.end)
    covered = sum(sum(pair.onto_target[i][first : last + 1]) for i in content) / len(content)
    own = [share for word, share in zip(pair.target[first : last + 1], shares[first:], strict=False) if word.content]
    return Counterpart(span, round(min(1.0, covered * sum(own) / max(1, len(own))), 3))


class _Pair:
    """A pair of texts in words; `onto_source[j][i]` is how much of target word j source word i explains, `onto_target`
    likewise the other way; what is missing from 1 has no counterpart."""

    def __init__(
        self, source: str, target: str, languages: tuple[str, str], lexicon: Mapping[str, Mapping[str, float]]
    ) -> None:
        self.source, self.target = _words(source, languages[0]), _words(target, languages[1])
        translations = dictionary(*languages)
        strengths = [
            [
                _strength(one, other, translations, lexicon) * _nearness(i, j, len(self.source), len(self.target))
                for j, other in enumerate(self.target)
            ]
            for i, one in enumerate(self.source)
        ]
        self.onto_target = [_shares(row, word) for row, word in zip(strengths, self.source, strict=True)]
        columns = [[row[j] for row in strengths] for j in range(len(self.target))]
        self.onto_source = [_shares(column, word) for column, word in zip(columns, self.target, strict=True)]

    def explained_by(self, places: Sequence[int]) -> list[float]:
        """How much of each target word the source words at these places explain, by both directions."""
        return [
            (sum(shares[i] for i in places) + min(1.0, sum(self.onto_target[i][j] for i in places))) / 2
            for j, shares in enumerate(self.onto_source)
        ]


def _words(text: str, language: str) -> list[_Word]:
    known = language_of(language)
    found = []
    for span in known.words(text):
        word = span.of(text)
        if parts := tokens(word, language):
            found.append(_Word(span, parts, known.fold(word) not in known.function_words))
    return found


def _strength(
    word: _Word, other: _Word, translations: Mapping[str, frozenset[str]], lexicon: Mapping[str, Mapping[str, float]]
) -> float:
    """How well two words translate each other, by their best tokens."""
    best = UNKNOWN
    for one, two in product(word.tokens, other.tokens):
        strength = guess(one, two, translations)
        if known := lexicon.get(one):
            strength = LEXICON_SHARE * known.get(two, 0.0) + (1 - LEXICON_SHARE) * strength
        best = max(best, strength)
    return best


def _nearness(i: int, j: int, sources: int, targets: int) -> float:
    return exp(-PLACE_PULL * abs((i + 0.5) / sources - (j + 0.5) / targets))


def _shares(strengths: list[float], word: _Word) -> list[float]:
    total = sum(strengths) + (NOTHING if word.content else NOTHING_OF_FUNCTION)
    return [strength / total for strength in strengths]


def _merit(word: _Word, share: float) -> float:
    """What a word adds to a stretch: more than 0 if it rather belongs to it; a word without content says little."""
    odds = log(max(share, 0.01) / max(1 - share, 0.01)) - log(INSIDE_BY_CHANCE / (1 - INSIDE_BY_CHANCE))
    return odds if word.content else FUNCTION_WEIGHT * odds


def _best_stretch(merits: Sequence[float]) -> tuple[int, int]:
    """The first and last place of the stretch with the largest sum (Kadane's algorithm)."""
    best, best_range = float("-inf"), (0, 0)
    total, start = 0.0, 0
    for place, merit in enumerate(merits):
        if total <= 0:
            total, start = 0.0, place
        total += merit
        if total > best:
            best, best_range = total, (start, place)
    return best_range
