"""Puts matches in the order in which they are shown (docs/reference.md, match rate)."""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.matching.context import series
from tmtool.model import Match, MatchKind, Penalty, Status

_KINDS = tuple(MatchKind)
_TRUST = {status: status.trust for status in Status}


def ranked(matches: Iterable[Match], document: str = "") -> list[Match]:
    """Returns matches sorted: context before exact before adapted before fuzzy, then by score; of equals first the
    better status, the series of `document`, the newer, the earlier stored. What is superseded comes after all else."""
    own = series(document)
    newest_first = sorted(sorted(matches, key=lambda match: match.unit), key=lambda match: match.changed, reverse=True)

    def order(match: Match) -> tuple[bool, int, int, int, bool]:
        foreign = bool(own) and series(match.document) != own
        superseded = match.status is Status.SUPERSEDED
        return superseded, _KINDS.index(match.kind), -match.score, -_TRUST[match.status], foreign

    return sorted(newest_first, key=order)


def worth_showing(matches: Iterable[Match]) -> list[Match]:
    """Returns the matches for a reader: without adapted ones that offer the same words as an earlier one."""
    shown: list[Match] = []
    offered = set()
    for match in matches:
        if match.kind is not MatchKind.ADAPTED or match.offered not in offered:
            shown.append(match)
        offered.add(match.offered)
    return shown


def score_of(rate: int, penalties: Iterable[Penalty]) -> int:
    """Returns a match rate less the penalties, 0 at least."""
    return max(rate - sum(penalty.points for penalty in penalties), 0)
