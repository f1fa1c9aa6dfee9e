"""Is a noun that says what those are, right after their noun, in the plural as they are: les pays *donateur*, ces
organisations *membre*?

From the grammar of the language; the words are in ``apposed_nouns.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FIGURE = re.compile(r"\d\s*$")


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each apposed noun that is a singular after a plural, with that plural; not one of two that share it: les
    sociétés mère et fille."""
    for place in range(1, len(words)):
        apposed, noun, before = words[place], words[place - 1], words[place - 2] if place > 1 else None
        if apposed.lower not in _WORDS["apposed"] or noun.lower not in _WORDS["hosts"] or not apposed.joined:
            continue
        counted = _FIGURE.search(noun.before) is not None
        plural = counted or (before is not None and before.lower in _WORDS["determiners"] and noun.joined)
        after = words[place + 1] if place + 1 < len(words) else None
        joint = after is not None and after.joined and after.lower in ("et", "ou")
        shared = joint and place + 2 < len(words) and not is_determiner(words[place + 2])
        if plural and not shared and not apposed.text.isupper():
            yield apposed, noun
