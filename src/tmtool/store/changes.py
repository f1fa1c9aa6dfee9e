"""What a change to the database amounts to, and when it was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(slots=True)
class Changes:
    """What an import did to the units or concepts of one source."""

    added: int = 0
    unchanged: int = 0
    removed: int = 0
    kept: list[str] = field(default_factory=list)
    """Units corrected by hand that the file no longer gives: they stay, and are reported."""


def now() -> str:
    """The present moment as the database writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
