"""Keeps who may see and change which memory (`store.groups.sources.Sources`)."""

from __future__ import annotations

from tmtool.store.postgresql import rights
from tmtool.store.postgresql.dialect import PostgresqlDialect
from tmtool.store.sql.sources import SqlSources, memory_id
from tmtool.store.values import Extent, MemoryRight, Part, Right


class PostgresqlSources(SqlSources):
    """`PostgresqlSources` holds the memories and files of an open database."""

    _sql: PostgresqlDialect

    def move(self, part: Part, memory: str) -> Extent:
        """Makes a memory that was not there one of those who have the one that it comes from."""
        if part.memory is not None and self.memory(memory) is None:
            memory_id(self._sql, memory)
            rights.share_alike(self._sql.database, memory, part.memory)
        return super().move(part, memory)

    def put_back(self, line: int) -> Extent:
        """Lets who puts documents back see them before they have units."""
        with self._sql.database.storing():
            return super().put_back(line)

    def rights(self, memory: str) -> list[MemoryRight]:
        """Reads them from the table of rights."""
        return rights.rights(self._sql.database, memory)

    def share(self, memory: str, role: str, right: Right) -> None:
        """Inserts a row, by which row level security goes, and lets the role ask the tables."""
        rights.share(self._sql.database, memory, role, right)

    def unshare(self, memory: str, role: str | None) -> bool:
        """Deletes the row; the role may ask the tables as before."""
        return rights.unshare(self._sql.database, memory, role)
