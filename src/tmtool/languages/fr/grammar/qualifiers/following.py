"""Does suivant agree with its noun where that ends the sentence or what is listed comes next: les cinq États *suivant*,
les dates sont les *suivants*? And correspondant where it ends the sentence: les mesures *correspondant*?

Elsewhere suivant may be a preposition or a participle, and correspondant a participle.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import BEING
from tmtool.languages.fr.grammar.words.reading import PLURAL, Word

_ENDS = (".", ":", ";")
_FOLLOWING = {"suivant": "ms", "suivante": "fs", "suivants": "mp", "suivantes": "fp"}
_ARTICLES = {"le": "s", "la": "s", "les": "p"}
_PREDICATE = 3
_SPELT_ALIKE = frozenset({"correspondant", "participant", "restant"})
"""Adjectives that a present participle is spelt like, which has something after it."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each suivant that does not agree, with its noun or its verb."""
    for place in range(2, len(words)):
        if words[place].lower in _SPELT_ALIKE and words[place].joined and _ends(words, place):
            found = chain(words, place - 1)
            if found.heads and found.complete and "ms" not in found.possible:
                yield words[place], words[found.heads[0].place]
        agreement = _FOLLOWING.get(words[place].lower)
        if agreement is None or not words[place].joined:
            continue
        if agreement == "ms" and _ends(words, place):
            found = chain(words, place - 1)
            several = bool(found.heads) and (found.several or not found.determined or found.possible - PLURAL)
            if found.heads and not several:
                yield words[place], words[found.heads[0].place]
        verb = place - _PREDICATE + 1
        if words[place - 1].lower in _ARTICLES and words[verb].lower in BEING and words[place - 1].joined:
            wanted = subject(words, verb)
            if wanted and agreement not in wanted and {one[1] for one in wanted} == {agreement[1]}:
                yield words[place], words[verb]


def _ends(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether nothing of a sentence comes after a word."""
    return place + 1 == len(words) or words[place + 1].mark[:1] in _ENDS
