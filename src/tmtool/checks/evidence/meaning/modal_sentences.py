"""Which sentence of a close translation allows what the source binds to, advises what will be done, sets another limit
or states another relation?

A sentence of the source says the one thing and nothing that could be a reason for the other, and its translation says
the other and nothing that could stand for the one. The tables are ``modality_sentences.tsv``, ``limits_sentences.tsv``
and ``connectives_sentences.tsv`` of a pair. Only what translators of agendas keep apart is in them: should is doit in
every fourth sentence, so that these are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.evidence.meaning.denied_sentences import ANSWERED, without_answers
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.words.sentence_pairs import in_text, sentences
from tmtool.languages.alternatives import NEVER
from tmtool.languages.openings import sieve, when_needed
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.sieve import Sieve
from tmtool.model import Level, Span

MODALITY, LIMITS, CONNECTIVES = "modality_sentences.tsv", "limits_sentences.tsv", "connectives_sentences.tsv"
_SHORTEST, _SHORTEST_ENDED = 24, 15
"""Characters of a sentence at least, and of one with a full stop: headings and cells choose their words freely."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A `_Rule` says what one thing in the source and another in the translation are known by, with what excuses: four
    expressions, compiled when a text first needs them, since a short draft needs few of hundreds."""

    there: str
    excuse_there: str
    here: str
    excuse_here: str


def exchanged_in_sentences(source: str, target: str, pair: LanguagePair, table: str) -> Iterator[Flag]:
    """Yields for each sentence of a close translation what it says, of the things of the table, where the source says
    another; the first one of a place."""
    for there, here in sentences(source, target, _SHORTEST_ENDED):
        if min(len(there), len(here)) < _SHORTEST and not (there.endswith(".") and here.endswith(".")):
            continue
        told: list[Span] = []
        for rule in _rules(pair, table).let_through(there.casefold()):
            said = _pattern(rule.there).search(there)
            instead = _pattern(rule.here).search(here) if said is not None else None
            if said is None or instead is None:
                continue
            if _pattern(rule.excuse_there).search(there):
                continue
            if _pattern(rule.excuse_here).search(_left(here, there, said, pair) if table == LIMITS else here):
                continue
            here_said = Span(*instead.span())
            if any(here_said.overlaps(other) for other in told):
                continue
            told.append(here_said)
            of_target = in_text(here_said, here, target)
            of_source = in_text(Span(*said.span()), there, source)
            yield exchanged(of_target, target, of_source, source, Level.INFO)


def _left(here: str, there: str, said: re.Match[str], pair: LanguagePair) -> str:
    """Returns a translation without the limits that answer to others than the one which is said: moins de 5 % for fewer
    than 5 per cent, beside the lowest."""
    return without_answers(there[: said.start()] + there[said.end() :], here, pair, ANSWERED)


@cache
def _rules(pair: LanguagePair, table: str) -> Sieve[_Rule]:
    rows = (
        _Rule(*(NEVER if words == NONE else words for words in expressions)) for _, _, *expressions in pair.rows(table)
    )
    return sieve((rule.there, rule) for rule in rows)


def _pattern(expression: str) -> re.Pattern[str]:
    return when_needed(expression, re.IGNORECASE)
