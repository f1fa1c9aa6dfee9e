"""Takes a part of the database out of it so that it can be put back: the rows of all tables are kept, as JSON, in
`set_aside`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tmtool.model import Concept, Term, TermStatus
from tmtool.store.postgresql.concept_writing import insert_terms
from tmtool.store.postgresql.database import Connection, Database, one_row
from tmtool.store.postgresql.joining import join_anew
from tmtool.store.postgresql.removal import Rows, remove, remove_concepts, rows_of
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS
from tmtool.store.values import Extent, Part

_UNITS_AT_ONCE = 1_000
_CONCEPT_COLUMNS = "external_id, domain, definition, note, date, properties, changed, edited"
_TERM_COLUMNS = (
    "text, language, status, part_of_speech, gender, grammatical_number, note, replaced_by, type, source, bodies, "
    "not_with"
)


def set_aside(database: Database, part: Part, line: int) -> None:
    """Removes the rows of a part, and keeps them by the line of the history that tells of it. Needs an open
    transaction."""
    connection = database.connection
    rows = rows_of(connection, part)
    _keep(connection, rows, line)
    if part.source is None and part.document is None:
        connection.execute(_KEEP_MEMORY, (line, part.memory))
    remove(database, rows, part)


def set_concepts_aside(connection: Connection, concepts: Sequence[int], line: int) -> None:
    """Removes concepts, and keeps them as `set_aside` does."""
    _keep(connection, Rows((), tuple(concepts), ()), line)
    remove_concepts(connection, concepts)


def put_back(database: Database, line: int) -> Extent:
    """Puts back what was set aside by that line of the history. Needs an open transaction. Raises LookupError if there
    is nothing, or a file of it has been imported again since."""
    connection = database.connection
    rows = connection.execute("SELECT kind, count(*) FROM set_aside WHERE line = %s GROUP BY kind", (line,))
    counts: dict[str, int] = dict(rows.fetchall())
    if not counts:
        raise LookupError(f"nothing is set aside by the line {line} of the history")
    for content in _kept(connection, line, "memories"):
        # By the number it had, unless another has that.
        connection.execute("INSERT INTO memories (id, name) VALUES (%(id)s, %(name)s) ON CONFLICT DO NOTHING", content)
        connection.execute("INSERT INTO memories (name) VALUES (%(name)s) ON CONFLICT DO NOTHING", content)
        connection.execute(
            "UPDATE memories SET penalty = %(penalty)s, trust = %(trust)s, note = %(note)s WHERE name = %(name)s",
            content,
        )
    for content in _kept(connection, line, "sources"):
        _put_source_back(connection, content, line)
    _put_units_back(database, _kept(connection, line, "units"))
    for content in _kept(connection, line, "concepts"):
        _put_concept_back(connection, content)
    connection.execute("DELETE FROM set_aside WHERE line = %s", (line,))
    return Extent(counts.get("units", 0), counts.get("concepts", 0), counts.get("sources", 0))


def lines_aside(connection: Connection) -> list[int]:
    """Returns the lines of the history by which something is set aside, the last first."""
    rows = connection.execute("SELECT DISTINCT line FROM set_aside ORDER BY line DESC")
    return [int(row[0]) for row in rows]


def rows_aside(connection: Connection, part: Part | None) -> dict[str, list[int]]:
    """Returns what of a part (None for any) is set aside: by table, the numbers that rows had, and as ``lines`` the
    lines of the history that nothing else is set aside by."""
    found: dict[str, list[int]] = {}
    for kind in ("units", "concepts", "memories"):
        rows = connection.execute(
            f"SELECT DISTINCT number FROM set_aside WHERE kind = %(kind)s AND {_OF_PART} ORDER BY number",
            {"kind": kind, **_names(part)},
        )
        found[kind] = [int(row[0]) for row in rows]
    rows = connection.execute(
        "SELECT DISTINCT line FROM set_aside EXCEPT "
        f"SELECT line FROM set_aside WHERE kind IN ('units', 'concepts') AND NOT ({_OF_PART})",
        _names(part),
    )
    found["lines"] = [int(row[0]) for row in rows]
    return found


def drop_aside(connection: Connection, part: Part | None) -> None:
    """Removes what of a part (None for any) is set aside. Needs an open transaction."""
    lines = rows_aside(connection, part)["lines"]
    connection.execute(f"DELETE FROM set_aside WHERE {_OF_PART}", _names(part))
    connection.execute("DELETE FROM set_aside WHERE line = ANY (%s)", (lines,))


_OF_PART = " AND ".join(
    f"(%({name})s::text IS NULL OR {name} = %({name})s)" for name in ("memory", "source", "document")
)


def _names(part: Part | None) -> dict[str, str | None]:
    part = part or Part()
    return {"memory": part.memory, "source": part.source, "document": part.document}


def _keep(connection: Connection, rows: Rows, line: int) -> None:
    for insert, wanted in ((_KEEP_UNITS, rows.units), (_KEEP_CONCEPTS, rows.concepts), (_KEEP_SOURCES, rows.sources)):
        if wanted:
            connection.execute(insert, (line, list(wanted)))


def _object(columns: str, table: str) -> str:
    return ", ".join(f"'{name}', {table}.{name}" for name in columns.split(", "))


def _array(columns: str, table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in columns.split(", "))


_KEEP = "INSERT INTO set_aside (line, kind, number, memory, source, document, content) "
_KEEP_UNITS = f"""{_KEEP}
SELECT %s, 'units', u.id, m.name, coalesce(f.path, ''), coalesce(d.symbol, ''), json_build_object(
    'id', u.id, 'memory', m.name, 'source', f.path, 'document', d.symbol, 'document_id', d.id, 'position', u.position,
    'digest', encode(u.digest, 'hex'), 'edited', u.edited, {_object(UNIT_COLUMNS, "u")}, 'variants', coalesce((
        SELECT json_agg(json_build_array(v.number, s.text, {_array(VARIANT_COLUMNS, "v")}) ORDER BY v.number)
        FROM variants v JOIN segments s ON s.id = v.segment_id WHERE v.unit_id = u.id), '[]'))
FROM units u JOIN memories m ON m.id = u.memory_id LEFT JOIN sources f ON f.id = u.source_id
LEFT JOIN documents d ON d.id = u.document_id WHERE u.id = ANY (%s)"""
_KEEP_CONCEPTS = f"""{_KEEP}
SELECT %s, 'concepts', c.id, m.name, coalesce(f.path, ''), '', json_build_object(
    'id', c.id, 'memory', m.name, 'source', f.path, 'digest', encode(c.digest, 'hex'),
    {_object(_CONCEPT_COLUMNS, "c")},
    'contrasts', coalesce((SELECT json_agg(contrast) FROM contrasts WHERE concept_id = c.id), '[]'), 'terms', coalesce((
        SELECT json_agg(json_build_array({_array(_TERM_COLUMNS, "t")}) ORDER BY t.number)
        FROM terms t WHERE t.concept_id = c.id), '[]'))
FROM concepts c JOIN memories m ON m.id = c.memory_id LEFT JOIN sources f ON f.id = c.source_id
WHERE c.id = ANY (%s)"""
_KEEP_SOURCES = f"""{_KEEP}
SELECT %s, 'sources', f.id, m.name, f.path, '', json_build_object(
    'id', f.id, 'memory', m.name, {_object("kind, path, format, sha256, entries, imported", "f")})
FROM sources f JOIN memories m ON m.id = f.memory_id WHERE f.id = ANY (%s)"""
_KEEP_MEMORY = f"""{_KEEP}
SELECT %s, 'memories', m.id, m.name, '', '', json_build_object({_object("id, name, penalty, trust, note", "m")})
FROM memories m WHERE m.name = %s"""


def _kept(connection: Connection, line: int, kind: str) -> list[dict[str, Any]]:
    rows = connection.execute(
        "SELECT content FROM set_aside WHERE line = %s AND kind = %s ORDER BY number", (line, kind)
    )
    return [json.loads(row[0]) for row in rows]


def _put_source_back(connection: Connection, content: dict[str, Any], line: int) -> None:
    """Makes the file known again. Its next import reads it if more of it is still set aside."""
    names = {**content, "line": line}
    connection.execute("INSERT INTO memories (name) VALUES (%(memory)s) ON CONFLICT DO NOTHING", content)
    there = connection.execute(
        "SELECT f.sha256 FROM sources f JOIN memories m ON m.id = f.memory_id "
        "WHERE m.name = %(memory)s AND f.kind = %(kind)s AND f.path = %(path)s",
        names,
    ).fetchone()
    if there and there[0]:
        raise LookupError(f"{content['path']} was imported again")
    (more,) = one_row(
        connection,
        "SELECT EXISTS (SELECT FROM set_aside WHERE line <> %(line)s AND kind = 'sources' AND memory = %(memory)s "
        "AND source = %(path)s AND content::json ->> 'kind' = %(kind)s)",
        names,
    )
    columns = "memory_id, kind, path, format, sha256, entries, imported"
    values = (
        "(SELECT id FROM memories WHERE name = %(memory)s), %(kind)s, %(path)s, %(format)s, %(sha256)s, %(entries)s, "
        "%(imported)s"
    )
    known = {**content, "sha256": "" if more else content["sha256"]}
    connection.execute(f"INSERT INTO sources (id, {columns}) VALUES (%(id)s, {values}) ON CONFLICT DO NOTHING", known)
    connection.execute(
        f"INSERT INTO sources ({columns}) VALUES ({values}) ON CONFLICT (memory_id, kind, path) DO UPDATE "
        "SET sha256 = excluded.sha256",
        known,
    )


_SOURCE = (
    "(SELECT f.id FROM sources f JOIN memories m ON m.id = f.memory_id "
    "WHERE m.name = %(memory)s AND f.kind = '{kind}' AND f.path = %(source)s)"
)
_UNIT_SOURCE, _TERM_SOURCE = (_SOURCE.replace("{kind}", kind) for kind in ("memory", "terms"))


def _put_units_back(database: Database, contents: Sequence[dict[str, Any]]) -> None:
    table = SegmentTable(database)
    if len(contents) > _UNITS_AT_ONCE:
        database.wait_for_turn()
    for start in range(0, len(contents), _UNITS_AT_ONCE):
        some = contents[start : start + _UNITS_AT_ONCE]
        variants = [(one["id"], *variant) for one in some for variant in one["variants"]]
        segments = table.ids((variant[3], variant[2]) for variant in variants)
        with database.connection.cursor() as cursor:
            in_documents = [one for one in some if one["document"]]
            cursor.executemany(
                "INSERT INTO documents VALUES (%(document_id)s, %(document)s) ON CONFLICT DO NOTHING", in_documents
            )
            cursor.executemany(
                "INSERT INTO documents (symbol) VALUES (%(document)s) ON CONFLICT DO NOTHING", in_documents
            )
            cursor.executemany("INSERT INTO memories (name) VALUES (%(memory)s) ON CONFLICT DO NOTHING", some)
            cursor.executemany(
                f"INSERT INTO units (id, memory_id, source_id, document_id, position, digest, edited, {UNIT_COLUMNS}) "
                f"VALUES (%(id)s, (SELECT id FROM memories WHERE name = %(memory)s), {_UNIT_SOURCE}, "
                "(SELECT id FROM documents WHERE symbol = %(document)s), %(position)s, decode(%(digest)s, 'hex'), "
                f"%(edited)s, {', '.join(f'%({name})s' for name in UNIT_COLUMNS.split(', '))})",
                some,
            )
            cursor.executemany(
                f"INSERT INTO variants (unit_id, number, segment_id, {VARIANT_COLUMNS}) "
                f"VALUES (%s, %s, %s, {', '.join('%s' for _ in VARIANT_COLUMNS.split(', '))})",
                [
                    (unit, number, segment, *columns)
                    for segment, (unit, number, _, *columns) in zip(segments, variants, strict=True)
                ],
            )
    join_anew(database.connection, [one["id"] for one in contents])


def _put_concept_back(connection: Connection, content: dict[str, Any]) -> None:
    connection.execute("INSERT INTO memories (name) VALUES (%(memory)s) ON CONFLICT DO NOTHING", content)
    connection.execute(
        f"INSERT INTO concepts (id, memory_id, source_id, digest, {_CONCEPT_COLUMNS}) "
        f"VALUES (%(id)s, (SELECT id FROM memories WHERE name = %(memory)s), {_TERM_SOURCE}, "
        "decode(%(digest)s, 'hex'), "
        f"{', '.join(f'%({name})s' for name in _CONCEPT_COLUMNS.split(', '))})",
        content,
    )
    terms = tuple(
        Term(text, language, TermStatus(status), *rest[:-2], *(tuple(json.loads(one)) for one in rest[-2:]))
        for text, language, status, *rest in content["terms"]
    )
    concept = Concept(content["external_id"], terms, contrasts=tuple(content["contrasts"]))
    insert_terms(connection, content["id"], concept)
