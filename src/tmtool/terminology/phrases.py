"""Which noun phrases of a text may be terms?

Nouns with their qualifiers, and further nouns joined by a few prepositions (Justeson and Katz 1995), told by words
without content and by what else the language knows of its words (`Language.phrase_words`, `word_classes`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from tmtool.languages.language import Language
from tmtool.model import PlaceableKind, Span
from tmtool.terminology.pattern import mark_between
from tmtool.terminology.reading import HYPHENS
from tmtool.text.term_words import Word, words_in

_MOST_CONTENTS = 8
_MOST_JOINTS = 3
"""How many times nouns may be joined in one term."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A `Phrase` is a noun phrase and its place. `key` is equal for all forms of its words and all articles; `contents`
    are those of its words that have content. `whole` is True if no noun or qualifier is right before or after it,
    `weak` if it begins or ends with a word that few terms begin or end with ("effet de serre"): it may translate a
    term."""

    key: tuple[str, ...]
    contents: tuple[str, ...]
    span: Span
    whole: bool
    weak: bool = False


def phrases(text: str, language: Language) -> Iterator[Phrase]:
    """Yields the noun phrases of a text, shorter ones inside longer ones too; none with a number, a date or a
    symbol."""
    words = words_in(text, language)
    glued = [False, *(text[a.end : b.start] in HYPHENS for a, b in pairwise(words)), False]
    marked = [True, *(bool(mark_between(text, a, b)) for a, b in pairwise(words)), True]
    line = _Line(language, text, words, _kinds_in(text, words, language, glued, marked), marked, glued)
    for start in range(len(words)):
        if line.may_begin(start):
            yield from line.phrases_from(start)


_BEGINS, _ENDS, _GOES_ON, _JOINS, _ARTICLE, _SERIES, _WEAK = 1, 2, 4, 8, 16, 32, 64


def _kinds_in(
    text: str, words: Sequence[Word], language: Language, glued: Sequence[bool], marked: Sequence[bool]
) -> list[int]:
    """Returns what each word may do in a phrase (`_kinds`), in its place."""
    kinds = [_kinds(language)(word.plain, word.function) for word in words]
    values = language.placeables(text)
    verbal, prefixes = tuple(language.phrase_words.verbal), language.small_words.prefixes
    for at, word in enumerate(words):
        follows = at + 1 < len(words) and not marked[at + 1]
        names = follows and word.text[0].isupper() and words[at + 1].text[0].isupper() and not glued[at + 1]
        is_verb = verbal and follows and kinds[at + 1] == _ARTICLE and word.plain.endswith(verbal)
        first = bisect_right(values, word.start, key=lambda one: one.span.end)
        value = values[first] if first < len(values) and values[first].span.start < word.end else None
        if value and value.kind is PlaceableKind.ORDINAL and names and not marked[at] and not glued[at]:
            kinds[at] = _BEGINS | _GOES_ON  # the "Second World War"
        elif value or is_verb:
            kinds[at] = 0
        elif glued[at] and word.function and word.text[0].isupper():
            kinds[at] = _GOES_ON | _ENDS  # the East of "Jérusalem-Est"
        elif glued[at + 1] and word.plain in prefixes:
            kinds[at] = _BEGINS | _GOES_ON
        elif (
            follows
            and word.plain in language.small_words.prefixes
            and language.word_classes.is_adjective(words[at + 1].plain)
        ):
            kinds[at] = _GOES_ON  # "pays non alignés"
        elif not marked[at] and word.text[0].isupper() and word.text[1:].isalpha() and kinds[at] & _GOES_ON:
            kinds[at] = (kinds[at] | _BEGINS) & ~_WEAK  # a "Special Rapporteur" is more than a special one
    return kinds


@dataclass(frozen=True, slots=True)
class _Line:
    """A `_Line` holds the words of a text, what each may do in a phrase, and whether a mark or a hyphen is in front of
    it (and after the last)."""

    language: Language
    text: str
    words: Sequence[Word]
    kinds: Sequence[int]
    marked: Sequence[bool]
    glued: Sequence[bool]

    def may_begin(self, at: int) -> bool:
        """Tells whether a phrase may begin with this word; where nouns come first, not right after another one."""
        if not self.kinds[at] & _BEGINS or self.glued[at]:
            return False
        if at > 1 and self.words[at - 1].plain in self.language.phrase_words.fixed and self.kinds[at - 2] & _ENDS:
            return False
        if self.marked[at] or not self.language.small_words.noun_first:
            return True
        if self.words[at - 1].plain in self.language.phrase_words.auxiliary:
            return not self.language.word_classes.is_adjective(self.words[at].plain)  # "ont imposé des restrictions"
        return not self.kinds[at - 1] & _ENDS

    def phrases_from(self, start: int) -> Iterator[Phrase]:
        """Yields the phrases that begin with this word."""
        known = self.language.small_words
        key: list[str] = []
        contents: list[str] = []
        joints, series, joined, in_series, loose, last = 0, 0, False, False, False, ""
        nouns: set[str] = set()
        for at in range(start, len(self.words)):
            if at > start and self.marked[at]:
                return
            word, kind = self.words[at], self.kinds[at]
            if kind & (_JOINS | _SERIES):
                # What joins two nouns follows a noun, and only an article may follow it.
                joints, series = joints + bool(kind & _JOINS), series + bool(kind & _SERIES)
                goes_on = in_series and kind & _JOINS and known.noun_first and (joints > 1 or self._qualifies(at - 2))
                if joints > _MOST_JOINTS or series > 1 or not (self._joins(start, at) or goes_on):
                    return
                joined, in_series = True, bool(kind & _SERIES)
                last = last if in_series else word.plain
                key.append(known.kin(word.plain))
                continue
            if kind & _ARTICLE and joined:
                if in_series and not known.noun_first and not self._is_capital(at - 2):
                    return  # "fraudulent documents and the responsibilities" are two things
                # So are "l'égalité des sexes et l'autonomisation", but they may translate one.
                loose |= in_series and known.noun_first and (not last or last in known.repeated)
                continue
            if not kind & _GOES_ON:
                return
            if not joined and at > start and not self._agrees(word.plain, nouns, series):
                return
            if kind & _ENDS:
                nouns |= self.language.word_classes.agreements(word.plain)
            joined, in_series = False, False
            form = _canonical(self.language)(word.plain)
            key.append(form)
            contents.append(form)
            if len(contents) > _MOST_CONTENTS:
                return
            if kind & _ENDS and not self.glued[at + 1] and not self._is_complemented(start, at):
                weak = loose or bool((self.kinds[start] | kind) & _WEAK)
                if not weak or at > start:
                    whole = tuple(key)
                    inside = whole if len(contents) == len(whole) else tuple(contents)
                    yield Phrase(whole, inside, self._span(start, at), self._is_whole(start, at), weak)

    def _agrees(self, word: str, nouns: set[str], series: int) -> bool:
        """Is false for an adjective that agrees with none of the nouns before it: it belongs to one further away."""
        own = self.language.word_classes.agreements(word)
        if not own or not nouns or not own.isdisjoint(nouns) or not self.language.word_classes.is_adjective(word):
            return True
        return bool(series) and any(form.endswith("p") for form in own)

    def _qualifies(self, at: int) -> bool:
        """Tells whether this is an adjective before a coordinator: « fonds structurels et de cohésion », but « la
        sûreté et de la sécurité » are halves of two phrases."""
        return self.language.word_classes.is_adjective(self.words[at].plain)

    def _is_complemented(self, start: int, at: int) -> bool:
        """Tells whether this is an adjective with something after it that it governs: "activités menées par"."""
        if at == start or at + 1 >= len(self.words) or self.marked[at + 1]:
            return False
        complement = self.language.phrase_words.complement
        return self.words[at + 1].plain in complement and self.language.word_classes.is_adjective(self.words[at].plain)

    def _joins(self, start: int, at: int) -> bool:
        """Tells whether a word may join what is before it in a phrase from `start` and what follows: a preposition
        comes after a noun, a coordinator in a name, or anywhere where all members have their preposition."""
        if self.kinds[at] & _JOINS:
            head = at == start + 1 and self.words[start].plain in self.language.phrase_words.head
            return bool(self.kinds[at - 1] & _ENDS) and not head
        return bool(self.kinds[at - 1] & _GOES_ON) and (
            self.language.small_words.noun_first
            or (self._is_capital(at - 1) == self._is_capital(at + 1) and not self._follows_comma(start))
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
        """Tells whether a name goes on beyond an edge: capitals on both sides of what joins them."""
        at = beyond = edge + step
        while 0 <= beyond < len(self.words) and self.kinds[beyond] & (_JOINS | _SERIES | _ARTICLE):
            if self.marked[beyond + (step < 0)]:
                return False
            beyond += step
        return beyond != at and beyond > 0 and self._is_capital(edge) and self._is_capital(beyond)


@cache
def _kinds(language: Language) -> Callable[[str, bool], int]:
    """Returns a function that says what a word may do in a phrase, as a sum of _BEGINS, _ENDS, _GOES_ON, _JOINS,
    _ARTICLE, _SERIES and _WEAK; 0 for a barrier."""
    lists = language.phrase_words
    known = language.small_words

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
        noun, adjective = language.word_classes.is_noun(plain), language.word_classes.is_adjective(plain)
        if not noun and not adjective:
            return 0
        weak = _WEAK if plain in lists.weak else 0
        if known.noun_first:
            return weak | _GOES_ON | (_BEGINS if noun or plain in known.before_nouns else 0) | _ENDS
        return weak | _GOES_ON | _BEGINS | (_ENDS if noun else 0)

    return kinds


@cache
def _canonical(language: Language) -> Callable[[str], str]:
    """Returns a function that gives one form for all the forms of a word."""

    @lru_cache(1 << 15)
    def canonical(plain: str) -> str:
        return min(
            language.forms(plain, "adj" if language.word_classes.is_adjective(plain) else "noun"),
            key=lambda f: (len(f), f),
        )

    return canonical


def is_general(word: str, language: Language) -> bool:
    """Tells whether this is a word (as `Word.plain`) that says little without what follows: "activities" of the
    Fund."""
    return word in language.phrase_words.general


def is_bare(word: str, language: Language) -> bool:
    """Tells whether this is a word (as `Word.plain`) that is no term by itself, such as "development" and "sectors"."""
    return not language.phrase_words.bare.isdisjoint(language.forms(word, "noun"))


def takes_place_name(word: str, language: Language) -> bool:
    """Tells whether the name of a place comes right after this word: « îles Malvinas »."""
    return word in language.phrase_words.place
