"""What comes before and after a word that sounds like another, and of which kinds are these words: is there a
determiner before ou, an infinitive after a?
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_VERB = frozenset({"V"})


class Place(NamedTuple):  # made for every homophone of a text, in a third of the time of a frozen dataclass
    """A `Place` is a word among the words of its segment. Its neighbours count only where nothing but a space parts
    them: `before` and, one farther, `earlier`; `after` and, one farther, `later`; None at a mark, at figures, at the
    beginning, at the end."""

    words: tuple[Word, ...]
    at: int
    before: Word | None
    earlier: Word | None
    after: Word | None
    later: Word | None

    @classmethod
    def of(cls, words: tuple[Word, ...], at: int) -> Place:
        """Returns the place of the word at `at`."""
        before = words[at - 1] if at and words[at].joined else None
        earlier = words[at - 2] if before is not None and at > 1 and before.joined else None
        last = len(words) - 1
        after = words[at + 1] if at < last and words[at + 1].joined else None
        later = words[at + 2] if after is not None and at + 1 < last and words[at + 2].joined else None
        return cls(words, at, before, earlier, after, later)

    @property
    def word(self) -> Word:
        """Returns the word itself."""
        return self.words[self.at]

    @property
    def gap(self) -> str:
        """Returns the text between the word and the next one; "" at the end."""
        return self.words[self.at + 1].before if self.at + 1 < len(self.words) else ""


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """Returns the lists of words that a condition may name."""
    return word_sets(Path(__file__).with_name("homophone_words.tsv"))


def is_finite(word: Word) -> bool:
    """Tells whether a word can only be a verb, finite in the third person."""
    form = word.form
    return form.categories == _VERB and not form.is_participle and not form.persons.isdisjoint(THIRD)


def is_verb(word: Word) -> bool:
    """Tells whether a word can only be a finite verb, an infinitive or a present participle."""
    form = word.form
    if form.categories != _VERB or form.is_participle or word.is_name:
        return False
    return form.is_infinitive or form.is_present_participle or not form.persons.isdisjoint(THIRD)


def is_only_participle(word: Word) -> bool:
    """Tells whether this is a past participle that is no other form of a verb."""
    form = word.form
    return form.is_participle and not form.is_infinitive and form.persons.isdisjoint(THIRD)


def is_adverb(word: Word) -> bool:
    """Tells whether this is one of the small adverbs of the list, or one in -ment."""
    lower = word.form.lower
    return lower in lists()["small adverbs"] or (lower.endswith("ment") and "ADV" in word.form.categories)
