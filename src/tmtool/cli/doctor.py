"""Defines the command `tmtool doctor`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.progress import progress_bar
from tmtool.cli.session import Session, pass_session
from tmtool.errors import DatabaseError
from tmtool.present.database import soundness
from tmtool.present.lines import json_line


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
        faults = home.faults()
        waiting = home.segments.waiting()
        mended = mend and bool(faults) and all(fault.mendable for fault in faults)
        if mended:
            with progress_bar(session, "indexing") as progress:
                home.segments.index_anew(progress)
            faults_left = home.faults()
        else:
            faults_left = faults
            if mend and waiting and not faults:
                home.segments.index()
    if as_json:
        click.echo(json_line(soundness(place, faults, waiting=waiting, mended=mended and not faults_left)))
    else:
        for fault in faults:
            screen.show(screen.safe(f"✘ {fault.text}"))
        if waiting:
            wait = "1 segment waits" if waiting == 1 else f"{waiting} segments wait"
            screen.show(f"{wait} to be indexed{': done' if mend else '; the next import does it'}")
        if not faults_left:
            screen.show("mended: the indexes were made anew" if faults else "sound")
    if faults_left:
        remedy = (
            "make its indexes anew with 'tmtool doctor --mend'"
            if all(fault.mendable for fault in faults_left)
            else "restore a copy, or import the files into a new one"
        )
        raise DatabaseError("something is wrong with the database", remedy, path=place)
