"""Defines the command `tmtool terms check`."""

from __future__ import annotations

from itertools import groupby

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import joined, say
from tmtool.present.terms import problem as problem_json

_HEADINGS = {
    "duplicate": say("Duplicates"),
    "homograph": say("Homographs"),
    "cycle": say("Replacements in a circle"),
    "replacement": say("Replacements that are no terms"),
    "no-preferred": say("Concepts without one preferred term"),
    "contrast": say("Contrasts"),
    "two-statuses": say("Terms both accepted and rejected"),
    "contradicted": say("Contradicted by the memory"),
}


@click.command()
@click.option(
    "--pairs",
    type=options.Count(0),
    default=20_000,
    show_default=True,
    metavar="N",
    help="How many of the memory's newest pairs are held against the terms.",
)
@options.languages
@options.as_json
@pass_session
def check(session: Session, pairs: int, source_language: str, target_language: str, as_json: bool) -> None:
    """Find what is wrong in the term base: doublons, homographs, circles, gaps, terms that nobody uses.

    \b
    Example:
      tmtool terms check
    """
    from tmtool.tasks.term_checking import check_terms

    with session.open_if_there() as home:
        found = check_terms(home, source_language=source_language, target_language=target_language, pairs=pairs)
    if as_json:
        for problem in found:
            click.echo(json_line(problem_json(problem)))
        return
    order = list(_HEADINGS)
    found.sort(key=lambda problem: order.index(problem.kind))
    for kind, group in groupby(found, key=lambda problem: problem.kind):
        members = list(group)
        screen.show(click.style(f"{read(_HEADINGS[kind])} ({len(members)})", bold=True))
        for problem in members:
            screen.paragraph(joined([", ".join(problem.concepts), problem.message], say(": ")), "      ", "  ")
    if not found:
        screen.show(say("nothing to mend"))
