"""Which terms of a term base may be in texts, of those that none of the texts before could have?

A term may be in a text that has a form of each of its words with content, one after another, each no farther from the
one before than two parts of a term may be, and no mark between them that no term goes across. A term that cannot be in
one of some texts waits from then on for one of the words that they lack: that of all its words which is in the fewest
terms, if it is one of them. So it comes to wait for the word that texts seldom have, and of most terms of a large term
base nothing more has ever to be known.

Where it is known beforehand which words the terms of a concept need, nothing is asked of its terms until a text has one
of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tmtool.languages.language import Language
from tmtool.model import Concept
from tmtool.terminology.pattern import Spelling, spellings_of
from tmtool.terminology.reading import STOPS
from tmtool.text.term_words import contents_in, folded_forms_in, parts_words

NeededWords = Callable[[str], Mapping[str, Collection[str]] | None]
"""Says of a language the ids of concepts by the words that their terms need, or None where that is not known."""


class _Word:
    """A `_Word` is a word with content of terms, of as many as `uses` says; `waiting` are those that wait for one of
    its `forms`, which are None until they are asked for. `places` are the blocks that have one of these, as bits, of
    the texts that were asked about with that `number`."""

    __slots__ = ("forms", "number", "part_of_speech", "places", "text", "uses", "waiting")

    def __init__(self, text: str, part_of_speech: str) -> None:
        self.text = text
        self.part_of_speech = part_of_speech
        self.forms: frozenset[str] | None = None
        self.number = 0
        self.places = 0
        self.uses = 0
        self.waiting: list[_Waiter] = []


class _Waiter(NamedTuple):
    """A `_Waiter` is a way to write a term, with its words; `is_whole` tells that it has a mark itself that no other
    term goes across."""

    spelling: Spelling
    words: tuple[_Word, ...]
    is_whole: bool


_uses = attrgetter("uses")


class Waiting:
    """A `Waiting` holds the terms of some concepts in a language until a text may have them.

    In a language whose words are written together, or without spaces, the first word is enough. `needed` has by words
    the ids of the concepts of which a term needs that word, each concept under as many words as its terms need one of
    (`text.term_words.needed_words`); None where that is not known.
    """

    def __init__(
        self, concepts: Sequence[Concept], language: Language, needed: Mapping[str, Collection[str]] | None = None
    ) -> None:
        self._language = language
        self._concepts = concepts
        self._needed = needed or {}
        self._unopened = {concept.id: order for order, concept in enumerate(concepts)} if needed is not None else {}
        """The concepts of whose terms nothing was asked yet, by their ids."""
        self._next = [] if needed is not None else list(range(len(concepts)))
        """The concepts whose terms are looked at with the next texts, whatever is in them."""
        self._by_all = parts_words(language)
        self._forms = folded_forms_in(language)
        self._words: dict[tuple[str, str], _Word] = {}
        """The words by how they are written and by part of speech."""
        self._by_form: dict[str, list[_Word]] = defaultdict(list)
        """The words whose forms were asked for: no term waits for others."""
        self._number = 0

    def met(self, blocks: Sequence[Collection[str]]) -> list[Spelling]:
        """Returns the terms that no text before could have, and one with these blocks may have, each as it may be
        written there. A block is as many words as two parts of a term may be apart, without case and accents; one
        without words is where no term goes on."""
        self._number += 1
        places: dict[str, int] = {}
        for number, block in enumerate(blocks):
            for word in block:
                places[word] = places.get(word, 0) | 1 << number
        found: list[Spelling] = []
        for waiter in (*self._called(places), *self._opened(places)):
            lacking = self._lacking(waiter, places)
            if lacking is None:
                found.append(waiter.spelling)
            else:
                lacking.waiting.append(waiter)
        return sorted(found)

    def _called(self, words: Mapping[str, int]) -> list[_Waiter]:
        """Returns the terms that wait for one of these words; they do so no more."""
        called: list[_Waiter] = []
        for form in self._by_form.keys() & words.keys():
            for word in self._by_form[form]:
                called += word.waiting
                word.waiting.clear()
        return called

    def _opened(self, words: Iterable[str]) -> list[_Waiter]:
        """Returns the terms of the concepts of which nothing was asked yet, and that may need one of these words."""
        orders, self._next = self._next, []
        for word in words if self._unopened else ():
            for one in self._needed.get(word, ()):
                if (order := self._unopened.pop(one, None)) is not None:
                    orders.append(order)
        return [waiter for order in orders for waiter in self._waiters(order)]

    def _waiters(self, order: int) -> Iterator[_Waiter]:
        """Yields the terms of a concept."""
        for spelling in spellings_of(order, self._concepts[order], self._language):
            contents = contents_in(spelling.text, spelling.term.part_of_speech, self._language)
            words = tuple(self._word(word, part_of_speech) for word, _, part_of_speech in contents)
            if words:
                yield _Waiter(spelling, words if self._by_all else words[:1], not STOPS.isdisjoint(spelling.text))

    def _word(self, text: str, part_of_speech: str) -> _Word:
        word = self._words.get((text, part_of_speech))
        if word is None:
            word = self._words[text, part_of_speech] = _Word(text, part_of_speech)
        word.uses += 1
        return word

    def _lacking(self, waiter: _Waiter, places: Mapping[str, int]) -> _Word | None:
        """Returns a word of a term that is not in these places, or not in one with the others or in the next; None
        where the term may be there."""
        words = waiter.words
        rarest = min(words, key=_uses)
        if not self._places_of(rarest, places):
            return rarest
        reached = -1  # everywhere
        for word in words:
            there = self._places_of(word, places)
            if not there:
                return word
            reached = (reached | reached << 1) & there
        return None if reached or waiter.is_whole else rarest

    def _places_of(self, word: _Word, places: Mapping[str, int]) -> int:
        """Returns the blocks that have a word, as bits."""
        if word.number != self._number:
            word.number, word.places = self._number, 0
            for form in self._forms_of(word):
                word.places |= places.get(form, 0)
        return word.places

    def _forms_of(self, word: _Word) -> frozenset[str]:
        if word.forms is None:
            word.forms = self._forms(word.text, word.part_of_speech)
            for form in word.forms:
                self._by_form[form].append(word)
        return word.forms
