"""Defines the command `tmtool query`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.present.database import answer_row
from tmtool.present.database import table as table_json
from tmtool.store.values import Cell, Table
from tmtool.tasks.asking import answered

_WIDEST = 60
"""Columns of the screen that a cell takes at most; the rest of it is left out."""


@click.command()
@click.argument("sql", required=False, type=options.Text())
@options.limit("Rows of a table shown", 50)
@click.option("--csv", "as_csv", is_flag=True, help="All rows as CSV.")
@options.as_json
@pass_session
def query(session: Session, sql: str | None, limit: int, as_csv: bool, as_json: bool) -> None:
    """Ask the database in SQL, which can change nothing by it; without a query, list the tables.

    \b
    Examples:
      tmtool query
      tmtool query "SELECT status, count(*) FROM units GROUP BY status"
      tmtool query "SELECT document, position, fr FROM units_en_fr WHERE en LIKE '%smuggling%'" --csv
      tmtool query "SELECT * FROM terms_en_fr WHERE fr_status = 'deprecated'" --json
    """
    if as_csv and as_json:
        raise UsageError(say("--csv and --json are two forms of the same"), say("leave one of them out"))
    with session.open() as home:
        if sql is None:
            _list(home.tables(), as_json)
            return
        with answered(home, sql) as (columns, rows):
            if as_json:
                for row in rows:
                    click.echo(json_line(answer_row(columns, row)))
            elif as_csv:
                writer = csv.writer(sys.stdout, lineterminator="\n")
                writer.writerow(columns)
                writer.writerows(rows)
            elif columns:
                shown = list(islice(rows, limit or None))
                _show(columns, shown)
                if next(rows, None) is not None:
                    session.tell(say("there are more rows; --limit 0 shows all"))


def _show(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    numbers = frozenset(
        place
        for place in range(len(columns))
        if rows and all(isinstance(row[place], int | float) or row[place] is None for row in rows)
    )
    screen.table([_cells(columns), *map(_cells, rows)], right=numbers)


def _cells(row: Iterable[Cell]) -> list[str]:
    return list(_shortened("" if cell is None else screen.safe(str(cell)) for cell in row))


def _shortened(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1]}…"


def _list(tables: list[Table], as_json: bool) -> None:
    if as_json:
        for one in tables:
            click.echo(json_line(table_json(one)))
        return
    for one in tables:
        screen.paragraph(", ".join(one.columns), "    ", f"{one.name} ({one.rows}): ")
