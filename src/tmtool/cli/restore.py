"""Defines the command `tmtool restore`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.counts import counted
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session, progress_bar
from tmtool.model.wording import say
from tmtool.present.database import backup as backup_json
from tmtool.present.database import restored
from tmtool.store.values import Backup, Extent
from tmtool.tasks.backing_up import known_backups, restorable
from tmtool.tasks.backing_up import restore as restore_from


@click.command()
@click.argument("backup", required=False, type=options.readable_file())
@click.option("--yes", is_flag=True, help="Restore it; otherwise only what is in it is said.")
@options.as_json
@pass_session
def restore(session: Session, backup: Path | None, yes: bool, as_json: bool) -> None:
    """Make the content of the database that of a backup; without one, list the backups.

    What was in the database is kept as another backup first.

    \b
    Examples:
      tmtool restore
      tmtool restore backups/tm-20300910T180000Z.db
      tmtool restore backups/tm-20300910T180000Z.db --yes
    """
    if backup is None:
        with session.open() as home:
            _list(known_backups(home), as_json)
        return
    found = restorable(backup)
    kept = None
    if yes:
        with progress_bar(session, say("copying")) as progress:
            kept = restore_from(session.database_path(), backup, progress)
    if as_json:
        click.echo(json_line(restored(found, done=yes, kept=kept)))
        return
    told, path = counted(Extent(found.units, found.concepts, 0)), screen.safe(str(backup))
    if not yes:
        screen.show(say("{path}: {told}", path=path, told=told))
        session.tell(say("nothing was restored; add --yes to make that the content of the database"))
        return
    screen.show(say("restored from {path}: {told}", path=path, told=told))
    if kept is not None:
        screen.show(screen.safe(say("what was there before is now {path}", path=kept)))


def _list(backups: list[Backup], as_json: bool) -> None:
    if as_json:
        for one in backups:
            click.echo(json_line(backup_json(one)))
        return
    if not backups:
        screen.show(say("no backup was made, or none is where it was made"))
        return
    rows: list[tuple[str, ...]] = [(say("backup"), say("made"), "MB")]
    rows += [(screen.safe(str(one.path)), one.made, f"{one.path.stat().st_size / 1e6:.1f}") for one in backups]
    screen.table(rows, right=frozenset((2,)))
