"""Are words half of a pair that means whoever may hold an office, and so no name: le président ou la présidente?"""

from __future__ import annotations

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.completeness.joined_members import doublets
from tmtool.model import Span


def is_of_either(span: Span, pair: Pair, draft: Draft) -> bool:
    """Tells whether a place of a translation is within such a pair."""
    known = draft.language_pair
    return known is not None and any(one.holds(span) for one in doublets(pair.target, known, known.target))
