"""Groups commands: the help shows them under headings, each is imported only when it is asked for, and of a mistyped
one the nearest are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from tmtool.cli.reader import asked_in, choose, read, read_fixed
from tmtool.model.wording import joined, say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_REMARK = re.compile(r"(?<=\S)  +(\S.*)")
"""What is said of an example, after it."""
Sections = Mapping[str, Mapping[str, tuple[str, str]]]
"""Heading: command: (module and what it defines, what it does in a line)."""


class Help(click.HelpFormatter):
    """`Help` writes help in the reader's language: each paragraph, each heading, what each option does."""

    def write_heading(self, heading: str) -> None:
        """Writes a heading, with the colon of the language."""
        said = read(say("{heading}:", heading=read_fixed(heading)))
        self.write(f"{'':>{self.current_indent}}{said}\n")

    def write_text(self, text: str) -> None:
        """Writes paragraphs; of those that are filled the ends of lines do not count."""
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Writes names with what they do; click has set what it knows, such as a default, in brackets after that."""
        super().write_dl([(name, _does(text)) for name, text in rows], col_max, col_spacing)


class HelpContext(click.Context):
    """A `HelpContext` is the run of a command whose help is in the reader's language."""

    formatter_class = Help


def _does(text: str) -> str:
    """Returns what a command or an option does, in the reader's language."""
    said = read_fixed(text)
    does, bracket, more = text.rpartition("  [")
    return f"{read_fixed(does)}{bracket}{more}" if said == text else said


def _paragraph(text: str) -> str:
    """Returns a paragraph of help in the reader's language; one whose lines stay as they are begins with a line of its
    own."""
    if not text.startswith("\b\n"):
        said = read_fixed(filled(text))
        return text if said == filled(text) else said
    for part in fixed_parts(text[2:]):
        text = text.replace(part, read_fixed(part), 1)
    return text


def fixed_parts(lines: str) -> list[str]:
    """Returns what is to be read in lines that stay as they are: all of them, or of examples their head and the
    remarks."""
    head, _, examples = lines.partition("\n")
    return [head, *_REMARK.findall(examples)] if head.startswith("Example") else [lines]


def filled(paragraph: str) -> str:
    """Returns the paragraph as one line."""
    return re.sub(r"\s*\n\s*", " ", paragraph)


class Commands(click.Group):
    """`Commands` is a group whose commands are known by a table, so that none pays for the import of another.

    Without a command it shows its help and ends well.
    """

    context_class = HelpContext

    def __init__(self, *arguments: Any, sections: Sections, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.sections = sections
        self._commands = {name: command for section in sections.values() for name, command in section.items()}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Shows the help where nothing is asked, and ends well. The language that is asked for anywhere holds for the
        whole command line, what is wrong in it too."""
        asked, args = asked_in(args) if ctx.parent is None else ([], args)
        if ctx.parent is None:
            choose(asked)
        return super().parse_args(ctx, [*asked, *(args if args or ctx.resilient_parsing else ["--help"])])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names of the commands, as the sections have them."""
        return list(self._commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of a command, once it is asked for."""
        if cmd_name not in self._commands:
            return None
        module, attribute = self._commands[cmd_name][0].split(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        command.context_class = HelpContext
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
            if not meant:
                ctx.fail(read(say("No such command {name!r}", name=name)))
            names = joined(map(repr, meant), say(" or "))
            ctx.fail(read(say("No such command {name!r}. Did you mean {names}?", name=name, names=names)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands under the headings of their sections."""
        width = max(map(len, self._commands))
        for heading, section in self.sections.items():
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
