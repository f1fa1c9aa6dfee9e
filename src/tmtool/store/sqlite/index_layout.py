"""How are tokens and postings of the fuzzy index written as numbers? What reads it and what writes it agree here.

Postings of a token are sorted by length, then segment, so that a length window is a slice; a frequent token has a row
for every eight lengths, so that little more than the window is read. The commonest tokens of a new database have the
lowest ids, whose characters are the shortest.
"""

from __future__ import annotations

import sqlite3

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

# A key: token id, the last length of a band of them (0 in a row of all lengths), generation (0 in the settled part).
TOKEN_SHIFT, LENGTH_SHIFT, LAST_GENERATION = 16, 8, 255
BAND = 7
"""The bits in which the lengths of a band differ."""
# A posting: length in the upper byte, segment below. The last length stands for all longer ones too.
POSTING_SHIFT, LONGEST = 24, 255
MOST_SEGMENTS = 1 << POSTING_SHIFT
"""Segment ids must be below this."""
SEGMENT = MOST_SEGMENTS - 1
"""The bits of a posting that are the segment."""

SURROGATES, AFTER_SURROGATES = 0xD800, 0xE000


def character_of(token: int) -> str:
    """Returns one character for a token id; surrogates are skipped, since SQLite stores UTF-8."""
    return chr(token if token < SURROGATES else token + AFTER_SURROGATES - SURROGATES)


def token_of(character: str) -> int:
    """Returns the token id of a character."""
    code = ord(character)
    return code if code < SURROGATES else code - AFTER_SURROGATES + SURROGATES


def require_room(connection: sqlite3.Connection, segment: int) -> None:
    """Raises DatabaseError for a segment whose number no posting can hold."""
    if segment >= MOST_SEGMENTS:
        path = connection.execute("PRAGMA database_list").fetchone()[2] or None
        raise DatabaseError(
            say("the database is full: a file holds 16.7 million different texts, of all languages together"),
            say("move it to PostgreSQL with 'tmtool move', or keep further memories in another file"),
            path=path,
        )
