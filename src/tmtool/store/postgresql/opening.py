"""Opens the database: connects, makes it, recognises it, refuses what is not tmtool's, migrates what is older.

A home is the tables of one schema: the first of the connection's search path, which is ``public`` unless the URL
(``?options=-csearch_path%3Dname``) or the server says otherwise. The table `tmtool_schema` says which version they
have; the schema is the sum of ``migrations/NNNN.sql``, each leading from version NNNN - 1 to NNNN.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import psycopg

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.faults import expecting_faults

Migrating: TypeAlias = "Callable[[int, int], None]"

_INDEXED_ANEW = 3
"""The version since which texts are cut into tokens and words as they are now."""
_WRITTEN_ANEW = 10
"""The version that has the tables of the index written anew."""
_LOCK = 0x746D746C  # "tmtl"
"""The advisory lock that those hold who make tables."""


def open_database(url: str, *, create: bool = False, migrating: Migrating | None = None) -> Database:
    """Opens the home at a URL. With `create`, an empty one is made where there is none. `migrating` is told how many
    segments of how many are done where an older one is brought up to date. Raises DatabaseError."""
    database = Database(url)
    try:
        with expecting_faults(database.name):
            _prepare(database, create=create, migrating=migrating)
            (database.secured,) = one_row(database.connection, "SELECT row_security_active('segments')")
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: Database, *, create: bool, migrating: Migrating | None) -> None:
    version = _version(database.connection)
    scripts = _scripts()
    if version is None and not create:
        raise DatabaseError(
            say("no tmtool database there"),
            say("make one with 'tmtool init' or 'tmtool import FILE'"),
            path=database.name,
        )
    if version is not None and version > len(scripts):
        raise DatabaseError(
            say(
                "made by a newer tmtool (schema {version}; this one knows {known})",
                version=version,
                known=len(scripts),
            ),
            say("upgrade tmtool"),
            path=database.name,
        )
    if version == len(scripts):
        return
    try:
        _migrate(database, scripts, migrating)
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction) as error:
        if not version:
            raise
        may_write = isinstance(error, psycopg.errors.InsufficientPrivilege)
        raise DatabaseError(
            say("made by an older tmtool (schema {version}), and may only be read", version=version),
            say("have it opened once by its owner, {owner}, with this tmtool", owner=_owner(database.connection))
            if may_write
            else say("have it opened once on the server that this one is a copy of, with this tmtool"),
            path=database.name,
        ) from error


def _version(connection: Connection) -> int | None:
    row = connection.execute("SELECT to_regclass(quote_ident(current_schema()) || '.tmtool_schema')").fetchone()
    if row is None or row[0] is None:
        return None
    (version,) = one_row(connection, "SELECT version FROM tmtool_schema")
    return int(version)


def _owner(connection: Connection) -> str:
    """Returns the name of the role that may change the tables."""
    table = "quote_ident(current_schema()) || '.tmtool_schema'"
    query = f"SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass({table})"
    (owner,) = one_row(connection, query)
    return str(owner)


def _migrate(database: Database, scripts: Sequence[str], migrating: Migrating | None) -> None:
    """Runs the scripts that the home has not had, in one transaction."""
    connection = database.connection
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        # Another process may have been faster.
        version = _version(connection)
        if version is None:
            _refuse_what_cannot_hold_a_home(database)
            connection.execute("CREATE TABLE tmtool_schema (version integer NOT NULL)")
            connection.execute("INSERT INTO tmtool_schema VALUES (0)")
        if version:
            _of_all(connection, migrating)(0)
        for script in scripts[version or 0 :]:
            connection.execute(script)
        connection.execute("UPDATE tmtool_schema SET version = %s", (len(scripts),))
        if version and version < _INDEXED_ANEW:
            from tmtool.store.postgresql.segment_table import SegmentTable

            SegmentTable(database, alone=True).index_anew_if_changed(_of_all(connection, migrating))
    if version and version < _WRITTEN_ANEW:
        # Until then tables that were made anew are read row by row beside their indexes.
        connection.execute("VACUUM (ANALYZE) segments, fuzzy, tokens")


def _of_all(connection: Connection, migrating: Migrating | None) -> Callable[[int], None]:
    """Returns the function that is told how many segments are done of a migration."""
    if migrating is None:
        return lambda done: None
    (total,) = one_row(connection, "SELECT count(*) FROM segments")
    return lambda done: migrating(done, total)


def _refuse_what_cannot_hold_a_home(database: Database) -> None:
    encoding, schema, tables = one_row(
        database.connection,
        "SELECT current_setting('server_encoding'), current_schema(), (SELECT count(*) FROM pg_class c "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r')",
    )
    if schema is None:
        raise DatabaseError(
            say("the schema of the search path is not there"),
            say("make it with CREATE SCHEMA, or name another"),
            path=database.name,
        )
    if tables:
        raise DatabaseError(
            say("a database of another program"), say("make one of its own with 'createdb'"), path=database.name
        )
    if encoding != "UTF8":
        raise DatabaseError(
            say("the database is in {encoding}, which does not have all letters", encoding=encoding),
            say("make one with 'createdb --encoding UTF8 --template template0'"),
            path=database.name,
        )


def _scripts() -> list[str]:
    folder = Path(__file__).parent / "migrations"
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql"))]
