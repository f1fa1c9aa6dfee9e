"""Defines the command `tmtool validate`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output.screen import safe
from tmtool.cli.reader import json_line, read
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import say, say_number
from tmtool.present.files import problem as problem_json
from tmtool.tasks.validating import Validated
from tmtool.tasks.validating import validate as validate_file

SHOWN = 10
"""So many places of one rule are shown unless all are asked for."""


@click.command()
@click.argument("file", type=options.readable_file(), metavar="FILE")
@options.kind("What a table holds; auto tells by its content.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="From which level on the exit status is 1.",
)
@options.languages
@options.as_json
@pass_session
def validate(
    session: Session, file: Path, kind: str, fail_on: str, source_language: str, target_language: str, as_json: bool
) -> None:
    """Say what is wrong in a TMX, TBX, XLIFF, SRX file or a table, with line, rule and remedy.

    An error is against the standard, or keeps programs from reading the file; a warning is a doubt. A file that cannot
    be read to its end gives status 3.

    \b
    Examples:
      tmtool validate memory.tmx
      tmtool validate glossary.tbx --fail-on warning
      tmtool -v validate rules.srx
    """
    found = validate_file(file, source_language=source_language, target_language=target_language, kind=kind)
    if as_json:
        for problem in found.problems:
            click.echo(json_line(problem_json(file, problem)))
    else:
        _show(found, session)
    if found.broken is not None:
        raise found.broken
    if fail_on != "never" and found.reaches(fail_on):
        raise click.exceptions.Exit(1)


def _show(found: Validated, session: Session) -> None:
    shown: Counter[str] = Counter()
    for problem in found.problems:
        shown[problem.rule] += 1
        if shown[problem.rule] > SHOWN and not session.verbose:
            continue
        place = f"{found.path}:{problem.line}" if problem.line else str(found.path)
        level = read(say("error")) if problem.level == "error" else read(say("warning"))
        click.echo(f"{safe(place)}: {level}: {safe(problem.text)}; {safe(problem.remedy)} [{problem.rule}]")
    for rule, count in shown.items():
        hidden = found.more.get(rule, 0) + (0 if session.verbose else max(0, count - SHOWN))
        if hidden:
            click.echo(read(say_number("{n} more place [{rule}]", "{n} more places [{rule}]", hidden, rule=rule)))
    levels = Counter(problem.level for problem in found.problems)
    levels["error"] += found.broken is not None
    session.tell(
        say(
            "{path}: {format}, {entries}, {errors}, {warnings}",
            path=found.path,
            format=found.format,
            entries=say_number("{n} entry", "{n} entries", found.entries),
            errors=say_number("{n} error", "{n} errors", levels["error"]),
            warnings=say_number("{n} warning", "{n} warnings", levels["warning"]),
        )
    )
