"""What is between two parts of a term in a text: joints, coordinators, members of a series, qualifiers?

An interval answers for its words alone; which of them make a split form of a term is said in splits.py and series.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from tmtool.terminology.pattern import Link
from tmtool.terminology.reading import HYPHENS, Between, Reading

REACH = 16
"""How many words after a part the next one may be."""
_QUALIFIERS = 2
"""How many qualifiers may be inside a term."""


@dataclass(frozen=True, slots=True)
class Split:
    """A `Split` says where a term is apart, as words of the reading: `before` is the last word of the one piece,
    `after` the first of the next. `shared_tail` is True if the piece before is one of several that share what follows,
    `parallel` if the word after is a singular noun like the first of its series ("origin, transit"), `numbered` if
    there is nothing but a number between."""

    before: int
    after: int
    shared_tail: bool = False
    parallel: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """An `Interval` holds the words of a reading between two parts of a term, which are the words `last` and `index`;
    `link` is what the term itself has there. Words are named by their number in the reading."""

    reading: Reading
    last: int
    index: int
    link: Link

    @property
    def noun_first(self) -> bool:
        """Tells whether adjectives follow their noun in the language."""
        return self.reading.small_words.noun_first

    def marks(self, start: int, end: int) -> str:
        """Returns the punctuation in front of the words from `start` up to `end`, without `end`."""
        return "".join(self.reading.marks[start:end])

    def plain(self, at: int) -> str:
        """Returns a word without case."""
        return self.reading.words[at].plain

    def is_function(self, at: int) -> bool:
        """Tells whether this is a word without content."""
        return self.reading.words[at].function

    def is_plural(self, at: int) -> bool:
        """Tells whether this is a word that looks like a plural."""
        return self.reading.language.word_classes.is_plural(self.plain(at))

    def is_adjective(self, at: int) -> bool:
        """Tells whether this is a word that looks like an adjective."""
        return self.reading.language.word_classes.is_adjective(self.plain(at))

    def is_article(self, at: int) -> bool:
        """Tells whether this is an article."""
        return self.plain(at) in self.reading.small_words.articles

    def is_joint(self, at: int) -> bool:
        """Tells whether this is a word that may join the parts of this term."""
        plain, known = self.plain(at), self.reading.small_words
        return plain in known.joints or plain in known.others or plain in self.link.fixed

    def is_link(self, before: int, after: int) -> bool:
        """Tells whether the words between these two are what the term has between its parts."""
        known, between = self.reading.small_words, Between(0)
        for at in range(before + 1, after):
            if self.plain(at) not in known.others:
                between.take(self.reading.words[at], known)
        return between.is_like(self.link)

    def has_joint(self, start: int, end: int) -> bool:
        """Tells whether one of the words from `start` up to `end` is neither an article nor a word such as "other"."""
        others = self.reading.small_words.others
        return any(not self.is_article(at) and self.plain(at) not in others for at in range(start, end))

    def joints_before_index(self) -> int:
        """Returns the first of the joints that lead up to `index` without a mark between; `index` if there are none."""
        first = self.index
        while first - 1 > self.last and not self.reading.marks[first] and self.is_joint(first - 1):
            first -= 1
        return first

    def joints_after(self, before: int) -> int:
        """Returns the first word after `before` that is no joint, or has a mark in front."""
        joints, at = self.reading.small_words.joints, before + 1
        while at < self.index and self.plain(at) in joints and not self.reading.marks[at]:
            at += 1
        return at

    def coordinator_at(self, at: int) -> int:
        """Returns how many words the coordinator that starts here has ("and", "as well as"), 0 for none."""
        words = self.reading.words
        known = self.reading.small_words.coordinators_with(self.plain(at)) if at < len(words) else ()
        for coordinator in known:
            if at + len(coordinator) <= len(words) and all(
                self.plain(at + place) == word for place, word in enumerate(coordinator)
            ):
                return len(coordinator)
        return 0

    def are_members(self, start: int, end: int, most: int, *, joints: bool, articles: bool = False) -> bool:
        """Tells whether the words from `start` up to `end` can be members of a series: at most `most` words of content,
        the first word one of them, coordinators, and with `joints` or `articles` these between them."""
        contents, at = 0, start
        while at < end:
            size = self.coordinator_at(at)
            if not size:
                if not self.is_function(at):
                    contents += 1
                elif at == start or not ((joints and self.is_joint(at)) or (articles and self.is_article(at))):
                    return False
            at += size or 1
        return 0 < contents <= most

    def are_single_members(self, start: int, end: int) -> bool:
        """Tells whether the words from `start` up to `end` are members of one word each, or of several joined by
        hyphens."""
        begins = True
        at = start
        while at < end:
            size = self.coordinator_at(at)
            if not size and (self.is_function(at) or not (begins or self._is_hyphened(at) or self.reading.marks[at])):
                return False
            begins = size > 0
            at += size or 1
        return not begins

    def are_qualifiers(self, start: int, end: int) -> bool:
        """Tells whether the words from `start` up to `end` are one or two adjectives, with adverbs of degree before
        them and a coordinator between."""
        degrees = self.reading.small_words.degrees
        others = (at for at in range(start, end) if not self.coordinator_at(at) and self.plain(at) not in degrees)
        inside = list(islice(others, _QUALIFIERS + 1))
        return (
            0 < len(inside) <= _QUALIFIERS
            and not self.coordinator_at(start)
            and inside[-1] == end - 1
            and all(not self.is_function(at) and self.is_adjective(at) for at in inside)
        )

    def are_few(self, start: int, end: int) -> bool:
        """Tells whether there is a word from `start` up to `end`, and no more than qualifiers may be."""
        return start < end <= start + _QUALIFIERS

    def _is_hyphened(self, at: int) -> bool:
        words = self.reading.words
        return self.reading.text[words[at - 1].end : words[at].start] in HYPHENS
