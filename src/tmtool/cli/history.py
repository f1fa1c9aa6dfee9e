"""Defines the command `tmtool history`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.session import Session, pass_session
from tmtool.present.changes import past
from tmtool.present.lines import json_line
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
        rows = [("at", "author", "action", "what")]
        screen.table([*rows, *((one.at, one.author, one.action, screen.safe(one.what)) for one in found)])
    else:
        screen.show("nobody changed anything by hand")
