"""Does an adjective agree with the noun right before it, with which it makes a term: l'aide *public* au développement,
des organisations non *gouvernemental*, la base *juridiques*?

Such an adjective belongs to no noun farther back, and its noun is no verb that is spelt alike. The terms are in
``terms.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.qualifiers.shared_nouns import has_its_own, is_joined_to_another, is_shared_out
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives that do not agree with the noun of their term, each with that noun."""
    for place in range(1, len(words)):
        word = words[place]
        if not word.joined or word.is_name or "A" not in word.categories:
            continue
        noun = place - 1 - (words[place - 1].lower == "non" and words[place - 1].joined)
        denied = "non " if noun == place - 2 else ""
        if noun < 0 or "N" not in words[noun].categories or not _is_a_term(words[noun], denied, word):
            continue
        wanted, possible = word.agreement({"A"}), _with_its_determiner(words, noun)
        if not wanted or wanted & possible or is_shared_out(words, place, noun):
            continue
        if not denied and wanted & PLURAL and is_joined_to_another(words, noun) and not has_its_own(words, noun):
            continue
        yield word, words[noun]


def _is_a_term(noun: Word, denied: str, adjective: Word) -> bool:
    """Tells whether a noun and an adjective make a term, with non between where it is `denied`."""
    nouns = {entry.lemma for entry in noun.entries if entry.category == "N"}
    adjectives = {denied + entry.lemma for entry in adjective.entries if entry.category == "A"}
    return any(not nouns.isdisjoint(_terms().get(one, ())) for one in adjectives)


def _with_its_determiner(words: tuple[Word, ...], noun: int) -> frozenset[str]:
    """Returns what a noun is with the determiner right before it."""
    possible = words[noun].agreement({"N"})
    before = words[noun - 1].lower if noun and words[noun].joined else ""
    owner = determiners()[before].agreement if before in determiners() else SINGULAR if before == "l'" else possible
    return possible & owner or possible


@cache
def _terms() -> Mapping[str, frozenset[str]]:
    rows = tables.rows(Path(__file__).with_suffix(".tsv"))
    return {adjective: frozenset(nouns.split()) for adjective, nouns in rows}
