"""May a word be a noun, qualify one, or name an action, and in which gender and number?"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Protocol

from tmtool.languages.tables import classes


class WordClasses(Protocol):
    """`WordClasses` says what a language knows of a word in lower case."""

    def is_adjective(self, word: str) -> bool:
        """Tells whether this is a word that may be an adjective or a participle, of any gender and number."""
        ...

    def is_noun(self, word: str) -> bool:
        """Tells whether this is a word that may be a noun, or is unknown."""
        ...

    def is_plural(self, word: str) -> bool:
        """Tells whether this is a noun with the sign of the plural."""
        ...

    def agreements(self, word: str) -> frozenset[str]:
        """Returns the genders and numbers that a word can have as a noun, an adjective or a past participle, such as
        "ms" and "fp"; none for an unknown word, or in a language where adjectives do not agree."""
        ...


class ByEndings:
    """`ByEndings` knows the word classes of a language without lexicon, by the endings in a table (word_classes.tsv);
    without a table any word may be a noun and none an adjective."""

    def __init__(self, table: Path | None = None) -> None:
        self._table = table

    def is_adjective(self, word: str) -> bool:
        """Tells whether this is a word with the ending of an adjective or a participle."""
        singular = self._without_plural(word)
        return singular.endswith(self._endings["adjective"]) and not singular.endswith(self._endings["other"])

    def is_noun(self, word: str) -> bool:
        """Tells whether this is a word that has not the ending of an adjective or of an adverb."""
        if word.endswith(self._endings["adverb"]):
            return False
        # An adjective takes no s: "officials" are persons.
        return self.is_plural(word) or not self.is_adjective(word) or word.endswith(self._endings["either"])

    def is_action(self, word: str) -> bool:
        """Tells whether this is a noun that names an action or who does it, singular or plural."""
        return self._without_plural(word).endswith(self._endings["action"])

    def is_plural(self, word: str) -> bool:
        """Tells whether a word has an ending of the plural that is none of a singular ("class")."""
        return word.endswith(self._endings["plural"]) and not word.endswith(self._endings["singular"])

    def agreements(self, word: str) -> frozenset[str]:
        """Returns nothing: endings do not tell."""
        return frozenset()

    def _without_plural(self, word: str) -> str:
        ending = next((ending for ending in self._endings["plural"] if word.endswith(ending)), "")
        return word.removesuffix(ending)

    @cached_property
    def _endings(self) -> dict[str, tuple[str, ...]]:
        lists = classes(self._table)
        names = ("adjective", "either", "other", "adverb", "action", "plural", "singular")
        return {name: tuple(" ".join(lists.get(name, ())).split()) for name in names}
