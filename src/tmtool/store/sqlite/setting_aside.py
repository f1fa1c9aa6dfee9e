"""Takes a part of the database out of it so that it can be put back: the rows of all tables are kept, as JSON, in
`set_aside`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from tmtool.model import Concept, Term, TermStatus
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.concept_writing import insert_terms
from tmtool.store.sqlite.joining import join_anew
from tmtool.store.sqlite.removal import Rows, remove, remove_concepts, rows_of
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS
from tmtool.store.values import Extent, Part

_ROWS_AT_ONCE = 250
_CONCEPT_COLUMNS = "external_id, domain, definition, note, date, properties, changed, edited"
_TERM_COLUMNS = (
    "text, language, status, part_of_speech, gender, grammatical_number, note, replaced_by, type, source, bodies, "
    "not_with"
)


def set_aside(connection: sqlite3.Connection, part: Part, line: int) -> None:
    """Removes the rows of a part, and keeps them by the line of the history that tells of it. Needs an open
    transaction."""
    rows = rows_of(connection, part)
    _keep(connection, rows, line)
    if part.source is None and part.document is None:
        connection.execute(_KEEP_MEMORY, (line, part.memory))
    remove(connection, rows, part)


def set_concepts_aside(connection: sqlite3.Connection, concepts: Sequence[int], line: int) -> None:
    """Removes concepts, and keeps them as `set_aside` does."""
    _keep(connection, Rows((), tuple(concepts), ()), line)
    remove_concepts(connection, concepts)


def put_back(connection: sqlite3.Connection, line: int) -> Extent:
    """Puts back what was set aside by that line of the history. Needs an open transaction. Raises LookupError if there
    is nothing, or a file of it has been imported again since."""
    counts = dict(connection.execute("SELECT kind, count(*) FROM set_aside WHERE line = ? GROUP BY kind", (line,)))
    if not counts:
        raise LookupError(f"nothing is set aside by the line {line} of the history")
    for content in _kept(connection, line, "memories"):
        # By the number it had, unless another has that.
        connection.execute("INSERT OR IGNORE INTO memories (id, name) VALUES (:id, :name)", content)
        connection.execute("INSERT OR IGNORE INTO memories (name) VALUES (:name)", content)
        connection.execute(
            "UPDATE memories SET penalty = :penalty, trust = :trust, note = :note WHERE name = :name", content
        )
    for content in _kept(connection, line, "sources"):
        _put_source_back(connection, content, line)
    _put_units_back(connection, list(_kept(connection, line, "units")))
    for content in _kept(connection, line, "concepts"):
        _put_concept_back(connection, content)
    connection.execute("DELETE FROM set_aside WHERE line = ?", (line,))
    return Extent(counts.get("units", 0), counts.get("concepts", 0), counts.get("sources", 0))


def lines_aside(connection: sqlite3.Connection) -> list[int]:
    """Returns the lines of the history by which something is set aside, the last first."""
    return [int(row[0]) for row in connection.execute("SELECT DISTINCT line FROM set_aside ORDER BY line DESC")]


def rows_aside(connection: sqlite3.Connection, part: Part | None) -> dict[str, list[int]]:
    """Returns what of a part (None for any) is set aside: by table, the numbers that rows had, and as ``lines`` the
    lines of the history that nothing else is set aside by."""
    found: dict[str, list[int]] = {}
    for kind in ("units", "concepts", "memories"):
        rows = connection.execute(
            f"SELECT DISTINCT number FROM set_aside WHERE kind = ? AND {_OF_PART} ORDER BY number",
            (kind, *_names(part)),
        )
        found[kind] = [int(row[0]) for row in rows]
    rows = connection.execute(
        "SELECT DISTINCT line FROM set_aside EXCEPT "
        f"SELECT line FROM set_aside WHERE kind IN ('units', 'concepts') AND NOT ({_OF_PART})",
        _names(part),
    )
    found["lines"] = [int(row[0]) for row in rows]
    return found


def drop_aside(connection: sqlite3.Connection, part: Part | None, also: Mapping[str, Collection[int]]) -> None:
    """Removes what of a part (None for any) is set aside, and what has the numbers in `also`, by table. Needs an open
    transaction."""
    lines = rows_aside(connection, part)["lines"]
    connection.execute(f"DELETE FROM set_aside WHERE {_OF_PART}", _names(part))
    for table, numbers in also.items():
        connection.executemany(
            "DELETE FROM set_aside WHERE kind = ? AND number = ?", ((table, number) for number in numbers)
        )
    connection.executemany("DELETE FROM set_aside WHERE line = ?", ((line,) for line in lines))


_OF_PART = "(? IS NULL OR memory = ?) AND (? IS NULL OR source = ?) AND (? IS NULL OR document = ?)"


def _names(part: Part | None) -> tuple[str | None, ...]:
    names = (part.memory, part.source, part.document) if part else (None, None, None)
    return tuple(name for name in names for _ in range(2))


def _keep(connection: sqlite3.Connection, rows: Rows, line: int) -> None:
    for insert, wanted in ((_KEEP_UNITS, rows.units), (_KEEP_CONCEPTS, rows.concepts), (_KEEP_SOURCES, rows.sources)):
        for some in filled(wanted, _ROWS_AT_ONCE):
            connection.execute(insert, (line, *some))


def _object(columns: str, table: str) -> str:
    return ", ".join(f"'{name}', {table}.{name}" for name in columns.split(", "))


def _array(columns: str, table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in columns.split(", "))


_KEEP = "INSERT INTO set_aside (line, kind, number, memory, source, document, content) "
_ASKED = f"({','.join('?' * _ROWS_AT_ONCE)})"
_KEEP_UNITS = f"""{_KEEP}
SELECT ?, 'units', u.id, m.name, coalesce(f.path, ''), coalesce(d.symbol, ''), json_object(
    'id', u.id, 'memory', m.name, 'source', f.path, 'document', d.symbol, 'document_id', d.id, 'position', u.position,
    'digest', hex(u.digest), 'edited', u.edited, {_object(UNIT_COLUMNS, "u")}, 'variants', (
        SELECT json_group_array(json_array(v.number, s.text, {_array(VARIANT_COLUMNS, "v")}))
        FROM variants v JOIN segments s ON s.id = v.segment_id WHERE v.unit_id = u.id))
FROM units u JOIN memories m ON m.id = u.memory_id LEFT JOIN sources f ON f.id = u.source_id
LEFT JOIN documents d ON d.id = u.document_id WHERE u.id IN {_ASKED}"""
_KEEP_CONCEPTS = f"""{_KEEP}
SELECT ?, 'concepts', c.id, m.name, coalesce(f.path, ''), '', json_object(
    'id', c.id, 'memory', m.name, 'source', f.path, 'digest', hex(c.digest), {_object(_CONCEPT_COLUMNS, "c")},
    'contrasts', (SELECT json_group_array(contrast) FROM contrasts WHERE concept_id = c.id), 'terms', (
        SELECT json_group_array(json_array(t.number, {_array(_TERM_COLUMNS, "t")}))
        FROM terms t WHERE t.concept_id = c.id))
FROM concepts c JOIN memories m ON m.id = c.memory_id LEFT JOIN sources f ON f.id = c.source_id
WHERE c.id IN {_ASKED}"""
_KEEP_SOURCES = f"""{_KEEP}
SELECT ?, 'sources', f.id, m.name, f.path, '', json_object(
    'id', f.id, 'memory', m.name, {_object("kind, path, format, sha256, entries, imported", "f")})
FROM sources f JOIN memories m ON m.id = f.memory_id WHERE f.id IN {_ASKED}"""
_KEEP_MEMORY = f"""{_KEEP}
SELECT ?, 'memories', m.id, m.name, '', '', json_object({_object("id, name, penalty, trust, note", "m")})
FROM memories m WHERE m.name = ?"""


def _kept(connection: sqlite3.Connection, line: int, kind: str) -> Iterator[dict[str, Any]]:
    rows = connection.execute(
        "SELECT content FROM set_aside WHERE line = ? AND kind = ? ORDER BY number", (line, kind)
    ).fetchall()
    return (json.loads(row[0]) for row in rows)


def _put_source_back(connection: sqlite3.Connection, content: dict[str, Any], line: int) -> None:
    """Makes the file known again. Its next import reads it if more of it is still set aside."""
    names = {**content, "line": line}
    connection.execute("INSERT OR IGNORE INTO memories (name) VALUES (:memory)", content)
    there = connection.execute(
        "SELECT f.sha256 FROM sources f JOIN memories m ON m.id = f.memory_id "
        "WHERE m.name = :memory AND f.kind = :kind AND f.path = :path",
        names,
    ).fetchone()
    if there and there[0]:
        raise LookupError(f"{content['path']} was imported again")
    more = connection.execute(
        "SELECT 1 FROM set_aside WHERE line <> :line AND kind = 'sources' AND memory = :memory AND source = :path "
        "AND json_extract(content, '$.kind') = :kind",
        names,
    ).fetchone()
    columns = "memory_id, kind, path, format, sha256, entries, imported"
    values = "(SELECT id FROM memories WHERE name = :memory), :kind, :path, :format, :sha256, :entries, :imported"
    known = {**content, "sha256": "" if more else content["sha256"]}
    connection.execute(f"INSERT OR IGNORE INTO sources (id, {columns}) VALUES (:id, {values})", known)
    connection.execute(
        f"INSERT INTO sources ({columns}) VALUES ({values}) ON CONFLICT (memory_id, kind, path) DO UPDATE "
        "SET sha256 = excluded.sha256",
        known,
    )


_SOURCE = (
    "(SELECT f.id FROM sources f JOIN memories m ON m.id = f.memory_id "
    "WHERE m.name = :memory AND f.kind = '{kind}' AND f.path = :source)"
)
_UNIT_SOURCE, _TERM_SOURCE = _SOURCE.format(kind="memory"), _SOURCE.format(kind="terms")


def _put_units_back(connection: sqlite3.Connection, contents: Sequence[dict[str, Any]]) -> None:
    table = SegmentTable(connection)
    for start in range(0, len(contents), _ROWS_AT_ONCE):
        some = contents[start : start + _ROWS_AT_ONCE]
        in_documents = [one for one in some if one["document"]]
        connection.executemany("INSERT OR IGNORE INTO documents VALUES (:document_id, :document)", in_documents)
        connection.executemany("INSERT OR IGNORE INTO documents (symbol) VALUES (:document)", in_documents)
        connection.executemany("INSERT OR IGNORE INTO memories (name) VALUES (:memory)", some)
        connection.executemany(
            f"INSERT INTO units (id, memory_id, source_id, document_id, position, digest, edited, {UNIT_COLUMNS}) "
            f"VALUES (:id, (SELECT id FROM memories WHERE name = :memory), {_UNIT_SOURCE}, "
            "(SELECT id FROM documents WHERE symbol = :document), :position, :bytes, :edited, "
            f"{', '.join(f':{name}' for name in UNIT_COLUMNS.split(', '))})",
            ({**one, "bytes": bytes.fromhex(one["digest"])} for one in some),
        )
        variants = [(one["id"], *variant) for one in some for variant in one["variants"]]
        segments = table.ids((variant[3], variant[2]) for variant in variants)
        connection.executemany(
            f"INSERT INTO variants (unit_id, number, segment_id, {VARIANT_COLUMNS}) "
            f"VALUES (?, ?, ?, {', '.join('?' for _ in VARIANT_COLUMNS.split(', '))})",
            (
                (unit, number, segment, *columns)
                for segment, (unit, number, _, *columns) in zip(segments, variants, strict=True)
            ),
        )
    join_anew(connection, [one["id"] for one in contents])


def _put_concept_back(connection: sqlite3.Connection, content: dict[str, Any]) -> None:
    connection.execute("INSERT OR IGNORE INTO memories (name) VALUES (:memory)", content)
    connection.execute(
        f"INSERT INTO concepts (id, memory_id, source_id, digest, {_CONCEPT_COLUMNS}) "
        f"VALUES (:id, (SELECT id FROM memories WHERE name = :memory), {_TERM_SOURCE}, :bytes, "
        f"{', '.join(f':{name}' for name in _CONCEPT_COLUMNS.split(', '))})",
        {**content, "bytes": bytes.fromhex(content["digest"])},
    )
    terms = tuple(
        Term(text, language, TermStatus(status), *rest[:-2], *(tuple(json.loads(one)) for one in rest[-2:]))
        for _, text, language, status, *rest in sorted(content["terms"])
    )
    concept = Concept(content["external_id"], terms, contrasts=tuple(content["contrasts"]))
    insert_terms(connection, content["id"], concept)
