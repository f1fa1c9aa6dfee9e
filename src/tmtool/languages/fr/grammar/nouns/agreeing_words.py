"""Which words agree with a noun, before or after the verb: la contrebande est *interdite*?

Where any word may or may not belong to the noun, or takes it up as a pronoun, nothing is certain. The closed words are
in ``agreeing_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = {"m": _WORDS["masculine pronouns"], "f": _WORDS["feminine pronouns"]}
_ONE_OF = {"m": _WORDS["masculine members"], "f": _WORDS["feminine members"]}
_THE_LATTER = {"m": frozenset({"dernier", "derniers"}), "f": frozenset({"dernière", "dernières"})}
_ADVERBS = _WORDS["adverbs"]
OTHER = {"m": "f", "f": "m"}
"""Each gender with the other."""
_APPOSED = 12
"""Words at most from an apposition to the noun group after it."""
_SOON = 3
"""Words of the text after this one that may take the noun up."""


class AgreeingWords:
    """`AgreeingWords` are those that agree with a noun phrase that begins with its noun, from `first` to `last`, and is
    of the other gender than `agreement` ("ms", "mp", "fs", "fp"). `changed` are the places before the noun that are
    known to change with it."""

    def __init__(self, words: tuple[Word, ...], first: int, last: int, agreement: str, changed: Iterable[int]) -> None:
        self._words, self._first, self._last = words, first, last
        self._gender, self._number = agreement[0], agreement[1]
        self._changed = set(changed)

    def places(self, following: tuple[Word, ...]) -> list[int] | None:
        """Returns the places of the words that agree; None where one may or may not, or takes the noun up, as a word of
        the text `following` this one may do, too."""
        words, other, found = self._words, OTHER[self._gender], []
        if any(word.lower in _PRONOUNS[other] for word in following[:_SOON]):
            return None
        for at in range(len(words)):
            if self._first <= at <= self._last or at in self._changed:
                continue
            verdict = None if self._takes_up(at, other) else self._agrees(at, other)
            if verdict is None:
                return None
            if verdict:
                found.append(at)
                self._changed.add(at)
        return found

    def _takes_up(self, at: int, gender: str) -> bool:
        """Tells whether a word may be a pronoun that takes up a noun of that gender: celle, ces dernières, la."""
        words, word = self._words, self._words[at]
        pointed = at > 0 and word.joined and words[at - 1].lower in ("ce", "cet", "cette", "ces")
        if pointed and word.lower in _THE_LATTER[gender]:
            return True
        if word.lower in _PRONOUNS[gender] or (word.lower in _ONE_OF[gender] and self._is_before_de(at)):
            return True
        return word.lower in ("la", "le", "l'") and at + 1 < len(words) and not is_article(words, at)

    def _is_before_de(self, at: int) -> bool:
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        return following is not None and following.joined and following.lower in OF_FORMS

    def _agrees(self, at: int, other: str) -> bool | None:
        """Tells whether a word agrees with the noun; None where that is not certain."""
        words, word = self._words, self._words[at]
        if not (word.is_participle or "A" in word.categories):
            return False
        agreement = word.agreement({"A"})
        marked = (
            agreement & {f"{other}s", f"{other}p"}
            and f"{self._gender}s" not in agreement
            and f"{self._gender}p" not in agreement
        )
        if not marked or self._is_a_noun(at) or is_auxiliary(word) or word.lower in determiners():
            return False
        if other == "m" and self._follows_avoir(at):
            return False
        if at < self._first and self._is_before_the_group(at):
            return None
        before = at - 1
        while (
            before > 0
            and self._words[before + 1].joined
            and (_is_adverb(self._words[before]) or is_auxiliary(self._words[before]))
        ):
            before -= 1
        if not all(one.joined for one in self._words[before + 1 : at + 1]):
            return None
        found = chain(self._words, before)
        is_own = any(head.place == self._first for head in found.heads)
        fitting = [head for head in found.heads if (words[head.place].agreement({"N"}) or head.possible) & agreement]
        if not found.heads or found.several:
            return None
        if not is_own:
            predicate = at > self._last and any(is_auxiliary(one) for one in words[before + 1 : at])
            certain = found.complete and not (predicate and not self._opens(found.start))
            return False if fitting and certain else None
        if f"{other}{self._number}" not in agreement:
            return None if not fitting else False
        mine = [head for head in fitting if head.place == self._first]
        return True if len(fitting) == 1 and mine and not self._may_be_a_verb(at, before) else None

    def _is_before_the_group(self, at: int) -> bool:
        """Tells whether a word may go with the noun group after it: Une fois détenues, les femmes."""
        start = min((self._first, *self._changed))
        return any(not one.joined for one in self._words[at + 1 : start + 1]) and start - at <= _APPOSED

    def _opens(self, start: int) -> bool:
        """Tells whether a clause begins at `start`, so that its noun group is the subject: que la loi soit adoptée; not
        en aucun cas être fournis."""
        words = self._words
        return start == 0 or not words[start].joined or words[start - 1].lower in _WORDS["clause openers"]

    def _may_be_a_verb(self, at: int, before: int) -> bool:
        """Tells whether a word may be a finite verb: la population continue; but is a participle after être or before
        par. `before` is the place of the noun group's end."""
        words, word = self._words, self._words[at]
        if not word.persons & THIRD or any(is_auxiliary(one) for one in words[before + 1 : at]):
            return False
        ends = at + 1 == len(words) or not words[at + 1].joined or words[at + 1].lower == "par"
        return not (word.is_participle and ends)

    def _follows_avoir(self, at: int) -> bool:
        """Tells whether this is a participle after avoir, which is masculine without agreeing: a baissé."""
        while at > 0 and self._words[at].joined and (at - 1) >= 0:
            at -= 1
            word = self._words[at]
            if any(entry.lemma == "avoir" for entry in word.entries):
                return True
            if not _is_adverb(word):
                return False
        return False

    def _is_a_noun(self, at: int) -> bool:
        """Tells whether a word that may be an adjective is a noun here."""
        word = self._words[at]
        if "N" not in word.categories or at == 0 or not word.joined:
            return False
        before = self._words[at - 1].lower
        return before in determiners() or before in ("l'", "de", "d'", "en", "par", "sans")


def _is_adverb(word: Word) -> bool:
    return word.lower in _ADVERBS or ("ADV" in word.categories and "N" not in word.categories)
