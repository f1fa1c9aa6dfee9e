"""Which small word of a close translation says another thing than the one of its number in the source: ne doivent for
the second may, la plupart for half?

A sentence of several clauses has several modal verbs, or words for how many, so that nothing is missing over all of it
where one is put for another. A close translation keeps their order. So those of a sentence go one by one where both
texts have as many, be it that words which may say the same, such as required or possible, are left out. Told are two
that are never right for each other, by ``modals_in_order.tsv``, ``amounts_in_order.tsv`` and ``ordinals_in_order.tsv``
of a pair; what is said elsewhere in the sentence the other way about has only changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.words.sentence_pairs import sentence_pairs
from tmtool.languages.alternatives import NEVER
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span

MODALS, AMOUNTS, ORDINALS = "modals_in_order.tsv", "amounts_in_order.tsv", "ordinals_in_order.tsv"
_SHORTEST = 24
"""Characters of a sentence at least: headings and cells choose their words freely."""
_BEFORE, _AFTER = 60, 32
"""Characters before and after a word in which what excuses it is looked for."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A `_Kind` is what some words say: the kinds that they may stand for, and whether they need no counterpart."""

    name: str
    stands_for: Set[str]
    is_loose: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """A `_Table` has the words of both languages, each a group of its pattern, with their kinds, and what excuses the
    two of a pair of kinds that are never right for each other."""

    words: Mapping[str, tuple[str, Sequence[_Kind]]]
    never: Mapping[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Said:
    kind: _Kind
    span: Span


def exchanged_in_order(source: str, target: str, pair: LanguagePair, table: str) -> Iterator[Flag]:
    """Yields the first word of each sentence of a close translation that says, by the table, another thing than the one
    of its number in the source."""
    words = _table(pair, table)
    if not words.never:
        return
    for sentence in sentence_pairs(source, target, _SHORTEST):
        there, here = sentence.source, sentence.target
        said = _said(words, pair.source, there)
        said_here = _said(words, pair.target, here) if said else []
        for one, other in _one_by_one(said, said_here, words, there, here):
            of_source, of_target = sentence.in_source(one.span), sentence.in_target(other.span)
            yield exchanged(of_target, target, of_source, source, Level.INFO)


def _one_by_one(
    said: Sequence[_Said], said_here: Sequence[_Said], words: _Table, there: str, here: str
) -> Iterator[tuple[_Said, _Said]]:
    """Yields the first two words of a number that are never right for each other."""
    is_loose = len(said) != len(said_here)
    first, second = ([one for one in some if not (is_loose and one.kind.is_loose)] for some in (said, said_here))
    if len(first) != len(second):
        # Several words of one kind may be said once: must … and must, doit … et.
        if len(first) < len(second) or len({one.kind.name for one in first}) != 1 or _is_said(first[0].kind, said_here):
            return
        first = first[: len(second)]
    pairs = list(zip(first, second, strict=True))
    for one, other in pairs:
        excuses = words.never.get((one.kind.name, other.kind.name))
        if excuses is None or _has_moved(one.kind, other.kind, pairs):
            continue
        if is_loose and (_is_left_out(other.kind, said) or _is_left_out(one.kind, said_here)):
            continue
        if not any(
            _pattern(words_of).search(text, max(0, of.span.start - _BEFORE), of.span.end + _AFTER)
            for words_of, text, of in zip(excuses, (there, here), (one, other), strict=True)
        ):
            yield one, other
            return


def _has_moved(one: _Kind, other: _Kind, pairs: Sequence[tuple[_Said, _Said]]) -> bool:
    """Tells whether the source says elsewhere what the translation does here, and the reverse."""
    if other.name in one.stands_for:
        return any(a.kind.name == other.name and b.kind.name == one.name for a, b in pairs)
    return any(other.name in a.kind.stands_for and one.name in b.kind.stands_for for a, b in pairs)


def _is_said(kind: _Kind, said_here: Sequence[_Said]) -> bool:
    """Tells whether any word of the translation may stand for a kind."""
    return any(kind.name in one.kind.stands_for for one in said_here)


def _is_left_out(kind: _Kind, said: Sequence[_Said]) -> bool:
    """Tells whether a loose word of a sentence may be the reason for one of a kind, or stand for it."""
    return any(one.kind.is_loose and kind.name in one.kind.stands_for for one in said)


def _said(words: _Table, language: str, text: str) -> list[_Said]:
    expression, kinds = words.words[language]
    return [
        _Said(kinds[one.lastindex - 1], Span(*one.span()))
        for one in _pattern(expression).finditer(text)
        if one.lastindex
    ]


def _pattern(expression: str) -> re.Pattern[str]:
    return when_needed(expression, re.IGNORECASE)


@cache
def _table(pair: LanguagePair, table: str) -> _Table:
    rows = list(pair.rows(table))
    words: dict[str, tuple[str, Sequence[_Kind]]] = {}
    for language in (pair.source, pair.target):
        kinds = [
            (_Kind(name, frozenset({name, *stands.split()} - {NONE}), loose == "loose"), expression)
            for of, name, stands, loose, expression in rows
            if of == language
        ]
        groups = "|".join(f"({expression})" for _, expression in kinds)
        words[language] = (rf"(?<![\w-])(?:{groups})(?![\w-])" if groups else NEVER, [kind for kind, _ in kinds])
    never = {
        (name, other): (NEVER if excuse == NONE else excuse, NEVER if excuse_here == NONE else excuse_here)
        for of, name, other, excuse, excuse_here in rows
        if of == "never"
    }
    return _Table(words, never)
