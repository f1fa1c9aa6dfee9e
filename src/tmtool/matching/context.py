"""Is an exact match one in context: said at the same place as before?

CAT tools call it 101 %, ICE or context match. Neighbours decide it; within one series of
documents (``CTOC/COP/WG.7/2027/1``, ``CTOC/COP/WG.7/2028/1``) one equal neighbour is enough, since
there the other is often what changed. So is the same place in the structure: a title among the titles, an item in the
list, a cell of the table; for running text, the same item above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tmtool.text.tokens import normalise

TEXT = "text"
"""The place of running text: what is said under a heading."""
_PLACES = {
    "metadata": "metadata", "title": "title", "heading": "heading", "list": "list", "item": "list", "table": "table",
    "cell": "table", "annotation": TEXT, "documentation": TEXT, "paragraph": TEXT,
}  # fmt: skip
_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`Surroundings` says what is around a query: the segments before and after it (None at the document's ends), the
    symbol of its document, its place in the structure (see `place_of`), and for running text the heading above it; ''
    for what is unknown."""

    before: str | None
    after: str | None
    document: str = ""
    place: str = ""
    heading: str = ""


def in_context(query: Surroundings, stored: Surroundings) -> bool:
    """Tells whether a stored unit was in the place where the query is."""
    before = _same(query.before, stored.before)
    after = _same(query.after, stored.after)
    if before and after:
        return query.before is not None or query.after is not None
    one = (before and query.before is not None) or (after and query.after is not None)
    return same_series(query, stored) and (one or _same_item(query, stored))


def same_series(query: Surroundings, stored: Surroundings) -> bool:
    """Tells whether both are in documents of one series: the same body in another year or at another session."""
    return bool(series(query.document)) and series(query.document) == series(stored.document)


def place_of(kind: str) -> str:
    """Returns the place in a document that the context of a unit or the kind of a block names; '' for other words."""
    return _PLACES.get(kind, "")


def surroundings_of(texts: Sequence[str], places: Sequence[str], document: str) -> tuple[Surroundings, ...]:
    """Returns the surroundings of each of a document's segments; `places` are their places (see `place_of`)."""
    found = []
    heading = ""
    for number, (text, place) in enumerate(zip(texts, places, strict=True)):
        before = texts[number - 1] if number else None
        after = texts[number + 1] if number + 1 < len(texts) else None
        found.append(Surroundings(before, after, document, place, heading if place == TEXT else ""))
        if place == "heading":
            heading = text
    return tuple(found)


@lru_cache(maxsize=4096)
def series(symbol: str) -> str:
    """Returns what the documents of a body have in common: the symbol up to its year or its session number, '' for a
    symbol without either."""
    parts = symbol.split("/")
    for place, part in enumerate(parts[1:], 1):
        if _YEAR.match(part) or (part.isdigit() and place < len(parts) - 1):
            return "/".join(parts[:place])
    return ""


def _same_item(query: Surroundings, stored: Surroundings) -> bool:
    if not query.place or query.place != stored.place:
        return False
    return query.place != TEXT or (bool(query.heading) and _same(query.heading, stored.heading))


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return normalise(one) == normalise(other)
