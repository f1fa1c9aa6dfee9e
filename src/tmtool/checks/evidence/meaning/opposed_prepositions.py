"""Which preposition of the translation is before the counterpart of a word that has one in the source which it never
stands for: soumis par le Conseil for submitted to the Council?

By place, and not by sentence: another par or to says nothing of this one. Only a preposition right before its noun,
with at most its determiners between, is compared; the table, ``prepositions_opposed.tsv`` of a pair, says what never
goes together, after which words of the source it may, and what else in the translation may stand for what the source
has: par beside à says who does it after all; and where the verbs before them must be counterparts, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.evidence.words.directions import expression
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.alternatives import NEVER, any_of
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE = "prepositions_opposed.tsv"
_REACH = 48
"""Characters before a word in which its preposition is."""
_VERB = "verb"
_TOLD_BY = 2
"""Words at most that tell of another."""


@dataclass(frozen=True, slots=True)
class _Row:
    there: re.Pattern[str]
    excuse: re.Pattern[str]
    said_here: re.Pattern[str]
    is_after_verb: bool


def opposed_prepositions(found: Linked, pair: LanguagePair) -> Iterator[tuple[Span, Span]]:
    """Yields the prepositions of the translation that do not stand for those of the source, with these."""
    of_source, of_target = found.sides
    here, rows = _here(pair)
    for one in here.finditer(of_target.text):
        place = bisect_left(of_target.words, one.end(), key=lambda word: word.span.start)
        if place == len(of_target.words) or of_target.words[place].span.start != one.end():
            continue
        link = mutual(of_target, of_source, place)
        if link is None:
            continue
        end = of_source.words[link].span.end
        start = _group_start(of_source, of_target, link, place)
        row = rows[one["preposition"].lower()]
        other = row.there.search(of_source.text, max(0, start - _REACH), start)
        if other is None or other.end() != start or row.excuse.search(of_source.text, max(0, start - _REACH), end):
            continue
        if row.said_here.search(of_target.text, max(0, one.start() - _REACH), one.end() + _REACH):
            continue
        if row.is_after_verb and not _are_after_counterparts(
            found, other.start("preposition"), one.start("preposition")
        ):
            continue
        yield Span(*one.span("preposition")), Span(*other.span("preposition"))


def _are_after_counterparts(found: Linked, there: int, here: int) -> bool:
    """Tells whether the last words of content before two prepositions are counterparts: submitted by, soumis au."""
    of_source, of_target = found.sides
    verb, verb_here = (
        bisect_left(side.words, start, key=lambda word: word.span.start) - 1
        for side, start in ((of_source, there), (of_target, here))
    )
    return verb >= 0 and verb_here >= 0 and mutual(of_target, of_source, verb_here) == verb


def _group_start(of_source: Side, of_target: Side, link: int, place: int) -> int:
    """Returns where the words begin that tell of a word of the source, those whose counterparts come right after its
    own: voting members, membres votants."""
    after = range(place + 1, place + 1 + _TOLD_BY)
    while link and mutual(of_source, of_target, link - 1) in after:
        before, word = of_source.words[link - 1].span, of_source.words[link].span
        if of_source.text[before.end : word.start] not in (" ", "-"):
            break
        link -= 1
    return of_source.words[link].span.start


@cache
def _here(pair: LanguagePair) -> tuple[re.Pattern[str], dict[str, _Row]]:
    """Returns the pattern of the prepositions of the translation with what may be between each and its noun, and for
    each what the source never has in its place."""
    rows = {
        here: _Row(_before_a_noun(pair.source, there), _words(excuse), _words(said, whole=True), verb == _VERB)
        for here, there, excuse, said, verb in pair.rows(TABLE)
    }
    return _before_a_noun(pair.target, any_of(rows)) if rows else re.compile(NEVER), rows


def _words(words: str, *, whole: bool = False) -> re.Pattern[str]:
    if words == NONE:
        return re.compile(NEVER)
    return re.compile(rf"\b(?:{words})\b" if whole else words, re.IGNORECASE)


def _before_a_noun(language: str, prepositions: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<preposition>{prepositions})(?:{expression(language, 'between')})", re.IGNORECASE)
