"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tmtool.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


class Language(click.ParamType[str]):
    """A BCP 47 tag, in canonical form: ``fr``, ``fr-CA``."""

    name = "tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from tmtool.languages.tags import canonical, is_tag

        if not is_tag(str(value)):
            self.fail(f"{value!r} is not a language tag such as fr or fr-CA", param, ctx)
        return canonical(str(value))


class Text(click.ParamType[str]):
    """Words: what is blank names nothing, and is a slip of the pen or of a script."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not str(value).strip():
            self.fail("it is empty", param, ctx)
        return str(value)


class Day(click.ParamType[str]):
    """A day in ISO form."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from datetime import date

        try:
            return date.fromisoformat(str(value)).isoformat() if value else ""
        except ValueError:
            self.fail(f"'{value}' is not a date; write it as 2030-09-10", param, ctx)


def languages(command: F) -> F:
    """--source-lang and --target-lang."""
    command = click.option(
        "--target-lang",
        "target_language",
        type=Language(),
        default="fr",
        show_default=True,
        help="Language translated into.",
    )(command)
    return click.option(
        "--source-lang",
        "source_language",
        type=Language(),
        default="en",
        show_default=True,
        help="Language translated from.",
    )(command)


def as_json(command: F) -> F:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="JSON Lines for programs.")(command)


def memory(text: str, default: str | None = None) -> Callable[[F], F]:
    """--memory, with what the memory is for as its help."""
    return click.option(
        "--memory", type=Text(), default=default, show_default=default is not None, metavar="NAME", help=text
    )


def threshold(command: F) -> F:
    """--threshold."""
    return click.option(
        "--threshold",
        type=click.IntRange(50, 100),
        default=70,
        show_default=True,
        help="Lowest match rate shown, in per cent.",
    )(command)


def output(text: str) -> Callable[[F], F]:
    """--output, with what it writes as its help."""
    return click.option("-o", "--output", "out", type=written_file(), help=text)


def segmentation(command: F) -> F:
    """--segmentation."""
    return click.option(
        "--segmentation",
        type=click.Choice(["auto", "lines"]),
        default="auto",
        show_default=True,
        help="auto cleans the text and finds sentences; lines takes each line as it stands.",
    )(command)


def srx(command: F) -> F:
    """--srx."""
    return click.option(
        "--srx", type=readable_file(), metavar="FILE", help="Segmentation rules (SRX) in place of those shipped."
    )(command)


def explain(command: F) -> F:
    """--explain."""
    return click.option(
        "--explain", is_flag=True, help="Say what cleaning did to the text: lines left out or joined, letters changed."
    )(command)


def readable_file() -> click.Path:
    """A file argument; whether it is there is said by the reader, with what to do."""
    return click.Path(path_type=Path, readable=False)


def written_file() -> click.Path:
    """The name of a file to be written; whether it can be is said by the writer."""
    return click.Path(path_type=Path, readable=False)


def ending(out: Path, allowed: tuple[str, ...]) -> str:
    """The ending of an output file, lower case. Raises UsageError for one that the command does not write."""
    suffix = out.suffix.lower()
    if suffix not in allowed:
        raise UsageError(f"cannot write '{out.name}'", f"end its name in {', '.join(allowed)}")
    return suffix
