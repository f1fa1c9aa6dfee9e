"""Says which roles of the server may read and write a memory, and gives them what they need of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg import sql

from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.values import MemoryRight

if TYPE_CHECKING:
    from tmtool.store.values import Right

_READ = (
    "tmtool_schema", "memories", "memory_rights", "sources", "documents", "segments", "units", "variants", "joined",
    "concepts", "terms", "contrasts", "term_forms", "history", "set_aside", "purges",
)  # fmt: skip
"""What readers may ask; not the index, which tells of all memories."""
_WRITTEN = (
    "memories", "sources", "documents", "languages", "tokens", "fuzzy", "segments", "units", "variants", "joined",
    "concepts", "terms", "contrasts", "term_forms", "history", "set_aside",
)  # fmt: skip
_SAFE_VIEWS = 150_000
"""From this version of the server on a view shows who asks no more than the tables do."""


def rights(database: Database, memory: str) -> list[MemoryRight]:
    """Returns who may do what with a memory, by name; nobody where it is everybody's."""
    rows = database.connection.execute(
        "SELECT r.role, r.may FROM memory_rights r JOIN memories m ON m.id = r.memory_id WHERE m.name = %s "
        "ORDER BY r.role",
        (memory,),
    )
    return [MemoryRight(*row) for row in rows]


def share(database: Database, memory: str, role: str, right: Right) -> None:
    """Gives a role a right on a memory, in place of the one it had; the first time who does so becomes its owner. Needs
    an open transaction. Raises LookupError if the server has no such role."""
    connection = database.connection
    if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).rowcount:
        raise LookupError(role)
    connection.execute(
        "INSERT INTO memory_rights SELECT id, current_user, 'own' FROM memories m WHERE name = %s "
        "AND NOT EXISTS (SELECT FROM memory_rights r WHERE r.memory_id = m.id) ON CONFLICT DO NOTHING",
        (memory,),
    )
    connection.execute(
        "INSERT INTO memory_rights SELECT id, %s, %s FROM memories WHERE name = %s "
        "ON CONFLICT (memory_id, role) DO UPDATE SET may = excluded.may",
        (role, right, memory),
    )
    _grant(database, role, writes=right != "read")


def share_alike(database: Database, memory: str, other: str) -> None:
    """Gives everybody the right on a memory that they have on another one. Needs an open transaction."""
    database.connection.execute(
        "INSERT INTO memory_rights SELECT n.id, r.role, r.may FROM memory_rights r "
        "JOIN memories m ON m.id = r.memory_id CROSS JOIN memories n WHERE m.name = %s AND n.name = %s",
        (other, memory),
    )


def unshare(database: Database, memory: str, role: str | None) -> bool:
    """Takes a role's right on a memory back, or makes it everybody's (None). Needs an open transaction. Tells whether
    it had one; the last owner keeps theirs, of whom it says no."""
    connection = database.connection
    of_memory = "memory_id = (SELECT id FROM memories WHERE name = %(memory)s)"
    values = {"memory": memory, "role": role}
    if role is None:
        return connection.execute(f"DELETE FROM memory_rights WHERE {of_memory}", values).rowcount > 0
    return (
        connection.execute(
            f"DELETE FROM memory_rights r WHERE {of_memory} AND role = %(role)s AND (may <> 'own' "
            f"OR EXISTS (SELECT FROM memory_rights WHERE {of_memory} AND role <> %(role)s AND may = 'own'))",
            values,
        ).rowcount
        > 0
    )


def _grant(database: Database, role: str, *, writes: bool) -> None:
    """Lets a role ask the tables, where the tables are of who does so; else their owner has to."""
    connection = database.connection
    (owned, schema, version) = one_row(
        connection,
        "SELECT pg_has_role(relowner, 'MEMBER'), current_schema(), current_setting('server_version_num')::integer "
        "FROM pg_class WHERE oid = 'memories'::regclass",
    )
    if not owned:
        return
    names = {"schema": sql.Identifier(schema), "role": sql.Identifier(role)}
    statements = ["GRANT USAGE ON SCHEMA {schema} TO {role}"]
    statements += [f"GRANT SELECT ON {table} TO {{role}}" for table in _READ]
    if version >= _SAFE_VIEWS:
        views = connection.execute("SELECT quote_ident(viewname) FROM pg_views WHERE schemaname = current_schema()")
        statements += [f"GRANT SELECT ON {view} TO {{role}}" for (view,) in views]
    if writes:
        statements += [f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {{role}}" for table in _WRITTEN]
        statements += [
            "GRANT INSERT, UPDATE, DELETE ON memory_rights TO {role}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
        ]
    for statement in statements:
        connection.execute(sql.SQL(statement).format(**names))
