"""Counts how much a database takes."""

from __future__ import annotations

from tmtool.store.postgresql.connection import Connection, one_row


def size(connection: Connection) -> int:
    """Returns how many bytes the tables take with their indexes."""
    (bytes_,) = one_row(
        connection,
        "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'",
    )
    return int(bytes_)
