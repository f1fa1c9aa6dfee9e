"""Prepares a text as the recogniser goes through it: its words, their keys, and what is between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.languages.language import Language
from tmtool.languages.small_words import SmallWords
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex
from tmtool.terminology.pattern import Link, Pattern, case_of, mark_between
from tmtool.text.term_words import Word, readings_of, words_in

_FUNCTIONS_AT_ONCE = 4
"""How many words without content may come between two words of a term."""
STOPS = frozenset(".!?;:…")
"""Marks that no split form of a term goes across."""
_OPENING = " \t\n\u00a0\u202f\"'’«“‘([–—-"
"""What may come before the first word of a sentence."""
HYPHENS = ("-", "‐", "‑")
_SPELLINGS = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Reading:
    """A `Reading` is a text prepared: `language` is the text's; `keys` are the keys of each word (`Pattern`), `marks`
    the punctuation in front of it, empty for none. In a language that writes words together, `apart` says for the keys
    of each word how many letters before them are other words (`Language.readings`)."""

    text: str
    words: Sequence[Word]
    keys: Sequence[tuple[str, ...]]
    marks: Sequence[str]
    language: Language
    apart: Sequence[Mapping[str, int]] = ()

    @property
    def small_words(self) -> SmallWords:
        """Returns the small words of the language."""
        return self.language.small_words

    def fits_around(self, pattern: Pattern, first: int, last: int) -> Span | None:
        """Returns the span of a pattern whose parts reach from one word to another, None if its ends do not fit."""
        start, end = first - len(pattern.before), last + len(pattern.after)
        if start < 0 or end >= len(self.words):
            return None
        if not all(map(self._has, range(start, first), pattern.before)):
            return None
        if not all(map(self._has, range(last + 1, end + 1), pattern.after)):
            return None
        if any(self.marks[start + 1 : first + 1]) or any(self.marks[last + 1 : end + 1]):
            return None
        if self._is_prefixed(start):
            return None
        stop = self.words[end].end
        if pattern.closing and self.text.startswith(pattern.closing, stop):
            stop += len(pattern.closing)
        return Span(self.words[start].start + self._start_within(start, pattern), stop)

    def has_capitals_of(self, pattern: Pattern, places: Sequence[int]) -> bool:
        """Tells whether the words at these places have the capitals and accents of a pattern's parts, forms included;
        at the start of a sentence the first letter may be a capital."""
        for number, place in enumerate(places):
            word = self.words[place]
            case, wanted = case_of(word), pattern.cases[number]
            raised = not number and (case, wanted) == ("capital", "lower") and self._opens_sentence(word.start)
            if word.plain not in pattern.spellings[number] or not (case == wanted or raised):
                return False
        return True

    def has_name_of(self, pattern: Pattern, places: Sequence[int]) -> bool:
        """Tells whether the words at these places have capitals where the pattern's parts have them."""
        return all(
            case == "lower" or case_of(self.words[place]) != "lower"
            for place, case in zip(places, pattern.cases, strict=True)
        )

    def lacks_capital_of(self, pattern: Pattern, places: Sequence[int]) -> bool:
        """Tells whether the pattern is a name of one word, and the word in the text only looks like it
        (`Language.names_have_capitals`)."""
        if not self.language.names_have_capitals or len(places) > 1 or not pattern.term.is_name:
            return False
        return not self.has_name_of(pattern, places) and self.text != self.text.lower()

    def cuts_before(self, span: Span) -> bool:
        """Tells whether a span begins within a word, in a language that does not part words by spaces."""
        at = span.start
        return self.text[max(at - 1, 0) : at + 1] in self.language.word_set("across-start")

    def cuts_after(self, span: Span) -> bool:
        """Tells whether a span ends within a word, in a language that does not part words by spaces."""
        return self.language.pattern("across-end").match(self.text, span.end - 1) is not None

    def phrases_without_terms(self) -> SpanIndex | None:
        """Returns the phrases whose words are no terms by themselves: "período de sesiones" has no "sesión"."""
        found = [Span(*match.span()) for match in self.language.pattern("phrase-without-terms").finditer(self.text)]
        return SpanIndex(found) if found else None

    def goes_on_as_people(self, span: Span) -> bool:
        """Tells whether what follows a name makes it that of a people or its language: "意大利语" is not Italy."""
        return self.language.pattern("people-or-language").match(self.text, span.end) is not None

    def is_literal(self, pattern: Pattern, span: Span) -> bool:
        """Tells whether the span is the term itself but for the kind of apostrophe, hyphen and space, and for the
        capital that opens a sentence."""
        found, wanted = span.of(self.text).translate(_SPELLINGS), pattern.term.text.strip().translate(_SPELLINGS)
        if found == wanted:
            return True
        return found[1:] == wanted[1:] and found[0] == wanted[0].upper() and self._opens_sentence(span.start)

    def joints_between(self, start: int, end: int) -> frozenset[str]:
        """Returns the joints other than articles among the words from `start` to `end`, by family
        (`SmallWords.kin`)."""
        plain = {word.plain for word in self.words[start:end] if word.function} - self.small_words.articles
        return frozenset(map(self.small_words.kin, plain))

    def _start_within(self, index: int, pattern: Pattern) -> int:
        """Returns how many characters of the word at which a pattern begins are other words."""
        if not self.apart:
            return 0
        keys = pattern.before[0] if pattern.before else pattern.parts[0].keys
        apart, word = self.apart[index], self.words[index]
        letters = 0 if word.plain in keys else min((apart[key] for key in keys if key in apart), default=0)
        at = 0
        while at < len(word.text) and (letters or unicodedata.combining(word.text[at])):
            letters -= not unicodedata.combining(word.text[at])
            at += 1
        return at

    def _has(self, index: int, keys: frozenset[str]) -> bool:
        return not keys.isdisjoint(self.keys[index])

    def _is_prefixed(self, index: int) -> bool:
        if not index or self.words[index - 1].plain not in self.small_words.prefixes:
            return False
        return self.text[self.words[index - 1].end : self.words[index].start] in HYPHENS

    def _opens_sentence(self, start: int) -> bool:
        while start and self.text[start - 1] in _OPENING:
            start -= 1
        return not start or self.text[start - 1] in STOPS


class Between:
    """A `Between` is what comes between a word of a text and the words after it, as far as one has read.

    `gap` words of content may be there.
    """

    __slots__ = ("_fixed", "_functions", "_gap", "_joined", "contents", "mark")

    def __init__(self, gap: int) -> None:
        self.mark = ""
        self.contents = 0
        self._functions = 0
        self._joined = False
        self._fixed: set[str] = set()
        self._gap = gap

    @staticmethod
    def most(gap: int) -> int:
        """Returns how many words may be read before it is exhausted."""
        return gap + _FUNCTIONS_AT_ONCE

    @property
    def exhausted(self) -> bool:
        """Tells whether more has been read than may come between two words of a term."""
        if self._functions > _FUNCTIONS_AT_ONCE or self.contents > self._gap:
            return True
        return bool(self._gap) and not STOPS.isdisjoint(self.mark)

    def take(self, word: Word, known: SmallWords) -> None:
        """Goes past a word."""
        if not word.function:
            self.contents += 1
            return
        self._functions += 1
        if word.plain not in known.articles:
            self._joined = True
            if word.plain not in known.joints:
                self._fixed.add(word.plain)

    def is_like(self, link: Link) -> bool:
        """Tells whether a term that is not split may have this between two of its parts."""
        if self.contents or self.mark != link.mark or self._fixed != link.fixed:
            return False
        return self._functions > 0 if link.joined else not self._joined or bool(link.mark)

    def may_split(self, link: Link) -> bool:
        """Tells whether a term may be split by this; only with a gap."""
        return self._gap > 0 and link.mark in self.mark and link.fixed <= self._fixed


def read(text: str, language: Language, *, tolerant: bool) -> Reading:
    """Returns a text prepared for looking for patterns, tolerant or not."""
    words = words_in(text, language)
    keys: list[tuple[str, ...]] = []
    for word in words:
        key = word.folded if tolerant else word.plain
        keys.append((key, word.abbreviation) if word.abbreviation else (key,))
    apart: list[Mapping[str, int]] = []
    if language.readings:
        apart = [_read_apart(word, language, tolerant=tolerant) for word in words]
        keys = [tuple(dict.fromkeys((*own, *others))) for own, others in zip(keys, apart, strict=True)]
    marks = ["", *(mark_between(text, a, b) for a, b in pairwise(words))]
    return Reading(text, words, keys, marks, language, apart)


def blocks(text: str, language: Language, size: int) -> Iterator[set[str]]:
    """Yields the words of a text, so many at a time, as `text.term_words.words_of` has them; an empty block after the
    last ones, and at each mark that no split form of a term goes across."""
    block: set[str] = set()
    many = end = 0
    for word in words_in(text, language):
        between = text[end : word.start]
        stops = many > 0 and between != " " and not STOPS.isdisjoint(between)
        if stops or many == size:
            yield block
            block, many = set(), 0
        if stops:
            yield set()
        block.add(word.folded)
        block.update(map(language.fold, readings_of(word.plain, language)))
        many += 1
        end = word.end
    yield block
    yield set()


def _read_apart(word: Word, language: Language, *, tolerant: bool) -> Mapping[str, int]:
    """Returns the further keys of a word with which others are written together (`Language.readings`)."""
    readings = readings_of(word.plain, language)
    return {language.fold(key): letters for key, letters in readings.items()} if tolerant else readings
