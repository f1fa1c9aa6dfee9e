"""Asks the database what no command answers, in SQL; what is in its tables, docs/database.md says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Cell


@contextmanager
def answered(home: Home, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
    """Gives the names of the columns, no two alike, and the rows that answer a statement; nothing can be changed by it.
    Raises UsageError for one that is wrong or would change something."""
    try:
        with home.answered(sql) as (columns, rows):
            yield tuple(_distinct(columns)), rows
    except ValueError as error:
        raise UsageError(
            say("the query cannot be answered ({error})", error=error.args[0]),
            say("it may only read; 'tmtool query' without one lists the tables"),
        ) from error


def _distinct(names: Sequence[str]) -> Iterator[str]:
    for place, name in enumerate(names):
        before = names[:place].count(name)
        yield f"{name}_{before + 1}" if before else name
