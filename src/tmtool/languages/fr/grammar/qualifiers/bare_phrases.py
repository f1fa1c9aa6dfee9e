"""Does the adjective of a set phrase agree with its noun, which has no determiner: à titre personnel, à temps partiel?

Elsewhere an adjective after a bare noun may belong to a noun before it; here it never does. The phrases are in
``bare_phrases.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.words.reading import Word


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives that do not agree with the noun of their phrase, each with that noun."""
    for place, (preposition, noun) in enumerate(pairwise(words)):
        phrase = _phrases().get((preposition.lower, noun.lower))
        if phrase is None or not noun.joined or place + 2 >= len(words):
            continue
        wanted, meant = phrase
        denied = words[place + 2].lower == "non" and words[place + 2].joined and place + 3 < len(words)
        word = words[place + 2 + denied]
        if not word.joined or word.is_name or "A" not in word.categories or word.agreement({"A"}) & {wanted}:
            continue
        lemmas = {entry.lemma for entry in word.entries}
        if lemmas & meant if meant else not word.is_participle and word.categories <= {"A", "N"}:
            yield word, noun


@cache
def _phrases() -> dict[tuple[str, str], tuple[str, frozenset[str]]]:
    """Returns how the adjective of each phrase is, and which adjectives are meant, none for any."""
    rows = tables.rows(Path(__file__).with_suffix(".tsv"))
    return {(row[0], row[1]): (row[2], frozenset("".join(row[3:]).split())) for row in rows}
