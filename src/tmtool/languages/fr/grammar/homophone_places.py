"""A word among its neighbours, and what is certain of one of them, for the rules of homophones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.noun_chains import linked
from tmtool.languages.fr.grammar.reading import Word
from tmtool.languages.word_sets import word_sets

LISTS = word_sets(Path(__file__).with_name("homophone_rules.tsv"))
THIRD = frozenset({"3s", "3p"})
"""The persons of the verbs in these texts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word among the words of its segment; neighbours count only where nothing but a space parts them."""

    words: tuple[Word, ...]
    at: int

    @property
    def before(self) -> Word | None:
        """The word before, None at a mark or the beginning."""
        return self.words[self.at - 1] if self.at and self.words[self.at].joined else None

    @property
    def earlier(self) -> Word | None:
        """The word before the one before."""
        return Place(self.words, self.at - 1).before if self.before else None

    @property
    def after(self) -> Word | None:
        """The word behind, None at a mark or the end."""
        return self._next(1)

    @property
    def later(self) -> Word | None:
        """The word behind the one behind."""
        return self._next(2) if self.after else None

    def _next(self, many: int) -> Word | None:
        at = self.at + many
        return self.words[at] if at < len(self.words) and self.words[at].joined else None

    def clause(self) -> tuple[Word, ...]:
        """The words behind, up to the next mark; none if it is not plain where the clause ends."""
        end = self.at + 1
        while end < len(self.words) and linked(self.words[end]):
            end += 1
        ends = end == len(self.words) or self.words[end].before.strip() in (".", ";", ":")
        return self.words[self.at + 1 : end] if ends else ()


def among(word: Word | None, which: str) -> bool:
    """True for a word of that list of ``homophone_rules.tsv``."""
    return word is not None and word.lower in LISTS[which]


def is_verb(word: Word | None) -> bool:
    """True for a word that can only be a finite verb, an infinitive or a present participle."""
    if word is None or word.categories != {"V"} or word.is_participle or word.is_name:
        return False
    return bool(word.persons & THIRD) or word.is_infinitive or word.is_present_participle


def is_finite(word: Word | None) -> bool:
    """True for a word that can only be a verb, finite in the third person."""
    return word is not None and word.categories == {"V"} and bool(word.persons & THIRD) and not word.is_participle


def may_be_finite(word: Word) -> bool:
    """True unless the lexicon knows the word and no finite form of it."""
    return bool(word.persons) or not word.entries


def is_only_participle(word: Word | None) -> bool:
    """True for a participle that is no other form of a verb."""
    return word is not None and word.is_participle and not word.persons & THIRD and not word.is_infinitive


def is_adverb(word: Word | None) -> bool:
    """True for the adverbs of the list, and those in -ment."""
    if word is None:
        return False
    return word.lower in LISTS["adverbs"] or (word.lower.endswith("ment") and "ADV" in word.categories)


def is_noun(word: Word | None, numbers: frozenset[str]) -> bool:
    """True for a word that can only be a noun, of these genders and numbers."""
    return word is not None and word.categories == {"N"} and not word.is_name and word.agreement({"N"}) <= numbers
