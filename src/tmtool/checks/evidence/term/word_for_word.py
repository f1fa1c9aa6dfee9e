"""Where does a translation say a term word for word, or by its term with one word changed?

Two signs give away a phrase that was made up: each of its words translates a word of the source term, and yet it is no
term ("entrée clandestine" for *illegal entry*); or it is the right term but for one word, to which nothing in the
source answers ("bande criminelle organisée"). Which words translate each other is told by the pair's word links.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tmtool.languages.language import Language
from tmtool.languages.pairs.word_links import ALIKE, Present, WordLinks
from tmtool.languages.small_words import SmallWords
from tmtool.languages.stems import Word as Stemmed
from tmtool.languages.stems import content
from tmtool.model import Concept, Occurrence, Span
from tmtool.model.span_index import nearest
from tmtool.terminology.pattern import mark_between
from tmtool.text.term_words import Word, words_in

_FEWEST, _MOST = 2, 4
"""How many words of content the terms that are looked at have."""
_MOST_STARTS = 64
"""Places of one word at most that may stand for one of a term: nobody writes a text with more."""


@dataclass(frozen=True, slots=True)
class _Window:
    """A `_Window` is a row of words of the translation without a mark between, of which `contents` have content."""

    words: tuple[Word, ...]
    contents: tuple[Word, ...]

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


class WordForWord:
    """A `WordForWord` finds in a translation what says a term of its source word for word, by the words of both sides
    with their links."""

    def __init__(self, source: str, target: str, there: Language, here: Language, links: WordLinks) -> None:
        self._here, self._there, self._links = here, there, links
        self._source, self._target = source, target
        self._words = words_in(target, here)
        self._known = here.small_words
        self._source_words = content(source, there.tag)
        self._target_words = content(target, here.tag)
        self._source_starts = [word.span.start for word in self._source_words]
        self._target_starts = [word.span.start for word in self._target_words]
        self._in_source = Present(word.stem for word in self._source_words)
        self._in_target = Present(word.stem for word in self._target_words)
        self._phrases: Sequence[tuple[int, Sequence[int]]] | None = None
        """Where noun phrases begin, each with the places of its words of content, made when they are asked for."""
        self._by_size: dict[int, list[_Window]] = {}
        self._by_word: dict[tuple[int, int], dict[str, list[int]]] = {}
        """The numbers of the windows of a size by the word at a place of it."""
        self._by_start: dict[int, dict[int, _Window]] = {}
        self._nominal: dict[tuple[str, bool], bool] = {}
        """What is known of words, as the first of a phrase and as a later one."""
        self._starts_by_stem: dict[str, tuple[Stemmed, list[int]]] = {}
        """The stems of the translation, each with a word that has it and where the words begin that have it."""
        for word in self._words:
            for other in self._inside_word(word):
                self._starts_by_stem.setdefault(other.stem, (other, []))[1].append(word.start)
        self._stems_by_beginning: dict[str, list[str]] = {}
        for stem in self._starts_by_stem:
            self._stems_by_beginning.setdefault(stem[:ALIKE], []).append(stem)

    def calque(self, mention: Occurrence) -> Span | None:
        """Returns a noun phrase of which each word translates a word of the mention, and the first one its head."""
        inside = self._inside(mention)
        if not _FEWEST <= len(inside) <= _MOST:
            return None
        head = self._head(mention, inside)
        usual = _usual_words(mention.concept, self._here)
        linked = self._linked_with(inside, mention)
        starts = sorted(start for start, answers in linked.items() if head in answers)
        for window in self._windows_from(starts, len(inside), len(inside) + 1):
            links = [linked.get(word.start, ()) for word in window.contents]
            if not all(links) or any(not any(one in link for link in links) for one in inside):
                continue
            if all(word.plain in usual for word in window.contents):
                continue
            if self._has_number_of(window, head):
                return window.span
        return None

    def _ends_a_term(self, window: _Window, concept: Concept) -> bool:
        """Tells whether a phrase ends with others before it an accepted term of which only the noun in front is not
        there: most of them national staff, la plupart recrutés sur le plan national."""
        contents = [word for word in self._words if not word.function and word.start <= window.contents[-1].start]
        shapes = (_shape(term.text, self._here) for term in concept.accepted_in(self._here.tag))
        return any(
            len(window.contents) < len(shape.forms) <= len(contents) + 1
            and all(
                word.plain in forms
                for word, forms in zip(contents[1 - len(shape.forms) :], shape.forms[1:], strict=True)
            )
            for shape in shapes
        )

    def near_miss(self, mention: Occurrence) -> Span | None:
        """Returns an accepted term but for one word, which answers to nothing in the source, while a word of the
        mention has no translation."""
        inside = self._inside(mention)
        alone = self._links.absent([one.stem for one in inside], self._in_target, self._there.tag)
        if len(inside) < _FEWEST or sum(alone) != 1:
            return None
        head = self._head(mention, inside)
        for term in mention.concept.in_language(self._here.tag):
            shape = _shape(term.text, self._here)
            if not term.status.accepted or not _FEWEST <= len(shape.forms) <= _MOST:
                continue
            for window in self._nearly(shape):
                odd = [
                    word for word, forms in zip(window.contents, shape.forms, strict=True) if word.plain not in forms
                ]
                if len(odd) != 1 or _joints(window, self._known) != shape.joints or not self._is_unlinked(odd[0]):
                    continue
                if _is_participle_alone(odd[0].plain, self._here):
                    continue
                if self._has_number_of(window, head) and not self._ends_a_term(window, mention.concept):
                    return window.span
        return None

    def _about(self, mention: Occurrence, starts: Sequence[int]) -> Sequence[int]:
        """Returns those of some places, which are in order, that lie about where a mention should be, or all where they
        are few."""
        return starts[nearest(starts, mention.span.start * len(self._target) // len(self._source), _MOST_STARTS)]

    def _inside(self, mention: Occurrence) -> list[Stemmed]:
        first, last = (bisect_left(self._source_starts, place) for place in (mention.span.start, mention.span.end))
        return list(self._source_words[first:last])

    def _head(self, mention: Occurrence, inside: Sequence[Stemmed]) -> Stemmed:
        """Returns the word of the source that names the thing: the last one, or the last before a preposition."""
        joint = next((word for word in words_in(mention.term.text, self._there) if word.function), None)
        if joint is None:
            return inside[-1]
        before = len(content(mention.term.text[: joint.start], self._there.tag))
        return inside[max(0, min(before, len(inside)) - 1)]

    def _windows_from(self, starts: Sequence[int], fewest: int, most: int) -> Iterator[_Window]:
        """Yields the noun phrases of so many words of content that begin at these places, the shortest first."""
        for size in range(fewest, most + 1):
            if size not in self._by_start:
                self._by_start[size] = {window.contents[0].start: window for window in self._windows(size)}
            yield from (self._by_start[size][start] for start in starts if start in self._by_start[size])

    def _nearly(self, shape: _Shape) -> Iterator[_Window]:
        """Yields the noun phrases, in order, that may have all words of content of a term but one: such have its first
        or its second."""
        size = len(shape.forms)
        found: set[int] = set()
        for place in (0, 1):
            by_word = self._windows_by(size, place)
            found.update(number for form in shape.forms[place] for number in by_word.get(form, ()))
        windows = self._windows(size)
        yield from (windows[number] for number in sorted(found))

    def _windows_by(self, size: int, place: int) -> Mapping[str, Sequence[int]]:
        """Returns the numbers of the noun phrases of so many words of content, by that at a place of each."""
        known = self._by_word.get((size, place))
        if known is None:
            known = self._by_word[size, place] = {}
            for number, window in enumerate(self._windows(size)):
                known.setdefault(window.contents[place].plain, []).append(number)
        return known

    def _windows(self, size: int) -> Sequence[_Window]:
        """Returns the noun phrases of so many words of content."""
        if size not in self._by_size:
            self._by_size[size] = list(self._of_size(size))
        return self._by_size[size]

    def _of_size(self, size: int) -> Iterator[_Window]:
        if self._phrases is None:
            self._phrases = list(self._all_phrases())
        for start, contents in self._phrases:
            if len(contents) >= size:
                words = self._words[start : contents[size - 1] + 1]
                yield _Window(words, tuple(self._words[at] for at in contents[:size]))

    def _all_phrases(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Yields where a noun phrase may begin, with the places of its words of content, as many as any may have."""
        for start, word in enumerate(self._words):
            before = self._words[start - 1].plain if start else ""
            if word.function or self._here.pattern("taken-up").fullmatch(before):
                continue
            if contents := self._contents_from(start):
                yield start, contents

    def _contents_from(self, start: int) -> Sequence[int]:
        contents: list[int] = []
        for at in range(start, len(self._words)):
            word = self._words[at]
            if at > start and mark_between(self._target, self._words[at - 1], word):
                break
            if word.function:
                if word.plain not in self._known.joints and (word.plain,) not in self._known.coordinators:
                    break
                continue
            key = word.text, not contents
            if key not in self._nominal:
                self._nominal[key] = self._is_nominal(word, first=not contents)
            if not self._nominal[key]:
                break
            contents.append(at)
            if len(contents) > _MOST:
                break
        return contents

    def _is_nominal(self, word: Word, *, first: bool) -> bool:
        """Tells whether this is a noun in front, or a noun or an adjective after it; names are neither."""
        if not word.text.isalpha() or (word.text[0].isupper() and not first):
            return False
        if _is_infinitive(word.plain, self._here):
            return False
        noun = self._here.word_classes.is_noun(word.plain)
        return noun if first else noun or self._here.word_classes.is_adjective(word.plain)

    def _has_number_of(self, window: _Window, head: Stemmed) -> bool:
        """Tells whether the phrase can have the number of the head in the source, and its adjectives that of the noun
        before."""
        plural = self._there.pattern("plural").search(head.span.of(self._source))
        first = _numbers(window.contents[0].plain, self._here)
        if first and ("p" if plural else "s") not in first:
            return False
        joined = {word.start for word, before in zip(window.words[1:], window.words, strict=False) if before.function}
        numbers = {word.start: _numbers(word.plain, self._here) for word in window.contents}
        return all(
            not numbers[word.start] or numbers[before.start] & numbers[word.start] or word.start in joined
            for before, word in pairwise(window.contents)
        )

    def _linked_with(self, inside: Sequence[Stemmed], mention: Occurrence) -> Mapping[int, list[Stemmed]]:
        """Maps the start of each word that translates one of these, which are those of a mention, to those that it
        translates."""
        found: dict[int, list[Stemmed]] = {}
        for stem in self._stems_for(inside):
            other, starts = self._starts_by_stem[stem]
            answers = [one for one in inside if self._links.counterparts(one, [other], self._there.tag)]
            for start in self._about(mention, starts) if answers else ():
                known = found.setdefault(start, [])
                known += [one for one in answers if one not in known]
        return found

    def _stems_for(self, inside: Sequence[Stemmed]) -> Collection[str]:
        """Returns the stems of the translation that may stand for one of these words."""
        if self._there.tag != self._links.first:
            return self._starts_by_stem
        found = {stem for one in inside for stem in (one.stem, *self._links.costs_of(one.stem))}
        alike = {stem for one in inside for stem in self._stems_by_beginning.get(one.stem[:ALIKE], ())}
        return self._starts_by_stem.keys() & (found | alike)

    def _inside_word(self, word: Word) -> Sequence[Stemmed]:
        """Returns the stems that a word of the translation has."""
        first, last = (bisect_left(self._target_starts, place) for place in (word.start, word.end))
        return self._target_words[first:last]

    def _is_unlinked(self, word: Word) -> bool:
        of_target = self._inside_word(word)
        stems = [one.stem for one in of_target]
        return bool(stems) and all(self._links.absent(stems, self._in_source, self._here.tag))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A `_Shape` is a term as its words of content in their forms, and the joints between them."""

    forms: tuple[frozenset[str], ...]
    joints: tuple[frozenset[str], ...]


@lru_cache(maxsize=4096)
def _shape(text: str, language: Language) -> _Shape:
    words = words_in(text, language)
    contents = tuple(word for word in words if not word.function)
    if not contents or words[0].function or words[-1].function:
        return _Shape((), ())
    return _Shape(
        tuple(language.forms(word.text, "") | language.forms(word.text, "adj") for word in contents),
        _joints(_Window(words, contents), language.small_words),
    )


def _joints(window: _Window, known: SmallWords) -> tuple[frozenset[str], ...]:
    """Returns what joins each word of content to the one before, by family and without articles."""
    between: list[set[str]] = []
    for word in window.words:
        if not word.function:
            between.append(set())
        elif word.plain not in known.articles:
            between[-1].add(known.kin(word.plain))
    return tuple(map(frozenset, between))


def _usual_words(concept: Concept, language: Language) -> frozenset[str]:
    """Returns the forms of the words of content in the accepted terms of a concept."""
    accepted = concept.accepted_in(language.tag)
    return frozenset(form for term in accepted for forms in _shape(term.text, language).forms for form in forms)


@lru_cache(maxsize=4096)
def _is_infinitive(word: str, language: Language) -> bool:
    return "infinitive" in language.grammar(word)


@lru_cache(maxsize=4096)
def _is_participle_alone(word: str, language: Language) -> bool:
    """Tells whether this is a participle that is no adjective: what follows belongs to it (« États dotés de … »)."""
    return {entry.category for entry in language.lexicon(word)} == {"V"}


@lru_cache(maxsize=4096)
def _numbers(word: str, language: Language) -> frozenset[str]:
    """Returns the numbers that a noun, adjective or participle may have, "s" and "p", or empty for an unknown word."""
    return frozenset(one[-1] for entry in language.lexicon(word) for one in entry.agreement)
