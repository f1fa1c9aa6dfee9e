"""Which of the segments that wait to be indexed hold some words? A full-text index of their own tells.

It is temporary, of this connection only, and made of a language's texts when something is asked of them while segments
wait: that takes a second for a quarter of a million.
"""

from __future__ import annotations

import sqlite3

from tmtool.store.sqlite.indexed import NEWS
from tmtool.text.word_index import indexed as words_of

WAITING_TEXT = "waiting_text"


def text_waits(connection: sqlite3.Connection, language: str) -> bool:
    """Tells whether any segments wait; if so, the table `WAITING_TEXT` holds those of a language (primary subtag)."""
    indexed, last = connection.execute(NEWS).fetchone()
    if indexed >= last:
        return False
    state = indexed, last, connection.execute("PRAGMA data_version").fetchone()[0]
    connection.execute("CREATE TABLE IF NOT EXISTS temp.waiting_text_state (language, indexed, last, version)")
    held = {row[0]: row[1:] for row in connection.execute("SELECT * FROM temp.waiting_text_state")}
    if any(of != state for of in held.values()):
        forget_waiting_text(connection)
        return text_waits(connection, language)
    if not held:
        connection.execute(f"DROP TABLE IF EXISTS temp.{WAITING_TEXT}")
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{WAITING_TEXT} USING fts5 ("
            "text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2')"
        )
    if language not in held:
        connection.executemany(
            f"INSERT INTO temp.{WAITING_TEXT} (rowid, text) VALUES (?, ?)",
            (
                (segment, words_of(text, language))
                for segment, text in connection.execute(
                    "SELECT id, text FROM segments WHERE id > ? AND language = ?", (indexed, language)
                )
            ),
        )
        connection.execute("INSERT INTO temp.waiting_text_state VALUES (?, ?, ?, ?)", (language, *state))
    return True


def forget_waiting_text(connection: sqlite3.Connection) -> None:
    """Has the table made anew when it is next asked for. Only to be called where this connection itself indexes,
    changes or takes out what waits, which the state of the database does not tell."""
    connection.execute("DROP TABLE IF EXISTS temp.waiting_text_state")
