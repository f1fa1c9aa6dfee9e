"""Brings files into the database: translation units or term entries, one transaction a file.

New segments are indexed when all files are in, in a transaction of their own; lookups find them in the meantime, more
slowly. What an interrupted import has left to index, the next one does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeVar

from tmtool.errors import DatabaseError, InputError, TmtoolError, UsageError
from tmtool.formats.format import Format
from tmtool.formats.registry import by_name, detect, endings_of
from tmtool.formats.remarks import remarked
from tmtool.formats.table.further_languages import files_beside, is_beside
from tmtool.languages import default_pair, supported
from tmtool.languages.tags import primary
from tmtool.model import Notice, Skipped
from tmtool.model.wording import joined, say
from tmtool.store.home import Home
from tmtool.store.unit_rows import UnitRow
from tmtool.store.values import Changes, SourceKind
from tmtool.tasks.added_languages import FirstConcepts
from tmtool.tasks.files import files_below, name_of
from tmtool.tasks.import_rules import Rules
from tmtool.tasks.indexing import index, show_pair
from tmtool.tasks.memories import weigh
from tmtool.tasks.omegat_project import is_project, project_at
from tmtool.tasks.reading_units import read_rows
from tmtool.tasks.wrong_units import refusing_wrong_units

PROGRESS_EVERY = 500
_MOST_WAITING = 500_000
"""No more segments than that wait for the last file before they are indexed: a lookup has to look at each."""
_BLOCK = 1 << 20
_OF_UNITS = say(
    "--only-lang, --only-status and --as-status are for units, not for terms: all terms come in, each with its status"
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An `ImportReport` says what became of one file. `units` are those in the file with text in at least two
    languages, before equal ones are merged, of which `repeated` are equal to another one; `terms` are concepts;
    `notices` are what the reader assumed."""

    path: Path
    format: str
    kind: str
    units: int
    terms: int
    added: int
    unchanged: int
    repeated: int
    removed: int
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportFailure:
    """An `ImportFailure` is a file that did not go in. `expected` is true for a file of a folder that no reader claims:
    it is mentioned, and is no error."""

    path: Path
    error: TmtoolError
    expected: bool = False


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`ImportOptions` says how files are read: `kind` auto, memory or terms; `file_format` by name or None to tell it
    by content. With `processes` large ones are read by a process of their own, for which a program guards its main
    module. With `anyway` those go in, too, whose texts are in other languages or do not belong together. `rules` say
    which units come in."""

    kind: str = "auto"
    file_format: str | None = None
    memory: str = "default"
    source_language: str = default_pair.SOURCE
    target_language: str = default_pair.TARGET
    processes: bool = True
    anyway: bool = False
    rules: Rules = field(default_factory=Rules)


class Progress(Protocol):
    """Is told how far an import has come."""

    def read(self, path: Path, entries: int, expected: int) -> None:
        """Is told that so many entries of the file are in, of about so many; of 0 where its format does not tell."""

    def indexed(self, segments: int, expected: int) -> None:
        """Is told that so many segments of so many are indexed."""


class Silent:
    """A `Silent` follows an import that nobody watches."""

    def read(self, path: Path, entries: int, expected: int) -> None:
        """Says nothing."""

    def indexed(self, segments: int, expected: int) -> None:
        """Says nothing."""


def import_paths(
    home: Home,
    paths: list[Path],
    options: ImportOptions,
    progress: Progress | None = None,
) -> Iterator[ImportReport | ImportFailure]:
    """Imports each file, and each file below each folder, yielding what became of it; of an OmegaT project what it has
    translated, its memories and glossaries.

    A file that cannot be read leaves the database as it was and does not stop the others; a fault of the
    database does (DatabaseError).
    """
    progress = progress or Silent()
    called: dict[str, Path] = {}
    for path in paths:
        folder = path if path.is_dir() else None
        if folder and is_project(folder):
            yield from _import_project(home, folder, options, progress)
            continue
        files, errors = files_below(folder) if folder else ([path], [])
        for error in errors:
            yield ImportFailure(Path(str(error.path)), error)
        for file in files:
            if folder and is_beside(file):
                continue
            identity = name_of(file, folder)
            first = called.setdefault(identity, file)
            if first.resolve() != file.resolve():
                problem = say("has the name of {first}, whose content it would replace", first=first)
                remedy = say("import a folder above both, or one of them into a --memory of its own")
                yield ImportFailure(file, InputError(problem, remedy, path=file))
                continue
            try:
                file_format = _format(file, options)
            except InputError as error:
                yield ImportFailure(file, error, expected=folder is not None)
                continue
            try:
                yield _import_file(home, file, identity, file_format, options, progress)
            except DatabaseError:
                raise
            except TmtoolError as error:
                yield ImportFailure(file, error)
            index(home, progress.indexed, more_than=_MOST_WAITING)
    index(home, progress.indexed)
    show_pair(home, options.source_language, options.target_language)


def _import_project(
    home: Home, folder: Path, options: ImportOptions, progress: Progress
) -> Iterator[ImportReport | ImportFailure]:
    """Imports what an OmegaT project has translated, its memories and its glossaries, in its languages; what loses
    points there goes to a memory of its own, which loses them here."""
    try:
        project = project_at(folder)
    except InputError as error:
        yield ImportFailure(folder, error)
        return
    for file in project.files():
        wanted = replace(
            options,
            kind=file.kind,
            memory=f"{options.memory} penalty-{file.penalty:02}" if file.penalty else options.memory,
            source_language=project.source_language,
            target_language=project.target_language,
        )
        if options.kind not in ("auto", file.kind):
            continue
        try:
            yield _import_file(home, file.path, file.name, _format(file.path, wanted), wanted, progress)
            if file.penalty:
                weigh(home, wanted.memory, penalty=file.penalty)
        except DatabaseError:
            raise
        except TmtoolError as error:
            yield ImportFailure(file.path, error)


def _import_file(
    home: Home,
    path: Path,
    identity: str,
    file_format: Format,
    options: ImportOptions,
    progress: Progress,
) -> ImportReport:
    digest, expected = _digest_and_size(path, file_format.entry_ends)
    kind = _kind(path, file_format, options.kind)
    skipped: list[Skipped] = []
    notices: list[Notice] = []
    tags = {"source_language": options.source_language, "target_language": options.target_language}

    def count(entries: int) -> None:
        progress.read(path, entries, max(entries, expected) if expected else 0)

    rules = options.rules if kind == "memory" else Rules()
    digest = rules.digest(digest) if kind == "memory" else _with_files_beside(digest, path)
    # In a table, columns of languages that tmtool does not know are texts only where they are asked for.
    asked = {primary(tag) for tag in tags.values()}.difference(supported())
    known = home.sources.find(options.memory, kind, identity)
    before, *had = known.sha256.split(" ") if known else ("",)
    if known and before == digest and asked.issubset(had):
        changes, entries = Changes(unchanged=known.entries), known.entries
    else:
        digest, begun = " ".join((digest, *sorted(asked))), FirstConcepts()
        with home.transaction():
            if kind == "terms":
                concepts = home.sources.replace_concepts(options.memory, identity, file_format.name, digest)
                read = remarked(_able(file_format.read_concepts)(path, **tags), **tags)
                entries = _each(begun.noted(read), concepts.add, skipped, notices, count)
                changes = concepts.finish()
            else:
                units = home.sources.replace_units(options.memory, identity, file_format.name, digest)
                with closing(read_rows(path, file_format, **tags, apart=options.processes)) as rows:
                    looked_at: Iterator[UnitRow | Skipped | Notice] = rows
                    if not options.anyway:
                        looked_at = refusing_wrong_units(rows, path, **tags)
                    if rules != Rules():
                        looked_at = rules.applied(looked_at)
                    entries = _each(looked_at, units.add_row, skipped, notices, count)
                changes = units.finish()
            notices = begun.notices_that_hold(home, notices, changes, **tags)
        if file_format.read_header is not None and (lost := file_format.read_header(path).beyond_entries()):
            parts = [joined((what, f"({count})")) if count > 1 else what for what, count in lost.items()]
            notices.append(Notice(say("a database does not keep of the header: {lost}", lost=joined(parts, ", "))))
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


def format_and_kind(path: Path, options: ImportOptions) -> tuple[Format, SourceKind]:
    """Returns the format of a file, and whether it is read for units or for terms.

    Raises InputError for a file that holds neither, or not what is asked for; UsageError for an unknown format.
    """
    found = _format(path, options)
    return found, _kind(path, found, options.kind)


def _format(path: Path, options: ImportOptions) -> Format:
    if not options.file_format:
        found = detect(path)
    else:
        try:
            found = by_name(options.file_format)
        except LookupError as error:
            raise UsageError(error.args[0], say("see 'tmtool import --help'")) from error
    if options.kind == "terms" and found.terms_format:
        found = by_name(found.terms_format)
    if not _importable(found):
        raise InputError(
            say("{name} files hold no translation units or terms", name=found.name),
            say(
                "import a file in {endings}, or align two documents with 'tmtool align --add'",
                endings=endings_of(_importable),
            ),
            path=path,
        )
    return found


def _importable(file_format: Format) -> bool:
    return file_format.read_units is not None or file_format.read_concepts is not None


def _kind(path: Path, file_format: Format, asked: str) -> SourceKind:
    if asked == "auto":
        if file_format.kind_of is not None:
            return file_format.kind_of(path)
        return "memory" if file_format.read_units else "terms"
    kind: SourceKind = "memory" if asked == "memory" else "terms"
    if not (file_format.read_units if kind == "memory" else file_format.read_concepts):
        raise InputError(
            say("{name} files hold no {kind}", name=file_format.name, kind=kind), say("leave out --kind"), path=path
        )
    return kind


def _able(reader: T | None) -> T:
    assert reader is not None  # `_kind` has seen to it
    return reader


def _each(
    entries: Iterable[T | Skipped | Notice],
    write: Callable[[T], None],
    skipped: list[Skipped],
    notices: list[Notice],
    progress: Callable[[int], None],
) -> int:
    """Writes the entries, gathers what the reader skipped or assumed, and counts what was written."""
    number = 0
    for entry in entries:
        if isinstance(entry, Skipped):
            skipped.append(entry)
            continue
        if isinstance(entry, Notice):
            notices.append(entry)
            continue
        write(entry)
        number += 1
        if number % PROGRESS_EVERY == 0:
            progress(number)
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
            say("cannot be read ({problem})", problem=error.strerror), say("check the path"), path=path
        ) from error
    return found.hexdigest(), entries
