"""What did people change in the database by hand, and when? The history, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tmtool.store.home import Home
from tmtool.store.values import Change


@dataclass(frozen=True, slots=True)
class Past:
    """A `Past` is a change: `what` names the unit, the concept or the part that was changed; `before` and `after` are
    what the history has of it, None for nothing."""

    at: str
    author: str
    action: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def past_changes(home: Home, *, since: str = "", limit: int = 0) -> list[Past]:
    """Returns the changes from the day `since` (ISO, "" for all) on, at most `limit` (0 for all)."""
    return [
        Past(one.at, one.author, one.action, _named(one), one.before, one.after)
        for one in home.history.since(since, limit=limit)
    ]


def _named(change: Change) -> str:
    content = change.after or change.before or {}
    if change.entity == "units" and change.number == 0:
        return f"“{content['find']}” → “{content['replace']}” · {content['units']}" if content else ""
    if change.entity in ("units", "unit_proposals"):
        return f"unit {change.number}"
    if change.entity in ("concepts", "concept_proposals"):
        return f"concept {content.get('id') or _first_term(content) or change.number}"
    former = change.before.get("memory") if change.before else content.get("of")
    named = [
        f"{name} {content[name]}"
        for name in ("memory", "source", "document", "penalty", "trust")
        if content.get(name) is not None
    ]
    if named and former is not None and former != content.get("memory"):
        named[0] = f"memory {former} → {content['memory']}"
    return " · ".join(named)


def _first_term(content: dict[str, Any]) -> str:
    """Returns the first term of a concept that is proposed, which has no name yet."""
    return next((str(term["text"]) for term in content.get("terms", ())), "")
