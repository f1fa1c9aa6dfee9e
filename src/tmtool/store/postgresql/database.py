"""Opens the database: connects, makes it, recognises it, refuses what is not tmtool's, migrates what is older.

A home is the tables of one schema: the first of the connection's search path, which is ``public`` unless the URL
(``?options=-csearch_path%3Dname``) or the server says otherwise. The table `tmtool_schema` says which version they
have; the schema is the sum of ``migrations/NNNN.sql``, each leading from version NNNN - 1 to NNNN.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import psycopg

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.postgresql.faults import expecting_faults
from tmtool.store.postgresql.packed import Packed, PackedDumper
from tmtool.store.postgresql.urls import named
from tmtool.store.writing import Writing

Connection: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"

WAITING_S = 60
"""How long a command waits for others who write."""
_SETTINGS = f"SELECT set_config('jit', 'off', false), set_config('lock_timeout', '{WAITING_S}s', false)"
_INDEXED_ANEW = 3
"""The version since which texts are cut into tokens and words as they are now."""
_WRITTEN_ANEW = 10
"""The version that has the tables of the index written anew."""
# What goes wrong is raised; psycopg logs some of it besides, which Python then writes on standard error.
logging.getLogger("psycopg").addHandler(logging.NullHandler())

_MIGRATING = 0x746D746C  # "tmtl"
"""The advisory lock that those hold who make tables."""


class Database(Writing):
    """A `Database` is a connection to a home, of one thread. `url` opens it, `name` is what messages call it by;
    `secured` tells that its user sees but what they may read."""

    secured: bool

    def __init__(self, url: str, *, create: bool = False, migrating: Callable[[int, int], None] | None = None) -> None:
        """Opens the connection. With `create`, an empty home is made where there is none. `migrating` is told how many
        segments of how many are done where an older one is brought up to date. Raises DatabaseError."""
        super().__init__(self._cancel)
        self._migrating = migrating
        self.url = url
        self.name = named(url)
        self._aside: Connection | None = None
        self._is_storing = False
        with expecting_faults(self.name):
            self.connection = self.another()
            try:
                self._prepare(create=create)
                (self.secured,) = one_row(self.connection, "SELECT row_security_active('segments')")
            except BaseException:
                self.connection.close()
                raise

    @property
    def aside(self) -> Connection:
        """Returns a second connection, for what others must see at once, whatever becomes of the transaction."""
        if self._aside is None or self._aside.closed:
            self._aside = self.another()
            # The commit of the transaction beside it has it written to the disk too.
            self._aside.execute("SET synchronous_commit = off")
        return self._aside

    @property
    def whole(self) -> str:
        """Returns what names of tables are written after where the tables themselves are meant, not views of some
        memories."""
        (schema,) = one_row(self.connection, "SELECT quote_ident(current_schema())")
        return f"{schema}."

    @contextlib.contextmanager
    def storing(self) -> Iterator[None]:
        """Lets who may write see what is stored once for all memories, texts and symbols. Needs an open transaction."""
        if not self.secured or self._is_storing:
            yield
            return
        self.connection.execute("SET LOCAL tmtool.storing = on")
        self._is_storing = True
        try:
            yield
        finally:
            self._is_storing = False
        # After an error the transaction is taken back, or its part, and this with it.
        self.connection.execute("SET LOCAL tmtool.storing = off")

    def wait_for_turn(self) -> None:
        """Waits until no other transaction that has called this is open. To be called before the first text of a
        transaction that stores some by several calls."""
        if self.bulk is None:
            self._wait_for_turn()
        elif not self.bulk.in_turn:
            self.bulk.in_turn = True
            self.bulk.ask(self._wait_for_turn)

    def _wait_for_turn(self) -> None:
        with self.connection.transaction():
            self.connection.execute("SET LOCAL lock_timeout = 0")
            self.connection.execute("SELECT pg_advisory_xact_lock(hashtext('tmtool ' || current_schema()))")
            self.connection.execute(f"SET LOCAL lock_timeout = '{WAITING_S}s'")

    def _cancel(self) -> None:
        # Who cannot be asked to leave off is gone, or ends by itself.
        with contextlib.suppress(psycopg.Error):
            self.connection.cancel()

    def close(self) -> None:
        """Ends both connections."""
        self.connection.close()
        if self._aside is not None:
            self._aside.close()

    def another(self) -> Connection:
        """Opens a connection, which is for the caller to close."""
        connection = psycopg.connect(
            self.url, autocommit=True, application_name="tmtool", client_encoding="UTF8", prepare_threshold=2
        )
        connection.adapters.register_dumper(Packed, PackedDumper)
        connection.execute(_SETTINGS)
        return connection

    def _prepare(self, *, create: bool) -> None:
        version = self._version()
        scripts = _scripts()
        if version is None and not create:
            raise DatabaseError(
                say("no tmtool database there"),
                say("make one with 'tmtool init' or 'tmtool import FILE'"),
                path=self.name,
            )
        if version is not None and version > len(scripts):
            raise DatabaseError(
                say(
                    "made by a newer tmtool (schema {version}; this one knows {known})",
                    version=version,
                    known=len(scripts),
                ),
                say("upgrade tmtool"),
                path=self.name,
            )
        if version == len(scripts):
            return
        try:
            self._migrate(scripts)
        except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction) as error:
            if not version:
                raise
            may_write = isinstance(error, psycopg.errors.InsufficientPrivilege)
            raise DatabaseError(
                say("made by an older tmtool (schema {version}), and may only be read", version=version),
                say("have it opened once by its owner, {owner}, with this tmtool", owner=self._owner())
                if may_write
                else say("have it opened once on the server that this one is a copy of, with this tmtool"),
                path=self.name,
            ) from error

    def _version(self) -> int | None:
        row = self.connection.execute(
            "SELECT to_regclass(quote_ident(current_schema()) || '.tmtool_schema')"
        ).fetchone()
        if row is None or row[0] is None:
            return None
        (version,) = one_row(self.connection, "SELECT version FROM tmtool_schema")
        return int(version)

    def _owner(self) -> str:
        """Returns the name of the role that may change the tables."""
        table = "quote_ident(current_schema()) || '.tmtool_schema'"
        query = f"SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass({table})"
        (owner,) = one_row(self.connection, query)
        return str(owner)

    def _migrate(self, scripts: Sequence[str]) -> None:
        """Runs the scripts that the home has not had, in one transaction."""
        with self.connection.transaction():
            self.connection.execute("SELECT pg_advisory_xact_lock(%s)", (_MIGRATING,))
            # Another process may have been faster.
            version = self._version()
            if version is None:
                self._refuse_what_cannot_hold_a_home()
                self.connection.execute("CREATE TABLE tmtool_schema (version integer NOT NULL)")
                self.connection.execute("INSERT INTO tmtool_schema VALUES (0)")
            if version:
                self._of_all()(0)
            for script in scripts[version or 0 :]:
                self.connection.execute(script)
            self.connection.execute("UPDATE tmtool_schema SET version = %s", (len(scripts),))
            if version and version < _INDEXED_ANEW:
                from tmtool.store.postgresql.segment_table import SegmentTable

                SegmentTable(self, alone=True).index_anew_if_changed(self._of_all())
        if version and version < _WRITTEN_ANEW:
            # Until then tables that were made anew are read row by row beside their indexes.
            self.connection.execute("VACUUM (ANALYZE) segments, fuzzy, tokens")

    def _of_all(self) -> Callable[[int], None]:
        """Returns the function that is told how many segments are done of a migration."""
        migrating = self._migrating
        if migrating is None:
            return lambda done: None
        (total,) = one_row(self.connection, "SELECT count(*) FROM segments")
        return lambda done: migrating(done, total)

    def _refuse_what_cannot_hold_a_home(self) -> None:
        encoding, schema, tables = one_row(
            self.connection,
            "SELECT current_setting('server_encoding'), current_schema(), (SELECT count(*) FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r')",
        )
        if schema is None:
            raise DatabaseError(
                say("the schema of the search path is not there"),
                say("make it with CREATE SCHEMA, or name another"),
                path=self.name,
            )
        if tables:
            raise DatabaseError(
                say("a database of another program"), say("make one of its own with 'createdb'"), path=self.name
            )
        if encoding != "UTF8":
            raise DatabaseError(
                say("the database is in {encoding}, which does not have all letters", encoding=encoding),
                say("make one with 'createdb --encoding UTF8 --template template0'"),
                path=self.name,
            )


@contextlib.contextmanager
def transaction(database: Database) -> Iterator[None]:
    """Opens a transaction: commits at the end, rolls back when anything is raised."""
    with expecting_faults(database.name), database.connection.transaction():
        yield


def one_row(
    connection: Connection, query: str, values: Sequence[object] | Mapping[str, object] = ()
) -> tuple[Any, ...]:
    """Returns the row that a query gives, which gives one."""
    row = connection.execute(query, values or None).fetchone()
    assert row is not None
    return row


def _scripts() -> list[str]:
    folder = Path(__file__).parent / "migrations"
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql"))]
