"""Makes the tables of a database, and brings those of an older one up to date.

`application_id` says that a file is a tmtool database, `user_version` which schema it has
(https://sqlite.org/pragma.html#pragma_application_id). The schema is the sum of
``migrations/NNNN.sql``, each leading from version NNNN - 1 to NNNN.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.store.sqlite.transactions import transaction

if TYPE_CHECKING:
    from tmtool.store import Progress

APPLICATION_ID = 0x746D746C  # "tmtl"
_INDEXED_ANEW = 3
"""The version since which texts are cut into tokens and words as they are now."""
_WAITING_SIGNED = 8
"""The version since which segments that wait are found by signs, and by having few words."""


def migrate(
    connection: sqlite3.Connection, path: Path, scripts: Sequence[str], progress: Progress | None = None
) -> None:
    """Runs the scripts that the database has not had, in one transaction, after putting a copy of a
    database that holds anything next to it as ``NAME.vN.bak``; `progress` is told how many segments of how many are
    done."""
    if connection.execute("PRAGMA user_version").fetchone()[0]:
        _of_all(connection, progress)(0)
    copy: Path | None = None
    try:
        with transaction(connection):
            # Another process may have been faster.
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if 0 < version < len(scripts):
                # Nobody else has this name now, and nobody changes what is copied.
                copy = path.with_name(f"{path.name}.v{version}.bak")
                _copy(path, copy)
            for script in scripts[version:]:
                for statement in _statements(script):
                    connection.execute(statement)
            if 0 < version < _INDEXED_ANEW <= len(scripts):
                _index_anew(connection, _of_all(connection, progress))
            if 0 < version < _WAITING_SIGNED <= len(scripts):
                _index_waiting(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(scripts)}")
    except BaseException:
        if copy is not None:
            with contextlib.suppress(OSError):  # where nothing can be written, there is none
                copy.unlink()
        raise


def _copy(path: Path, copy: Path) -> None:
    """Copies the database as it was before the open transaction: SQLite copies from no connection that writes."""
    with contextlib.closing(sqlite3.connect(path)) as before, contextlib.closing(sqlite3.connect(copy)) as backup:
        before.backup(backup)


def _of_all(connection: sqlite3.Connection, progress: Progress | None) -> Callable[[int], None]:
    """Returns the function that is told how many segments are done."""
    if progress is None:
        return lambda done: None
    total = connection.execute("SELECT count(*) FROM segments").fetchone()[0]
    return lambda done: progress(done, total)


def _index_anew(connection: sqlite3.Connection, told: Callable[[int], None]) -> None:
    """Makes the indexes anew where any text has other tokens or words than those of the versions before."""
    from tmtool.store.sqlite.segment_table import SegmentTable
    from tmtool.text.tokens import may_have_singles
    from tmtool.text.word_index import has_own_words

    # Closed when the first is found: no table can be dropped while another is being read.
    with contextlib.closing(connection.execute("SELECT text, language FROM segments")) as texts:
        found = any(has_own_words(text, language) or may_have_singles(text) for text, language in texts)
    if found:
        SegmentTable(connection).index_anew(told)


def _index_waiting(connection: sqlite3.Connection) -> None:
    """Indexes what waits without having signs."""
    from tmtool.store.sqlite.segment_table import SegmentTable

    table = SegmentTable(connection)
    if table.waiting():
        table.index()


def migration_scripts() -> list[str]:
    """Returns the scripts that make the tables, in their order."""
    # Not by importlib.resources, whose loading costs a lookup more than its answer.
    folder = Path(__file__).parent / "migrations"
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql"))]


def _statements(script: str) -> Iterator[str]:
    """Yields the statements of a script one by one: `executescript` would commit the open transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
