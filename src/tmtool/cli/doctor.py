"""Defines the command `tmtool doctor`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import PURGE_IS_LEFT, Session, pass_session, progress_bar
from tmtool.errors import DatabaseError
from tmtool.model.wording import joined, say, say_number
from tmtool.present.database import doubt, soundness
from tmtool.tasks.inspecting import Doubt, doubts
from tmtool.tasks.soundness import examine
from tmtool.tasks.soundness import mend as mend_home

_UNITS_NAMED = 8
"""Units with the same texts that are named by their numbers."""


@click.command()
@click.option("--mend", is_flag=True, help="Make the indexes anew if something is wrong with them.")
@click.option(
    "--content", is_flag=True, help="Also look for units that say the same, disagree in numbers or seem misaligned."
)
@options.limit("Of the content, findings of each kind shown", 10)
@options.languages
@options.as_json
@pass_session
def doctor(
    session: Session,
    mend: bool,
    content: bool,
    limit: int,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Look whether the database is sound; with --mend, make its indexes anew from the texts where they are not, and
    complete a purge that had to wait.

    Ends with status 4 if something is wrong that was not mended.

    \b
    Examples:
      tmtool doctor
      tmtool doctor --mend
      tmtool doctor --content --limit 0
    """
    doing = say("indexing") if mend else say("examining")
    with session.open(sweeping=True, completing=mend) as home, progress_bar(session, doing) as progress:
        place = home.name
        found = mend_home(home, progress) if mend else examine(home)
    if mend and found.purge_left:
        session.warn(PURGE_IS_LEFT)
    if as_json:
        click.echo(json_line(soundness(found, place)))
    else:
        for fault in found.faults:
            screen.show(screen.safe(f"✘ {read(fault.text)}"))
        if found.waiting:
            more = say(": done") if mend else say("; the next import does it")
            screen.show(
                say_number(
                    "{n} segment waits to be indexed{more}",
                    "{n} segments wait to be indexed{more}",
                    found.waiting,
                    more=more,
                )
            )
        if not found.left:
            screen.show(say("mended: the indexes were made anew") if found.mended else say("sound"))
    if found.left:
        remedy = (
            say("make its indexes anew with 'tmtool doctor --mend'")
            if all(fault.mendable for fault in found.left)
            else say("restore a copy, or import the files into a new one")
        )
        raise DatabaseError(say("something is wrong with the database"), remedy, path=place)
    if content:
        with (
            session.open(sweeping=True) as home,
            progress_bar(session, say("looking through the units")) as progress,
        ):
            found_in = doubts(home, source_language, target_language, progress, all_cores=True)
            _show_doubts(found_in, limit, as_json)


def _show_doubts(found: Iterator[Doubt], limit: int, as_json: bool) -> None:
    counts = Counter[str]()
    for one in found:
        counts[one.kind] += 1
        if limit and counts[one.kind] > limit:
            continue
        if as_json:
            click.echo(json_line(doubt(one)))
            continue
        units = ", ".join(map(str, one.units[:_UNITS_NAMED])) + (", …" if len(one.units) > _UNITS_NAMED else "")
        said = joined([say("unit {unit}", unit=units), read_fixed(one.kind), one.message], " · ")
        screen.show(screen.safe(said.removesuffix(" · ")))
        screen.paragraph(one.source, "    ", "    ")
        screen.paragraph(one.target, "    ", "  → ")
    if not as_json:
        told = say(
            "said twice or more: {duplicate}, numbers that disagree: {numbers}, seemingly misaligned: {misaligned}",
            duplicate=counts["duplicate"],
            numbers=counts["numbers"],
            misaligned=counts["misaligned"],
        )
        screen.show(told)
