"""Which sentence of a close translation allows what the source binds to, advises what will be done, sets another limit
or states another relation?

A sentence of the source says the one thing and nothing that could be a reason for the other, and its translation says
the other and nothing that could stand for the one. Limits and relations are counted: the source has the one more often
than the translation has what could stand for it, and the translation the other more often than the source has a reason
for it (après l'ouverture et après la fin for after the opening and before the end), but for what is linked with another
word. The tables are ``modality_sentences.tsv``, ``limits_sentences.tsv`` and ``connectives_sentences.tsv`` of a pair.
Only what translators of agendas keep apart is in them: should is doit in every fourth sentence, so that these are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from tmtool.checks.engine.check import Flag
from tmtool.checks.evidence.meaning.denied_sentences import ANSWERED, without_answers
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.words.sentence_pairs import sentence_pairs
from tmtool.checks.evidence.words.sides import Side, mutual, sides
from tmtool.languages.alternatives import NEVER
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve, may_find
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import Level, Span

MODALITY, LIMITS, CONNECTIVES = "modality_sentences.tsv", "limits_sentences.tsv", "connectives_sentences.tsv"
_ANSWERED_CONNECTIVES = "connectives_answered.tsv"
_SURE = "sure"
"""What a row says in a last column of its own if it never reports a right sentence, but has reported wrong ones."""
_SHORTEST, _SHORTEST_ENDED = 24, 15
"""Characters of a sentence at least, and of one with a full stop: headings and cells choose their words freely."""

_NEAR = 24
"""Characters from what a sentence says to the counterpart of an excuse that may still be one: at any time of day or
night, à toute heure du jour et de la nuit."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A `_Rule` says what one thing in the source and another in the translation are known by, with what excuses: four
    expressions, compiled when a text first needs them, since a short draft needs few of hundreds; and whether
    the row is sure."""

    there: str
    excuse_there: str
    here: str
    excuse_here: str
    sure: str = ""

    @property
    def level(self) -> Level:
        """Returns how loudly the exchange is told."""
        return Level.WARNING if self.sure == _SURE else Level.INFO


def exchanged_in_sentences(source: str, target: str, pair: LanguagePair, table: str) -> Iterator[Flag]:
    """Yields for each sentence of a close translation what it says, of the things of the table, where the source says
    another; the first one of a place. A rule that is sure is a warning, any other one an info."""
    for sentence in sentence_pairs(source, target, _SHORTEST_ENDED):
        there, here = sentence.source, sentence.target
        if min(len(there), len(here)) < _SHORTEST and not (there.endswith(".") and here.endswith(".")):
            continue
        told: list[Span] = []
        folded = here.casefold()
        for rule in _rules(pair, table).let_through(there.casefold()):
            if not may_find(rule.here, folded):
                continue
            said = _pattern(rule.there).search(there)
            instead = _pattern(rule.here).search(here) if said is not None else None
            if said is None or instead is None:
                continue
            left = _left(here, there, rule, pair) if table == LIMITS else here
            if table == MODALITY:
                if _pattern(rule.excuse_there).search(there) or _pattern(rule.excuse_here).search(left):
                    continue
            else:
                of_one, of_other = list(_pattern(rule.there).finditer(there)), list(_pattern(rule.here).finditer(here))
                reasons = _without_answered(there, here, of_other, pair) if table == CONNECTIVES else there
                excuses = list(_pattern(rule.excuse_there).finditer(reasons))
                excuses_here = list(_pattern(rule.excuse_here).finditer(left))
                if _are_excused(of_other, excuses, there, here, pair):
                    continue
                if _are_excused(of_one, excuses_here, there, here, pair, are_here=True):
                    continue
                said, instead = _nearest(of_one, of_other, len(there), len(here))
            here_said = Span(*instead.span())
            if any(here_said.overlaps(other) for other in told):
                continue
            told.append(here_said)
            of_target = sentence.in_target(here_said)
            of_source = sentence.in_source(Span(*said.span()))
            yield exchanged(of_target, target, of_source, source, rule.level)


def _are_excused(
    told: Sequence[re.Match[str]],
    excuses: Sequence[re.Match[str]],
    there: str,
    here: str,
    pair: LanguagePair,
    *,
    are_here: bool = False,
) -> bool:
    """Tells whether one text has as many excuses as the other has words that want one. What is the counterpart of
    anything else is none: half in the second half, second semestre, is no reason for trois fois moins."""
    many = len(told)
    if many > len(excuses):
        return False
    language = pair.target if are_here else pair.source
    says = [_what_says(one) for one in excuses]
    small = sum(1 for one in says if not content(one.of(here if are_here else there), language))
    if pair.links is None or many <= small:
        return True
    side, other = sides(there, here, pair, pair.links)[:: -1 if are_here else 1]
    spans = [Span(*one.span()) for one in told]
    return many <= sum(1 for one in says if not _answers_to_others(one, spans, side, other))


def _what_says(excuse: re.Match[str]) -> Span:
    """Returns the place of an excuse, or of what its group ``says`` holds, where it is in two parts with any words
    between them: would not be reached for."""
    named = "says" in excuse.re.groupindex and excuse["says"] is not None
    return Span(*excuse.span("says" if named else 0))


def _answers_to_others(excuse: Span, told: Sequence[Span], side: Side, other: Side) -> bool:
    """Tells whether a word of an excuse has a counterpart of its own that is not near what is told."""
    links = (mutual(side, other, place) for place, word in enumerate(side.words) if word.span.overlaps(excuse))
    counterparts = (other.words[link].span for link in links if link is not None)
    near = [Span(max(0, one.start - _NEAR), one.end + _NEAR) for one in told]
    return any(not any(one.overlaps(counterpart) for one in near) for counterpart in counterparts)


def _nearest(
    some: Sequence[re.Match[str]], others: Sequence[re.Match[str]], length: int, other_length: int
) -> tuple[re.Match[str], re.Match[str]]:
    """Returns the two of the matches in texts of these lengths that come at the most similar places, the first ones
    of those that do."""
    return min(product(some, others), key=lambda both: abs(both[0].start() / length - both[1].start() / other_length))


def _left(here: str, there: str, rule: _Rule, pair: LanguagePair) -> str:
    """Returns a translation without the limits that answer to others than those of the rule: moins de 5 % for fewer
    than 5 per cent, beside the lowest; both of moins d'un sur cinq and moins d'un sur trente stay."""
    return without_answers(_pattern(rule.there).sub("", there), here, pair, ANSWERED)


def _without_answered(there: str, here: str, told: Sequence[re.Match[str]], pair: LanguagePair) -> str:
    """Returns a source with blanks for words that relate clauses and have a counterpart in its translation other than
    what is told, so that they are no reason for this: but, beside mais."""
    for one in told:
        here = here[: one.start()] + " " * len(one[0]) + here[one.end() :]
    for of_source, of_target in _answers(pair):
        many = len(of_target.findall(here))
        there = of_source.sub(lambda found: " " * len(found[0]), there, count=many) if many else there
    return there


@cache
def _answers(pair: LanguagePair) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(there, re.IGNORECASE), re.compile(here, re.IGNORECASE))
        for there, here in pair.rows(_ANSWERED_CONNECTIVES)
    )


@cache
def _rules(pair: LanguagePair, table: str) -> ExpressionSieve[_Rule]:
    rows = (
        _Rule(*(NEVER if words == NONE else words for words in expressions)) for _, _, *expressions in pair.rows(table)
    )
    return ExpressionSieve((rule.there, rule) for rule in rows)


def _pattern(expression: str) -> re.Pattern[str]:
    return when_needed(expression, re.IGNORECASE)
