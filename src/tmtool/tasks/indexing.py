"""Indexes what a command has stored, and makes the views of it; if that fails, says that it is stored all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

if TYPE_CHECKING:
    from tmtool.store.home import Home


def index(
    home: Home, progress: Callable[[int, int], None] = lambda done, expected: None, *, more_than: int = 0
) -> None:
    """Indexes the segments that wait, as `Segments.index` does. Raises DatabaseError with what is wrong, and with the
    news that nothing is lost: what was committed before is found, only more slowly."""
    try:
        home.segments.index(progress, more_than=more_than)
    except DatabaseError as error:
        raise DatabaseError(
            say("everything is stored and found, but not indexed yet: {problem}", problem=error.problem),
            say("mend that, then run 'tmtool doctor --mend', or import anything"),
            path=error.path,
        ) from error


def show_pair(home: Home, source_language: str, target_language: str) -> None:
    """Makes the views of a pair of languages, as `Home.show_pair` does. Raises DatabaseError with what is wrong, and
    with the news that nothing is lost but these."""
    try:
        home.show_pair(source_language, target_language)
    except DatabaseError as error:
        raise DatabaseError(
            say(
                "everything is stored and found, but the views of it are not made yet: {problem}", problem=error.problem
            ),
            say("mend that, then import anything"),
            path=error.path,
        ) from error
