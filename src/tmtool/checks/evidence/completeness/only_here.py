"""Which words of a close translation say a relation, a limit or a manner for which the sentence gives no reason?

même si for except when, à la demande de for with the assistance of: the word that was there may be said in many ways,
but what is here needs a reason. The table is ``connectives_only_here.tsv`` of a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.evidence.words.sentence_pairs import sentence_pairs
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "connectives_only_here.tsv"


def only_here(source: str, target: str, pair: LanguagePair) -> Iterator[Flag]:
    """Yields the first word of each sentence of a close translation for which the source gives no reason; a hint where
    translators put it to join what the source leaves unjoined: désormais, alors que, puis."""
    for sentence in sentence_pairs(source, target):
        there, here = sentence.source, sentence.target
        for level, words, reasons in _rules(pair).let_through(here.casefold()):
            found = when_needed(words, re.IGNORECASE).search(here)
            if found is not None and not when_needed(reasons, re.IGNORECASE).search(there):
                span = sentence.in_target(Span(*found.span()))
                message = say("Nothing in the source says “{here}”.", here=span.of(target))
                yield Flag(message, target_span=span, level=level)
                break


@cache
def _rules(pair: LanguagePair) -> ExpressionSieve[tuple[Level, str, str]]:
    return ExpressionSieve((words, (Level(level), words, reasons)) for level, words, reasons in pair.rows(_TABLE))
