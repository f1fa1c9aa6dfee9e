"""Defines the command `tmtool terms export`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import say, say_number
from tmtool.present.files import exported_terms
from tmtool.tasks.term_export import concept_writer, export_terms


@click.command()
@click.argument("out", type=options.written_file())
@options.variant_of_terms("Write what this program reads: omegat, weblate, deepl or matecat.")
@options.languages
@options.as_json
@pass_session
def export(
    session: Session,
    out: Path,
    tool: str | None,
    style: str | None,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Write the term base to a file: TBX (.tbx), a table (.tsv, .csv, .xlsx), UTX (.utx), an OmegaT glossary (.txt).

    TBX keeps everything. What another format has no place for is counted and named.

    \b
    Examples:
      tmtool terms export terms.tbx
      tmtool terms export glossary/glossary.txt
      tmtool terms export --for weblate terms.tbx
      tmtool terms export --style dct terms.tbx
    """
    concept_writer(out, tool or "", style or "")  # A wrong command line is said to be one, database or not.
    with session.open() as home:
        written = export_terms(
            home,
            out,
            source_language=source_language,
            target_language=target_language,
            tool=tool or "",
            style=style or "",
        )
    if as_json:
        click.echo(json_line(exported_terms(out, written)))
        return
    session.tell(say_number("{path}: {n} concept", "{path}: {n} concepts", written.entries, path=out))
    for name, count in sorted(written.losses.items(), key=lambda loss: -loss[1]):
        session.tell(say("  no place for: {name} ({count})", name=name, count=count))
