"""Holds the options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from tmtool.cli.reader import read
from tmtool.errors import UsageError
from tmtool.languages import default_pair
from tmtool.model.wording import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tmtool.formats.format import Format, Output

F = TypeVar("F", bound=Callable[..., Any])
W = TypeVar("W")
PAGE = ".html"
"""The ending of a page for a browser."""

HIGHEST = (1 << 63) - 1
"""The highest number that a database holds."""


class Count(click.IntRange):
    """A `Count` is a number from the lowest on that a database holds; the help names the lowest only."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Reads the number, or fails."""
        number = super().convert(value, param, ctx)
        if number > HIGHEST:
            self.fail(read(say("{number} is too large", number=number)), param, ctx)
        return int(number)


UNIT = Count(1)
"""The number of a unit."""

_PAIR = (default_pair.SOURCE, default_pair.TARGET)
"""The languages translated from and into where a command line names none."""


def gathered(wanted: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command, as its argument `wanted`, one value of a dataclass in place of the options named as its fields.

    It is below the options, so that it is given what they are.
    """
    names = [field.name for field in fields(wanted)]

    def gathering(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(*arguments: Any, **given: Any) -> None:
            command(*arguments, wanted=wanted(**{name: given.pop(name) for name in names}), **given)

        return run

    return gathering


class Language(click.ParamType[str]):
    """`Language` reads a BCP 47 tag, in canonical form: ``fr``, ``fr-CA``."""

    name = "tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Brings a tag into canonical form, or fails for what is none."""
        from tmtool.languages.tags import canonical, is_tag

        if value == "":
            return ""
        if not is_tag(str(value)):
            self.fail(read(say("{value!r} is not a language tag such as fr or fr-CA", value=value)), param, ctx)
        return canonical(str(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offers the languages that tmtool knows."""
        from click.shell_completion import CompletionItem

        from tmtool.languages import supported

        return [CompletionItem(tag) for tag in supported() if tag.startswith(incomplete)]


class Text(click.ParamType[str]):
    """`Text` reads words: what is blank names nothing, and is a slip of the pen or of a script."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Fails for words that are blank."""
        if not str(value).strip():
            self.fail(read(say("it is empty")), param, ctx)
        return str(value)


class Day(click.ParamType[str]):
    """`Day` reads a day in ISO form."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Fails for a day that is not in ISO form."""
        from datetime import date

        try:
            return date.fromisoformat(str(value)).isoformat() if value else ""
        except ValueError:
            self.fail(read(say("'{value}' is not a date; write it as 2030-09-10", value=value)), param, ctx)


def languages(command: F) -> F:
    """Adds the options --source-lang and --target-lang."""
    return source_language(target_language(command))


def source_language(command: F) -> F:
    """Adds the option --source-lang."""
    return _source_language(command, "--source-lang", text="Language translated from.")


def asked_languages(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Adds the options of a text that is asked for: --source-lang, which further names may come before, and
    --target-lang.

    The command is given both, as `told` whether the text may turn them round, where its own language is not named, and
    as `into` the language of the translations where it is named.
    """
    source, target = _PAIR

    def add(command: Callable[..., None]) -> Callable[..., None]:
        """Adds them to a command."""

        @wraps(command)
        def run(*arguments: Any, source_language: str, target_language: str, **given: Any) -> None:
            told = not source_language
            asked = source_language or (target if target_language == source else source)
            into = target_language if _is_named("target_language") else ""
            command(*arguments, source_language=asked, target_language=target_language, told=told, into=into, **given)

        text = f"Language of the text.  [default: {source}, or {target} if its words are]"
        option = click.option(
            *names, "--source-lang", "source_language", type=Language(), default="", is_eager=True, help=text
        )
        return option(_target_language("Language of its translations.  [default: the other one]")(run))

    return add


def _source_language(command: F, *names: str, text: str) -> F:
    # Eager: --target-lang looks at it.
    option = click.option(
        *names, "source_language", type=Language(), default=_PAIR[0], show_default=True, is_eager=True, help=text
    )
    return option(command)


def target_language(command: F) -> F:
    """Adds the option --target-lang; of the usual pair it is the other language, whichever the source is in."""
    source, target = _PAIR
    return _target_language(f"Language translated into.  [default: {target}, and {source} from {target}]")(command)


def _target_language(text: str) -> Callable[[F], F]:
    return click.option("--target-lang", "target_language", type=Language(), callback=_other_language, help=text)


def _other_language(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    return value or default_pair.other_than(context.params["source_language"] or default_pair.SOURCE)


def further_language(source_language: str, told: bool, into: str) -> str:
    """Returns the language to ask for where there is nothing in the usual one: for a text whose own language is named,
    neither of the usual pair; "" for none."""
    from tmtool.languages.tags import primary

    return "" if told or into or primary(source_language) in _PAIR else _PAIR[0]


def _is_named(parameter: str) -> bool:
    """Tells whether who typed the command, or the settings, named a value."""
    found = click.get_current_context().get_parameter_source(parameter)
    return found not in (None, click.core.ParameterSource.DEFAULT)


def as_json(command: F) -> F:
    """Adds the option --json."""
    return click.option("--json", "as_json", is_flag=True, help="JSON Lines for programs.")(command)


def memory(text: str, default: str | None = None) -> Callable[[F], F]:
    """Adds the option --memory, with what the memory is for as its help."""
    return click.option(
        "--memory", type=Text(), default=default, show_default=default is not None, metavar="NAME", help=text
    )


def kind(text: str) -> Callable[[F], F]:
    """Adds the option --kind, with its help."""
    return click.option(
        "--kind", type=click.Choice(["auto", "memory", "terms"]), default="auto", show_default=True, help=text
    )


def variant_of_terms(text: str) -> Callable[[F], F]:
    """Adds the options --for, with its help, and --style: the variants in which terms are written."""

    def add(command: F) -> F:
        """Adds both."""
        style = click.option(
            "--style",
            type=Text(),
            metavar="STYLE",
            shell_complete=partial(_variants, "style"),
            help="Of TBX: version 3 as dca (usual) or dct, or version 2 as v2.",
        )
        tool = click.option(
            "--for", "tool", type=Text(), metavar="PROGRAM", shell_complete=partial(_variants, "tool"), help=text
        )
        return tool(style(command))

    return add


def _variants(
    name: Literal["tool", "style"], context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Returns what a shell offers for --for and --style."""
    from tmtool.formats.registry import variants

    return [one for one in variants(lambda known: known.concept_outputs, name) if one.startswith(incomplete)]


def program(text: str) -> Callable[[F], F]:
    """Adds the option --for of units, with its help."""
    return click.option("--for", "tool", type=Text(), metavar="PROGRAM", shell_complete=_programs, help=text)


def _programs(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Returns the programs for which units are written."""
    from tmtool.formats.registry import variants

    return [one for one in variants(lambda known: known.unit_outputs, "tool") if one.startswith(incomplete)]


def threshold(command: F) -> F:
    """Adds the option --threshold."""
    return click.option(
        "--threshold",
        type=click.IntRange(50, 100),
        default=70,
        show_default=True,
        metavar="RATE",
        help="Lowest match rate shown, in per cent.",
    )(command)


def limit(what: str, default: int) -> Callable[[F], F]:
    """Adds the option --limit, with what is counted; 0 is no limit."""
    return click.option(
        "--limit",
        type=Count(0),
        default=default,
        show_default=True,
        metavar="N",
        help=f"{what}; 0 for all.",
    )


def output(text: str) -> Callable[[F], F]:
    """Adds the option --output, with what it writes as its help."""
    return click.option("-o", "--output", "out", type=written_file(), help=text)


def segmentation(command: F) -> F:
    """Adds the option --segmentation."""
    return click.option(
        "--segmentation",
        type=click.Choice(["auto", "lines"]),
        default="auto",
        show_default=True,
        help="auto cleans the text and finds sentences; lines takes each line as it is.",
    )(command)


def anyway(text: str) -> Callable[[F], F]:
    """Adds --anyway, with what is done all the same as its help."""
    return click.option("--anyway", is_flag=True, help=text)


def srx(command: F) -> F:
    """Adds the option --srx."""
    return click.option(
        "--srx", type=readable_file(), metavar="FILE", help="Segmentation rules (SRX) in place of those shipped."
    )(command)


def explain(command: F) -> F:
    """Adds the option --explain."""
    return click.option(
        "--explain", is_flag=True, help="Say what cleaning did to the text: lines left out or joined, letters changed."
    )(command)


def readable_file() -> click.Path:
    """Returns a file argument; whether it is there is said by the reader, with what to do."""
    return click.Path(path_type=Path, readable=False)


def written_file() -> click.Path:
    """Returns the name of a file to be written; whether it can be is said by the writer."""
    return click.Path(path_type=Path, readable=False)


def ending(out: Path, allowed: tuple[str, ...]) -> str:
    """Returns the ending of an output file, lower case. Raises UsageError for one that the command does not write."""
    suffix = out.suffix.lower()
    if suffix not in allowed:
        raise UsageError(
            say("cannot write '{name}'", name=out.name), say("end its name in {endings}", endings=", ".join(allowed))
        )
    return suffix


def page_or_writer(outputs: Callable[[Format], Iterable[Output[W]]], out: Path) -> W | None:
    """Returns the function that writes the output file, of these outputs of the formats, or None for a page, which the
    command writes itself.

    Raises UsageError for an ending that none of them has.
    """
    from tmtool.formats.registry import writer

    return None if out.suffix.lower() == PAGE else writer(outputs, out, elsewhere=(PAGE,))
