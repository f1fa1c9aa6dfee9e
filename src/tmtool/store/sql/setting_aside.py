"""Takes a part of the database out of it so that it can be put back: the rows of all tables are kept, as JSON, in
`set_aside`."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from tmtool.model import Concept, Term, TermStatus
from tmtool.store.sql.concept_writing import insert_terms
from tmtool.store.sql.dialect import Dialect, Json
from tmtool.store.sql.joining import join_anew
from tmtool.store.sql.removal import Rows, hold, remove, remove_concepts
from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS
from tmtool.store.values import Extent, Part

_UNITS_AT_ONCE = 1_000
_CONCEPT_COLUMNS = "external_id, domain, definition, note, date, properties, changed, edited"
_TERM_COLUMNS = (
    "text, language, status, part_of_speech, gender, grammatical_number, note, replaced_by, type, source, bodies, "
    "not_with"
)


def set_aside(sql: Dialect, part: Part, record: Callable[[Extent], int]) -> Extent:
    """Removes the rows of a part, and keeps them by the line of the history that `record` makes; it is told how much
    they are when nobody else is changing them. Needs an open transaction."""
    rows = hold(sql, part)
    line = record(rows.extent)
    _keep(sql, rows, line)
    if part.source is None and part.document is None:
        sql.run(_keep_memory(sql.json), line, part.memory)
    # Without it nobody would know any more who may see what is kept.
    remove(sql, rows, part, but=sql.shared)
    return rows.extent


def set_concepts_aside(sql: Dialect, concepts: Sequence[int], line: int) -> None:
    """Removes concepts, and keeps them as `set_aside` does."""
    sql.hold("concepts", concepts)
    _keep(sql, Rows((), tuple(concepts), ()), line)
    remove_concepts(sql, concepts)


def put_back(sql: Dialect, line: int) -> Extent:
    """Puts back what was set aside by that line of the history. Needs an open transaction. Raises LookupError if there
    is nothing, or a file of it has been imported again since."""
    kinds = sql.rows("SELECT kind, count(*) FROM set_aside WHERE line = ? GROUP BY kind", line)
    counts: dict[str, int] = dict(kinds)
    if not counts:
        raise LookupError(f"nothing is set aside by the line {line} of the history")
    for content in _kept(sql, line, "memories"):
        # By the number it had, unless another has that.
        sql.run("INSERT INTO memories (id, name) VALUES (:id, :name) ON CONFLICT DO NOTHING", **content)
        sql.run("INSERT INTO memories (name) VALUES (:name) ON CONFLICT DO NOTHING", **content)
        sql.run("UPDATE memories SET penalty = :penalty, trust = :trust, note = :note WHERE name = :name", **content)
    for content in _kept(sql, line, "sources"):
        _put_source_back(sql, content, line)
    _put_units_back(sql, list(_kept(sql, line, "units")))
    for content in _kept(sql, line, "concepts"):
        _put_concept_back(sql, content)
    sql.run("DELETE FROM set_aside WHERE line = ?", line)
    return Extent(counts.get("units", 0), counts.get("concepts", 0), counts.get("sources", 0))


def lines_aside(sql: Dialect) -> list[int]:
    """Returns the lines of the history by which something is set aside, the last first."""
    return [int(row[0]) for row in sql.rows("SELECT DISTINCT line FROM set_aside ORDER BY line DESC")]


def rows_aside(sql: Dialect, part: Part | None) -> dict[str, list[int]]:
    """Returns what of a part (None for any) is set aside: by table, the numbers that rows had, and as ``lines`` the
    lines of the history that nothing else is set aside by."""
    found: dict[str, list[int]] = {}
    for kind in ("units", "concepts", "memories"):
        rows = sql.rows(
            f"SELECT DISTINCT number FROM set_aside WHERE kind = :kind AND {_OF_PART} ORDER BY number",
            kind=kind, **_names(part),
        )  # fmt: skip
        found[kind] = [int(row[0]) for row in rows]
    rows = sql.rows(
        "SELECT DISTINCT line FROM set_aside EXCEPT "
        f"SELECT line FROM set_aside WHERE kind IN ('units', 'concepts') AND NOT ({_OF_PART})",
        **_names(part),
    )
    found["lines"] = [int(row[0]) for row in rows]
    return found


def drop_aside(sql: Dialect, part: Part | None, also: Mapping[str, Collection[int]]) -> None:
    """Removes what of a part (None for any) is set aside, and what has the numbers in `also`, by table. Needs an open
    transaction."""
    lines = rows_aside(sql, part)["lines"]
    sql.run(f"DELETE FROM set_aside WHERE {_OF_PART}", **_names(part))
    for table, numbers in also.items():
        sql.run("DELETE FROM set_aside WHERE kind = ? AND number = ANY (?)", table, list(numbers))
    sql.run("DELETE FROM set_aside WHERE line = ANY (?)", lines)


_OF_PART = " AND ".join(
    f"(CAST(:{name} AS text) IS NULL OR {name} = :{name})" for name in ("memory", "source", "document")
)


def _names(part: Part | None) -> dict[str, str | None]:
    part = part or Part()
    return {"memory": part.memory, "source": part.source, "document": part.document}


def _keep(sql: Dialect, rows: Rows, line: int) -> None:
    for keep, wanted in ((_keep_units, rows.units), (_keep_concepts, rows.concepts), (_keep_sources, rows.sources)):
        if wanted:
            sql.run(keep(sql.json), line, list(wanted))


_KEEP = "INSERT INTO set_aside (line, kind, number, memory, source, document, content) SELECT "


def _keep_units(js: Json) -> str:
    variants = f"{js.array}(v.number, s.text, {_array(VARIANT_COLUMNS, 'v')})"
    content = (
        f"'id', u.id, 'memory', m.name, 'source', f.path, 'document', d.symbol, 'document_id', d.id, "
        f"'position', u.position, 'digest', {js.of_bytes.format('u.digest')}, 'edited', u.edited, "
        f"{_object(UNIT_COLUMNS, 'u')}, 'variants', (SELECT {js.of_rows.format(variants)} "
        "FROM variants v JOIN segments s ON s.id = v.segment_id WHERE v.unit_id = u.id)"
    )
    return (
        f"{_KEEP} ?, 'units', u.id, m.name, coalesce(f.path, ''), coalesce(d.symbol, ''), {js.object}({content}) "
        "FROM units u JOIN memories m ON m.id = u.memory_id LEFT JOIN sources f ON f.id = u.source_id "
        "LEFT JOIN documents d ON d.id = u.document_id WHERE u.id = ANY (?)"
    )


def _keep_concepts(js: Json) -> str:
    terms = f"{js.array}(t.number, {_array(_TERM_COLUMNS, 't')})"
    content = (
        f"'id', c.id, 'memory', m.name, 'source', f.path, 'digest', {js.of_bytes.format('c.digest')}, "
        f"{_object(_CONCEPT_COLUMNS, 'c')}, "
        f"'contrasts', (SELECT {js.of_rows.format('contrast')} FROM contrasts WHERE concept_id = c.id), "
        f"'terms', (SELECT {js.of_rows.format(terms)} FROM terms t WHERE t.concept_id = c.id)"
    )
    return (
        f"{_KEEP} ?, 'concepts', c.id, m.name, coalesce(f.path, ''), '', {js.object}({content}) "
        "FROM concepts c JOIN memories m ON m.id = c.memory_id LEFT JOIN sources f ON f.id = c.source_id "
        "WHERE c.id = ANY (?)"
    )


def _keep_sources(js: Json) -> str:
    content = f"'id', f.id, 'memory', m.name, {_object('kind, path, format, sha256, entries, imported', 'f')}"
    return (
        f"{_KEEP} ?, 'sources', f.id, m.name, f.path, '', {js.object}({content}) "
        "FROM sources f JOIN memories m ON m.id = f.memory_id WHERE f.id = ANY (?)"
    )


def _keep_memory(js: Json) -> str:
    content = _object("id, name, penalty, trust, note", "m")
    return f"{_KEEP} ?, 'memories', m.id, m.name, '', '', {js.object}({content}) FROM memories m WHERE m.name = ?"


def _object(columns: str, table: str) -> str:
    return ", ".join(f"'{name}', {table}.{name}" for name in columns.split(", "))


def _array(columns: str, table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in columns.split(", "))


def _kept(sql: Dialect, line: int, kind: str) -> Iterator[dict[str, Any]]:
    rows = list(sql.rows("SELECT content FROM set_aside WHERE line = ? AND kind = ? ORDER BY number", line, kind))
    return (json.loads(row[0]) for row in rows)


def _put_source_back(sql: Dialect, content: dict[str, Any], line: int) -> None:
    """Makes the file known again. Its next import reads it if more of it is still set aside."""
    sql.run("INSERT INTO memories (name) VALUES (:memory) ON CONFLICT DO NOTHING", **content)
    there = sql.row(
        "SELECT f.sha256 FROM sources f JOIN memories m ON m.id = f.memory_id "
        "WHERE m.name = :memory AND f.kind = :kind AND f.path = :path",
        **content,
    )
    if there and there[0]:
        raise LookupError(f"{content['path']} was imported again")
    more = sql.row(
        "SELECT 1 FROM set_aside WHERE line <> :line AND kind = 'sources' AND memory = :memory AND source = :path "
        f"AND {sql.json.by_name.format('content', 'kind')} = :kind",
        **content, line=line,
    )  # fmt: skip
    columns = "memory_id, kind, path, format, sha256, entries, imported"
    values = "(SELECT id FROM memories WHERE name = :memory), :kind, :path, :format, :sha256, :entries, :imported"
    known = {**content, "sha256": "" if more else content["sha256"]}
    sql.run(f"INSERT INTO sources (id, {columns}) VALUES (:id, {values}) ON CONFLICT DO NOTHING", **known)
    sql.run(
        f"INSERT INTO sources ({columns}) VALUES ({values}) ON CONFLICT (memory_id, kind, path) DO UPDATE "
        "SET sha256 = excluded.sha256",
        **known,
    )


_SOURCE = (
    "(SELECT f.id FROM sources f JOIN memories m ON m.id = f.memory_id "
    "WHERE m.name = :memory AND f.kind = '{kind}' AND f.path = :source)"
)
_UNIT_SOURCE, _TERM_SOURCE = _SOURCE.format(kind="memory"), _SOURCE.format(kind="terms")


def _put_units_back(sql: Dialect, contents: Sequence[dict[str, Any]]) -> None:
    if len(contents) > _UNITS_AT_ONCE:
        sql.wait_for_turn()
    for start in range(0, len(contents), _UNITS_AT_ONCE):
        some = [_with_bytes(one) for one in contents[start : start + _UNITS_AT_ONCE]]
        in_documents = [one for one in some if one["document"]]
        sql.run_all("INSERT INTO documents VALUES (:document_id, :document) ON CONFLICT DO NOTHING", in_documents)
        sql.run_all("INSERT INTO documents (symbol) VALUES (:document) ON CONFLICT DO NOTHING", in_documents)
        sql.run_all("INSERT INTO memories (name) VALUES (:memory) ON CONFLICT DO NOTHING", some)
        sql.run_all(
            f"INSERT INTO units (id, memory_id, source_id, document_id, position, digest, edited, {UNIT_COLUMNS}) "
            f"VALUES (:id, (SELECT id FROM memories WHERE name = :memory), {_UNIT_SOURCE}, "
            "(SELECT id FROM documents WHERE symbol = :document), :position, :digest, :edited, "
            f"{_named(UNIT_COLUMNS)})",
            some,
        )
        variants = [(one["id"], *variant) for one in some for variant in one["variants"]]
        segments = sql.segments((variant[3], variant[2]) for variant in variants)
        marks = ", ".join("?" for _ in VARIANT_COLUMNS.split(", "))
        sql.run_all(
            f"INSERT INTO variants (unit_id, number, segment_id, {VARIANT_COLUMNS}) VALUES (?, ?, ?, {marks})",
            [
                (unit, number, segment, *columns)
                for segment, (unit, number, _, *columns) in zip(segments, variants, strict=True)
            ],
        )
    join_anew(sql, [one["id"] for one in contents])


def _put_concept_back(sql: Dialect, content: dict[str, Any]) -> None:
    sql.run("INSERT INTO memories (name) VALUES (:memory) ON CONFLICT DO NOTHING", **content)
    sql.run(
        f"INSERT INTO concepts (id, memory_id, source_id, digest, {_CONCEPT_COLUMNS}) "
        f"VALUES (:id, (SELECT id FROM memories WHERE name = :memory), {_TERM_SOURCE}, :digest, "
        f"{_named(_CONCEPT_COLUMNS)})",
        **_with_bytes(content),
    )
    terms = tuple(
        Term(text, language, TermStatus(status), *rest[:-2], *(tuple(json.loads(one)) for one in rest[-2:]))
        for text, language, status, *rest in map(_without_number, sorted(content["terms"], key=_number))
    )
    concept = Concept(content["external_id"], terms, contrasts=tuple(content["contrasts"]))
    insert_terms(sql, content["id"], concept)


def _with_bytes(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "digest": bytes.fromhex(content["digest"])}


def _named(columns: str) -> str:
    return ", ".join(f":{name}" for name in columns.split(", "))


def _number(term: list[Any]) -> int:
    """Returns the place of a term in its concept. PostgreSQL once kept them without, in their order."""
    return term[0] if isinstance(term[0], int) else 0


def _without_number(term: list[Any]) -> list[Any]:
    return term[1:] if isinstance(term[0], int) else term
