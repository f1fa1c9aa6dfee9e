"""Defines the command `tmtool edit`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.origin import place
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model import Status
from tmtool.model.wording import say
from tmtool.present.changes import corrected
from tmtool.tasks import unit_editing
from tmtool.tasks.unit_editing import Corrected, UnitEdit


@click.command()
@click.argument("unit", type=int)
@click.option("--target", type=options.Text(), metavar="TEXT", help="The translation as it is to be.")
@click.option("--source", type=options.Text(), metavar="TEXT", help="The source as it is to be.")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Its status.")
@click.option("--undo", is_flag=True, help="Take the last correction back.")
@options.languages
@options.as_json
@pass_session
def edit(
    session: Session,
    unit: int,
    target: str | None,
    source: str | None,
    status: str | None,
    undo: bool,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Correct a unit of the memory, by the number that `tmtool -v lookup` shows.

    A new import of its file leaves a corrected unit alone, and says so.

    \b
    Examples:
      tmtool edit 17 --target "Ouverture de la session"
      tmtool edit 17 --status approved
      tmtool edit 17 --undo
    """
    wanted = UnitEdit(source, target, Status(status) if status else None)
    if undo == (wanted != UnitEdit()):
        raise UsageError(say("say either what is to be other, or --undo"), say("see 'tmtool edit --help'"))
    with session.open() as home:
        if undo:
            done = unit_editing.undo(home, unit, source_language, target_language)
        else:
            done = unit_editing.edit(home, unit, wanted, source_language, target_language)
    if as_json:
        click.echo(json_line(corrected(done)))
    else:
        _show(done)


def _show(done: Corrected) -> None:
    before, after = done.before, done.after
    if before == after:
        screen.show(say("nothing to correct"))
        return
    status = " → ".join(read_fixed(status.value) for status in dict.fromkeys((before.status, after.status)))
    screen.show(
        screen.safe(say("unit {unit} · {place} · {status}", unit=after.unit, place=place(after), status=status))
    )
    for old, new in ((before.source, after.source), (before.target, after.target)):
        if old != new:
            screen.paragraph(old, "    ", "  − ")
        screen.paragraph(new, "    ", "  + " if old != new else "    ")
