"""tmtool memory"""

from __future__ import annotations

from dataclasses import asdict

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.json_lines import emit
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.tasks.memories import SourceFile, files_of, set_penalty
from tmtool.tasks.stats import MemoryCount, statistics


@click.command()
@click.argument("name", required=False, type=options.Text())
@click.option(
    "--penalty",
    type=click.IntRange(0, 100),
    metavar="POINTS",
    help="Taken off the rate of each match from this memory.",
)
@options.as_json
@pass_session
def memory(session: Session, name: str | None, penalty: int | None, as_json: bool) -> None:
    """List the memories, or the files of the memory NAME; set a memory's penalty.

    \b
    Examples:
      tmtool memory
      tmtool memory agendas
      tmtool memory machine --penalty 15
    """
    if penalty is not None and name is None:
        raise UsageError("no memory is named", "say whose penalty it is: tmtool memory NAME --penalty POINTS")
    with session.open() as connection:
        if name is None:
            _list(statistics(connection).memories, as_json)
        elif penalty is None:
            _list_files(files_of(connection, name), as_json)
        else:
            before = set_penalty(connection, session.database_path(), name, penalty)
            if as_json:
                emit({"name": name, "penalty": penalty, "before": before})
            else:
                screen.show(screen.safe(f"{name}: penalty {before} → {penalty}"))


def _list(memories: tuple[MemoryCount, ...], as_json: bool) -> None:
    if as_json:
        for one in memories:
            emit(asdict(one))
        return
    rows = [("memory", "units", "documents", "concepts", "penalty")]
    rows += [
        (screen.safe(one.name), str(one.units), str(one.documents), str(one.concepts), str(one.penalty))
        for one in memories
    ]
    screen.table(rows, right=frozenset(range(1, 5)))


def _list_files(files: list[SourceFile], as_json: bool) -> None:
    if as_json:
        for one in files:
            emit(asdict(one))
        return
    rows = [("file", "units", "concepts", "format", "imported")]
    rows += [(screen.safe(one.path), str(one.units), str(one.concepts), one.format, one.imported[:10]) for one in files]
    screen.table(rows, right=frozenset((1, 2)))
