"""Is a phrase that texts repeat a term by itself, or a part of something longer, or the mention of a thing?

Told by what is around it: what always goes with the same partner in a series is half of that ("sustainable
consumption and production"); and by what is in it: "liability of the carrier", with an article, speaks of one
carrier rather than naming a notion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tmtool.languages.language import Language
from tmtool.model import Span
from tmtool.terminology.counterparts import Side
from tmtool.terminology.phrases import is_general
from tmtool.text.term_words import Word, words_in

Key = tuple[str, ...]
_ALWAYS = 0.8
"""In what share of its places a phrase must have the same partner to be a part of something with it."""
_LEAST_PLACES = 3
_MENTION = 0.35
"""What the score of a mention of a thing is worth."""
_VAGUE = 0.3
"""What the score of "availability of resources" is worth, whose first word may come before anything."""


class Wholeness:
    """Judges phrases by the texts that have them."""

    def __init__(self, texts: Sequence[str], side: Side, language: Language) -> None:
        self._texts = texts
        self._side = side
        self._language = language
        self._grammar = language.small_words
        self._is_plural = language.word_classes.is_plural
        self._coordinators = frozenset(words[0] for words in self._grammar.coordinators if len(words) == 1)
        self._words: dict[int, tuple[Word, ...]] = {}

    def share(self, key: Key, places: Mapping[int, Span]) -> float:
        """Returns what the score of a phrase is worth, 0 to 1; `places` are its places in each text that has it."""
        if self._is_series_of_terms(key, places) or self._is_half(places):
            return 0.0
        share = _MENTION if self._mentions(key, places) else 1.0
        return share * (_VAGUE if len(key) > 2 and is_general(key[0], self._language) else 1.0)

    def _is_series_of_terms(self, key: Key, places: Mapping[int, Span]) -> bool:
        """Is true for two terms next to each other, and for what a coordinator joins to nothing: "sûreté et de la
        sécurité"."""
        at = next((at for at, word in enumerate(key) if word in self._coordinators), None)
        if at is None or any(word in self._grammar.joints for word in key[:at]):
            return False
        left, right = key[:at], key[at + 1 :]
        if right[0] in self._grammar.joints or all(self._is_alone(part, key) for part in (left, right)):
            return True
        return not self._grammar.noun_first and not self._has_capitals(places) and not self._are_bound(key, left, right)

    def _is_alone(self, part: Key, key: Key) -> bool:
        """Tells whether a member of a series is whole somewhere else."""
        known = self._side.phrases
        return self._side.whole.get(part, 0) > 0 and len(known[part]) > len(known[key])

    def _has_capitals(self, places: Mapping[int, Span]) -> bool:
        """Tells whether the phrase is a name where it is first: it has a capital inside."""
        number, span = next(iter(places.items()))
        return any(word.text[0].isupper() for word in self._words_of(number) if span.start < word.start < span.end)

    def _are_bound(self, key: Key, left: Key, right: Key) -> bool:
        """Tells whether one of the members is seldom outside the series ("international peace and security"); where the
        first is an adjective, it must be the second."""
        known = self._side.phrases
        first, second = len(known.get(left, ())), len(known.get(right, ()))
        return min(first or second, second) * _ALWAYS <= len(known[key])

    def _is_half(self, places: Mapping[int, Span]) -> bool:
        """Tells whether the phrase nearly always has the same partner in a series. What has an ending of its own, such
        as that of a plural, may be alone all the same: "war crimes and crimes against humanity"."""
        if len(places) < _LEAST_PLACES:
            return False
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        for number, span in places.items():
            words = self._words_of(number)
            first = next(at for at, word in enumerate(words) if word.start >= span.start)
            last = next(at for at in range(first, len(words)) if words[at].end >= span.end)
            if (partner := self._partner(number, first, -1)) and not self._is_plural(partner):
                before[partner] += 1
            if not self._is_plural(words[last].plain) and (partner := self._partner(number, last, 1)):
                after[partner] += 1
        return max(_commonest(before), _commonest(after)) >= _ALWAYS * len(places)

    def _partner(self, number: int, edge: int, step: int) -> str:
        """Returns the word of content beyond a coordinator that is right before or after a phrase, or right after
        the comma after a phrase, where a series goes on; "" if there is none."""
        words, text = self._words_of(number), self._texts[number]
        joined, at = False, edge
        while 0 <= at + step < len(words):
            at += step
            between = text[words[min(at, at - step)].end : words[max(at, at - step)].start].strip()
            if between and (between != "," or joined or step < 0 or at - edge > 1):
                return ""
            joined = joined or bool(between) or words[at].plain in self._coordinators
            if words[at].plain not in self._coordinators | self._grammar.articles | self._grammar.repeated:
                return words[at].plain if joined and not words[at].function else ""
            if between:
                return ""
        return ""

    def _mentions(self, key: Key, places: Mapping[int, Span]) -> bool:
        """Tells whether an article is inside and the head is no name, or a name of several words that is alone as well:
        "Board of Governors of the Bank". Where nouns come first, articles say nothing."""
        if self._grammar.noun_first:
            return False
        joints = [at for at, word in enumerate(key) if word in self._grammar.joints]
        heads = [key[:at] for at in joints if at > 1]
        named = not any(
            self._side.whole.get(head, 0) * len(self._side.phrases.get(head, ())) > len(places) for head in heads
        )
        mentions = 0
        for number, span in places.items():
            inside = [word for word in self._words_of(number) if span.start < word.start < span.end]
            capital = named and self._texts[number][span.start].isupper() and span.start > 0
            mentions += not capital and any(word.plain in self._grammar.articles for word in inside)
        return mentions > len(places) / 2

    def _words_of(self, number: int) -> tuple[Word, ...]:
        if number not in self._words:
            self._words[number] = words_in(self._texts[number], self._language)
        return self._words[number]


def _commonest(counts: Counter[str]) -> int:
    return max(counts.values(), default=0)
