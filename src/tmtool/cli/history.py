"""Defines the command `tmtool history`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import say
from tmtool.present.changes import past
from tmtool.tasks.audit import past_changes


@click.command()
@click.option("--since", type=options.Day(), default="", metavar="DATE", help="Only changes of this day or later.")
@options.limit("Changes shown", 20)
@options.as_json
@pass_session
def history(session: Session, since: str, limit: int, as_json: bool) -> None:
    """Tell what people changed by hand, the newest change first: units, concepts, penalties, what was forgotten.

    With --json also what was there before and after. `tmtool terms history` tells a concept's in words.

    \b
    Examples:
      tmtool history
      tmtool history --since 2030-09-10 --limit 0 --json
    """
    with session.open() as home:
        found = past_changes(home, since=since, limit=limit)
    if as_json:
        for one in found:
            click.echo(json_line(past(one)))
    elif found:
        rows = [(say("at"), say("author"), say("action"), say("what"))]
        screen.table([*rows, *((one.at, one.author, read_fixed(one.action), screen.safe(one.what)) for one in found)])
    else:
        screen.show(say("nobody changed anything by hand"))
