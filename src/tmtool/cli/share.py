"""Defines the command `tmtool share`."""

from __future__ import annotations

from typing import get_args

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.present.database import memory_right
from tmtool.store.values import MemoryRight, Right
from tmtool.tasks import memories

RIGHTS: tuple[Right, ...] = get_args(Right)
NONE = "none"


@click.command()
@click.argument("memory", type=options.Text())
@click.argument("role", required=False, type=options.Text())
@click.option(
    "--right",
    type=click.Choice([*RIGHTS, NONE]),
    default="read",
    show_default=True,
    help="What the role may do; who owns a memory says what others may; none takes the right back.",
)
@click.option("--everybody", is_flag=True, help="Let everybody who may use the database read and write it again.")
@options.as_json
@pass_session
def share(session: Session, memory: str, role: str | None, right: str, everybody: bool, as_json: bool) -> None:
    """Say which roles of the PostgreSQL server may read and write MEMORY; without a ROLE, name those who may.

    The first time the memory becomes yours, and nobody else's but theirs: to others it is as if it were not there.

    \b
    Examples:
      tmtool share agendas
      tmtool share agendas anne
      tmtool share agendas reviser --right write
      tmtool share agendas anne --right none
      tmtool share agendas --everybody
    """
    if role is not None and everybody:
        raise UsageError(say("both a role and everybody are named"), say("name one of them"))
    with session.open() as home:
        if everybody or right == NONE:
            if not everybody and role is None:
                raise UsageError(say("no role is named"), say("say whose right is taken back, or --everybody"))
            memories.unshare(home, memory, role)
        elif role is not None:
            memories.share(home, memory, role, next(one for one in RIGHTS if one == right))
        _show(memories.rights_of(home, memory), memory, as_json)


def _show(rights: list[MemoryRight], memory: str, as_json: bool) -> None:
    if as_json:
        for one in rights:
            click.echo(json_line(memory_right(one)))
        return
    if not rights:
        screen.show(screen.safe(say("{memory} is everybody's who may use the database", memory=memory)))
        return
    screen.table([(say("role"), say("may")), *((screen.safe(one.role), read_fixed(one.may)) for one in rights)])
