"""What does a text become when the fixable findings in it are repaired?

Only what is certain is repaired: of two repairs that touch the same words and do not agree, neither is made. One that
begins or ends with what a smaller one wants there agrees with it: l’ONUDC for l'UNODC, ’ for its apostrophe.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from tmtool.model import Finding, Level, Span
from tmtool.model.span_index import Spanned

_UNTRANSLATED = "untranslated"
"""The ITS type of what is left in the language of the source: around it the grammar of the target does not hold."""


_Key = tuple[Span, str]
"""A repair: the place, and the text in place of it."""


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
    _join(wanted, found[0].target if found else "")
    possible: list[Repair] = []
    clashing: list[Finding] = []
    places = Spanned(
        [(one.target_span, key) for key, group in wanted.items() for one in group if one.target_span is not None],
        lambda placed: placed[0],
    )
    for (span, text), agreeing in sorted(wanted.items(), key=lambda item: item[0]):
        if any(_clashes(one, (span, text), places) for one in agreeing):
            clashing += agreeing
        else:
            possible.append(Repair(tuple(agreeing), span, text))
    return Repairs(tuple(possible), tuple(clashing), tuple(untranslated))


def _join(wanted: dict[_Key, list[Finding]], target: str) -> None:
    """Gives the findings of each repair to a wider one that makes it too."""
    places = Spanned(list(wanted), lambda key: key[0])
    for key in sorted(wanted, key=lambda key: key[0].end - key[0].start):
        for wider in places.touching(key[0]):
            if wider != key and wider in wanted and _makes(wider, key, target):
                wanted[wider] += wanted.pop(key)
                break


def _makes(wider: _Key, other: _Key, target: str) -> bool:
    """Tells whether a repair begins or ends with another one, which is within it."""
    (place, text), (inner, wanted) = wider, other
    if not wanted or not place.holds(inner):
        return False
    return text.startswith(target[place.start : inner.start] + wanted) or text.endswith(
        wanted + target[inner.end : place.end]
    )


def repaired(target: str, made: Iterable[Repair]) -> str:
    """Returns the target after the repairs, which do not overlap."""
    pieces = []
    position = 0
    for one in sorted(made, key=lambda repair: repair.span):
        pieces += [target[position : one.span.start], one.text]
        position = one.span.end
    return "".join([*pieces, target[position:]])


class Moves:
    """`Moves` are repairs of a target, which do not overlap; they tell where its words are after them."""

    def __init__(self, made: Iterable[Repair]) -> None:
        self._made = sorted(made, key=lambda repair: repair.span)
        self._ends = [one.span.end for one in self._made]
        grown = (len(one.text) - (one.span.end - one.span.start) for one in self._made)
        self._shifts = [0, *accumulate(grown)]
        """By how much what is after so many of the repairs has moved."""

    def moved(self, span: Span) -> Span:
        """Returns the place of a span after the repairs; it grows by those that reach over one of its ends."""
        return Span(self._moved(span.start, end=False), self._moved(span.end, end=True))

    def _moved(self, place: int, *, end: bool) -> int:
        first = bisect_left(self._ends, place)
        shift = self._shifts[first]
        for one in self._made[first:]:
            if one.span.start > place:
                break
            if one.span.end == place and (end or one.span.start < place):
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


def _clashes(one: Finding, key: _Key, places: Spanned[tuple[Span, _Key]]) -> bool:
    """Tells whether a finding whose repair is `key` has words in common with one that wants another."""
    span = one.target_span
    return span is not None and any(other != key and place.overlaps(span) for place, other in places.touching(span))
