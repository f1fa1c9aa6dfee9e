"""Keeps the numbers of tokens, by language: what is stored of a segment is made of them.

A token gets its number, the next of its language, when it is first seen, in a transaction of its own: others see it at
once and never wait for an import. That a number is left of which the import came to nothing does no harm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.digest import digest_of
from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.elements import MOST_TOKENS

_LONGEST = 200
"""An index of PostgreSQL holds no longer keys than some 2,700 bytes."""
_FOR_UNKNOWN = 100_000
"""Numbers at the end that the unknown words of a query are given."""


class TokenTable:
    """A `TokenTable` knows the tokens of an open database, each once it has been asked for."""

    def __init__(self, database: Database, connection: Connection | None = None) -> None:
        """Takes the connection that writes, if that must not be the one aside: while no other can write."""
        self._database = database
        self._connection = connection
        self._languages: dict[str, int] = {}
        self._numbers: dict[str, dict[str, int]] = {}

    @property
    def _writing(self) -> Connection:
        return self._connection or self._database.aside

    def language(self, tag: str) -> int:
        """Returns the number of a language (primary subtag)."""
        if tag not in self._languages:
            aside = self._writing
            aside.execute("INSERT INTO languages (tag) VALUES (%s) ON CONFLICT DO NOTHING", (tag,))
            self._languages[tag] = one_row(aside, "SELECT number FROM languages WHERE tag = %s", (tag,))[0]
        return self._languages[tag]

    def numbers(self, language: str, counts: Counter[str]) -> dict[str, int]:
        """Returns the numbers of tokens that are so frequent, and of others; new ones by falling frequency, so that the
        rarest have the highest."""
        known = self._numbers.setdefault(language, {})
        return self.numbers_of(language, Counter({token: some for token, some in counts.items() if token not in known}))

    def numbers_of(self, language: str, counts: Counter[str]) -> dict[str, int]:
        """Returns the numbers of tokens that are so frequent, and of others, as `numbers` does."""
        known = self._numbers.setdefault(language, {})
        if not counts:
            return known
        stored = {token: stored_token(token) for token in counts}
        number = self.language(language)
        connection = self._writing
        found = _numbers(connection, number, stored.values())
        if len(found) < len(stored):
            with connection.transaction():
                (last,) = one_row(
                    connection, "SELECT last_token FROM languages WHERE number = %s FOR UPDATE", (number,)
                )
                # Others may have been faster.
                found = _numbers(connection, number, stored.values())
                new = [stored[token] for token, _ in counts.most_common() if stored[token] not in found]
                if last + len(new) >= MOST_TOKENS - _FOR_UNKNOWN:
                    raise DatabaseError(
                        say("the index of similar texts cannot hold more different words"),
                        say("make it anew with 'tmtool doctor --mend'"),
                        path=self._database.name,
                    )
                given = {token: place for place, token in enumerate(new, last + 1)}
                connection.execute(
                    "INSERT INTO tokens (language, token, number) SELECT %s, * FROM unnest(%s::text[], %s::integer[])",
                    (number, list(given), list(given.values())),
                )
                connection.execute(
                    "UPDATE languages SET last_token = %s WHERE number = %s", (last + len(given), number)
                )
                found |= given
        known |= {token: found[stored[token]] for token in counts}
        return known

    def count(self, segments: Counter[tuple[int, int]], postings: Counter[tuple[int, int]]) -> None:
        """Adds how many segments more have a token (the number of its language and its own), and how many rows of the
        index more."""
        rows = [row for row in segments.keys() | postings.keys() if segments[row] or postings[row]]
        if not rows:
            return
        aside = self._writing
        with aside.transaction():
            # Two who count at once would each wait for a row of the other.
            aside.execute("LOCK TABLE tokens IN SHARE ROW EXCLUSIVE MODE")
            aside.execute(
                "UPDATE tokens t SET segments = greatest(t.segments + n.segments, 0), "
                "postings = greatest(t.postings + n.postings, 0) "
                "FROM unnest(%b::smallint[], %b::integer[], %b::integer[], %b::integer[]) "
                "AS n (language, number, segments, postings) WHERE t.language = n.language AND t.number = n.number",
                (
                    [language for language, _ in rows], [number for _, number in rows],
                    [segments[row] for row in rows], [postings[row] for row in rows],
                ),
            )  # fmt: skip


def stored_token(token: str) -> str:
    """Returns a token as the table has it: a very long one by its beginning and a digest."""
    return token if len(token) <= _LONGEST else f"{token[:_LONGEST]} {digest_of(token, 16).hex()}"


def _numbers(connection: Connection, language: int, some: Iterable[str]) -> dict[str, int]:
    rows = connection.execute(
        "SELECT token, number FROM tokens WHERE language = %s AND token = ANY (%s)", (language, list(some))
    )
    return dict(rows.fetchall())
