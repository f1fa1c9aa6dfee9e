"""Defines the command `tmtool forget`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import joined, say, say_number
from tmtool.present.changes import forgotten
from tmtool.store.values import Part
from tmtool.tasks import forgetting


@click.command()
@options.memory("What is of this memory.")
@click.option("--source", type=options.Text(), metavar="FILE", help="What this file gave, as 'tmtool memory' names it.")
@click.option("--document", type=options.Text(), metavar="SYMBOL", help="What is of this document.")
@click.option("--yes", is_flag=True, help="Remove it; otherwise only how much there is of it is said.")
@options.as_json
@pass_session
def forget(
    session: Session, memory: str | None, source: str | None, document: str | None, yes: bool, as_json: bool
) -> None:
    """Remove a memory, a file or a document from the database, or what is of all those named.

    Without --yes nothing is removed. To have it back, import the file again; `tmtool export` makes one beforehand.

    \b
    Examples:
      tmtool forget --document A/80/L.1
      tmtool forget --document A/80/L.1 --yes
      tmtool forget --memory trial --source old.tmx --yes
      tmtool forget --memory trial --yes
    """
    part = Part(memory, source, document)
    if part == Part():
        raise UsageError(say("nothing is named"), say("say what: --memory, --source or --document"))
    with session.open() as home:
        found = (forgetting.forget if yes else forgetting.forgettable)(home, part)
    if as_json:
        click.echo(json_line(forgotten(found, removed=yes)))
        return
    counts = (
        say_number("{n} unit", "{n} units", found.units),
        say_number("{n} concept", "{n} concepts", found.concepts),
        say_number("{n} file", "{n} files", found.files),
    )
    told = joined((count for count in counts if count.number), ", ")
    screen.show(say("removed: {told}", told=told) if yes else say("to be removed: {told}", told=told))
    if not yes:
        session.tell(say("nothing was removed; add --yes to remove it"))
