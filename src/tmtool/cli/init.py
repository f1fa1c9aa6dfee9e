"""Defines the command `tmtool init`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.import_ import imported, summary
from tmtool.cli.output import screen
from tmtool.cli.session import Session, pass_session
from tmtool.errors import OutputError, UsageError
from tmtool.formats.writing import whole_file
from tmtool.present.files import imported as imported_json
from tmtool.present.lines import json_line
from tmtool.store import TERMBASE
from tmtool.tasks.import_ import ImportFailure, ImportOptions, ImportReport
from tmtool.tasks.packaged import packaged_folder
from tmtool.tasks.settings import DATABASE, FILE

AGENDAS = "agendas"


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]")
@options.as_json
@pass_session
def init(session: Session, folder: Path | None, as_json: bool) -> None:
    """Make a database with the memories and the term base that come with tmtool.

    With DIR, a project: DIR/tmtool.toml and its database DIR/tm.db, used by every command in that folder
    and below. Doing it again changes nothing.

    \b
    Examples:
      tmtool init                the database of this user
      tmtool init agenda-2030    a project of its own
    """
    if folder is not None:
        if session.database is not None:
            raise UsageError("both DIR and --db name a place for the database", "leave one out")
        _make_project(folder)
        session = Session(folder / DATABASE, session.quiet, session.verbose)
    for kind, memory, name in (("memory", AGENDAS, "memories"), ("terms", TERMBASE, "termbase")):
        tables = sorted(packaged_folder(name).glob("*.tsv"))
        reports = list(map(_whole, imported(session, tables, ImportOptions(kind=kind, memory=memory))))
        if not as_json:
            screen.show(f"{memory}: {summary(reports)}")
            continue
        for report in reports:
            click.echo(json_line(imported_json(report)))
    session.tell(f"The database is {session.database_path()}")


def _whole(result: ImportReport | ImportFailure) -> ImportReport:
    """Imports all that comes along: every file goes in."""
    if isinstance(result, ImportFailure):
        raise result.error
    return result


def _make_project(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made ({error.strerror})", "choose another place", path=folder) from error
    settings = folder / FILE
    if not settings.exists():
        with whole_file(settings) as file:
            file.write(f'# Settings of tmtool for this folder and those below.\ndb = "{DATABASE}"\n')
