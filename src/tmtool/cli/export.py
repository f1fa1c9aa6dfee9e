"""Defines the command `tmtool export`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import say_number
from tmtool.present.files import exported
from tmtool.tasks.export import export as export_units
from tmtool.tasks.export import unit_writer


@click.command()
@click.argument("out", type=options.written_file())
@options.memory("Only the units of this memory.")
@click.option("--document", type=options.Text(), metavar="SYMBOL", help="Only the units of this document.")
@click.option(
    "--since",
    type=options.Day(),
    metavar="DATE",
    help="Only units changed, or documents dated, on this day or later (2030-09-10).",
)
@options.program("Write what this program reads: omegat, trados, memoq, weblate or okapi.")
@options.languages
@options.as_json
@pass_session
def export(
    session: Session,
    out: Path,
    memory: str | None,
    document: str | None,
    since: str | None,
    tool: str | None,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Write units to a TMX 1.4 file (or .xlf, .tsv, .csv, .xlsx) for OmegaT, Trados, memoQ, Weblate.

    \b
    Examples:
      tmtool export all.tmx
      tmtool export session.tmx --document CTOC/COP/WG.7/2029/1
      tmtool export studio.tmx --for trados
    """
    unit_writer(out, tool or "")  # A wrong command line is said to be one whether there is a database or not.
    with session.open() as home:
        number = export_units(
            home,
            out,
            source_language=source_language,
            target_language=target_language,
            memory=memory,
            document=document,
            since=since,
            tool=tool or "",
        )
    if as_json:
        click.echo(json_line(exported(out, number)))
    else:
        session.tell(say_number("{path}: {n} unit", "{path}: {n} units", number, path=out))
