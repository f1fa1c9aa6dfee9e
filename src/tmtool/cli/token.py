"""Defines the command `tmtool token`."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import click

from tmtool.cli import options
from tmtool.cli.commands import Commands, Sections
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store import require_room
from tmtool.tasks.settings import user_folder
from tmtool.tasks.tokens import ENDING, Right, Token, make_token, read_tokens, revoke_token

SECTIONS: Sections = {
    "Who is let in": {
        "add": ("tmtool.cli.token:add", "Make a token, and show it this once."),
        "list": ("tmtool.cli.token:list_", "Name the tokens there are."),
        "revoke": ("tmtool.cli.token:revoke", "Take a token back."),
    }
}


@click.group(cls=Commands, sections=SECTIONS)
def token() -> None:
    """Say who is let in to the server of this database."""


@click.command()
@click.argument("name", type=options.Text())
@click.option("--days", type=click.IntRange(1, 36500), metavar="N", help="How long it holds.  [default: until revoked]")
@click.option(
    "--right",
    type=click.Choice([one.value for one in Right]),
    default=Right.READ.value,
    show_default=True,
    help="What its holder may do: read, propose changes, or make and accept them.",
)
@click.option(
    "--memory", "memories", multiple=True, metavar="NAME", help="A memory that its holder sees.  [default: all]"
)
@options.as_json
@pass_session
def add(session: Session, name: str, days: int | None, right: str, memories: tuple[str, ...], as_json: bool) -> None:
    """Make a token, and show it this once: what is kept of it does not let anybody in.

    As soon as there is one, `tmtool serve` asks for a token whoever comes. Only a server that was started with --write
    lets anybody propose or write.

    \b
    Examples:
      tmtool token add "Section française"
      tmtool token add weblate --days 365
      tmtool token add Anne --right write
      tmtool token add contractor --memory agendas --memory termbase --days 30
    """
    if memories:
        with session.open() as home:
            unknown = next((one for one in memories if home.sources.memory(one) is None), None)
        if unknown is not None:
            raise UsageError(say("no memory {name!r}", name=unknown), say("'tmtool memory' names those there are"))
    shown = make_token(tokens_file(session), name, days=days, right=Right(right), memories=memories or None)
    click.echo(
        json_line({"name": name, "right": right, "memories": list(memories) or None, "token": shown})
        if as_json
        else shown
    )
    session.tell(say("keep it: it is not shown again"))


@click.command("list")
@options.as_json
@pass_session
def list_(session: Session, as_json: bool) -> None:
    """Name the tokens there are, with what their holders may do and see, when they were made and until when they hold.

    \b
    Examples:
      tmtool token list
    """
    tokens = read_tokens(tokens_file(session))
    if as_json:
        for one in tokens:
            seen = None if one.memories is None else list(one.memories)
            said = {
                "name": one.name,
                "right": one.right,
                "memories": seen,
                "made": one.made,
                "until": one.until or None,
            }
            click.echo(json_line(said))
        return
    if not tokens:
        screen.show(say("no token: whoever is on this machine is let in"))
        return
    rows = [(say("name"), say("right"), say("memories"), say("made"), say("until"))]
    screen.table([*rows, *(_row(one) for one in tokens)])


@click.command()
@click.argument("name", type=options.Text())
@options.as_json
@pass_session
def revoke(session: Session, name: str, as_json: bool) -> None:
    """Take a token back: who holds it is not let in from now on, by a server that runs either.

    \b
    Examples:
      tmtool token revoke weblate
    """
    revoke_token(tokens_file(session), name)
    if as_json:
        click.echo(json_line({"name": name, "revoked": True}))
    session.tell(say("“{name}” is not let in any more", name=name))


def _row(token: Token) -> tuple[str, ...]:
    seen = say("all") if token.memories is None else ", ".join(token.memories)
    return screen.safe(token.name), read_fixed(token.right), screen.safe(seen), token.made, token.until


def tokens_file(session: Session) -> Path:
    """Returns the file with the tokens of a database: next to it, that of one on a server among the files of the
    user. Raises DatabaseError for a path where there can be no database."""
    place = session.database_path()
    if isinstance(place, Path):
        require_room(place)
        return place.with_name(place.name + ENDING)
    server = urlsplit(place)
    name = re.sub(r"\W+", "-", f"{server.hostname or ''}{server.path}").strip("-")
    return user_folder() / f"{name}{ENDING}"
