"""How do the small words of a language behave in and around a term?

The lists are in function_words.tsv; a language that is not there has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.tables import rows

_TABLE = Path(__file__).with_name("function_words.tsv")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes that function_words.tsv knows of a language; words are as `Word.plain`.

    A coordinator is one word or several.
    """

    articles: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    families: tuple[frozenset[str], ...] = ()
    coordinators: tuple[tuple[str, ...], ...] = ()
    repeated: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()

    @property
    def noun_first(self) -> bool:
        """True if adjectives follow their noun, but for a few ("groupe criminel")."""
        return bool(self.before_nouns)

    def kin(self, word: str) -> str:
        """A word that stands for the smallest family that a word belongs to ("des" for "du" and "d'"); the word
        itself if it has none."""
        own = [family for family in self.families if word in family]
        return max(sorted(own, key=len)[0]) if own else word


@cache
def grammar(tag: str) -> Grammar:
    """The grammar of a language; without any word for one that is not in the table."""
    lines = [(name, words.split()) for language, name, words in rows(_TABLE) if language == tag]

    def gathered(wanted: str) -> frozenset[str]:
        return frozenset(word for name, words in lines if name == wanted for word in words)

    return Grammar(
        articles=gathered("article"),
        joints=gathered("joint") | gathered("article"),
        prefixes=gathered("prefix"),
        families=tuple(frozenset(words) for name, words in lines if name == "family"),
        coordinators=tuple(tuple(words) for name, words in lines if name == "coordinator"),
        repeated=gathered("repeated"),
        others=gathered("other"),
        before_nouns=gathered("before"),
        degrees=gathered("degree"),
    )
