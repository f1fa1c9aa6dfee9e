"""Defines the command `tmtool doctor`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.session import Session, pass_session, progress_bar
from tmtool.errors import DatabaseError
from tmtool.present.database import soundness
from tmtool.present.lines import json_line
from tmtool.tasks.soundness import examine
from tmtool.tasks.soundness import mend as mend_home


@click.command()
@click.option("--mend", is_flag=True, help="Make the indexes anew if something is wrong with them.")
@options.as_json
@pass_session
def doctor(session: Session, mend: bool, as_json: bool) -> None:
    """Look whether the database is sound; with --mend, make its indexes anew from the texts where they are not.

    Ends with status 4 if something is wrong that was not mended.

    \b
    Examples:
      tmtool doctor
      tmtool doctor --mend
    """
    with session.open() as home:
        place = home.place
        if mend:
            with progress_bar(session, "indexing") as progress:
                found = mend_home(home, progress)
        else:
            found = examine(home)
    if as_json:
        click.echo(json_line(soundness(place, found.faults, waiting=found.waiting, mended=found.mended)))
    else:
        for fault in found.faults:
            screen.show(screen.safe(f"✘ {fault.text}"))
        if found.waiting:
            wait = "1 segment waits" if found.waiting == 1 else f"{found.waiting} segments wait"
            screen.show(f"{wait} to be indexed{': done' if mend else '; the next import does it'}")
        if not found.left:
            screen.show("mended: the indexes were made anew" if found.mended else "sound")
    if found.left:
        remedy = (
            "make its indexes anew with 'tmtool doctor --mend'"
            if all(fault.mendable for fault in found.left)
            else "restore a copy, or import the files into a new one"
        )
        raise DatabaseError("something is wrong with the database", remedy, path=place)
