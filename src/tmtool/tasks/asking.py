"""Asks the database what no command answers, in SQL; what is in its tables, docs/database.md says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Cell


@contextmanager
def answered(home: Home, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
    """Gives the names of the columns and the rows that answer a statement; nothing can be changed by it. Raises
    UsageError for one that is wrong or would change something."""
    try:
        with home.answered(sql) as answer:
            yield answer
    except ValueError as error:
        raise UsageError(
            say("the query cannot be answered ({error})", error=error),
            say("it may only read; 'tmtool query' without one lists the tables"),
        ) from error
