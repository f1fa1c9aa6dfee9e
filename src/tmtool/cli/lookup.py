"""Defines the command `tmtool lookup`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tmtool.cli import options
from tmtool.cli.reader import OPTION, choose, language_of_programs
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model import Answer
from tmtool.model.wording import say
from tmtool.tasks.lookup import Wanted, answered

if TYPE_CHECKING:
    from tmtool.store.home import Home
    from tmtool.tasks.on_all_cores import Job

Found = TypeVar("Found")


@click.command()
@click.argument("text", required=False)
@click.option("--batch", metavar="FILE|-", help="Look up each line of a file, or of standard input as it comes.")
@options.threshold
@options.limit("Matches shown", 5)
@options.asked_languages()
@options.as_json
@pass_session
def lookup(
    session: Session,
    text: str | None,
    batch: str | None,
    threshold: int,
    limit: int,
    source_language: str,
    target_language: str,
    told: bool,
    as_json: bool,
) -> None:
    """Find a sentence in the memory, exactly or nearly, and the terms in it; one in French is found among the French.

    Without TEXT, a prompt that answers line after line (Ctrl-D ends).

    \b
    Examples:
      tmtool lookup "Adoption of the agenda and organization of work"
      tmtool lookup --threshold 60 "Opening of the session"
      tmtool lookup --batch - --json < segments.txt
    """
    if text is not None and batch is not None:
        raise UsageError(say("both TEXT and --batch are given"), say("leave one out"))
    wanted = Wanted(source_language, target_language, threshold, limit, told)
    queries = _file_lines(Path(batch)) if batch is not None and batch != "-" else _queries(text, batch)
    with session.open() as home:
        if as_json:
            for line in _answered(home, _InJson(wanted), queries):
                click.echo(line)
        else:
            for answer in _answered(home, wanted, queries):
                _print(answer, wanted, with_unit=session.verbose)


class _InJson:
    """Answers as lines of JSON, which the process makes that answers."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.language = language_of_programs()

    def answering(self, home: Home) -> Callable[[str], str]:
        """Returns a function that gives the line of a query."""
        from tmtool.cli.reader import json_line
        from tmtool.present.matches import answer as answer_json

        if self.language != language_of_programs():
            # Another process than that of the command line.
            choose([f"{OPTION}={self.language}"])
        answer = self.wanted.answering(home)
        return lambda query: json_line(answer_json(answer(query)))


def _answered(home: Home, job: Job[str, Found], queries: list[str] | Iterator[str]) -> Iterator[Found]:
    if isinstance(queries, list):
        return answered(home, job, queries)
    return map(job.answering(home), queries)


def _print(answer: Answer, wanted: Wanted, *, with_unit: bool) -> None:
    from tmtool.cli.output import screen

    screen.show(screen.safe(answer.query))
    if not answer.matches:
        screen.show(say("  no match at {rate} % or more", rate=wanted.threshold))
    for number, match in enumerate(answer.matches, 1):
        screen.match(number, match, with_unit=with_unit)
    screen.terms(answer.terms, answer.query, answer.target_language)
    screen.show()


def _queries(text: str | None, batch: str | None) -> Iterator[str]:
    if text is not None:
        yield text
    elif batch == "-":
        yield from _lines(iter(sys.stdin.readline, ""))
    elif sys.stdin.isatty():
        yield from _prompted()
    else:
        yield from _lines(iter(sys.stdin.readline, ""))


def _file_lines(path: Path) -> list[str]:
    from tmtool.formats.encoding import read_text

    return list(_lines(read_text(path).split("\n")[:-1] or [""]))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    return (line.rstrip("\r\n") for line in lines)


def _prompted() -> Iterator[str]:
    import readline  # noqa: F401 - gives input() its line editing and history

    while True:
        try:
            line = input("tmtool> ")
        except EOFError:
            click.echo()
            return
        if line.strip():
            yield line
