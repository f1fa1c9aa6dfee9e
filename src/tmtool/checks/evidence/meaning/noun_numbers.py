"""Which noun that a clause narrows down is one in the translation where it is several in the source, or the reverse:
dans la province où for in the provinces where?

Nouns are counterparts by the links of their words. What shows the number of either is in ``noun_numbers.tsv`` of a
pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import mutual, place_of
from tmtool.languages.alternatives import plain
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "noun_numbers.tsv"
_BEFORE = 24
"""Characters before a noun of the translation in which what shows its number is."""


@cache
def _rows(pair: LanguagePair) -> ExpressionSieve[tuple[str, ...]]:
    """Returns the rows of the table by the expression of the source, their first."""
    return ExpressionSieve((row[0], row) for row in pair.rows(_TABLE))


def other_numbers(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the nouns of the translation that have another number than their counterparts in the source, with what
    is before them, and these with what shows theirs; none where the translation says of each what the source says of
    all: deux ont chacun envoyé une lettre."""
    of_source, of_target = found.sides
    if expression(of_source.pair, "each one").search(plain(of_target.text)):
        return
    for row in _rows(of_source.pair).let_through(of_source.text.casefold()):
        there, before_noun, number, after = (when_needed(words, re.IGNORECASE) for words in row)
        for one in there.finditer(of_source.text):
            place = place_of(of_source, one.start("noun"))
            link = mutual(of_source, of_target, place) if place is not None else None
            if link is None:
                continue
            noun = of_target.words[link].span
            before = before_noun.search(of_target.text, max(0, noun.start - _BEFORE), noun.start)
            if before is None or not number.fullmatch(of_target.text, noun.start, noun.end):
                continue
            if after.match(of_target.text, noun.end):
                yield Span(before.start(), noun.end), Span(one.start(), one.end("noun"))
