"""Tells what a database reports as errors that a user can act on, for all groups of questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType
from typing import Any

from tmtool.store.sql.dialect import Dialect

_GENERATOR = 0x20
"""The flag of a code object that makes generators; the module `inspect`, which names it, takes long to load."""


class Questions:
    """`Questions` are a group of questions to a database, asked by one connection.

    Every public method of a subclass raises DatabaseError for what the database reports, a generator while it is read.
    """

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and not name.startswith("_"):
                setattr(cls, name, (_generating if method.__code__.co_flags & _GENERATOR else _answering)(method))

    def __init__(self, sql: Dialect) -> None:
        """Takes what the database is asked by."""
        self._sql = sql


def _answering(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def asked(self: Questions, *values: Any, **options: Any) -> Any:
        try:
            return method(self, *values, **options)
        except self._sql.errors as error:
            raise self._sql.explained(error) from error

    return asked


def _generating(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def asked(self: Questions, *values: Any, **options: Any) -> Iterator[Any]:
        sql = self._sql
        try:
            for one in method(self, *values, **options):
                yield one
                sql.require_connection()
        except sql.errors as error:
            raise sql.explained(error) from error

    return asked
