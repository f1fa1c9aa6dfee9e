"""Brings files into the database: translation units or term entries, one transaction a file.

New segments are indexed when all files are in, in a transaction of their own; lookups find them in the meantime, more
slowly. What an interrupted import has left to index, the next one does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.errors import DatabaseError, InputError, TmtoolError
from tmtool.formats.table.further_languages import is_beside
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.tasks.files import files_below, name_of
from tmtool.tasks.import_file import import_file
from tmtool.tasks.import_format import format_of
from tmtool.tasks.import_values import ImportFailure, ImportOptions, ImportReport, Progress, Silent
from tmtool.tasks.indexing import index, show_pair
from tmtool.tasks.memories import weigh
from tmtool.tasks.omegat_project import is_project, project_at

_MOST_WAITING = 500_000
"""No more segments than that wait for the last file before they are indexed: a lookup has to look at each."""


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
                file_format = format_of(file, options)
            except InputError as error:
                yield ImportFailure(file, error, expected=folder is not None)
                continue
            try:
                yield import_file(home, file, identity, file_format, options, progress)
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
            yield import_file(home, file.path, file.name, format_of(file.path, wanted), wanted, progress)
            if file.penalty:
                weigh(home, wanted.memory, penalty=file.penalty)
        except DatabaseError:
            raise
        except TmtoolError as error:
            yield ImportFailure(file.path, error)
