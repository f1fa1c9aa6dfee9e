"""tmtool lookup"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import json_lines, screen
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.matching.lookup import Lookup
from tmtool.tasks.term_finding import TermFinder


@click.command()
@click.argument("text", required=False)
@click.option("--batch", metavar="FILE|-", help="Look up each line of a file, or of standard input as it comes.")
@options.threshold
@click.option("--limit", type=click.IntRange(0), default=5, show_default=True, help="Matches shown; 0 for all.")
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
    with session.open() as connection:
        answer = _Answer(connection, source_language, target_language, threshold, limit, as_json)
        for query in _queries(text, batch):
            answer(query)
            sys.stdout.flush()


class _Answer:
    def __init__(
        self, connection: sqlite3.Connection, source: str, target: str, threshold: int, limit: int, as_json: bool
    ) -> None:
        self._lookup = Lookup(connection, source, target)
        self._terms = TermFinder(connection, source)
        self._target = target
        self._threshold, self._limit, self._as_json = threshold, limit, as_json

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
        screen.show(screen.safe(query))
        if not matches:
            screen.show(f"  no match at {self._threshold} % or more")
        for number, match in enumerate(matches, 1):
            screen.match(number, match)
        screen.terms(terms, query, self._target)
        screen.show()


def _queries(text: str | None, batch: str | None) -> Iterator[str]:
    if text is not None:
        yield text
    elif batch == "-":
        yield from _lines(iter(sys.stdin.readline, ""))
    elif batch is not None:
        from tmtool.formats.encoding import read_text

        yield from _lines(read_text(Path(batch)).split("\n")[:-1] or [""])
    elif sys.stdin.isatty():
        yield from _prompted()
    else:
        yield from _lines(iter(sys.stdin.readline, ""))


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
