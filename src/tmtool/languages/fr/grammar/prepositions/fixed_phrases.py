"""Has a set phrase the words that it has: sur un pied d'égalité, à la majorité des deux tiers, compte tenu de?

The phrases as they are written wrongly are in ``fixed_phrases.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.prepositions.governed import infinitive_after
from tmtool.languages.fr.grammar.words.reading import Word

_FAR = 8
"""Words before a phrase in which the noun that it belongs to may be."""
_NEAR = 5
"""Words after a phrase in which the verb of its clause may be."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A `_Phrase` is the words that are wrong, what is said, the nouns after which they are right, and whether they are
    right before an infinitive (la suite *à lui donner*), any word (*tel qu'elle* est) or the clause of some verbs
    (*dans la mesure qu'*elle a fixée)."""

    wrong: tuple[str, ...]
    right: str
    nouns: frozenset[str]
    before: str


def misworded(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the first and the last word of each phrase that is worded wrongly, with what is said."""
    phrases = _phrases()
    for place, (word, following) in enumerate(pairwise(words)):
        for phrase in phrases.get((word.lower, following.lower), ()):
            found = words[place : place + len(phrase.wrong)]
            if tuple(one.lower for one in found) == phrase.wrong and all(one.joined for one in found[1:]):
                if not _goes_on(words, place + len(found), phrase) and not _depends_on(words, place, phrase.nouns):
                    yield found[0], found[-1], phrase.right
                break


def _goes_on(words: tuple[Word, ...], end: int, phrase: _Phrase) -> bool:
    """Tells whether a phrase that ends before a place is right by what comes there."""
    if phrase.before == "word":
        return end < len(words) and words[end].joined
    if phrase.before == "infinitive":
        return infinitive_after(words, end)
    verbs = phrase.before.split("|")
    return any(entry.lemma in verbs for word in words[end : end + _NEAR] for entry in word.entries)


def _depends_on(words: tuple[Word, ...], place: int, nouns: frozenset[str]) -> bool:
    """Tells whether a phrase may belong to one of some nouns, with no verb between: la note du secrétariat sur le
    cadre de coopération."""
    for earlier in range(place, max(0, place - _FAR), -1):
        word = words[earlier - 1]
        if not words[earlier].joined:
            return False
        if word.lower in nouns:
            return True
        if word.is_participle or (word.persons and not word.agreement()):
            return False
    return False


@cache
def _phrases() -> dict[tuple[str, str], list[_Phrase]]:
    """Returns the phrases, all of several words, by the first two."""
    found: dict[tuple[str, str], list[_Phrase]] = {}
    for wrong, right, *where in tables.rows(Path(__file__).with_suffix(".tsv")):
        parts = tuple(wrong.split(" "))
        nouns, before = (*where, "", "")[:2]
        after = frozenset(nouns.split("|")) if nouns else frozenset[str]()
        found.setdefault((parts[0], parts[1]), []).append(_Phrase(parts, right, after, before))
    return found
