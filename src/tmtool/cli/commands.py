"""A group of commands: its help shows them under headings, each is imported only when it is asked for, and of a
mistyped one the nearest are named."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Sections = Mapping[str, Mapping[str, tuple[str, str]]]
"""Heading: command: (module and what it defines, what it does in a line)."""


class Commands(click.Group):
    """A group whose commands are known by a table, so that none pays for the import of another.

    Without a command it shows its help and ends well.
    """

    def __init__(self, *arguments: Any, sections: Sections, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._sections = sections
        self._commands = {name: command for section in sections.values() for name, command in section.items()}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Shows the help where nothing is asked, and ends well."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, as the sections have them."""
        return list(self._commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of a command, once it is asked for."""
        if cmd_name not in self._commands:
            return None
        module, attribute = self._commands[cmd_name][0].split(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command that is meant, or ends with the names that are like it."""
        name = args[0]
        if name not in self._commands and not name.startswith("-") and not ctx.resilient_parsing:
            # Imported here, as CompletionItem below: a command that is there needs neither.
            from difflib import get_close_matches

            meant = get_close_matches(name, self._commands)
            question = f". Did you mean {' or '.join(map(repr, meant))}?" if meant else ""
            ctx.fail(f"No such command {name!r}{question}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands under the headings of their sections."""
        width = max(map(len, self._commands))
        for heading, section in self._sections.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), line) for name, (_, line) in section.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offers the commands that begin so, without importing any."""
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=line) for name, (_, line) in self._commands.items() if name.startswith(incomplete)
        ]
        # Not click.Group's, which imports every command for its help.
        return found + click.Command.shell_complete(self, ctx, incomplete)
