"""Defines the command `tmtool settle`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.origin import place
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.model import StoredPair
from tmtool.model.wording import say
from tmtool.present.changes import settled
from tmtool.tasks import settling


@click.command()
@click.argument("unit", type=options.UNIT)
@click.option("--undo", is_flag=True, help="Take it back: what it superseded gets its status again.")
@options.languages
@options.as_json
@pass_session
def settle(session: Session, unit: int, undo: bool, source_language: str, target_language: str, as_json: bool) -> None:
    """Say which of two translations of the same text is right: that of UNIT.

    Every other unit with the same source and another wording becomes superseded: it is shown last, and as fuzzy.
    lookup and suggest name the units that disagree, by the numbers that this command takes.

    \b
    Examples:
      tmtool settle 17
      tmtool settle 17 --undo
    """
    with session.open() as home:
        change = settling.undo if undo else settling.settle
        done = change(home, unit, source_language, target_language)
    if as_json:
        click.echo(json_line(settled(done, undone=undo)))
        return
    screen.show(screen.safe(say("right: {unit}", unit=_said(done.kept))))
    for pair in done.changed:
        screen.show(
            screen.safe(
                say("restored: {unit}", unit=_said(pair)) if undo else say("superseded: {unit}", unit=_said(pair))
            )
        )
    if not done.changed:
        screen.show(say("nothing disagrees with it"))
    elif not undo:
        session.tell(say("take it back with: tmtool settle {unit} --undo", unit=unit))


def _said(pair: StoredPair) -> str:
    return say("unit {unit} “{target}” ({place})", unit=pair.unit, target=pair.target, place=place(pair))
