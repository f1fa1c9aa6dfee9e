"""The order in which matches are shown (docs/reference.md, match rate)."""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.model import Match, MatchKind

_KINDS = tuple(MatchKind)


def ranked(matches: Iterable[Match]) -> list[Match]:
    """Context before exact before adapted before fuzzy, then by score; equals: the better status, the newer, the
    earlier stored first."""
    newest_first = sorted(sorted(matches, key=lambda match: match.unit), key=lambda match: match.changed, reverse=True)
    return sorted(newest_first, key=lambda match: (_KINDS.index(match.kind), -match.score, -match.status.trust))
