"""Which noun phrases of a text may be terms?

Nouns with their qualifiers, and further nouns joined by a few prepositions (Justeson and Katz 1995), told by words
without content, by the lists in phrase_words.tsv, by endings and, in French, by the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from tmtool.languages.language import Language
from tmtool.languages.tables import rows
from tmtool.languages.word_classes import is_adjective, is_noun
from tmtool.model import Span
from tmtool.terminology.grammar import grammar
from tmtool.terminology.pattern import mark_between
from tmtool.terminology.reading import HYPHENS
from tmtool.text.term_words import Word, words_in

_MOST_CONTENTS = 8
_MOST_JOINTS = 3
"""How many times nouns may be joined in one term."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase and its place. `key` is equal for all forms of its words and all articles; `contents` are those
    of its words that have content. `whole` is True if no noun or qualifier stands right before or after it."""

    key: tuple[str, ...]
    contents: tuple[str, ...]
    span: Span
    whole: bool


@dataclass(frozen=True, slots=True)
class _Lists:
    inside: frozenset[str]
    barrier: frozenset[str]
    weak: frozenset[str]
    head: frozenset[str]


def phrases(text: str, language: Language) -> Iterator[Phrase]:
    """The noun phrases of a text, shorter ones inside longer ones too; none with a number, a date or a symbol."""
    words = words_in(text, language)
    kinds = [_kinds(language)(word.plain, word.function) for word in words]
    values = [placeable.span for placeable in language.placeables(text)]
    glued = [False, *(text[a.end : b.start] in HYPHENS for a, b in pairwise(words)), False]
    for at, word in enumerate(words):
        if values and any(value.overlaps(Span(word.start, word.end)) for value in values):
            kinds[at] = 0
        elif glued[at] and word.function and word.text[0].isupper():
            kinds[at] = _GOES_ON | _ENDS  # the East of "Jérusalem-Est"
        elif glued[at + 1] and word.plain in grammar(language.tag).prefixes:
            kinds[at] = _BEGINS | _GOES_ON
        elif at and word.text[0].isupper() and word.text[1:].isalpha() and kinds[at] & _GOES_ON:
            kinds[at] |= _BEGINS  # a "Special Rapporteur" is more than a special one
    marked = [True, *(bool(mark_between(text, a, b)) for a, b in pairwise(words)), True]
    line = _Line(language, text, words, kinds, marked, glued)
    for start in range(len(words)):
        if line.may_begin(start):
            yield from line.phrases_from(start)


_BEGINS, _ENDS, _GOES_ON, _JOINS, _ARTICLE, _SERIES = 1, 2, 4, 8, 16, 32


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a text, what each may do in a phrase, and whether a mark or a hyphen stands in front of it (and
    behind the last)."""

    language: Language
    text: str
    words: Sequence[Word]
    kinds: Sequence[int]
    marked: Sequence[bool]
    glued: Sequence[bool]

    def may_begin(self, at: int) -> bool:
        """True if a phrase may begin with this word; where nouns come first, not right behind another one."""
        if not self.kinds[at] & _BEGINS or self.glued[at]:
            return False
        return self.marked[at] or not grammar(self.language.tag).noun_first or not self.kinds[at - 1] & _ENDS

    def phrases_from(self, start: int) -> Iterator[Phrase]:
        """The phrases that begin with this word."""
        known = grammar(self.language.tag)
        key: list[str] = []
        contents: list[str] = []
        joints, series, joined, in_series = 0, 0, False, False
        for at in range(start, len(self.words)):
            if at > start and self.marked[at]:
                return
            word, kind = self.words[at], self.kinds[at]
            if kind & (_JOINS | _SERIES):
                # What joins two nouns follows a noun, and only an article may follow it.
                joints, series = joints + bool(kind & _JOINS), series + bool(kind & _SERIES)
                if joints > _MOST_JOINTS or series > 1 or not (self._joins(start, at) or (in_series and kind & _JOINS)):
                    return
                joined, in_series = True, bool(kind & _SERIES)
                key.append(known.kin(word.plain))
                continue
            if kind & _ARTICLE and joined:
                continue
            if not kind & _GOES_ON:
                return
            joined, in_series = False, False
            form = _canonical(self.language)(word.plain)
            key.append(form)
            contents.append(form)
            if len(contents) > _MOST_CONTENTS:
                return
            if kind & _ENDS and not self.glued[at + 1]:
                yield Phrase(tuple(key), tuple(contents), self._span(start, at), self._is_whole(start, at))

    def _joins(self, start: int, at: int) -> bool:
        """True if a word may join what stands before it in a phrase from `start` and what follows: a preposition
        stands after a noun, a coordinator in a name, or anywhere where all members have their preposition."""
        if self.kinds[at] & _JOINS:
            head = at == start + 1 and self.words[start].plain in _lists(self.language.tag).head
            return bool(self.kinds[at - 1] & _ENDS) and not head
        return bool(self.kinds[at - 1] & _GOES_ON) and (
            grammar(self.language.tag).noun_first
            or (self._is_capital(at - 1) and self._is_capital(at + 1) and not self._follows_comma(start))
        )

    def _is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.words[at].text[0].isupper()

    def _follows_comma(self, at: int) -> bool:
        return at > 0 and "," in self.text[self.words[at - 1].end : self.words[at].start]

    def _span(self, start: int, end: int) -> Span:
        return Span(self.words[start].start, self.words[end].end)

    def _is_whole(self, start: int, end: int) -> bool:
        before = not self.marked[start] and self.kinds[start - 1] & _GOES_ON
        after = not self.marked[end + 1] and self.kinds[end + 1] & _GOES_ON
        return not before and not after and not self._in_name(start, -1) and not self._in_name(end, 1)

    def _in_name(self, edge: int, step: int) -> bool:
        """True if a name goes on beyond an edge: capitals on both sides of what joins them."""
        at = beyond = edge + step
        while 0 <= beyond < len(self.words) and self.kinds[beyond] & (_JOINS | _SERIES | _ARTICLE):
            if self.marked[beyond + (step < 0)]:
                return False
            beyond += step
        return beyond != at and beyond > 0 and self._is_capital(edge) and self._is_capital(beyond)


@cache
def _kinds(language: Language) -> Callable[[str, bool], int]:
    """What a word may do in a phrase, as a sum of _BEGINS, _ENDS, _GOES_ON, _JOINS, _ARTICLE and _SERIES; 0 for a
    barrier."""
    lists = _lists(language.tag)
    known = grammar(language.tag)

    @lru_cache(1 << 15)
    def kinds(plain: str, function: bool) -> int:
        if plain in lists.inside:
            return _JOINS
        if plain in known.articles:
            return _ARTICLE
        if (plain,) in known.coordinators:
            return _SERIES
        if function or plain in lists.barrier or not plain.isalpha() or len(plain) < 2:
            return 0
        noun, adjective = is_noun(plain, language.tag), is_adjective(plain, language.tag)
        if not noun and not adjective:
            return 0
        if plain in lists.weak:
            return _GOES_ON
        if known.noun_first:
            return _GOES_ON | (_BEGINS if noun or plain in known.before_nouns else 0) | _ENDS
        return _GOES_ON | _BEGINS | (_ENDS if noun else 0)

    return kinds


@cache
def _canonical(language: Language) -> Callable[[str], str]:
    """One form for all the forms of a word."""

    @lru_cache(1 << 15)
    def canonical(plain: str) -> str:
        return min(
            language.forms(plain, "adj" if is_adjective(plain, language.tag) else "noun"), key=lambda f: (len(f), f)
        )

    return canonical


@cache
def _lists(tag: str) -> _Lists:
    classes: dict[str, set[str]] = {"inside": set(), "barrier": set(), "weak": set(), "head": set()}
    for language, name, words in rows(Path(__file__).with_name("phrase_words.tsv")):
        if language == tag:
            classes[name].update(words.split())
    return _Lists(*map(frozenset, classes.values()))
