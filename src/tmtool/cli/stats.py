"""Defines the command `tmtool stats`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import memories, screen
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.model.wording import say
from tmtool.present.database import statistics as statistics_json


@click.command()
@options.as_json
@pass_session
def stats(session: Session, as_json: bool) -> None:
    """Count what is in the database."""
    with session.open() as home:
        counts, place, size = home.statistics(), home.name, home.size()
    if as_json:
        click.echo(json_line(statistics_json(counts, place, size)))
        return
    screen.show(
        say(
            "{place} ({megabytes:.1f} MB, {files} imported files)",
            place=place,
            megabytes=size / 1e6,
            files=counts.sources,
        )
    )
    screen.show()
    memories.show(counts.memories)
    screen.show()
    screen.show(read(say("segments: ")) + ", ".join(f"{tag} {number}" for tag, number in counts.languages.items()))
    screen.show(
        read(say("units:    "))
        + ", ".join(f"{number} {read_fixed(status)}" for status, number in counts.statuses.items())
    )
    for language, statuses in counts.terms.items():
        screen.show(
            read(say("terms {language}: ", language=language))
            + ", ".join(f"{number} {read_fixed(status)}" for status, number in statuses.items())
        )
