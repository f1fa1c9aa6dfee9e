"""Defines the command `tmtool lookup`."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
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
@click.option("--watch-clipboard", "watched", is_flag=True, help="Look up what is copied, until Ctrl-C.")
@options.threshold
@options.limit("Matches shown", 5)
@options.asked_languages()
@options.as_json
@pass_session
def lookup(
    session: Session,
    text: str | None,
    batch: str | None,
    watched: bool,
    threshold: int,
    limit: int,
    source_language: str,
    target_language: str,
    told: bool,
    into: str,
    as_json: bool,
) -> None:
    """Find a sentence in the memory, exactly or nearly, and the terms in it; one in French is found among the French.

    Without TEXT, a prompt that answers line after line (Ctrl-D ends). With --watch-clipboard, what is copied in any
    program is looked up, and the keys 1 to 9 copy the translation of that number.

    \b
    Examples:
      tmtool lookup "Adoption of the agenda and organization of work"
      tmtool lookup --threshold 60 "Opening of the session"
      tmtool lookup --batch - --json < segments.txt
      tmtool lookup --watch-clipboard
    """
    if text is not None and batch is not None:
        raise UsageError(say("both TEXT and --batch are given"), say("leave one out"))
    if watched and (text is not None or batch is not None or as_json):
        raise UsageError(say("--watch-clipboard looks up what is copied"), say("leave out TEXT, --batch and --json"))
    further = options.further_language(source_language, told, into)
    wanted = Wanted(source_language, target_language, threshold, limit, told, into, further)
    queries = _file_lines(Path(batch)) if batch is not None and batch != "-" else _queries(text, batch)
    if watched:
        _watch(session, wanted)
        return
    with session.open() as home:
        if as_json:
            for line in _answered(home, _InJson(wanted), queries):
                click.echo(line)
        else:
            for answer in _answered(home, wanted, queries):
                _print(answer, wanted, with_unit=session.verbose)


def _watch(session: Session, wanted: Wanted) -> None:
    """Looks up what is copied, and copies the translation whose number is pressed, until Ctrl-C."""
    from tmtool.cli.clipboard import Clipboard, key_pressed, single_keys

    clipboard = Clipboard()
    offered: list[str] = []
    with session.open() as home, single_keys(), contextlib.suppress(KeyboardInterrupt):
        session.tell(say("copy a text to look it up; 1 to 9 copy a translation; Ctrl-C ends"))
        while True:
            if (query := clipboard.copied()) is not None:
                answer = wanted.answering(home)(query)
                offered = [match.offered for match in answer.matches]
                _print(answer, wanted, with_unit=session.verbose)
            key = key_pressed()
            if key.isascii() and key.isdigit() and 0 < int(key) <= len(offered):
                clipboard.put(offered[int(key) - 1])
                session.tell(say("copied: {text}", text=offered[int(key) - 1]))


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

    screen.paragraph(answer.query, "")
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

    return list(_lines(StringIO(read_text(path), newline="\n")))


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
