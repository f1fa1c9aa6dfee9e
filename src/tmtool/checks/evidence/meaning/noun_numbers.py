"""Which noun that a clause narrows down is one in the translation where it is several in the source, or the reverse:
dans la province où for in the provinces where?

Nouns are counterparts by the links of their words. What shows the number of either is in ``noun_numbers.tsv`` of a
pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import mutual, place_of
from tmtool.languages.needed_letters import may_find
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "noun_numbers.tsv"
_BEFORE = 24
"""Characters before a noun of the translation in which what shows its number is."""


@dataclass(frozen=True, slots=True)
class _Row:
    there: re.Pattern[str]
    before: re.Pattern[str]
    noun: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _rows(pair: LanguagePair) -> tuple[_Row, ...]:
    return tuple(_Row(*(re.compile(words, re.IGNORECASE) for words in row)) for row in pair.rows(_TABLE))


def other_numbers(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the nouns of the translation that have another number than their counterparts in the source, with what
    is before them, and these with what shows theirs."""
    of_source, of_target = found.sides
    folded = of_source.text.casefold()
    for row in _rows(of_source.pair):
        for one in row.there.finditer(of_source.text) if may_find(row.there.pattern, folded) else ():
            place = place_of(of_source, one.start("noun"))
            link = mutual(of_source, of_target, place) if place is not None else None
            if link is None:
                continue
            noun = of_target.words[link].span
            before = row.before.search(of_target.text, max(0, noun.start - _BEFORE), noun.start)
            if before is None or not row.noun.fullmatch(of_target.text, noun.start, noun.end):
                continue
            if row.after.match(of_target.text, noun.end):
                yield Span(before.start(), noun.end), Span(one.start(), one.end("noun"))
