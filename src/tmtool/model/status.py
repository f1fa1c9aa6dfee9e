"""Says how far a translation has come."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """`Status` says how far a unit has come; the order of declaration is the order of trust, lowest first."""

    SUPERSEDED = "superseded"
    DRAFT = "draft"
    TRANSLATED = "translated"
    APPROVED = "approved"

    @property
    def trust(self) -> int:
        """Returns 0 (superseded) to 3 (approved), for ranking equals."""
        return tuple(Status).index(self)
