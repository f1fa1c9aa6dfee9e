"""Says what every command shares: which database, how loud, and how far it is."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmtool.cli.reader import read
from tmtool.errors import TmtoolError, in_one_line
from tmtool.model.wording import say
from tmtool.store import Place, discard_empty, open_home, place_of, require_room
from tmtool.tasks.settings import usual_database

if TYPE_CHECKING:
    from tmtool.store.home import Home

PURGE_IS_LEFT = say(
    "what was purged is still in the files of the database, since another program reads it as it was, or the disk is "
    "full; when that has ended, 'tmtool doctor --mend' completes it; if the purge was killed, repeat it, or backups "
    "still have it"
)


class DatabasePlace(click.Path):
    """A `DatabasePlace` is a value that names a database."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """Returns the place."""
        if not value:
            self.fail(read(say("it is empty")), param, ctx)
        return value if isinstance(value, Path) else place_of(str(value))


_LONG = 100_000
"""Segments from which on it takes so long to bring a database up to date that it is said."""


@dataclass(frozen=True, slots=True)
class Session:
    """A `Session` is one run of the command line. `database` is what --db says."""

    database: Place | None
    quiet: bool
    verbose: bool

    def database_path(self) -> Place:
        """Returns the place where the database is or would be made (docs/reference.md, the database)."""
        return self.database or usual_database()

    def open(self, *, create: bool = False, sweeping: bool = False, completing: bool = False) -> Home:
        """Opens the database; with `create` it is made where there is none, with `sweeping` all of it is going to be
        read. Raises DatabaseError. Of a purge that is not complete it warns, unless who opens it is going to complete
        that."""
        with contextlib.ExitStack() as shown:
            home = open_home(self.database_path(), create=create, sweeping=sweeping, migrating=self._migrating(shown))
        if not completing and home.purge_is_left():
            self.warn(PURGE_IS_LEFT)
        return home

    def _migrating(self, shown: contextlib.ExitStack) -> Callable[[int, int], None]:
        """Returns the function that is told how far a database is brought up to date: it says so of a large one, and
        shows a bar from then on until `shown` is closed."""
        bar: Callable[[int, int], None] | None = None

        def told(done: int, total: int) -> None:
            nonlocal bar
            if total < _LONG:
                return
            if bar is None:
                self.tell(say("bringing the database up to date, which may take some minutes; once"))
                bar = shown.enter_context(progress_bar(self, say("bringing up to date")))
            bar(done, total)

        return told

    @contextlib.contextmanager
    def open_if_there(self) -> Iterator[Home | None]:
        """Opens the database, or gives None where there is none; one named by --db must be there."""
        path = self.database_path()
        if self.database is None and isinstance(path, Path) and not path.exists():
            yield None
            return
        with self.open() as home:
            yield home

    @contextlib.contextmanager
    def open_to_add(self) -> Iterator[Home]:
        """Opens the database, which is made where there is none; one that was made and into which nothing came goes
        again. Raises DatabaseError."""
        path = self.database_path()
        made: list[Path] = []
        if isinstance(path, Path):
            require_room(path)
            made += [] if path.exists() else [path]
        try:
            with self.open(create=True) as home:
                yield home
        finally:
            for one in made:
                discard_empty(one)

    @contextlib.contextmanager
    def open_to_store(self) -> Iterator[Callable[[bool], Home | None]]:
        """Gives a function that opens the database once: with True it makes a file that is not there, else it returns
        None. So what is refused before anything is stored leaves no empty database. Raises DatabaseError."""
        path = self.database_path()
        if isinstance(path, Path):
            require_room(path)
        with contextlib.ExitStack() as opened:
            homes: list[Home] = []

            def home(is_made: bool) -> Home | None:
                if not homes and (is_made or not isinstance(path, Path) or path.exists()):
                    homes.append(opened.enter_context(self.open(create=True)))
                return homes[0] if homes else None

            yield home

    def warn(self, message: str) -> None:
        """Says on standard error what the user must know, even if quiet."""
        click.echo(f"tmtool: {read(message)}", err=True)

    def fail(self, error: TmtoolError) -> None:
        """Says on standard error what went wrong with one of several files, whose others go on."""
        self.warn(in_one_line(read(error.wording)))

    def tell(self, message: str) -> None:
        """Prints a remark on standard error, unless quiet."""
        if not self.quiet:
            click.echo(read(message), err=True)


pass_session = click.make_pass_decorator(Session)


@contextlib.contextmanager
def progress_bar(session: Session, what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that is told how much is done, and of how much; it shows a bar with the time left where a person
    sees it, one that moves to and fro until something is told."""
    if session.quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(read(what), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextlib.contextmanager
def late_progress_bar(session: Session, what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function as `progress_bar` does, for what is long now and then only: nothing is shown until it is
    told something, nor once all is done, so that no thread of the bar goes on into what comes next."""
    with contextlib.ExitStack() as stack:
        shown: list[Callable[[int, int], None]] = []

        def progress(done: int, total: int) -> None:
            if not shown:
                shown.append(stack.enter_context(progress_bar(session, what)))
            shown[0](done, total)
            if done == total:
                shown.clear()
                stack.close()

        yield progress
