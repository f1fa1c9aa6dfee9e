"""tmtool init"""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli.import_ import import_and_report
from tmtool.cli.session import SETTINGS, Session, pass_session
from tmtool.errors import OutputError, UsageError
from tmtool.formats.writing import whole_file
from tmtool.store.termbase import TERMBASE
from tmtool.tasks.import_ import ImportOptions
from tmtool.tasks.packaged import packaged_folder

AGENDAS = "agendas"


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]")
@pass_session
def init(session: Session, folder: Path | None) -> None:
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
        session = Session(folder / "tm.db", session.quiet, session.verbose)
    for kind, memory, name in (("memory", AGENDAS, "memories"), ("terms", TERMBASE, "termbase")):
        tables = sorted(packaged_folder(name).glob("*.tsv"))
        import_and_report(session, tables, ImportOptions(kind=kind, memory=memory), as_json=False)
    session.say(f"The database is {session.database_path()}")


def _make_project(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made ({error.strerror})", "choose another place", path=folder) from error
    settings = folder / SETTINGS
    if not settings.exists():
        with whole_file(settings) as file:
            file.write('# Settings of tmtool for this folder and those below.\ndb = "tm.db"\n')
