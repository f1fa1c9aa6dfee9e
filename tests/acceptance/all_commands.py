"""Names every command of the command line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tmtool.cli.main import tmtool

Names = tuple[str, ...]


def commands(group: click.Group = tmtool, names: Names = ()) -> Iterator[tuple[Names, click.Command]]:
    """Yields every command that does something, with the words by which it is called."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*names, name))
        else:
            yield (*names, name), command
