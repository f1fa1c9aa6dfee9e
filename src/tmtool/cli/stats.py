"""Defines the command `tmtool stats`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import memories, screen
from tmtool.cli.session import Session, pass_session
from tmtool.present.database import statistics as statistics_json
from tmtool.present.lines import json_line


@click.command()
@options.as_json
@pass_session
def stats(session: Session, as_json: bool) -> None:
    """Count what is in the database."""
    with session.open() as home:
        counts, place, size = home.statistics(), home.place, home.size()
    if as_json:
        click.echo(json_line(statistics_json(counts, place, size)))
        return
    screen.show(f"{place} ({size / 1e6:.1f} MB, {counts.sources} imported files)")
    screen.show()
    memories.show(counts.memories)
    screen.show()
    screen.show("segments: " + ", ".join(f"{tag} {number}" for tag, number in counts.languages.items()))
    screen.show("units:    " + ", ".join(f"{number} {status}" for status, number in counts.statuses.items()))
    for language, statuses in counts.terms.items():
        screen.show(f"terms {language}: " + ", ".join(f"{number} {status}" for status, number in statuses.items()))
