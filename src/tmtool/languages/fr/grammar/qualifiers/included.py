"""Is y compris unchanged before what is included: y *comprise* les frais? After it, it agrees: les frais y compris."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.reading import Word


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each such word with the determiner after it."""
    for there, word, following in zip(words, words[1:], words[2:], strict=False):
        changed = there.lower == "y" and word.lower in ("comprise", "comprises") and word.joined
        if changed and following.joined and is_determiner(following):
            yield word, following
