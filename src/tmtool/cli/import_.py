"""Defines the command `tmtool import`."""

from __future__ import annotations

import contextlib
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmtool.cli import options
from tmtool.cli.output.screen import safe, show
from tmtool.cli.reader import json_line, read
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model import Status
from tmtool.model.wording import Wording, joined, say, say_number
from tmtool.present.files import imported as imported_json
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_rules import Rules
from tmtool.tasks.import_values import ImportFailure, ImportOptions, ImportReport, Progress, Silent

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

ANOTHER_FILE = say(
    "nothing is left of what a file of this name gave before; if that was another file, import it again into a "
    "memory of its own (--memory), or a folder above both"
)
SHOWN_REMARKS = 3


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=options.readable_file(), metavar="PATH...")
@options.kind("What the files hold; auto tells by their content.")
@click.option("--format", "file_format", metavar="NAME", help="Read the files as this format, whatever they look like.")
@options.memory("The memory they belong to.", default="default")
@click.option(
    "--only-lang",
    "only_languages",
    type=options.Language(),
    multiple=True,
    help="Load texts in this language only; repeatable, and named for each of two at least.",
)
@click.option(
    "--only-status",
    "only_statuses",
    type=click.Choice([status.value for status in Status]),
    multiple=True,
    help="Load units of this status only; repeatable.",
)
@click.option(
    "--as-status", type=click.Choice([status.value for status in Status]), help="The status that all units get."
)
@options.anyway("Load even units that are in other languages, or whose texts do not belong together.")
@options.languages
@options.as_json
@pass_session
def import_(
    session: Session,
    paths: tuple[Path, ...],
    kind: str,
    file_format: str | None,
    memory: str,
    only_languages: tuple[str, ...],
    only_statuses: tuple[str, ...],
    as_status: str | None,
    anyway: bool,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Load translation units or terms from files, or from all files of folders.

    Reads TMX, XLIFF (also SDLXLIFF and MQXLIFF, with their states), PO, terms in TBX and MultiTerm XML, and tables
    in TSV, CSV or XLSX with a header such as "en<TAB>fr". A file imported again replaces what it gave before; an
    unchanged one is left alone.

    \b
    Examples:
      tmtool import memory.tmx
      tmtool import --memory crime old-agendas/
      tmtool import --kind terms glossary.txt
      tmtool import --only-status approved --only-lang en --only-lang fr six-languages.tmx
      tmtool import --memory raw --as-status draft raw.tsv
    """
    if len(only_languages) == 1:
        raise UsageError(say("a unit has two languages at least"), say("name another one with --only-lang"))
    rules = Rules(
        only_languages or None, tuple(map(Status, only_statuses)) or None, Status(as_status) if as_status else None
    )
    failed = _import_and_report(
        session,
        list(paths),
        ImportOptions(kind, file_format, memory, source_language, target_language, anyway=anyway, rules=rules),
        as_json=as_json,
    )
    if failed:
        raise click.exceptions.Exit(failed)


def _import_and_report(session: Session, paths: list[Path], wanted: ImportOptions, *, as_json: bool) -> int:
    """Imports files, printing a line or an object a file, and returns the exit status of the worst that went wrong, or
    0."""
    status = 0
    for result in imported(session, paths, wanted):
        if isinstance(result, ImportFailure):
            session.fail(result.error)
            status = status if result.expected else max(status, result.error.status)
        elif as_json:
            click.echo(json_line(imported_json(result)))
        else:
            _print(result, session, ruled=wanted.rules != Rules())
    return status


def imported(session: Session, paths: list[Path], wanted: ImportOptions) -> Iterator[ImportReport | ImportFailure]:
    """Yields what becomes of each file, and shows it as soon as it is in or refused."""
    with session.open_to_add() as home, progress_of_import(session) as progress:
        yield from import_paths(home, paths, wanted, progress)


def _print(report: ImportReport, session: Session, *, ruled: bool) -> None:
    """Shows what a file gave, and says what is to be said of it. With `ruled`, rules say what of it comes in: others
    than the last time can leave nothing of what it gave."""
    show(joined([safe(str(report.path)), summary([report])], say(": ")))
    if session.quiet:
        return
    if report.removed and not report.unchanged and not ruled:
        _remark(report, [(None, ANOTHER_FILE)], session)
    _remark(report, [(notice.line, notice.text) for notice in report.notices], session, remarks=True)
    _remark(report, [(skip.line, skip.reason) for skip in report.skipped], session)


def summary(reports: Sequence[ImportReport]) -> Wording:
    """Returns what files of one kind gave, in words: "6 units (2 added, 4 repeated; 1 left out)"."""
    entries = sum(report.units + report.terms for report in reports)
    changes = [
        say_number("{n} added", "{n} added", sum(report.added for report in reports)),
        say_number("{n} unchanged", "{n} unchanged", sum(report.unchanged for report in reports)),
        say_number("{n} repeated", "{n} repeated", sum(report.repeated for report in reports)),
        say_number("{n} removed", "{n} removed", sum(report.removed for report in reports)),
    ]
    told = joined((change for change in changes if change.number), ", ") or say("nothing to change")
    skipped = sum(len(report.skipped) for report in reports)
    left_out = say_number("; {n} left out", "; {n} left out", skipped) if skipped else ""
    said = {"changes": told, "left_out": left_out}
    if reports[0].kind == "memory":
        return say_number("{n} unit ({changes}{left_out})", "{n} units ({changes}{left_out})", entries, **said)
    return say_number("{n} concept ({changes}{left_out})", "{n} concepts ({changes}{left_out})", entries, **said)


def _remark(
    report: ImportReport, said: Sequence[tuple[int | None, str]], session: Session, *, remarks: bool = False
) -> None:
    """Says what is to be said of lines of the file: each thing once, with the first of its lines, and only the first of
    many, unless asked."""
    places: dict[str, list[int | None]] = defaultdict(list)
    for line, text in said:
        places[text].append(line)
    shown = said if session.verbose else [(lines[0], text) for text, lines in places.items()][:SHOWN_REMARKS]
    for line, text in shown:
        place = f"{report.path}:{line}" if line else str(report.path)
        if (others := len(places[text]) - 1) and not session.verbose:
            text = say_number("{text} ({n} other place)", "{text} ({n} other places)", others, text=text)
        click.echo(f"  {place}: {safe(text)}", err=True)
    if left := 0 if session.verbose else len(said) - sum(len(places[text]) for _, text in shown):
        more = (
            say_number(
                "  … and {n} more remark (tmtool -v import shows all)",
                "  … and {n} more remarks (tmtool -v import shows all)",
                left,
            )
            if remarks
            else say("  … and {number} more (tmtool -v import shows all)", number=left)
        )
        click.echo(read(more), err=True)


@contextlib.contextmanager
def progress_of_import(session: Session) -> Iterator[Progress]:
    """Shows a line with what is in, how fast, and the time left where that is known; on a terminal only."""
    if session.quiet or not sys.stderr.isatty():
        yield Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Shown(bar)


class _Shown:
    """A `_Shown` shows the progress of an import as a bar, a new one for each file and for the indexing."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task(read(say("reading")), total=None, rate="")
        self._shown = ""
        self._start = 0.0

    def read(self, path: Path, entries: int, expected: int) -> None:
        self._show(path.name, say("entries"), entries, expected)

    def indexed(self, segments: int, expected: int) -> None:
        self._show(read(say("index")), say("segments"), segments, expected)

    def _show(self, name: str, noun: str, done: int, expected: int) -> None:
        if name != self._shown:
            self._shown, self._start = name, time.monotonic()
            self._bar.reset(self._task, rate="")
        rate = done / max(time.monotonic() - self._start, 0.1)
        self._bar.update(
            self._task,
            description=f"{name}: {done:,} {read(noun)}".replace(",", " "),
            completed=done,
            total=expected or None,
            rate=f"{rate:,.0f}/s".replace(",", " "),
        )
