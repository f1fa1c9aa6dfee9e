"""Is a participle unchanged before what is included or left out: y *comprise* les frais, *exceptées* les îles, *vues*
les circonstances? After it, it agrees: les frais y compris.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import CONTRACTED
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_UNCHANGED = _WORDS["unchanged"]
_ENCLOSED = _WORDS["enclosed"]


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each such word with the determiner after it."""
    for there, word, following in zip((None, *words), words, words[1:], strict=False):
        if not following.joined or not is_determiner(following):
            continue
        if there is not None and there.lower == "y" and word.lower in ("comprise", "comprises") and word.joined:
            yield word, following
        if following.lower in CONTRACTED:  # Vues des participants
            continue
        opens = there is None or word.opens_clause
        if (word.lower in _UNCHANGED and (opens or word.mark == ",")) or (opens and word.lower in _ENCLOSED):
            yield word, following
