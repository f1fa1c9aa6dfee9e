"""Raises hints of several checks at one place of a close translation: together they tell what each alone does not.

What is missing may be told by its words (nothing answers to “national law so permits”), by a term (nothing is an
accepted term for “national law”) and by a small word (nothing says “without”). Each of these is mostly wrong. Two of
different checks at the same words of the source were in none of 300 right agendas; in 169 drafts they were in six
places, and right in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tmtool.model import Finding, Level, Span

_NEAR = 3
"""Characters between two places that are one: without delay."""


def raised(findings: Sequence[Finding]) -> list[Finding]:
    """Returns the findings, of which the hint that says most of a place of the source is an info where a hint of
    another check is about it, too."""
    hints: dict[tuple[int, str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        if one.level is Level.HINT and one.source_span is not None:
            hints[one.segment, one.source, one.target].append(one)
    told = {id(one) for some in hints.values() for one in some if _is_told_again(one, some)}
    return [replace(one, level=Level.INFO) if id(one) in told else one for one in findings]


def _is_told_again(one: Finding, hints: Sequence[Finding]) -> bool:
    """Tells whether another check has a hint at the words of one, and none that says more of them."""
    others = [other for other in hints if other.check != one.check and _are_near(one, other)]
    return bool(others) and max(map(_says, others)) < _says(one)


def _are_near(one: Finding, other: Finding) -> bool:
    first, second = sorted(span for span in (one.source_span, other.source_span) if span is not None)
    return second.start <= first.end + _NEAR


def _says(one: Finding) -> tuple[int, str]:
    """Returns how much of the source a finding is about, and its check, so that no two say the same."""
    span = one.source_span or Span(0, 0)
    return span.end - span.start, one.check
