"""What does a text become when the fixable findings in it are repaired?

Only what is certain is repaired: of two repairs that touch the same words and do not agree, neither is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmtool.model import Finding, Level, Span

_UNTRANSLATED = "untranslated"
"""The ITS type of what is left in the language of the source: around it the grammar of the target does not hold."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A `Repair` is what the findings, which agree, want of a target: `text` in the place of `span`, both without what
    stays."""

    findings: tuple[Finding, ...]
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Repairs:
    """`Repairs` are the repairs that can be made together, by place, the findings whose repairs clash, and those of a
    target with words that are not translated, of which no grammar can be told."""

    possible: tuple[Repair, ...]
    clashing: tuple[Finding, ...]
    untranslated: tuple[Finding, ...]


def repairs(findings: Iterable[Finding]) -> Repairs:
    """Returns the repairs of one target that its findings offer as certain; waived findings offer none."""
    found = [one for one in findings if not one.waived]
    foreign = any(one.its_type == _UNTRANSLATED and one.level is not Level.INFO for one in found)
    wanted: dict[tuple[Span, str], list[Finding]] = {}
    untranslated: list[Finding] = []
    for one in found:
        if one.fixable and one.target_span is not None and one.suggestion is not None:
            span, text = _narrowed(one.target, one.target_span, one.suggestion)
            if foreign and any(map(str.isalpha, span.of(one.target) + text)):
                untranslated.append(one)
            else:
                wanted.setdefault((span, text), []).append(one)
    possible: list[Repair] = []
    clashing: list[Finding] = []
    for (span, text), agreeing in sorted(wanted.items(), key=lambda item: item[0]):
        others = [one for place, group in wanted.items() if place != (span, text) for one in group]
        if any(_clash(one, other) for one in agreeing for other in others):
            clashing += agreeing
        else:
            possible.append(Repair(tuple(agreeing), span, text))
    return Repairs(tuple(possible), tuple(clashing), tuple(untranslated))


def repaired(target: str, made: Iterable[Repair]) -> str:
    """Returns the target after the repairs, which do not overlap."""
    pieces = []
    position = 0
    for one in sorted(made, key=lambda repair: repair.span):
        pieces += [target[position : one.span.start], one.text]
        position = one.span.end
    return "".join([*pieces, target[position:]])


def moved(span: Span, made: Sequence[Repair]) -> Span:
    """Returns the place of a span of the target after the repairs; it grows by those that reach over one of its
    ends."""
    return Span(_moved(span.start, made, end=False), _moved(span.end, made, end=True))


def _moved(place: int, made: Sequence[Repair], *, end: bool) -> int:
    shift = 0
    for one in made:
        if one.span.end < place or (one.span.end == place and (end or one.span.start < place)):
            shift += len(one.text) - (one.span.end - one.span.start)
        elif one.span.start < place:
            shift += (one.span.start - place) + (len(one.text) if end else 0)
    return place + shift


def _narrowed(target: str, span: Span, suggestion: str) -> tuple[Span, str]:
    """Returns the span and the text without the letters that both begin or end with."""
    flagged = span.of(target)
    shortest = min(len(flagged), len(suggestion))
    first = next((at for at in range(shortest) if flagged[at] != suggestion[at]), shortest)
    shortest -= first
    last = next((at for at in range(shortest) if flagged[-1 - at] != suggestion[-1 - at]), shortest)
    return Span(span.start + first, span.end - last), suggestion[first : len(suggestion) - last]


def _clash(one: Finding, other: Finding) -> bool:
    return one.target_span is not None and other.target_span is not None and one.target_span.overlaps(other.target_span)
