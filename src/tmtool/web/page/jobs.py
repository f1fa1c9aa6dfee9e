"""Says what a page of something that is worked on shows: the work itself, or what came of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A `Shown` is the body of the page of a job, the status of the answer, and whether the work goes on."""

    body: str
    status: int = 200
    waiting: bool = False
