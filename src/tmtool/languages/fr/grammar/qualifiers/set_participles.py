"""Does the participle of a set phrase before de agree with its noun, which has no determiner: exception *fait* du
paragraphe 3? The phrases are in ``set_participles.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import Word


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the participles of such phrases that do not agree, each with its noun."""
    for place in range(1, len(words) - 1):
        noun, word, of = words[place - 1 : place + 2]
        known = _phrases().get(noun.lower)
        if known is None or of.lower not in OF_FORMS or not (word.joined and of.joined) or not word.is_participle:
            continue
        verb, right, where = known
        alone = where == "anywhere" or place == 1 or not noun.joined or words[place - 2].lower in _JOINING
        is_its_verb = any(entry.lemma == verb for entry in word.entries if entry.category == "V")
        if alone and is_its_verb and word.lower != right:
            yield word, noun


_JOINING = frozenset({"et", "ou", "mais"})


@cache
def _phrases() -> dict[str, tuple[str, str, str]]:
    """Maps the nouns of the phrases to the verb and the right form of the participle, and where they are phrases."""
    rows = tables.rows(Path(__file__).with_suffix(".tsv"))
    return {noun: (verb, right, where) for nouns, verb, right, where in rows for noun in nouns.split()}
