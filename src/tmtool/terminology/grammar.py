"""Which words without content need care where they stand in or beside a term?

The lists are in function_words.tsv; a language that is not there has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.tables import rows


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of words without content that function_words.tsv knows of a language, as `Word.plain`."""

    articles: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    families: tuple[frozenset[str], ...] = ()


@cache
def grammar(tag: str) -> Grammar:
    """The classes of words without content in a language; without any for one that is not in the table."""
    classes: dict[str, list[frozenset[str]]] = {"article": [], "joint": [], "prefix": [], "family": []}
    for language, name, words in rows(Path(__file__).with_name("function_words.tsv")):
        if language == tag:
            classes[name].append(frozenset(words.split()))
    return Grammar(
        articles=frozenset[str]().union(*classes["article"]),
        joints=frozenset[str]().union(*classes["joint"]),
        prefixes=frozenset[str]().union(*classes["prefix"]),
        families=tuple(classes["family"]),
    )
