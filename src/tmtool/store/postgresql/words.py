"""Which stored segments hold some words? PostgreSQL's full text says so, of words as they are cut and folded here.

A word is a run of letters and digits without its case and accents, of a text as `text.word_index` gives it, as SQLite's
index has it (store/sqlite/full_text.py): both homes find the same. No dictionary of PostgreSQL is asked, so that its
version and language do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from struct import Struct

from tmtool.languages.tags import primary
from tmtool.model import Status
from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.text import word_index

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 500
"""PostgreSQL takes no longer words than 2,046 bytes."""
_MOST_BYTES = 900_000
"""PostgreSQL takes no more than a megabyte of words."""
SHORT = 100_000
"""No text of fewer characters has so many."""
_CHUNKS_KEPT = 50_000
_COUNT, NO_PLACES = Struct(">i"), "\0\0\0"
"""How many words a ``tsvector`` has; what ends one, and says that it has no places."""
_TRUST = " ".join(f"WHEN '{status}' THEN {status.trust}" for status in Status)
_WINDOW = 20_000
_AT_ONCE = 500
SHOWN = "SELECT id FROM segments WHERE words @@ %s::tsquery AND language = %s"
"""The segments of a language with some words."""
SECURED = (
    f"SELECT s.id FROM tmtool_with_words(%s::tsquery, %s, 0, {(1 << 31) - 1}) AS f (id) JOIN segments s ON s.id = f.id"
)
"""The same where not all memories may be read."""
_COUNTED = 10_000
"""Segments with a word that are counted; of a more frequent one an older count serves."""


class _Entries(dict[str, tuple[str, ...]]):
    """`_Entries` holds the words of what is between two spaces, folded, each as a ``tsvector`` has it, worked out once:
    a memory has the same over and over."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        found = tuple(word[:_LONGEST] + NO_PLACES for word in _WORD.findall(folded(chunk)))
        if len(self) < _CHUNKS_KEPT:
            self[chunk] = found
        return found


class _Folding(dict[int, str]):
    """A `_Folding` holds what each letter is without case and accents, once it was asked for."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFD", chr(code))
        self[code] = found = "".join(one for one in apart if unicodedata.category(one) != "Mn").lower()
        return found


_folding = _Folding()
_entries = _Entries()


def folded(text: str) -> str:
    """Returns text without case and accents."""
    return text.lower() if text.isascii() else text.translate(_folding)


def vector(text: str, language: str) -> bytes:
    """Returns the words of a text as PostgreSQL reads a ``tsvector`` in binary: each once, in order, so that the server
    need neither cut nor sort them."""
    chunks = word_index.indexed(text, language).split()
    words = written(set(entries_of(chunks)))
    if len(words) > _MOST_BYTES:
        # As many as there is room for, from the first on.
        found = dict.fromkeys(entries_of(chunks))
        ends = accumulate(len(word.encode()) for word in found)
        words = written({word for word, end in zip(found, ends, strict=True) if end <= _MOST_BYTES})
    return words


def entries_of(chunks: Iterable[str]) -> Iterator[str]:
    """Yields the words of a text that is cut at white space, each as a ``tsvector`` has it."""
    return chain.from_iterable(map(_entries.__getitem__, chunks))


def written(words: Collection[str]) -> bytes:
    """Returns a ``tsvector`` of some words."""
    # By character they are in the same order as by byte, and sooner.
    return _COUNT.pack(len(words)) + "".join(sorted(words)).encode()


def asked(wanted: Sequence[Sequence[str]], language: str, *, begun: bool) -> str:
    """Returns the ``tsquery`` of what holds, of each group, all words of one phrase; "" where a group has no word."""
    groups = [[found for phrase in group if (found := _all_words(phrase, language, begun=begun))] for group in wanted]
    if not groups or not all(groups):
        return ""
    return " & ".join(f"({' | '.join(group)})" for group in groups)


def _all_words(text: str, language: str, *, begun: bool) -> str:
    words = [word[:_LONGEST] for word in _WORD.findall(folded(word_index.asked(text, language)))]
    if not words:
        return ""
    *before, last = words
    every = dict.fromkeys([*before, f"{last}:*" if begun else last])
    return f"({' & '.join(every)})"


def segments_with(
    connection: Connection, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False, whole: str = ""
) -> Iterator[tuple[int, str]]:
    """Yields id and text of the segments that `asked` asks for, the newest first: looked for in parts of the table,
    each twice as long as the one before, so that the first come soon. `whole` is that of the database where only some
    memories are shown."""
    query = asked(wanted, language, begun=begun)
    if not query:
        return
    (last,) = one_row(connection, f"SELECT coalesce(max(id), 0) + 1 FROM {whole}segments")
    for start, end in parts(last):
        rows = connection.execute(
            "SELECT id FROM segments WHERE id >= %s AND id < %s AND language = %s AND words @@ %s::tsquery "
            "ORDER BY id DESC",
            (start, end, primary(language), query),
        )
        found = [row[0] for row in rows.fetchall()]
        for place in range(0, len(found), _AT_ONCE):
            yield from connection.execute(
                "SELECT id, text FROM segments WHERE id = ANY (%s) ORDER BY id DESC", (found[place : place + _AT_ONCE],)
            ).fetchall()


def parts(end: int) -> Iterator[tuple[int, int]]:
    """Yields the first number of each part of the numbers below `end`, and the one after the last: the highest come
    first, and a part is twice as long as the one before."""
    size = _WINDOW
    while end > 0:
        start = max(end - size, 0)
        yield start, end
        end, size = start, 2 * size


def units_with(
    connection: Connection,
    wanted: Sequence[Sequence[str]],
    language: str,
    *,
    begun: bool = False,
    segments: str = SHOWN,
) -> list[tuple[int, int]]:
    """Returns the units, and their segments, that `segments_with` finds: the newest first, of the same day those of the
    memory most trusted, of these the most trusted, then as they were stored."""
    query = asked(wanted, language, begun=begun)
    if not query:
        return []
    rows = connection.execute(
        f"SELECT u.id, s.id FROM ({segments}) AS s JOIN variants v ON v.segment_id = s.id "
        "JOIN units u ON u.id = v.unit_id JOIN memories m ON m.id = u.memory_id "
        "ORDER BY coalesce(nullif(greatest(u.changed, u.created), ''), u.date) COLLATE \"C\" DESC, "
        f"m.trust DESC, CASE u.status {_TRUST} END DESC, u.id, v.number",
        (query, primary(language)),
    )
    # A unit may have the same text twice.
    return list(dict.fromkeys((row[0], row[1]) for row in rows))


def frequencies(connection: Connection, words: Collection[str], language: str) -> dict[str, int]:
    """Returns in about how many segments of a language each word is; 0 for an unknown one. Frequent ones are not
    counted anew."""
    return {word: _frequency(connection, word, primary(language)) for word in words}


def _frequency(connection: Connection, word: str, language: str) -> int:
    query = _all_words(word, language, begun=False)
    if not query:
        return 0
    row = connection.execute(
        "SELECT t.segments FROM languages l JOIN tokens t ON t.language = l.number WHERE l.tag = %s AND t.token = %s",
        (language, word.casefold()),
    ).fetchone()
    if row and row[0] >= _COUNTED:
        return int(row[0])
    return counted(connection, word, language)


def counted(connection: Connection, word: str, language: str, segments: str = SHOWN) -> int:
    """Returns how many segments of a language (primary subtag) the full text finds a word in, `_COUNTED` at most."""
    query = _all_words(word, language, begun=False)
    if not query:
        return 0
    (found,) = one_row(
        connection,
        f"SELECT count(*) FROM ({segments} LIMIT %s) AS s",
        (query, language, _COUNTED),
    )
    return int(found)
