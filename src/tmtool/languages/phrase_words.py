"""Which words of a language decide where the noun phrases of a text begin and end?"""

from __future__ import annotations

from dataclasses import dataclass, fields

from tmtool.languages.tables import Classes, gathered


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """`PhraseWords` are the classes of a language's phrase_words.tsv, which says at its head what each does."""

    inside: frozenset[str] = frozenset()
    barrier: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    auxiliary: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lists: Classes) -> PhraseWords:
        """Returns the words of the lines of a table."""
        return cls(*(gathered(lists, field.name) for field in fields(cls)))
