"""Is what one has said to be of several, or the reverse: the Agency has revised its standards, *leurs* normes?

Asked of nouns that are counterparts, each with its possessive right before it; and only where the verbs of the French
sentence before it speak of one alone, or of several alone, as the English possessive does. Elsewhere the owner may be
of another number in French (the staff, its members; les fonctionnaires, leurs membres).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ONE, _SEVERAL = "3s", "3p"
_OF_ONE, _OF_SEVERAL = frozenset({"son", "sa", "ses"}), frozenset({"leur", "leurs"})
_NEAR = 5
"""Words before a possessive after a preposition in which a noun may be the owner."""
_NOBODY = _WORDS["nobody"]


@dataclass(frozen=True, slots=True)
class Possessives:
    """`Possessives` are those of the source's language: `before` matches, up to a noun, one before it (its first
    group) with two words between at most; `of_several` are those whose owners are several, in small letters."""

    before: re.Pattern[str]
    of_several: frozenset[str]

    @classmethod
    def of(cls, numbers: Mapping[str, str]) -> Possessives:
        """Returns the possessives that map to "one" or "several"."""
        before = re.compile(rf"\b({'|'.join(numbers)}) +(?:[\w-]+ +){{0,2}}$", re.IGNORECASE)
        return cls(before, frozenset(word for word, number in numbers.items() if number == "several"))


def exchanged_owners(
    words: tuple[Word, ...], source: str, links: tuple[tuple[int, int], ...], possessives: Possessives
) -> Iterator[tuple[Span, Span]]:
    """Yields each French possessive whose owner is of another number, with that of the source; `links` is where words
    begin, each with where its counterpart does in the source."""
    there = dict(links)
    for place, word in enumerate(words[1:]):
        its = words[place].lower
        if its not in _OF_ONE and its not in _OF_SEVERAL:
            continue
        if not word.joined or word.span.start not in there:
            continue
        said = possessives.before.search(source, 0, there[word.span.start])
        wanted = _ONE if its in _OF_SEVERAL else _SEVERAL
        unlike = said is not None and (said[1].lower() in possessives.of_several) == (wanted == _SEVERAL)
        if said and unlike and _persons(words, place) == {wanted} and not _may_be_of_another(words, place, wanted):
            yield words[place].span, Span(said.start(1), said.end(1))


def _may_be_of_another(words: tuple[Word, ...], place: int, wanted: str) -> bool:
    """Tells whether a noun right before a preposition and a possessive may be the owner: des biens à *leur* pays."""
    if not words[place].joined or not words[place - 1].categories & {"PREP"}:
        return False
    number = PLURAL if wanted == _ONE else SINGULAR
    return any(word.agreement({"N"}) & number for word in words[max(0, place - _NEAR) : place - 1])


def _persons(words: tuple[Word, ...], place: int) -> set[str]:
    """Returns the persons of the finite verbs before a place of its sentence; none if they may not tell the owner."""
    persons: set[str] = set()
    for at in range(place - 1, -1, -1):
        if words[at].lower in _NOBODY:
            return set()
        if is_auxiliary(words[at]) or (words[at].is_finite_verb and not words[at].is_infinitive):
            persons |= words[at].persons & {_ONE, _SEVERAL}
        if words[at].opens_clause:
            break
    return persons
