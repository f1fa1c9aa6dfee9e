"""Defines the command `tmtool doctor`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read
from tmtool.cli.session import Session, pass_session, progress_bar
from tmtool.errors import DatabaseError
from tmtool.model.wording import say, say_number
from tmtool.present.database import soundness
from tmtool.tasks.soundness import examine
from tmtool.tasks.soundness import mend as mend_home


@click.command()
@click.option("--mend", is_flag=True, help="Make the indexes anew if something is wrong with them.")
@options.as_json
@pass_session
def doctor(session: Session, mend: bool, as_json: bool) -> None:
    """Look whether the database is sound; with --mend, make its indexes anew from the texts where they are not, and
    complete a purge that had to wait.

    Ends with status 4 if something is wrong that was not mended.

    \b
    Examples:
      tmtool doctor
      tmtool doctor --mend
    """
    with session.open() as home:
        place = home.name
        if mend:
            with progress_bar(session, say("indexing")) as progress:
                found = mend_home(home, progress)
        else:
            found = examine(home)
    if as_json:
        click.echo(json_line(soundness(found, place)))
    else:
        for fault in found.faults:
            screen.show(screen.safe(f"✘ {read(fault.text)}"))
        if found.waiting:
            more = say(": done") if mend else say("; the next import does it")
            screen.show(
                say_number(
                    "{n} segment waits to be indexed{more}",
                    "{n} segments wait to be indexed{more}",
                    found.waiting,
                    more=more,
                )
            )
        if not found.left:
            screen.show(say("mended: the indexes were made anew") if found.mended else say("sound"))
    if found.left:
        remedy = (
            say("make its indexes anew with 'tmtool doctor --mend'")
            if all(fault.mendable for fault in found.left)
            else say("restore a copy, or import the files into a new one")
        )
        raise DatabaseError(say("something is wrong with the database"), remedy, path=place)
