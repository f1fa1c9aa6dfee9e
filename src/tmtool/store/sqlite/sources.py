"""Says of the memories of a file (`store.groups.sources.Sources`) that they are shared with it."""

from __future__ import annotations

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.sql.sources import SqlSources
from tmtool.store.values import MemoryRight, Right


class SqliteSources(SqlSources):
    """`SqliteSources` holds the memories and files of an open database."""

    def rights(self, memory: str) -> list[MemoryRight]:
        """Returns nobody: who may read the file may read all of it."""
        return []

    def share(self, memory: str, role: str, right: Right) -> None:
        """Raises DatabaseError."""
        raise self._shared_as_a_whole()

    def unshare(self, memory: str, role: str | None) -> bool:
        """Raises DatabaseError."""
        raise self._shared_as_a_whole()

    def _shared_as_a_whole(self) -> DatabaseError:
        return DatabaseError(
            say("a database in a file is shared as a whole"),
            say("give tokens for single memories ('tmtool token add'), or move it to PostgreSQL"),
            path=self._sql.name,
        )
