"""Says what PostgreSQL reports, as errors that a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tmtool.errors import DatabaseError
from tmtool.model.wording import say


@contextmanager
def expecting_faults(name: str) -> Iterator[None]:
    """Turns what PostgreSQL reports into a DatabaseError with a remedy."""
    try:
        yield
    except psycopg.Error as error:
        raise explained(error, name) from error


def explained(error: Exception, name: str) -> DatabaseError:
    """Returns what has gone wrong with the database that is called so, and what to do about it."""
    code = (error.sqlstate if isinstance(error, psycopg.Error) else None) or ""
    problem, remedy = _BY_CODE.get(code) or _BY_CLASS.get(code[:2]) or _of_connection(error)
    return DatabaseError(problem, remedy, path=name)


_LOCKED = (say("the database is locked by another program"), say("wait until that has ended"))
_GONE = (say("the server ended the connection"), say("check that it runs, then try again"))
_FORBIDDEN = (
    say("the user has no right to do that in this database"),
    say("ask who looks after the server for the right"),
)
_NO_DATABASE = (say("the server has no database of that name"), say("make it with 'createdb', or name another"))
_NOT_ADMITTED = (
    say("the server does not admit this user"),
    say("check the user and the password (in the URL, $PGPASSWORD or ~/.pgpass)"),
)
_BY_CODE = {
    "40P01": _LOCKED,
    "55P03": _LOCKED,
    "57014": (say("the server broke the question off"), say("try again, or have its statement_timeout raised")),
    "25006": (say("the server may only be read"), say("name the server that others are copies of")),
    "42501": _FORBIDDEN,
    "3D000": _NO_DATABASE,
    "28000": _NOT_ADMITTED,
    "28P01": _NOT_ADMITTED,
    "54000": (
        say("a name, a symbol or a term is longer than PostgreSQL can find again (some 2,700 letters)"),
        say("shorten it, then try again; nothing was changed"),
    ),
    "22021": (
        say("a text has a character that PostgreSQL cannot store (number 0)"),
        say("take it out of the file, then import it again"),
    ),
}
_BY_CLASS = {
    "53": (
        say("the server has no space or no connection left"),
        say("have some freed, then try again; nothing was changed"),
    ),
    "57": _GONE,
    "08": _GONE,
    "XX": (say("the database is damaged"), say("have it restored from a copy")),
}
_OF_CONNECTION = (
    ("password", _NOT_ADMITTED),
    ('role "', _NOT_ADMITTED),
    ("does not exist", _NO_DATABASE),
    ("pg_hba", _NOT_ADMITTED),
    ("too many", _BY_CLASS["53"]),
    ("starting up", (say("the server is starting"), say("try again in a moment"))),
    ("closed", _GONE),
    ("server closed", _GONE),
    ("NUL", _BY_CODE["22021"]),
)
"""What is in the words of an error that has no code, as those of connecting have none."""
_NO_SERVER = (
    "Connection refused",
    "No such file",
    "translate host name",
    "timeout",
    "unreachable",
    "could not connect",
)


def _of_connection(error: Exception) -> tuple[str, str]:
    told = str(error)
    for words, said in _OF_CONNECTION:
        if words in told:
            return said
    if any(words in told for words in _NO_SERVER):
        return say("no PostgreSQL server answers there"), say("check the host and the port, and that it runs")
    first = told.splitlines()[0] if told else type(error).__name__
    return say("the database could not be used ({error})", error=first), say("check that it is a tmtool database")
