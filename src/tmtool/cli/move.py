"""Defines the command `tmtool move`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import DatabasePlace, Session, pass_session, progress_bar
from tmtool.model.wording import say, say_number
from tmtool.present.database import moved as moved_json
from tmtool.store import Place, open_home
from tmtool.tasks import moving


@click.command()
@click.argument("source", type=DatabasePlace(), metavar="SOURCE")
@click.argument("target", type=DatabasePlace(), metavar="TARGET")
@options.as_json
@pass_session
def move(session: Session, source: Place, target: Place, as_json: bool) -> None:
    """Copy a whole database into another one: from a file to PostgreSQL, and back.

    TARGET is made; nothing may be in it. Both are then held against each other, what they count and how they answer.
    SOURCE stays as it is.

    \b
    Examples:
      tmtool move tm.db postgresql://tm@server/tm
      tmtool move postgresql://tm@server/tm copy.db
    """
    with open_home(source) as original, open_home(target, create=True) as copy:
        with progress_bar(session, say("copying")) as progress:
            done = moving.move(original, copy, progress)
        if as_json:
            click.echo(json_line(moved_json(copy.name, done)))
            return
        screen.show(
            say(
                "{segments} and {units} are in {place}; both answered {questions} alike",
                segments=say_number("{n} segment", "{n} segments", sum(done.statistics.languages.values())),
                units=say_number("{n} unit", "{n} units", sum(done.statistics.statuses.values())),
                place=screen.safe(copy.name),
                questions=say_number("{n} question", "{n} questions", done.questions),
            )
        )
