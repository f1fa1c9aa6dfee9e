"""Shows the memories of a database, a row each."""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.cli.output import screen
from tmtool.model.wording import say
from tmtool.store.values import MemoryCount


def show(memories: Iterable[MemoryCount]) -> None:
    """Prints the table: what is in each memory, and how its matches are weighed."""
    rows: list[tuple[str, ...]] = [
        (say("memory"), say("units"), say("documents"), say("concepts"), say("penalty"), say("trust"))
    ]
    for one in memories:
        counts = (one.units, one.documents, one.concepts, one.penalty, one.trust)
        rows.append((screen.safe(one.name), *map(str, counts)))
    screen.table(rows, right=frozenset(range(1, 6)))
