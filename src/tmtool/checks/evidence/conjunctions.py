"""Which words does the source join by and whose counterparts are joined by or, or the reverse: urgents et importants?

The words are those of ``conjunctions.tsv`` of a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tmtool.checks.evidence.linked import Linked
from tmtool.checks.evidence.sides import Side
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE, _DENIAL = "conjunctions.tsv", "denial"
_BEFORE = 80
"""Characters before two words in which a denial may be."""
_MARK = re.compile(r"[.;:]")


@cache
def _patterns(pair: LanguagePair, language: str) -> Mapping[str, re.Pattern[str]]:
    """Returns what joins two words in a language of a pair, by kind, and what denies them."""
    return {kind: re.compile(words) for tag, kind, words in pair.rows(_TABLE) if tag == language}


def joined_otherwise(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields what is between two neighbours in the source, and between their counterparts, in the order of these, where
    one is and and the other or."""
    of_source, of_target = found.sides
    for place in range(len(of_source.words) - 1):
        link, next_link = of_source.links[place], of_source.links[place + 1]
        if link is None or next_link != link + 1 or of_source.words[place].stem == of_source.words[place + 1].stem:
            continue
        there, here = _joint(of_source, place), _joint(of_target, link)
        if there and here and there[0] != here[0] and not _is_denied(of_source, place):
            yield there[1], here[1]


def _joint(side: Side, place: int) -> tuple[str, Span] | None:
    """Returns the kind of what joins a word to the next, and its place."""
    span = Span(side.words[place].span.end, side.words[place + 1].span.start)
    for kind, words in _patterns(side.pair, side.language).items():
        if kind != _DENIAL and words.fullmatch(side.text, span.start, span.end):
            return kind, span
    return None


def _is_denied(side: Side, place: int) -> bool:
    end = side.words[place].span.start
    start = side.since(_MARK, max(0, end - _BEFORE), end)
    denial = _patterns(side.pair, side.language).get(_DENIAL)
    return denial is not None and denial.search(side.text, start, end) is not None
