"""Defines the command `tmtool backup`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session, progress_bar
from tmtool.model.wording import say
from tmtool.present.database import backed_up
from tmtool.tasks.backing_up import back_up


@click.command()
@click.argument("place", required=False, type=click.Path(readable=False))
@click.option(
    "--keep",
    type=click.IntRange(1),
    metavar="N",
    help="Of the backups in the folder, keep the newest N; otherwise all stay.",
)
@options.as_json
@pass_session
def backup(session: Session, place: str | None, keep: int | None, as_json: bool) -> None:
    """Copy the database into a file, while others go on with it; the copy is checked.

    PLACE is a file, or a folder for backups that are called by their time; without it, the folder backups beside the
    database.

    \b
    Examples:
      tmtool backup
      tmtool backup --keep 14
      tmtool backup /mnt/safe/ --keep 30
      tmtool backup before-the-session.db
    """
    with session.open() as home, progress_bar(session, say("copying")) as progress:
        done = back_up(home, place, keep=keep or 0, progress=progress)
    if as_json:
        click.echo(json_line(backed_up(done)))
        return
    screen.show(
        screen.safe(say("{path} written ({megabytes:.1f} MB), and checked", path=done.path, megabytes=done.size / 1e6))
    )
    for old in done.removed:
        screen.show(screen.safe(say("{path} removed", path=old)))
