"""Defines the command `tmtool terms extract`."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session, progress_bar
from tmtool.model.wording import say, say_number
from tmtool.present.terms import candidate
from tmtool.tasks.term_extraction import Extraction, extract_terms, write_extraction


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.readable_file())
@options.limit("Terms proposed", 100)
@click.option(
    "--without",
    multiple=True,
    type=options.readable_file(),
    metavar="FILE",
    help="A table or list of terms not to propose, such as the rejected ones that the page saves; may be repeated.",
)
@options.output("Write a page to accept, mend and reject them (.html), or a table (.tsv, .csv, .xlsx) or TBX (.tbx).")
@options.languages
@options.as_json
@pass_session
def extract(
    session: Session,
    files: tuple[Path, ...],
    limit: int,
    without: tuple[Path, ...],
    out: Path | None,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Propose terms that are in files and not in the term base, the best first.

    From bilingual files (TMX, XLIFF, TSV, what `tmtool align -o` writes) with their translation there, from
    documents in the source language without.

    \b
    Examples:
      tmtool terms extract memory.tmx
      tmtool terms extract memory.tmx -o terms.html
      tmtool terms extract memory.tmx -o terms.html --without memory.rejected.tsv
      tmtool terms extract agenda.docx --limit 20
    """
    write = options.page_or_writer(lambda known: known.concept_outputs, out) if out is not None else None
    with session.open_if_there() as home, progress_bar(session, "reading") as progress:
        found = extract_terms(
            home,
            files,
            source_language=source_language,
            target_language=target_language,
            limit=limit,
            without=without,
            progress=progress,
        )
    if out is not None and write is not None:
        write_extraction(write, out, found)
    elif out is not None:
        from tmtool.cli.output.candidates.page import write_candidates

        write_candidates(out, found)
    if as_json:
        for one in found.candidates:
            click.echo(json_line(candidate(one)))
    elif out is not None:
        session.tell(
            say_number("{path}: {n} term proposed", "{path}: {n} terms proposed", len(found.candidates), path=out)
        )
    else:
        _show(found)


def _show(found: Extraction) -> None:
    if not found.candidates:
        screen.show(say("no new term is in three places or more"))
        return
    rows = [(str(one.count), screen.safe(one.source), screen.safe(one.target)) for one in found.candidates]
    screen.table([(say("count"), say("term"), say("translation")), *rows], right=frozenset((0,)))
