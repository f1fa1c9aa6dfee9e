"""Says what the rest of tmtool asks of the place where units, terms and their history are kept.

A *home* keeps translation memories and a term base. `Home` is the protocol that each fills, so that matching,
terminology and tasks know nothing of the database after it; `tmtool.store.open_home` opens one. Questions are grouped
by what they are about: `units`, `segments`, `passages`, `concepts`, `sources`, `history`. For all of them it holds that

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

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tmtool.model import Concept, PassageUnit, Place, Status, StoredPair, Unit
    from tmtool.store.tables import Contents
    from tmtool.store.unit_rows import UnitRow
    from tmtool.store.values import (
        Backup,
        Cell,
        Change,
        Changes,
        Entity,
        Extent,
        Fault,
        Memory,
        MemoryRight,
        Part,
        Purged,
        Right,
        Source,
        SourceFile,
        SourceKind,
        Statistics,
        Table,
        UnitState,
    )


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


class Segments(Protocol):
    """`Segments` finds texts of one language: which of them answer a question? It keeps the indexes by which they are
    found."""

    def similar(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, int]]:
        """Yields every segment with a match rate of at least `threshold` (1 to 100), as its number and its rate: the
        best first, of one rate by number. Recall is exact.

        The rate is the one on tokens (`text.tokens.token_rate`): 100 says that the tokens are equal, and whether the
        texts are is for the caller to see. Whoever takes but the first ones has little of the rest worked out. A query
        without tokens is similar to nothing.
        """

    def by_rate(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Yields the same segments, all of one rate together, as the rate and their numbers: whoever takes but the best
        rates has nothing of a lower one worked out to know where they end."""

    def alike(self, query: str, language: str, *, most: int = 0) -> dict[int, str]:
        """Returns the segments with the same skeleton (`text.masks`), with their texts: those that may differ from the
        query in placeables, a leading list label or the final mark only. The last stored comes first, at most `most` (0
        for all)."""

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Yields the segments that hold, of each group in `wanted`, all the words of one phrase, with their texts; the
        last stored first, each once.

        A word is a run of letters and digits; case, accents and the order of words do not matter. With `begun` the last
        word of a phrase may be but the beginning of one. A group without any word is held by none, and no groups by
        none.
        """

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Returns about how many segments hold each word, 0 for an unknown one: as a token of the match rate, whose
        case does not matter and whose accents do. Segments that wait to be indexed may count as `with_words` finds
        them."""

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """Returns the texts of segments by their numbers; a number of none has none."""

    def first_texts(self, language: str, count: int) -> list[str]:
        """Returns the texts of the language that were stored first, in that order, at most `count`."""

    def only_of(self, files: Collection[int]) -> frozenset[int]:
        """Returns the segments that no unit has but those of these files."""

    def waiting(self) -> int:
        """Returns how many segments wait to be indexed, at most."""

    def index(self, progress: Callable[[int, int], None] = lambda done, expected: None, *, more_than: int = 0) -> None:
        """Indexes the segments that wait, if they are more than so many, in a transaction of its own; `progress` is
        told how many are done, and of how many."""

    def index_anew(self, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Makes all indexes from the texts as if there had been none, in a transaction of its own; `progress` as for
        `index`."""

    def recount(self) -> None:
        """Counts anew how frequent words are, where programs that came to nothing may have left other numbers, which
        make no answer wrong; in a transaction of its own, unless others write."""


class Units(Protocol):
    """`Units` holds the translation units: as pairs of languages, as files give them, and as a person corrects them."""

    def of_segments(self, segments: Sequence[int], source_language: str, target_language: str) -> list[StoredPair]:
        """Returns every unit that has one of the segments in the source language, with each of its variants in the
        target language; by unit, then in the unit's own order. Units of several files that are one (`store.joining`)
        answer for each other, unless a unit has both languages itself."""

    def with_source(self, texts: Sequence[str], source_language: str, target_language: str) -> list[StoredPair]:
        """Returns every unit whose source equals one of the texts, as `of_segments` gives it."""

    def translations(
        self, texts: Sequence[str], source_language: str, target_language: str
    ) -> list[tuple[str, str, Status]]:
        """Returns (source, target, status) of the units whose source equals one of the texts; each once, however many
        units have it."""

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> list[tuple[int, int]]:
        """Returns the units that have a segment which `Segments.with_words` finds, as (unit, segment), each once.

        The most recent first, by the last change or else the date; of the same those of the most trusted memory, of
        these those of the most trusted status, then as they were stored.
        """

    def by_time(self, language: str) -> Iterator[tuple[int, int]]:
        """Yields all units that have text in the language, as (unit, segment), in the order of `with_words`: the first
        at once, however many there are."""

    def pair(self, unit: int, source_language: str, target_language: str) -> StoredPair | None:
        """Returns the unit as a pair, the first if it has several, or None if there is none in both languages."""

    def newest(self, source_language: str, target_language: str, limit: int) -> Iterator[tuple[str, str]]:
        """Yields (source, target) of at most `limit` pairs of units that are not superseded, the last stored first."""

    def read(
        self, *, memory: str | None = None, document: str | None = None, since: str | None = None
    ) -> Iterator[tuple[str, Unit]]:
        """Yields (memory, unit) of every unit of the memory and the document by that symbol, None for any, in the order
        of memories, files, documents and positions. `since` is an ISO date that the later of the unit's last change and
        its date reaches. Units come out equal to what came in, but for `line`; those of several files that are one
        (`store.joining`) come once, in all their languages."""

    def hold(self, units: Sequence[int]) -> None:
        """Waits for who is changing the units, and keeps others from it until the end of the open transaction: what is
        asked of them after that nobody else changes. Those that are not there are passed over."""

    def state(self, unit: int) -> UnitState:
        """Returns what a correction can change in the unit, its variants in their order. Raises LookupError if there is
        no such unit."""

    def rewrite(self, unit: int, state: UnitState) -> None:
        """Makes this the state of the unit; segments that nothing has any more go. `state` has the variants that
        `Units.state` gave, which keep their language."""

    def texts(self, language: str, part: Part, *, containing: str = "") -> Iterator[tuple[int, int, str]]:
        """Yields (unit, number of the variant, text) of every variant in the language of the units of a part, by unit;
        of those only that have these very letters, where some are given."""

    def states(self, units: Sequence[int]) -> list[UnitState]:
        """Returns what `state` gives for each of them, in their order. Raises LookupError as that does."""

    def rewrite_all(self, states: Sequence[tuple[int, UnitState]]) -> None:
        """Makes each of these the state of its unit, as `rewrite` does; variants that a state does not have stay as
        they are."""

    def reword_all(self, texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> None:
        """Gives variants in a language other texts, without inline codes: each by its unit, its number and the text, a
        unit's one after the other. They and their units are changed then and by them, and the units are corrected."""

    def set_status(self, unit: int, status: Status, changed: str) -> None:
        """Changes the status of the unit and when it was changed, and nothing else."""

    def remove_documents(self, symbols: Collection[str]) -> None:
        """Removes every unit of the documents with these symbols, and the segments that nothing else has."""


class Passages(Protocol):
    """`Passages` finds documents: the units before and after a unit, in their order.

    A document is what one file gave under one symbol; the units of a file that have no symbol are one document. Its
    units are ordered by position, then as they were stored.
    """

    def neighbours(self, pair: StoredPair) -> tuple[str | None, str | None]:
        """Returns the texts, in the language of the pair's source, of the units one position before and after it, or
        None where there is none, and for a unit that came from no file."""

    def heading_above(self, pair: StoredPair) -> str:
        """Returns the text, in the language of the pair's source, of the last unit before it whose context is
        ``heading``; "" if there is none."""

    def around(
        self, pair: StoredPair, number: int, source_language: str, target_language: str
    ) -> tuple[list[PassageUnit], list[PassageUnit]]:
        """Returns at most `number` units before this one and as many after it, both in the order of the document."""

    def numbers(self, place: Place) -> list[int]:
        """Returns the units of a document, in their order."""

    def units(self, numbers: Sequence[int], source_language: str, target_language: str) -> list[PassageUnit]:
        """Returns these units, which are there, in the order in which they are named."""


class Concepts(Protocol):
    """`Concepts` holds the concepts with their terms.

    All questions are about concepts in force: one of the packaged term base (`store.TERMBASE`) that nobody changed by
    hand is not, while another memory has one with its id. Concepts come in the order in which they were stored. One
    that several files of a memory have in different languages is one here (`store.joined_concepts`).
    """

    def any(self) -> bool:
        """Tells whether there is a term at all."""

    def all(self) -> list[Concept]:
        """Returns the whole term base."""

    def for_texts(self, texts: Iterable[str], language: str) -> list[Concept]:
        """Returns the concepts with a term in the language whose first word is in one of the texts, in any of the forms
        of `text.term_words.first_words`: all that a recogniser could find there, and some that it will not."""

    def called(self, identity: str) -> Concept | None:
        """Returns the concept that a term table calls so."""

    def own(self, identity: str) -> Concept:
        """Returns the concept called so without what other files say of it: what `replace` puts another in the place
        of. Raises LookupError if there is none."""

    def with_term(self, text: str, language: str) -> list[Concept]:
        """Returns the concepts that have a term of just this text in this primary language, whatever its status."""

    def in_contrast_to(self, identity: str) -> list[str]:
        """Returns the ids of the concepts that name this one as a contrast."""

    def add(self, concept: Concept) -> int:
        """Stores a concept made by hand, in `store.TERMBASE`; the number that the history knows it by."""

    def replace(self, identity: str, concept: Concept, *, edited: bool = True) -> int:
        """Puts a concept changed by hand in the place of the one called so; its number, which stays. A new import
        leaves it alone, unless it is said not to be `edited`. Raises LookupError if there is none."""

    def hold(self, identities: Collection[str]) -> None:
        """Waits for who is changing the concepts called so, as `Units.hold` does."""

    def set_aside(self, identity: str, line: int) -> int:
        """Removes the concept called so, and the one not in force whose place it had taken, which else would be in
        force again; the number that it had. `Sources.put_back` brings both back by the line of the history that tells
        of it. Raises LookupError if there is none."""

    def is_edited(self, identity: str) -> bool:
        """Tells whether the concept called so was changed by hand. Raises LookupError if there is none."""


class Sources(Protocol):
    """`Sources` holds memories, and the files that were imported into them: each replaced, weighed or removed as a
    whole."""

    def memories(self) -> list[str]:
        """Returns the names of all memories, in order."""

    def find(self, memory: str, kind: SourceKind, path: str) -> Source | None:
        """Returns the file that the memory has under this path, None if it has none."""

    def called(self, path: str) -> frozenset[int]:
        """Returns the numbers of the files of units with this path, in whatever memory."""

    def memory(self, name: str) -> Memory | None:
        """Returns the memory of that name, None if there is none."""

    def imports(self, memories: Collection[str]) -> str:
        """Returns what is another text once one of these memories has another name, penalty, trust or number, or a file
        of it has been imported anew, moved or removed."""

    def files(self, memory: str) -> list[SourceFile]:
        """Returns the files of the memory of that name, by path; what was added by hand has none."""

    def has_document(self, symbol: str) -> bool:
        """Tells whether there are units of a document with that symbol."""

    def replace_units(self, memory: str, path: str, file_format: str, sha256: str) -> UnitWriter:
        """Begins to replace the units that a file gave a memory by those given to the writer: units with unchanged
        content keep their numbers. The memory is made if there is none."""

    def replace_concepts(self, memory: str, path: str, file_format: str, sha256: str) -> ConceptWriter:
        """Begins to replace the concepts that a file gave a memory, as `replace_units` does."""

    def weigh(self, memory: str, penalty: int, trust: int) -> None:
        """Sets how many points are taken off the rate of every match of a memory, and how far it is trusted; both 0 to
        100."""

    def rename(self, memory: str, name: str) -> None:
        """Gives a memory another name, which no memory has."""

    def rights(self, memory: str) -> list[MemoryRight]:
        """Returns who may do what with a memory, by name; nobody where it is everybody's who may ask the home."""

    def share(self, memory: str, role: str, right: Right) -> None:
        """Gives somebody whom the home knows a right on a memory, in place of the one they had. The first time the
        memory becomes that of who does so, and is no longer everybody's: others are answered as if there were none.
        Raises LookupError where nobody is known by that name, DatabaseError where the home knows nobody."""

    def unshare(self, memory: str, role: str | None) -> bool:
        """Takes somebody's right on a memory back, or makes it everybody's (None); tells whether they had one. The last
        who owns it keeps theirs."""

    def move(self, part: Part, memory: str) -> Extent:
        """Makes the units and concepts of a part those of another memory, which is made if there is none; how much it
        was. They keep their numbers. A file of which all goes, goes along, and is called by the name of its old memory
        too where the other has one of its path; of which some goes, it is a file of both. A memory that is left with
        nothing goes, if the part is all of it."""

    def extent(self, part: Part) -> Extent:
        """Returns how much is in a part. A document has no concepts."""

    def set_aside(self, part: Part, record: Callable[[Extent], int]) -> Extent:
        """Removes the units and concepts of a part, the files, documents and memory that nothing is left of, and keeps
        them by the line of the history that `record` makes when it is told how much it is: whoever was changing some
        has been waited for then. Returns how much it was. A file of which something is left is read again by its next
        import."""

    def aside(self) -> list[int]:
        """Returns the lines of the history by which something is set aside, the last first."""

    def put_back(self, line: int) -> Extent:
        """Makes what was set aside by that line of the history what it was, by the same numbers, and says how much that
        is. Raises LookupError if there is nothing, or if a file of it has been imported again since."""

    def extent_aside(self, part: Part | None) -> Extent:
        """Returns how many units and concepts of a part (None for any) are set aside."""


class UnitWriter(Protocol):
    """Replaces the units of one file. It must not be used in more than one transaction."""

    def add(self, unit: Unit) -> None:
        """Stores a unit unless the file gave the same before; of equal units of one file only the first counts. A unit
        without position gets the next one in its document."""

    def add_row(self, row: UnitRow) -> None:
        """Stores a unit given as its row (`store.unit_rows.row_of`), which another process may have made, as `add`
        does."""

    def finish(self) -> Changes:
        """Removes what was not given again, but for what a person has corrected, and says what was done."""


class ConceptWriter(Protocol):
    """Replaces the concepts of one file. It must not be used in more than one transaction."""

    def add(self, concept: Concept) -> None:
        """Stores a concept unless the file gave the same before, or it was changed by hand; equal ones of one file are
        merged."""

    def finish(self) -> Changes:
        """Removes what was not given again, but for what a person has changed, and says what was done."""


class History(Protocol):
    """`History` records what people changed by hand: lines are added, and never changed or removed. Only a purge
    (`Home.purge`) empties `before` and `after` of those on what it removes."""

    def record(
        self,
        action: str,
        entity: Entity,
        number: int,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        part_of: int | None = None,
    ) -> int:
        """Adds a line, with the time and who runs the program; its number. It belongs in the transaction of the change
        itself. `before` and `after` hold what JSON can (lists for tuples). The further lines of an action that changes
        several things are part of the first, by its number."""

    def record_all(
        self,
        action: str,
        entity: Entity,
        changes: Iterable[tuple[int, dict[str, Any] | None, dict[str, Any] | None]],
        *,
        part_of: int,
    ) -> None:
        """Adds a line for each (number, before, after), as `record` does."""

    def record_states(self, action: str, variants: Sequence[tuple[int, int]], *, part_of: int) -> None:
        """Adds a line for each unit with what it is now before a change, as `UnitState.content` gives it, with these
        variants of it only: each by its unit and its number, a unit's one after the other."""

    def line(self, number: int) -> Change:
        """Returns the line of that number. Raises LookupError if there is none."""

    def last_line(self) -> int:
        """Returns the number of the last line, 0 for none."""

    def parts(self, line: int) -> list[Change]:
        """Returns that line and those that are part of it, in their order."""

    def last_parts(self, line: int) -> Iterator[Change]:
        """Yields those that are part of that line, in their order, but for what is another now: changed since, or taken
        back. They may be gone through while others are written."""

    def last_action(self, action: str) -> Change | None:
        """Returns the last line of an action that several lines may be part of, None if there is none that has not been
        taken back."""

    def last(self, entity: Entity, number: int) -> Change | None:
        """Returns the last line on this unit, concept or memory that has not been taken back, None if there is none."""

    def since(self, day: str = "", *, limit: int = 0) -> list[Change]:
        """Returns the lines from this day (ISO, "" for all) on, the newest first, at most `limit` (0 for all), without
        the parts of a line on no single thing (number 0)."""

    def actions_on(self, entity: Entity, *, closed_by: Collection[str] = (), limit: int = 0) -> list[Change]:
        """Returns the lines on things of a kind that are part of no other, the newest first, at most `limit` (0 for
        all), but for those whose last part is one of the actions `closed_by`."""

    def of_concept(self, identity: str) -> list[Change]:
        """Returns the lines on concepts that have this id before or after, the oldest first."""
