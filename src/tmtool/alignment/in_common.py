"""Tells whether texts that should be translations of each other have enough in common.

In documents that are translations of each other, at least 43 in 100 words of content have a counterpart in the group
that they are aligned to (in novels; 48 in documents of the United Nations, and 80 in the middle); in two documents
taken at random at most 23, in agendas of two bodies about 30. That alone is not enough for documents: of a true pair
half of the characters or more are in groups that are right by their confidence, unless a part is not translated.
Measured on 250 documents (United Nations, laws, Europarl, NTREX, TICO-19), as they are and in pairs taken at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.languages import pairs
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import content
from tmtool.languages.tags import primary

_LEAST_LINKED, _LEAST_LINKED_UNSURE = 0.35, 0.5
"""The share of words of content with a counterpart below which rows are no translations of each other, and documents
of whose alignment little is sure are none."""
_LEAST_SURE = 0.5
"""The share of characters in groups that are right, from which two documents may be translations all the same."""
_FEWEST_WORDS, _FEWEST_GROUPS = 60, 5
"""Words of content on both sides together, and groups with some on each, from which their counterparts tell much."""
_NOTHING_SURE, _FEWEST_WORDS_EACH = 0.015, 20
"""The share of characters in groups that are right, up to which documents have nothing in common; and the words of
content that each must have."""
_FEWEST_NUMBERS = 6
"""Numbers that each side must have, none of them shared, where no table of words is there."""
_MOST = 200
"""Groups that are looked at, spread over the whole."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A `Joined` is a text with what should be its translation, and how likely it is that they belong together."""

    source: str
    target: str
    confidence: float = 1.0


def have_too_little_in_common(joined: Sequence[Joined], source_language: str, target_language: str) -> bool:
    """Tells whether texts that were joined are no translations of each other beyond doubt."""
    one, other = primary(source_language), primary(target_language)
    pair = pairs.get(one, other)
    sure = _share_sure(joined)
    if _none_joined(joined, one, other):
        return True
    if sure is None or sure < _LEAST_SURE:
        if pair is None or pair.links is None:
            return sure is not None and sure <= _NOTHING_SURE and _no_number_shared(joined, one, other)
        if sure is not None and sure <= _NOTHING_SURE and _has_words(joined, one, other):
            return not _are_linked(joined, one, other, pair.links)
        least = _LEAST_LINKED if sure is None else _LEAST_LINKED_UNSURE
        return _linked_less(least, joined, one, other, pair.links)
    return False


def _share_sure(joined: Sequence[Joined]) -> float | None:
    """Returns the share of characters in groups that are right; None for texts that were not aligned."""
    if all(one.confidence == 1 for one in joined):
        return None
    size = sum(len(one.source) + len(one.target) for one in joined)
    sure = sum(one.confidence * (len(one.source) + len(one.target)) for one in joined if one.source and one.target)
    return sure / max(1, size)


def _none_joined(joined: Sequence[Joined], one: str, other: str) -> bool:
    """Tells whether no text was joined to another, of some length on one side, as where one side is a line of something
    else: of a part that is translated some line at least finds its source."""
    if any(group.source and group.target for group in joined):
        return False
    words = _words(joined, one, other)
    return min(words) > 0 and sum(words) >= _FEWEST_WORDS


def _has_words(joined: Sequence[Joined], one: str, other: str) -> bool:
    """Tells whether both sides have words enough to have something in common."""
    return min(_words(joined, one, other)) >= _FEWEST_WORDS_EACH


def _words(joined: Sequence[Joined], one: str, other: str) -> tuple[int, int]:
    """Returns how many words of content each side has."""
    of_source = sum(len(content(group.source, one)) for group in joined)
    of_target = sum(len(content(group.target, other)) for group in joined)
    return of_source, of_target


def _are_linked(joined: Sequence[Joined], one: str, other: str, links: WordLinks) -> bool:
    """Tells whether texts go with what they are joined to, of which an alignment cannot be sure where all lines are
    alike."""
    found = _links(joined, one, other, links)
    return found.words >= _FEWEST_WORDS and found.linked >= _LEAST_LINKED_UNSURE * found.words


def _linked_less(least: float, joined: Sequence[Joined], one: str, other: str, links: WordLinks) -> bool:
    found = _links(joined, one, other, links)
    is_enough = found.words >= _FEWEST_WORDS and found.groups >= _FEWEST_GROUPS
    return is_enough and found.linked < least * found.words


@dataclass(frozen=True, slots=True)
class _Links:
    """`_Links` are how many words of content are in groups, how many of them have a counterpart there, and in how many
    different groups."""

    words: int
    linked: int
    groups: int


def _links(joined: Sequence[Joined], one: str, other: str, links: WordLinks) -> _Links:
    alone: list[bool] = []
    groups = set()
    both = [group for group in joined if group.source and group.target]
    for pair in both[:: 1 + len(both) // _MOST]:
        words, others = content(pair.source, one), content(pair.target, other)
        if words and others:
            groups.add((pair.source, pair.target))
            alone += links.alone(words, others, one)
            alone += links.alone(others, words, other)
    return _Links(len(alone), alone.count(False), len(groups))


def _no_number_shared(joined: Sequence[Joined], one: str, other: str) -> bool:
    here = [token for pair in joined for token in tokens(pair.source, one) if kind_of(token) is TokenKind.NUMBER]
    there = [token for pair in joined for token in tokens(pair.target, other) if kind_of(token) is TokenKind.NUMBER]
    return min(len(here), len(there)) >= _FEWEST_NUMBERS and set(here).isdisjoint(there)
