"""Which terms of a term base may be in a text, of those that none of the texts before could have?

A term waits for one of its words, at first for the first with content. Where a text has that one and lacks others, the
term waits from then on for that of them for which fewest terms have waited: so it comes to wait for the word that texts
seldom have, and of most terms of a large term base nothing more has ever to be known. It goes on waiting where a text
has that word and lacks the one for which it waited before, so that it does not go from one to the other with each text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from tmtool.languages.language import Language
from tmtool.model import Concept, Term
from tmtool.text.term_words import Contents, contents_of, first_words, lacking, parts_words


class Waiting:
    """A `Waiting` holds the terms of some concepts in a language until a text has all of their words of content.

    In a language whose words are written together, or without spaces, the first word is enough.
    """

    def __init__(self, concepts: Sequence[Concept], language: Language) -> None:
        self._language = language
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
        for order, concept in enumerate(concepts):
            for term in concept.in_language(language.tag):
                words = first_words(term, language.tag)
                for word in words:
                    self._first[word].append(len(self._terms))
                    self._uses[word] += 1
                self._terms.append((order, term))
                self._wanted.append(words)

    def want(self, words: Collection[str]) -> bool:
        """Tells whether a term waits for one of these words."""
        return not self._first.keys().isdisjoint(words) or not self._further.keys().isdisjoint(words)

    def met(self, words: Collection[str]) -> list[int]:
        """Returns the places of the concepts of which no text before could have a term, and one with these words,
        without case and accents, may have one. `want` says so of the words until `let_go` is called."""
        found: set[int] = set()
        for word in words:
            for at in (*self._first.get(word, ()), *self._further.get(word, ())):
                order, term = self._terms[at]
                if word not in self._wanted[at] or order in self._met or order in found:
                    continue
                if at in self._besides and self._besides[at].isdisjoint(words):
                    self._staying[word].add(at)
                    continue
                others = self._lacking(at, term, words) if self._by_all else None
                if others is None:
                    found.add(order)
                    continue
                self._besides[at], self._wanted[at] = self._wanted[at], others
                for other in others:
                    self._further[other].add(at)
                    self._uses[other] += 1
        self._met |= found
        return sorted(found)

    def _lacking(self, at: int, term: Term, words: Collection[str]) -> frozenset[str] | None:
        tag = self._language.tag
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
