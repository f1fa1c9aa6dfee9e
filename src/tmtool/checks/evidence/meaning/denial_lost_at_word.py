"""Which word that denies by a prefix has its contrary in the translation: contributions acquittées for unpaid ones?

In a text of several sentences some other word nearly always may stand for the denial (denied_words.py), and words of
both languages are linked by what they are, not by what is left of them without a prefix. So what such words have for a
contrary is a table, ``denied_words.tsv`` of a pair, and only what stands right before that contrary may deny it. In
20,200 pairs of right agendas and of the United Nations that have such words none is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.sentence_spans import SentenceSpans, sentence_spans
from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.meaning.denied_verbs import words
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import is_of_another, places_about
from tmtool.languages.alternatives import NEVER
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "denied_words.tsv"
_BEFORE = 40
"""Characters before a contrary in which something may deny it."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A `_Rule` has the expressions of a row, compiled when a text first needs them: the denied word, a reason for its
    contrary, that, and what else may say the denial."""

    denied: str
    reason: str
    contrary: str
    otherwise: str


def lost_at_word(found: Linked) -> tuple[Span, Span] | None:
    """Returns the first word of a source that denies by its prefix and of which the translation has the contrary in its
    place, denied by nothing, and the place of that; None where there is none."""
    source, target = (side.text.replace("’", "'") for side in found.sides)
    pair = found.sides[0].pair
    rules = list(_rules(pair).let_through(source.casefold()))
    for part in sentence_spans(source, target) if rules else ():
        for rule in rules:
            denied = _matches(rule.denied, source, part.source)
            if denied:
                reasons = _matches(rule.reason, source, part.source)
                many = sum(not any(one.overlaps(other) for other in denied) for one in reasons)
                lost = next(_lost(rule, denied, many, target, part, found), None)
                if lost is not None:
                    return lost
    return None


def _lost(
    rule: _Rule, denied: Sequence[Span], reasons: int, target: str, part: SentenceSpans, found: Linked
) -> Iterator[tuple[Span, Span]]:
    """Yields the denied words of a sentence that have their contrary in the translation, each with its place, unless as
    many contraries are denied there, or the source has as many reasons for one."""
    pair = found.sides[0].pair
    here = _matches(rule.contrary, target, part.target)
    bare = [one for one in here if not _is_denied(one, target, part, pair)]
    others = len(_matches(rule.otherwise, target, part.target)) if bare else 0
    if bare and expression(pair, "taken up").search(target, part.target.start, part.target.end):
        return  # si le Centre était adapté au Tribunal, il ne l'est pas au Mécanisme
    if len(bare) > reasons and len(here) - len(bare) + others < len(denied):
        for there in denied:
            yield from ((there, one) for one in bare if _is_in_place_of(one, there, found))


def _is_denied(contrary: Span, target: str, part: SentenceSpans, pair: LanguagePair) -> bool:
    """Tells whether anything right before a word of the translation, in its clause, may deny it."""
    first = max(part.target.start, contrary.start - _BEFORE)
    bounds = words(pair, "bound here").finditer(target, first, contrary.start)
    start = max((one.end() for one in bounds), default=first)
    return any(
        words(pair, kind).search(target, start, contrary.start) is not None
        for kind in ("denied here", "denies word here")
    )


def _is_in_place_of(contrary: Span, denied: Span, found: Linked) -> bool:
    """Tells whether a word of the translation is about where the counterpart of a denied one should be, and is not that
    of another word."""
    of_source, of_target = found.sides
    here = next((at for at, word in enumerate(of_target.words) if word.span.overlaps(contrary)), None)
    there = next((at for at, word in enumerate(of_source.words) if word.span.overlaps(denied)), None)
    if here is None or there is None or here not in places_about(of_source, there, len(of_target.words)):
        return False
    return not is_of_another(of_source, here, denied)


@cache
def _rules(pair: LanguagePair) -> ExpressionSieve[_Rule]:
    prefix = words(pair, "prefix here").pattern
    return ExpressionSieve(
        (
            _whole(denied),
            _Rule(_whole(denied), _whole(reason), _whole(contrary), _whole(rf"{otherwise}|{prefix}(?:{contrary})")),
        )
        for denied, reason, contrary, otherwise in pair.rows(_TABLE)
    )


def _whole(expression: str) -> str:
    """Returns the expression of whole words of a column."""
    return NEVER if expression == NONE else rf"(?<![\w-])(?:{expression})(?!\w)"


def _matches(expression: str, text: str, part: Span) -> list[Span]:
    found = when_needed(expression, re.IGNORECASE).finditer(text, part.start, part.end)
    return [Span(*one.span()) for one in found]
