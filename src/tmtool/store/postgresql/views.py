"""Makes views for people who open the database with other tools (`store.sql.pair_views`)."""

from __future__ import annotations

from tmtool.store.postgresql.database import Database, transaction
from tmtool.store.sql.pair_views import pair_views


def ensure_pair_view(database: Database, source_language: str, target_language: str) -> None:
    """Makes the views of a pair of languages unless they are there."""
    connection = database.connection
    for name, select in pair_views(source_language, target_language):
        known = "SELECT FROM pg_views WHERE schemaname = current_schema() AND viewname = %s"
        if not connection.execute(known, (name,)).rowcount:
            with transaction(database):
                # Else it would show everybody what its maker may see.
                secured = "WITH (security_invoker = true)" if connection.info.server_version >= 150_000 else ""
                connection.execute(f'CREATE OR REPLACE VIEW "{name}" {secured} AS {select}')
