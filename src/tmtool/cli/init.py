"""Defines the command `tmtool init`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.import_ import progress_of_import, summary
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import joined, say
from tmtool.present.files import imported as imported_json
from tmtool.tasks.initial import fill, make_project


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
            raise UsageError(say("both DIR and --db name a place for the database"), say("leave one out"))
        session = Session(make_project(folder), session.quiet, session.verbose)
    with session.open(create=True) as home, progress_of_import(session) as progress:
        for memory, reports in fill(home, progress):
            if not as_json:
                screen.show(joined([memory, summary(reports)], say(": ")))
                continue
            for report in reports:
                click.echo(json_line(imported_json(report)))
        session.tell(say("The database is {path}", path=home.name))
