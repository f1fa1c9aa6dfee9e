"""What did people change in the database by hand, and when? The history, the newest first."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Past:
    """A change: `what` names the unit, the concept or the part that was changed; `before` and `after` are what the
    history has of it, None for nothing."""

    at: str
    author: str
    action: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def past_changes(connection: sqlite3.Connection, *, since: str = "", limit: int = 0) -> list[Past]:
    """The changes from the day `since` (ISO, "" for all) on, at most `limit` (0 for all)."""
    rows = connection.execute(
        "SELECT at, author, action, entity, entity_id, before, after FROM history WHERE at >= ? "
        "ORDER BY id DESC LIMIT ?",
        (since, limit or -1),
    )
    found = []
    for at, author, action, entity, row, *contents in rows:
        before, after = (json.loads(content) if content else None for content in contents)
        found.append(Past(at, author, action, _named(entity, row, after or before or {}), before, after))
    return found


def _named(entity: str, row: int, content: dict[str, Any]) -> str:
    if entity == "units":
        return f"unit {row}"
    if entity == "concepts":
        return f"concept {content.get('id', row)}"
    return " · ".join(
        f"{name} {content[name]}"
        for name in ("memory", "source", "document", "penalty", "trust")
        if content.get(name) is not None
    )
