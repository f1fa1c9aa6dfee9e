"""Which concept is meant where two have the same term? The one of the domain that the text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tmtool.model import Occurrence, Span


def ranked(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Returns the occurrences in their order, those with one span by how many other terms of the text have their
    domain, most first."""
    found = tuple(occurrences)
    spans = Counter(one.span for one in found)
    if len(spans) == len(found):
        return found
    domains: dict[str, set[Span]] = {}
    for one in found:
        domains.setdefault(one.concept.domain, set()).add(one.span)

    def support(one: Occurrence) -> int:
        return len(domains[one.concept.domain]) - 1 if one.concept.domain else 0

    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end, -support(one))))
