"""tmtool lookup"""

from __future__ import annotations

import contextlib
import io
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import json_lines
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.matching.lookup import Lookup
from tmtool.tasks.term_finding import TermFinder

_SHARED_FROM = 1_000
"""Queries in a file from which starting further processes pays."""


@click.command()
@click.argument("text", required=False)
@click.option("--batch", metavar="FILE|-", help="Look up each line of a file, or of standard input as it comes.")
@options.threshold
@options.limit("Matches shown", 5)
@options.languages
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
    as_json: bool,
) -> None:
    """Find a sentence in the memory, exactly or nearly, and the terms in it.

    Without TEXT, a prompt that answers line after line (Ctrl-D ends).

    \b
    Examples:
      tmtool lookup "Adoption of the agenda and organization of work"
      tmtool lookup --threshold 60 "Opening of the session"
      tmtool lookup --batch - --json < segments.txt
    """
    if text is not None and batch is not None:
        raise UsageError("both TEXT and --batch are given", "leave one out")
    wanted = Wanted(source_language, target_language, threshold, limit, as_json, session.verbose)
    lines = _file_lines(Path(batch)) if batch not in (None, "-") else None
    if lines and len(lines) >= _SHARED_FROM and not sys.stdout.isatty():
        from tmtool.tasks.on_all_cores import answers

        with session.open():
            for printed in answers(session.database_path(), wanted, lines):
                click.echo(printed, nl=False)
        return
    with session.open() as connection:
        answer = Answer(connection, wanted)
        for query in lines if lines is not None else _queries(text, batch):
            answer(query)
            sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of each lookup."""

    source_language: str
    target_language: str
    threshold: int
    limit: int
    as_json: bool
    with_units: bool

    def answering(self, connection: sqlite3.Connection) -> Callable[[str], str]:
        """What gives the printed answer to a query, for a process of its own."""
        answer = Answer(connection, self)

        def printed(query: str) -> str:
            with contextlib.redirect_stdout(io.StringIO()) as output:
                answer(query)
            return output.getvalue()

        return printed


class Answer:
    """Prints what the memory and the term base have for a query."""

    def __init__(self, connection: sqlite3.Connection, wanted: Wanted) -> None:
        self._lookup = Lookup(connection, wanted.source_language, wanted.target_language)
        self._terms = TermFinder(connection, wanted.source_language)
        self._target = wanted.target_language
        self._threshold, self._limit, self._as_json = wanted.threshold, wanted.limit, wanted.as_json
        self._with_units = wanted.with_units

    def __call__(self, query: str) -> None:
        start = time.perf_counter()
        matches = self._lookup.matches(query, threshold=self._threshold, limit=self._limit)
        terms = self._terms.find(query)
        elapsed = (time.perf_counter() - start) * 1000
        if self._as_json:
            json_lines.emit(
                {
                    "query": query,
                    "ms": round(elapsed, 3),
                    "matches": [json_lines.match(match) for match in matches],
                    "terms": [json_lines.term(term, query, self._target) for term in terms],
                }
            )
            return
        from tmtool.cli.output import screen

        screen.show(screen.safe(query))
        if not matches:
            screen.show(f"  no match at {self._threshold} % or more")
        for number, match in enumerate(matches, 1):
            screen.match(number, match, with_unit=self._with_units)
        screen.terms(terms, query, self._target)
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
