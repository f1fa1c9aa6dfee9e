"""Makes views for people who open the database with other tools: one language pair as a table."""

from __future__ import annotations

from tmtool.languages.tags import primary
from tmtool.store.postgresql.database import Database, transaction


def ensure_pair_view(database: Database, source_language: str, target_language: str) -> None:
    """Makes the view ``units_<source>_<target>`` (primary subtags) unless it is there: each unit with text in
    both languages, its document, position, status, date and memory."""
    source, target = primary(source_language), primary(target_language)
    name = f"units_{source}_{target}"
    connection = database.connection
    if connection.execute(
        "SELECT FROM pg_views WHERE schemaname = current_schema() AND viewname = %s", (name,)
    ).rowcount:
        return
    with transaction(database):
        # Subtags are letters, so that they can be in the text of a statement.
        connection.execute(f"""
            CREATE OR REPLACE VIEW "{name}" AS
            SELECT u.id, s.text AS "{source}", t.text AS "{target}", d.symbol AS document, u.position, u.status, u.date,
                   u.context, u.note, m.name AS memory
            FROM units u
            JOIN memories m ON m.id = u.memory_id
            LEFT JOIN documents d ON d.id = u.document_id
            JOIN variants vs ON vs.unit_id = u.id
            JOIN segments s ON s.id = vs.segment_id AND s.language = '{source}'
            JOIN variants vt ON vt.unit_id = u.id AND vt.number <> vs.number
            JOIN segments t ON t.id = vt.segment_id AND t.language = '{target}'
            """)
