"""Says what the rest of tmtool asks of the place where units, terms and their history are kept.

A *home* keeps translation memories and a term base. `Home` is the protocol that each fills, so that matching,
terminology and tasks know nothing of the database after it; `tmtool.store.open_home` opens one. Questions are grouped
by what they are about: `units`, `segments`, `passages`, `concepts`, `sources`, `history`, a module of `store.groups`
each. For all of them it holds that

- **texts** are NFC and plain; a *segment* is a text of one language (primary subtag), which any number of variants
  share. Equal means equal in NFC after white space is folded, case kept;
- **languages** are BCP 47 tags. A question about segments compares primary subtags; one about units also compares the
  regions of the variants where both sides have one (`languages.tags.same_language`);
- **numbers** name segments, units, concepts and files within one home. What is stored gets a higher one than all of its
  kind that are there. The number of a segment or a file that was removed may come again, that of a unit or a concept
  never does;
- **order** is said where there is one; nothing else may be relied upon;
- **reading** sees what is committed, and in a transaction what it has written itself. Two questions one after the other
  may see two states, if another program writes between them;
- **writing** needs an open transaction of the same thread (`Home.transaction`), unless a method says that it makes its
  own;
- **indexes**: a segment is stored first and indexed later, both of which the home may do at once. What is stored is
  found by every question from its commit on, indexed or not, only more slowly;
- **faults** of the database (locked, damaged, no space, gone) come out of any method, generator and transaction as
  `tmtool.errors.DatabaseError` with a remedy; a name or number that is not there is a LookupError, where a method
  says so;
- **threads**: several threads may ask one home at once, each by `home.units` and so on, not by a group that another has
  asked for. A transaction and a generator belong to the thread that began them. Processes open the home each for
  itself, by `Home.place`.

tests/store says the same in examples; a further home has to pass them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmtool.store.groups.concepts import Concepts
    from tmtool.store.groups.history import History
    from tmtool.store.groups.passages import Passages
    from tmtool.store.groups.segments import Segments
    from tmtool.store.groups.sources import Sources
    from tmtool.store.groups.units import Units
    from tmtool.store.tables import Contents
    from tmtool.store.values import Backup, Cell, Fault, Part, Purged, Statistics, Table


class Home(Protocol):
    """A `Home` is an open home. As a context manager it closes itself at the end."""

    @property
    def place(self) -> str:
        """Returns what `open_home` opens this home by. It may hold a password, and is not shown."""

    @property
    def name(self) -> str:
        """Returns what messages name this home by."""

    @property
    def units(self) -> Units:
        """Returns the translation units."""

    @property
    def segments(self) -> Segments:
        """Returns the texts of one language, and their indexes."""

    @property
    def passages(self) -> Passages:
        """Returns the documents that units belong to."""

    @property
    def concepts(self) -> Concepts:
        """Returns the term base."""

    @property
    def sources(self) -> Sources:
        """Returns the memories, and the files that were imported into them."""

    @property
    def history(self) -> History:
        """Returns what people changed by hand."""

    @property
    def memories(self) -> frozenset[str] | None:
        """Returns the names of the memories that this home is limited to, None where it is not."""

    def limited_to(self, memories: Collection[str]) -> Home:
        """Opens what of this home is of the memories with these names, to be read: every question is answered as if
        there were no other memory, but for the numbers of what is there and the time that it takes. What writes or
        concerns the database as a whole raises DatabaseError. To be kept by who asks often, and closed."""

    def transaction(self) -> AbstractContextManager[None]:
        """Opens a transaction: all or nothing is done. It waits for another writer, some seconds at most. Not to be
        opened within another."""

    def bulk_transaction(self) -> AbstractContextManager[None]:
        """Opens a transaction for many units, of which some are asked for and worked out while those before are
        written: what `rewrite_all`, `reword_all` and the history were given may be asked for after its end only."""

    def rehearsal(self) -> AbstractContextManager[None]:
        """Opens a transaction that is rolled back at its end, whatever happens."""

    def trial(self) -> AbstractContextManager[Home]:
        """Opens a home with the same content, to be changed without changing this one or keeping anybody from writing
        in it. Nothing of it is left at the end."""

    def show_pair(self, source_language: str, target_language: str) -> None:
        """Makes sure that people who open the database with other programs see this pair of languages as a table,
        ``units_<source>_<target>`` by primary subtags: the units that have both, with their document, position, status,
        date and memory; and the concepts with terms in both as ``terms_<source>_<target>``. It opens a transaction of
        its own."""

    def answered(self, sql: str) -> AbstractContextManager[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
        """Gives the names of the columns and the rows that answer a statement in the SQL of this kind of home, which
        can change nothing. Raises ValueError for one that is wrong or would change something."""

    def tables(self) -> list[Table]:
        """Returns the tables and views that people may ask in SQL (docs/database.md)."""

    def statistics(self) -> Statistics:
        """Counts what is there; memories by name, languages by tag."""

    def size(self) -> int:
        """Returns how many bytes it takes where it is kept."""

    def faults(self) -> list[Fault]:
        """Looks whether everything is as it should be: the files, what tables say of each other, indexes against texts.
        A large home takes minutes. The gravest fault comes first; where the files are damaged, nothing else is
        looked at."""

    def back_up(self, out: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Copies all that is committed into an empty file, checked, while others go on. Raises DatabaseError where the
        home is not sound, or where copies are made of it by other means than this."""

    def restore(self, backup: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Makes the content that of a backup, all at once. Numbers given since are not given again, and backups made
        since stay known. Raises DatabaseError where the backup is not sound or none."""

    def backups(self) -> list[Backup]:
        """Returns the backups that are remembered, the last first."""

    def remember_backup(self, backup: Path) -> None:
        """Notes where a backup is, if this home may be written: what is purged has to go from there too."""

    def drop_backup(self, backup: Path) -> None:
        """Drops what is remembered of a backup that is no more, if this home may be written."""

    def contents(self) -> Contents:
        """Yields all that it holds as it is at one moment, whoever writes meanwhile."""

    def fill(self, contents: Contents, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Makes this its content, by the same numbers but for segments, and indexes it, in a transaction of its own.
        Nothing may be in it; `progress` is told how many segments are done, and of how many at least."""

    def purge(self, part: Part | None) -> Purged:
        """Removes a part, and what of it was set aside, for good; of None all that was set aside, and what
        the history says of texts. It opens transactions of its own.

        No text that was removed, now or earlier, is left in the files of the database, in what the history says, nor in
        the copies that the home knows of. Where somebody still reads what was there, it is not complete: the home
        remembers it, and says so (`purge_is_left`) until it is completed (`complete_purge`; a home for which that takes
        a moment only does it when it is next opened).
        """

    def purge_is_left(self) -> bool:
        """Tells whether a purge is not complete yet."""

    def complete_purge(self) -> bool:
        """Does what is left of a purge, waiting some seconds for those who read; tells whether nothing is left."""

    def close(self) -> None:
        """Ends all that is open, of all threads. The home must not be asked any more."""

    def __enter__(self) -> Home: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
