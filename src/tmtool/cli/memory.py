"""Defines the command `tmtool memory`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import memories as output
from tmtool.cli.output import screen
from tmtool.cli.output.counts import counted
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.present.changes import moved_into, renamed
from tmtool.present.changes import weighed as weighed_json
from tmtool.present.database import memory as memory_json
from tmtool.present.database import source_file
from tmtool.store.values import Extent, MemoryCount, Part, SourceFile
from tmtool.tasks.memories import files_of, merge, rename, split, weigh


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
@click.option("--rename", "new_name", type=options.Text(), metavar="NEW", help="Give it another name.")
@click.option("--merge", "other", type=options.Text(), metavar="OTHER", help="Put what OTHER has into it; OTHER goes.")
@click.option(
    "--split", "into", type=options.Text(), metavar="NEW", help="Put what --source or --document names into NEW."
)
@click.option("--source", type=options.Text(), metavar="FILE", help="With --split: what this file gave.")
@click.option("--document", type=options.Text(), metavar="SYMBOL", help="With --split: what is of this document.")
@options.as_json
@pass_session
def memory(
    session: Session,
    name: str | None,
    penalty: int | None,
    trust: int | None,
    new_name: str | None,
    other: str | None,
    into: str | None,
    source: str | None,
    document: str | None,
    as_json: bool,
) -> None:
    """List the memories, or the files of the memory NAME; set its penalty and trust, rename, merge or split it.

    \b
    Examples:
      tmtool memory
      tmtool memory agendas
      tmtool memory machine --penalty 15 --trust 20
      tmtool memory default --rename agendas
      tmtool memory agendas --merge trial
      tmtool memory agendas --split confidential --document A/80/L.1
    """
    weighed = penalty is not None or trust is not None
    asked = (weighed, new_name is not None, other is not None, into is not None)
    if any(asked) and name is None:
        raise UsageError(say("no memory is named"), say("say which: tmtool memory NAME --penalty POINTS"))
    if sum(asked) > 1 or ((source or document) and into is None):
        raise UsageError(say("these options do not go together"), say("see 'tmtool memory --help'"))
    with session.open() as home:
        if name is not None and new_name is not None:
            rename(home, name, new_name)
            if as_json:
                click.echo(json_line(renamed(name, new_name)))
            else:
                screen.show(screen.safe(f"{name} → {new_name}"))
        elif name is not None and other is not None:
            _show_moved(merge(home, name, other), other, name, as_json)
        elif name is not None and into is not None:
            _show_moved(split(home, name, into, Part(None, source, document)), name, into, as_json)
        elif name is None:
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


def _show_moved(extent: Extent, old: str, new: str, as_json: bool) -> None:
    if as_json:
        click.echo(json_line(moved_into(extent, old, new)))
        return
    screen.show(screen.safe(say("{told}: {old} → {new}", told=counted(extent), old=old, new=new)))


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
