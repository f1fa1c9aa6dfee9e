"""Says what the views have that people see who open the database with other tools: one language pair as a table."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.tags import primary


def pair_views(source_language: str, target_language: str) -> Iterator[tuple[str, str]]:
    """Yields the names of the views ``units_<source>_<target>`` and ``terms_<source>_<target>`` (primary subtags), each
    with what it selects: each unit with text in both languages, its document, position, status, date and memory; each
    pair of terms that one concept has."""
    # Subtags are letters, so that they can be in the text of a statement.
    source, target = primary(source_language), primary(target_language)
    for kind, select in (("units", _UNITS), ("terms", _TERMS)):
        yield f"{kind}_{source}_{target}", select.format(source=source, target=target)


_UNITS = """
SELECT u.id, s.text AS "{source}", t.text AS "{target}", d.symbol AS document, u.position, u.status, u.date,
       u.context, u.note, m.name AS memory
FROM units u
JOIN memories m ON m.id = u.memory_id
LEFT JOIN documents d ON d.id = u.document_id
JOIN variants vs ON vs.unit_id = u.id
JOIN segments s ON s.id = vs.segment_id AND s.language = '{source}'
JOIN variants vt ON vt.unit_id = u.id AND vt.number <> vs.number
JOIN segments t ON t.id = vt.segment_id AND t.language = '{target}'
"""
_TERMS = """
SELECT c.external_id AS concept, c.domain, s.text AS "{source}", s.status AS "{source}_status",
       t.text AS "{target}", t.status AS "{target}_status", c.note, m.name AS memory
FROM concepts c
JOIN memories m ON m.id = c.memory_id
JOIN terms s ON s.concept_id = c.id AND (s.language = '{source}' OR s.language LIKE '{source}-%')
JOIN terms t ON t.concept_id = c.id AND (t.language = '{target}' OR t.language LIKE '{target}-%')
"""
