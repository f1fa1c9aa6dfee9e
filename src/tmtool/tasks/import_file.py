"""Brings one file into the database: translation units or term entries, in one transaction.

A file that has not changed since it was read is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, TypeVar

from tmtool.errors import InputError, said_by
from tmtool.formats.format import Format
from tmtool.formats.remarks import remarked
from tmtool.formats.table.further_languages import files_beside
from tmtool.languages import supported
from tmtool.languages.tags import primary
from tmtool.model import Notice, Skipped
from tmtool.model.wording import joined, say
from tmtool.store.home import Home
from tmtool.store.unit_rows import UnitRow
from tmtool.store.values import Changes, SourceKind
from tmtool.tasks.added_languages import FirstConcepts
from tmtool.tasks.import_format import kind_of
from tmtool.tasks.import_rules import Rules
from tmtool.tasks.import_values import ImportOptions, ImportReport, Progress
from tmtool.tasks.reading_units import read_rows
from tmtool.tasks.wrong_units import refusing_wrong_units

PROGRESS_EVERY = 500
_BLOCK = 1 << 20
_OF_UNITS = say(
    "--only-lang, --only-status and --as-status are for units, not for terms: all terms come in, each with its status"
)
T = TypeVar("T")


class _Tags(TypedDict):
    """`_Tags` are the languages asked for, as readers take them."""

    source_language: str
    target_language: str


def import_file(
    home: Home,
    path: Path,
    identity: str,
    file_format: Format,
    options: ImportOptions,
    progress: Progress,
) -> ImportReport:
    """Brings a file in under the name `identity`, and says what became of it. Raises InputError for a file that cannot
    be read, which leaves the database as it was."""
    digest, expected = _digest_and_size(path, file_format.entry_ends)
    kind = kind_of(path, file_format, options.kind)
    reading = _Reading(home, path, identity, file_format, options, progress, expected)
    digest = options.rules.digest(digest) if kind == "memory" else _with_files_beside(digest, path)
    # In a table, columns of languages that tmtool does not know are texts only where they are asked for.
    asked = {primary(tag) for tag in reading.tags.values()}.difference(supported())
    known = home.sources.find(options.memory, kind, identity)
    before, *had = known.sha256.split(" ") if known else ("",)
    if known and before == digest and asked.issubset(had):
        changes, entries = Changes(unchanged=known.entries), known.entries
    else:
        changes, entries = reading.replaced(kind, " ".join((digest, *sorted(asked))))
    skipped, notices = reading.skipped, reading.notices
    if kind == "terms" and options.rules != Rules():
        notices.append(Notice(_OF_UNITS))
    if changes.joined:
        notices.append(Notice(say("units that are one with those of other files now: {count}", count=changes.joined)))
    skipped.extend(Skipped(say("{name}: corrected here by hand, kept", name=name)) for name in changes.kept)
    return ImportReport(
        path=path,
        format=file_format.name,
        kind=kind,
        units=entries if kind == "memory" else 0,
        terms=entries if kind == "terms" else 0,
        added=changes.added,
        unchanged=changes.unchanged,
        # A concept corrected by hand is in the file, a unit corrected by hand no longer is.
        repeated=entries - changes.added - changes.unchanged - (len(changes.kept) if kind == "terms" else 0),
        removed=changes.removed,
        skipped=tuple(skipped),
        notices=tuple(notices),
    )


@dataclass(slots=True)
class _Reading:
    """A `_Reading` reads a file into the database, and gathers what the reader skipped or assumed."""

    home: Home
    path: Path
    identity: str
    format: Format
    options: ImportOptions
    progress: Progress
    expected: int
    """Entries of the file, about; 0 where its format does not tell."""
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def tags(self) -> _Tags:
        """Returns the languages asked for."""
        return {"source_language": self.options.source_language, "target_language": self.options.target_language}

    def replaced(self, kind: SourceKind, digest: str) -> tuple[Changes, int]:
        """Writes what the file holds in the place of what it held before, and returns what that changed, and how many
        entries the file has."""
        begun = FirstConcepts()
        with self.home.transaction():
            changes, entries = self._concepts(begun, digest) if kind == "terms" else self._units(digest)
            self.notices = begun.notices_that_hold(self.home, self.notices, changes, **self.tags)
        if self.format.read_header is not None and (lost := self.format.read_header(self.path).beyond_entries()):
            parts = [joined((what, f"({count})")) if count > 1 else what for what, count in lost.items()]
            self.notices.append(Notice(say("a database does not keep of the header: {lost}", lost=joined(parts, ", "))))
        return changes, entries

    def _concepts(self, begun: FirstConcepts, digest: str) -> tuple[Changes, int]:
        assert self.format.read_concepts is not None  # `kind_of` has seen to it
        concepts = self.home.sources.replace_concepts(self.options.memory, self.identity, self.format.name, digest)
        read = remarked(self.format.read_concepts(self.path, **self.tags), **self.tags)
        entries = self._each(begun.noted(read), concepts.add)
        return concepts.finish(), entries

    def _units(self, digest: str) -> tuple[Changes, int]:
        units = self.home.sources.replace_units(self.options.memory, self.identity, self.format.name, digest)
        with closing(read_rows(self.path, self.format, **self.tags, apart=self.options.processes)) as rows:
            looked_at: Iterator[UnitRow | Skipped | Notice] = rows
            if not self.options.anyway:
                looked_at = refusing_wrong_units(rows, self.path, **self.tags)
            if self.options.rules != Rules():
                looked_at = self.options.rules.applied(looked_at)
            entries = self._each(looked_at, units.add_row)
        return units.finish(), entries

    def _each(self, entries: Iterable[T | Skipped | Notice], write: Callable[[T], None]) -> int:
        """Writes the entries, and counts what was written."""
        number = 0
        for entry in entries:
            if isinstance(entry, Skipped):
                self.skipped.append(entry)
                continue
            if isinstance(entry, Notice):
                self.notices.append(entry)
                continue
            write(entry)
            number += 1
            if number % PROGRESS_EVERY == 0:
                self.progress.read(self.path, number, max(number, self.expected) if self.expected else 0)
        return number


def _with_files_beside(digest: str, path: Path) -> str:
    """Returns a digest of a table of terms that changes with those of further languages beside it."""
    beside = [_digest_and_size(file, ())[0] for file in files_beside(path)]
    return hashlib.sha256("".join((digest, *beside)).encode()).hexdigest() if beside else digest


def _digest_and_size(path: Path, ends: tuple[bytes, ...]) -> tuple[str, int]:
    """Returns the SHA-256 of a file, and how many entries it has if these bytes are once in each of them."""
    found = hashlib.sha256()
    entries = 0
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                found.update(block)
                entries += sum(block.count(end) for end in ends)
    except OSError as error:
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)), say("check the path"), path=path
        ) from error
    return found.hexdigest(), entries
