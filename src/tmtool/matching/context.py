"""Is an exact match one in context: said at the same place as before?

CAT tools call it 101 %, ICE or context match. Neighbours decide it; within one series of
documents (``CTOC/COP/WG.7/2027/1``, ``CTOC/COP/WG.7/2028/1``) one equal neighbour is enough, since
there the other is often what changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tmtool.text.tokens import normalise

_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a query: the segments before and after it (None at the document's ends) and the
    symbol of its document ('' if unknown)."""

    before: str | None
    after: str | None
    document: str = ""


def in_context(query: Surroundings, stored: Surroundings) -> bool:
    """True if a stored unit stood where the query stands."""
    before = _same(query.before, stored.before)
    after = _same(query.after, stored.after)
    if before and after:
        return query.before is not None or query.after is not None
    one = (before and query.before is not None) or (after and query.after is not None)
    return one and bool(series(query.document)) and series(query.document) == series(stored.document)


def series(symbol: str) -> str:
    """What the documents of a body have in common: the symbol up to its year or its session number,
    '' for a symbol without either."""
    parts = symbol.split("/")
    for place, part in enumerate(parts[1:], 1):
        if _YEAR.match(part) or (part.isdigit() and place < len(parts) - 1):
            return "/".join(parts[:place])
    return ""


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return normalise(one) == normalise(other)
