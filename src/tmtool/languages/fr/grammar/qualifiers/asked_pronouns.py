"""Does the pronoun that a question joins to its verb agree with the subject before: comment les banques peuvent-*ils*
aider?
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.predicates.being import inverted_pronoun
from tmtool.languages.fr.grammar.subjects.noun_subjects import opening
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS, MANY_IN_ONE
from tmtool.languages.fr.grammar.words.reading import Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ASKING = frozenset({"quel", "quelle", "quels", "quelles", "combien"})
_OWNING = _WORDS["owning"]
_FARTHEST = 12
"""Words between the asking word and the subject at most."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the verbs of which the pronoun does not agree with the noun group that opens the clause, or comes after
    the phrase that asks, and ends right before the verb, each with the nearest of its nouns."""
    for verb in range(1, len(words)):
        pronoun = inverted_pronoun(words[verb])
        last = place_before(words, verb, CLITICS) if pronoun else -1
        if last < 0 or not words[last + 1].joined:
            continue
        if words[chain(words, last).start].lower not in _OWNING:  # quelles mesures ont-ils prises
            continue
        subject = opening(words, last) or _after_asking(words, last)
        if subject and not subject & pronoun:
            yield words[verb], words[chain(words, last).heads[-1].place]


def _after_asking(words: tuple[Word, ...], last: int) -> frozenset[str]:
    """Returns what the noun group is that ends at `last` and comes right after a phrase with quel or combien; empty
    where there is none, or it may be several."""
    found = chain(words, last)
    if not found.heads or found.several or not found.start or words[found.start].lower not in _OWNING:
        return frozenset()
    if not words[found.start].joined or words[found.heads[-1].place].lower in MANY_IN_ONE:
        return frozenset()
    for at in range(found.start - 1, max(-1, found.start - _FARTHEST), -1):
        if words[at].lower in _ASKING:
            return found.heads[-1].possible
        if not words[at].joined or (words[at].persons and "N" not in words[at].categories):
            return frozenset()
    return frozenset()
