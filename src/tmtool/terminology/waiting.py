"""Which terms of a term base may be in a text, of those that none of the texts before could have?

A term waits for one of its words, at first for the first with content. Where a text has that one and lacks others, the
term waits from then on for that of them for which fewest terms have waited: so it comes to wait for the word that texts
seldom have, and of most terms of a large term base nothing more has ever to be known. It goes on waiting where a text
has that word and lacks the one for which it waited before, so that it does not go from one to the other with each text.

Where it is known beforehand which words the terms of a concept need, nothing is asked of its terms until a text has one
of these.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from tmtool.languages.language import Language
from tmtool.model import Concept, Term
from tmtool.text.term_words import Contents, contents_of, first_words, lacking, parts_words

NeededWords = Callable[[str], Mapping[str, Collection[str]] | None]
"""Says of a language the ids of concepts by the words that their terms need, or None where that is not known."""


class Waiting:
    """A `Waiting` holds the terms of some concepts in a language until a text has all of their words of content.

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
        self._asked: set[str] = set()
        """The words of texts, of which no concept needs one and is unopened."""
        self._by_all = parts_words(language)
        self._terms: list[tuple[int, Term]] = []
        self._contents: dict[int, tuple[Contents, ...]] = {}
        """The words of the terms that texts came to: again and again to a term for one of them."""
        self._wanted: list[frozenset[str]] = []
        """The words for one of which each term waits."""
        self._besides: dict[int, frozenset[str]] = {}
        """The words for one of which a term waited before, which it needs, too."""
        self._staying: dict[str, set[int]] = defaultdict(set)
        """The terms that go on waiting for a word that `met` was given."""
        self._first: dict[str, list[int]] = defaultdict(list)
        self._further: dict[str, set[int]] = defaultdict(set)
        """The terms by the words for which they wait, or did before they came to wait for others."""
        self._met: set[int] = set()
        self._uses: Counter[str] = Counter()
        """How many terms have ever waited for a word."""
        for order in range(len(concepts)) if needed is None else ():
            for term in self._terms_of(order):
                at, words = self._placed(order, term), first_words(term, language.tag)
                for word in words:
                    self._first[word].append(at)
                self._uses.update(words)
                self._wanted[at] = words

    def _terms_of(self, order: int) -> tuple[Term, ...]:
        return self._concepts[order].in_language(self._language.tag)

    def _placed(self, order: int, term: Term) -> int:
        """Returns the place of a term of a concept, which waits for nothing yet."""
        self._terms.append((order, term))
        self._wanted.append(frozenset())
        return len(self._terms) - 1

    def want(self, words: Collection[str]) -> bool:
        """Tells whether a term waits for one of these words."""
        if not self._first.keys().isdisjoint(words) or not self._further.keys().isdisjoint(words):
            return True
        return any(word in self._needed and word not in self._asked for word in words)

    def met(self, words: Collection[str]) -> list[int]:
        """Returns the places of the concepts of which no text before could have a term, and one with these words,
        without case and accents, may have one. `want` says so of the words until `let_go` is called."""
        found = self._opened(words) if self._unopened else set[int]()
        for word in words:
            for at in (*self._first.get(word, ()), *self._further.get(word, ())):
                order, term = self._terms[at]
                if word not in self._wanted[at] or order in self._met or order in found:
                    continue
                if at in self._besides and self._besides[at].isdisjoint(words):
                    self._staying[word].add(at)
                    continue
                others = self._lacking(at, term, words)
                if others is None:
                    found.add(order)
                    continue
                self._besides[at] = self._wanted[at]
                self._wait(at, others)
        self._met |= found
        return sorted(found)

    def _opened(self, words: Collection[str]) -> set[int]:
        """Returns those of the concepts that need one of these words of which such a text may have a term; the terms of
        the others wait from now on."""
        found: set[int] = set()
        for word in words:
            for one in self._needed.get(word, ()) if word not in self._asked else ():
                order = self._unopened.pop(one, None)
                if order is None:
                    continue
                if self._may_be_in(words, order):
                    found.add(order)
        return found

    def _may_be_in(self, words: Collection[str], order: int) -> bool:
        """Tells whether a text with these words may have a term of a concept; if not, its terms wait from now on."""
        lacked = []
        for term in self._terms_of(order):
            at = self._placed(order, term)
            others = self._lacking(at, term, words)
            if others is None:
                return True
            lacked.append((at, others))
        for at, others in lacked:
            self._wait(at, others)
        return False

    def _wait(self, at: int, words: frozenset[str]) -> None:
        """Has a term wait for one of these words."""
        self._wanted[at] = words
        for word in words:
            self._further[word].add(at)
        self._uses.update(words)

    def _lacking(self, at: int, term: Term, words: Collection[str]) -> frozenset[str] | None:
        """Returns the words for one of which a term has to wait where a text has these; None if it need not."""
        tag = self._language.tag
        if not self._by_all:
            first = first_words(term, tag)
            return first if first.isdisjoint(words) else None
        ways = self._contents.get(at)
        if ways is None:
            ways = self._contents[at] = contents_of(term, tag)
        return lacking(ways, tag, words, self._uses)

    def let_go(self, words: Iterable[str]) -> None:
        """Forgets who waited for these words, which `met` was given, but for those who go on waiting."""
        for word in words:
            staying = self._staying.pop(word, None)
            if staying is None:
                self._further.pop(word, None)
            else:
                self._further[word] = staying
            self._first.pop(word, None)
        if self._needed:
            self._asked.update(words)
