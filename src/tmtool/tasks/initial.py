"""Makes a project, and fills its database with the memories and the term base that come with tmtool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.errors import OutputError, said_by
from tmtool.formats.writing import whole_file
from tmtool.model.wording import say
from tmtool.store import TERMBASE
from tmtool.store.home import Home
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_values import ImportFailure, ImportOptions, ImportReport, Progress
from tmtool.tasks.packaged import packaged_folder
from tmtool.tasks.settings import DATABASE, FILE

AGENDAS = "agendas"
_PACKAGED = (("memory", AGENDAS, "memories"), ("terms", TERMBASE, "termbase"))


def make_project(folder: Path) -> Path:
    """Makes the folder of a project with its settings, where they are missing, and returns where its database is.

    Raises OutputError if the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            say("cannot be made ({problem})", problem=said_by(error)), say("choose another place"), path=folder
        ) from error
    settings = folder / FILE
    if not settings.exists():
        with whole_file(settings) as file:
            file.write(f'# Settings of tmtool for this folder and those below.\ndb = "{DATABASE}"\n')
    return folder / DATABASE


def fill(home: Home, progress: Progress | None = None) -> Iterator[tuple[str, list[ImportReport]]]:
    """Imports what comes with tmtool, and yields each memory by name with what its files gave.

    Raises the error of a file that does not go in.
    """
    for kind, memory, name in _PACKAGED:
        tables = sorted(packaged_folder(name).glob("*.tsv"))
        results = import_paths(home, tables, ImportOptions(kind=kind, memory=memory), progress)
        yield memory, list(map(_whole, results))


def _whole(result: ImportReport | ImportFailure) -> ImportReport:
    """Returns the report, since of what comes along every file has to go in."""
    if isinstance(result, ImportFailure):
        raise result.error
    return result
