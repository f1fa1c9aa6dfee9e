"""tmtool terms extract"""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import json_lines, screen
from tmtool.cli.session import Session, pass_session


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.readable_file())
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many are proposed.")
@options.languages
@options.as_json
@pass_session
def extract(
    session: Session, files: tuple[Path, ...], limit: int, source_language: str, target_language: str, as_json: bool
) -> None:
    """Propose terms that stand in files and not in the term base, the best first.

    From bilingual files (TMX, XLIFF, TSV, what `tmtool align -o` writes) with their translation there, from
    documents in the source language without.

    \b
    Examples:
      tmtool terms extract memory.tmx
      tmtool terms extract agenda.docx --limit 20
    """
    from tmtool.tasks.term_extraction import extract_terms

    with session.open_if_there() as connection:
        found = extract_terms(
            connection, files, source_language=source_language, target_language=target_language, limit=limit
        )
    if as_json:
        for one in found:
            json_lines.emit(
                {
                    "source": one.source,
                    "target": one.target or None,
                    "count": one.count,
                    "score": one.score,
                    "examples": list(one.examples),
                }
            )
        return
    if not found:
        screen.show("no new term that stands in three places or more")
        return
    rows = [(str(one.count), screen.safe(one.source), screen.safe(one.target)) for one in found]
    screen.table([("count", "term", "translation"), *rows], right=frozenset((0,)))
