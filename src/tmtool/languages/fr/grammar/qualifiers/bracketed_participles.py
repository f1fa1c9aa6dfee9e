"""Does a participle alone in brackets at the end of a row agree with a noun before it: Ordre du jour provisoire
(*annotées*)?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import FIXED
from tmtool.languages.fr.grammar.nouns.antecedents import together
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_OF_MEETINGS = word_sets(Path(__file__).with_suffix(".tsv"))["meetings"]
_LONGEST = 12
"""Words of a title before the bracket at most."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields such participles that agree with no noun of the title before them, with the last word of it."""
    last = len(words) - 1
    if not 0 < last <= _LONGEST:
        return
    word = words[last]
    alone = (
        word.before == " ("
        and len(words[last - 1].text) > 1
        and word.is_participle
        and word.categories <= {"A", "V"}
        and not word.is_name
    )
    if not alone or word.lower in FIXED | _OF_MEETINGS or any("(" in one.before for one in words[:last]):
        return
    if any(one.persons and one.categories == {"V"} for one in words[:last]):
        return
    title = [at for at in range(last) if not words[at].text.isupper()]  # EB160/1
    if title and word.agreement().isdisjoint(together(words, title)):
        yield word, words[last - 1]
