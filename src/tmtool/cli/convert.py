"""Defines the command `tmtool convert`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output.screen import safe
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import say, say_number
from tmtool.present.files import converted
from tmtool.tasks.converting import convert as convert_file
from tmtool.tasks.import_values import ImportOptions


@click.command()
@click.argument("file", type=options.readable_file(), metavar="IN")
@click.argument("out", type=options.written_file())
@options.kind("What the file holds; auto tells by its content.")
@click.option("--format", "file_format", metavar="NAME", help="Read the file as this format, whatever it looks like.")
@options.variant_of_terms(
    "Write what this program reads: omegat, weblate; of terms also deepl, matecat, of units trados, memoq, okapi."
)
@options.languages
@options.as_json
@pass_session
def convert(
    session: Session,
    file: Path,
    out: Path,
    kind: str,
    file_format: str | None,
    tool: str | None,
    style: str | None,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Write a file of units or terms in another format, without a database.

    Reads what `import` reads; writes what `export` and `terms export` write, by the ending of OUT. What the other
    format has no place for is counted and named; of units the file written is read again to know.

    \b
    Examples:
      tmtool convert trados.sdlxliff omegat.tmx
      tmtool convert memory.tmx memory.xlsx
      tmtool convert multiterm.xml glossary.tbx
    """
    wanted = ImportOptions(kind, file_format, "", source_language, target_language)
    done = convert_file(file, out, wanted, tool=tool or "", style=style or "")
    if as_json:
        click.echo(json_line(converted(file, out, done)))
        return
    session.tell(
        say_number("{path}: {n} unit", "{path}: {n} units", done.entries, path=out)
        if done.kind == "memory"
        else say_number("{path}: {n} concept", "{path}: {n} concepts", done.entries, path=out)
    )
    for notice in done.notices:
        session.tell(f"  {safe(notice.text)}")
    for name, count in sorted(done.losses.items(), key=lambda loss: -loss[1]):
        session.tell(say("  no place for: {name} ({count})", name=name, count=count))
    if done.skipped:
        session.tell(say("  left out on reading: {count}", count=len(done.skipped)))
        for skip in done.skipped[: None if session.verbose else 3]:
            session.tell(f"    {file}:{skip.line or '?'}: {safe(skip.reason)}")
