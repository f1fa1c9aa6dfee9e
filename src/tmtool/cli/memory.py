"""Defines the command `tmtool memory`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import memories as output
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.present.changes import weighed as weighed_json
from tmtool.present.database import memory as memory_json
from tmtool.present.database import source_file
from tmtool.store.values import MemoryCount, SourceFile
from tmtool.tasks.memories import files_of, weigh


@click.command()
@click.argument("name", required=False, type=options.Text())
@click.option(
    "--penalty",
    type=click.IntRange(0, 100),
    metavar="POINTS",
    help="Taken off the rate of each match from this memory.",
)
@click.option(
    "--trust",
    type=click.IntRange(0, 100),
    metavar="POINTS",
    help="Of one day, concordances show the memory with the highest trust first; 50 if not set.",
)
@options.as_json
@pass_session
def memory(session: Session, name: str | None, penalty: int | None, trust: int | None, as_json: bool) -> None:
    """List the memories, or the files of the memory NAME; set a memory's penalty and trust.

    \b
    Examples:
      tmtool memory
      tmtool memory agendas
      tmtool memory machine --penalty 15 --trust 20
    """
    weighed = penalty is not None or trust is not None
    if weighed and name is None:
        raise UsageError(say("no memory is named"), say("say which: tmtool memory NAME --penalty POINTS"))
    with session.open() as home:
        if name is None:
            _list(home.statistics().memories, as_json)
        elif not weighed:
            _list_files(files_of(home, name), as_json)
        else:
            before = weigh(home, name, penalty=penalty, trust=trust)
            wanted = (("penalty", penalty), ("trust", trust))
            after = {what: points for what, points in wanted if points is not None}
            if as_json:
                click.echo(json_line(weighed_json(name, before, after)))
            else:
                said = ", ".join(f"{read_fixed(what)} {value} → {after[what]}" for what, value in before.items())
                screen.show(screen.safe(f"{name}: {said}"))


def _list(memories: tuple[MemoryCount, ...], as_json: bool) -> None:
    if as_json:
        for one in memories:
            click.echo(json_line(memory_json(one)))
        return
    output.show(memories)


def _list_files(files: list[SourceFile], as_json: bool) -> None:
    if as_json:
        for one in files:
            click.echo(json_line(source_file(one)))
        return
    rows: list[tuple[str, ...]] = [(say("file"), say("units"), say("concepts"), say("format"), say("imported"))]
    rows += [(screen.safe(one.path), str(one.units), str(one.concepts), one.format, one.imported[:10]) for one in files]
    screen.table(rows, right=frozenset((1, 2)))
