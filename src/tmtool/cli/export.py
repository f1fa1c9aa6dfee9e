"""Defines the command `tmtool export`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say, say_number
from tmtool.present.files import exported
from tmtool.tasks.export import export as export_units
from tmtool.tasks.export import unit_writer
from tmtool.tasks.omegat_project import fill


@click.command()
@click.argument("out", type=options.written_file(), required=False)
@click.option(
    "--project",
    type=options.readable_file(),
    metavar="FOLDER",
    help="Fill an OmegaT project: tm/auto, tm, tm/penalty-NN, the glossary.",
)
@click.option("--enforce", type=options.Text(), metavar="NAME", help="With --project: this memory goes to tm/enforce.")
@click.option(
    "--server", type=options.Text(), metavar="URL", help="With --project: let OmegaT's external search ask this server."
)
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
    out: Path | None,
    project: Path | None,
    enforce: str | None,
    server: str | None,
    memory: str | None,
    document: str | None,
    since: str | None,
    tool: str | None,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Write units to a TMX 1.4 file (or .xlf, .xliff, .tsv, .csv, .xlsx) for OmegaT, Trados, memoQ, Weblate.

    \b
    Examples:
      tmtool export all.tmx
      tmtool export session.tmx --document CTOC/COP/WG.7/2029/1
      tmtool export studio.tmx --for trados
      tmtool export --project ~/omegat/agenda --server http://127.0.0.1:8750
    """
    if project is not None:
        if out is not None or document or since or tool:
            raise UsageError(say("--project fills a folder by itself"), say("name nothing else than --memory"))
        with session.open() as home:
            written = fill(home, project, memory=memory, enforce=enforce, server=server)
        for file in written:
            if as_json:
                click.echo(json_line(exported(file.path, file.entries)))
            else:
                session.tell(say_number("{path}: {n} entry", "{path}: {n} entries", file.entries, path=file.path))
        return
    if out is None or enforce or server:
        raise UsageError(say("there is no OUT, or an option of --project without it"), say("name a file, or --project"))
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
