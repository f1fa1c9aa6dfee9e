"""Makes views for people who open the database with other tools (`store.sql.pair_views`)."""

from __future__ import annotations

import sqlite3

from tmtool.store.sql.pair_views import pair_views


def ensure_pair_view(connection: sqlite3.Connection, source_language: str, target_language: str) -> None:
    """Makes the views of a pair of languages unless they are there."""
    for name, select in pair_views(source_language, target_language):
        known = "SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = ?"
        if not connection.execute(known, (name,)).fetchone():
            from sqlite_utils import Database

            Database(connection).create_view(name, select)
