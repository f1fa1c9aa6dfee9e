"""Has texts that several writers store, in part the same."""

from __future__ import annotations


def texts_of(writer: int) -> list[str]:
    """Returns texts of which each writer has some of its own and all have some, in an order of its own."""
    shared = [f"Report {number} on the smuggling of migrants" for number in range(12)]
    own = [f"Report {number} on the work of group {writer}" for number in range(12)]
    return [*shared[writer * 3 :], *own, *shared[: writer * 3]]
