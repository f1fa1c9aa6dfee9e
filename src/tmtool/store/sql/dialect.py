"""Says how a kind of database is spoken to, where all are told the same.

In a statement ``?`` stands for a value and ``:name`` for a named one; ``= ANY (?)`` and ``<> ALL (?)`` compare with
each of a list. ``CAST(? AS text)`` is for a value of which nothing else tells the kind, such as one that is asked
whether it is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from tmtool.errors import DatabaseError

if TYPE_CHECKING:
    # A cold lookup does not load it.
    from tmtool.store.groups.writers import UnitWriter

Row: TypeAlias = tuple[Any, ...]
Numbered = Literal["units", "concepts"]
"""The tables whose numbers are never given twice."""
Held = Literal["units", "concepts", "memories", "sources"]
"""The tables whose rows can be held."""


@dataclass(frozen=True, slots=True)
class Json:
    """A `Json` has the names of the functions that make an object and an array of what they are given, and how to write
    the array of an expression in all rows (in any order), bytes as digits, and what a text in JSON has by a name (null
    where the text is '')."""

    object: str
    array: str
    of_rows: str
    of_bytes: str
    by_name: str


class Dialect(Protocol):
    """A `Dialect` runs statements in the words of one kind of database, by one connection."""

    @property
    def name(self) -> str:
        """Returns what messages call the database by."""

    @property
    def json(self) -> Json:
        """Returns how JSON is made and read in a statement."""

    @property
    def shared(self) -> str:
        """Returns the condition that a row of `memories` is not everybody's, "" where all are."""

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """Returns the kinds of errors that the database reports."""

    def explained(self, error: Exception) -> DatabaseError:
        """Returns one of them as an error that a user can act on."""

    def require_connection(self) -> None:
        """Raises one of them where the connection has ended, and reading on would not tell it."""

    def rows(self, statement: str, *values: object, **named: object) -> Iterable[Row]:
        """Returns the rows that answer a statement, those of a file as they are taken."""

    def row(self, statement: str, *values: object, **named: object) -> Row | None:
        """Returns the first of them, None where there is none."""

    def run(self, statement: str, *values: object, **named: object) -> None:
        """Runs a statement that gives no rows."""

    def run_all(self, statement: str, all_values: Iterable[Sequence[object] | Mapping[str, object]]) -> None:
        """Runs it with each of these values."""

    def insert(self, table: Numbered, columns: str, *values: object) -> int:
        """Inserts a row with these columns; its number, higher than all that rows of the table ever had."""

    def note_removed(self, table: Numbered, numbers: Sequence[int]) -> None:
        """Keeps the numbers of rows that are removed from being given again."""

    def hold(self, table: Held, numbers: Sequence[int]) -> list[int]:
        """Waits for who is changing rows, or adding to a memory or file, and keeps others from it until the end of the
        transaction; what is asked for after that is as they left it. Returns those of which they left something,
        of numbers that were asked for in this transaction."""

    def remove_units(self, units: Sequence[int]) -> None:
        """Removes units with their variants, and the segments that no other unit has."""

    def remove_documents(self) -> None:
        """Removes the documents that have no units, but for one that somebody else is adding to."""

    def segments(self, texts: Iterable[tuple[str, str]]) -> list[int]:
        """Returns the numbers of the segments with these languages and texts, which are stored where they are new."""

    def unit_writer(self, memory: int, source: int) -> UnitWriter:
        """Returns what replaces the units of a file in a memory, both given by their numbers."""

    def wait_for_turn(self) -> None:
        """Waits until no other transaction is open that has called this: to be called before the first text of a
        transaction that stores some by several calls."""
