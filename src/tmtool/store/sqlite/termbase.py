"""Concepts and terms in the database: what a term table gives, and which terms a text may hold."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from tmtool.languages.tags import primary
from tmtool.model import NO_PROPERTIES, Concept, Term, TermStatus
from tmtool.store.changes import Changes, now
from tmtool.store.digest import digest_of
from tmtool.text.term_words import first_words, words_of

TERMBASE = "termbase"
"""The memory that the packaged term base and concepts added by hand belong to. A concept of another table with the same
id takes the place of one that came along and was not changed by hand, which then is not in force."""
_IN_FORCE = f"""NOT EXISTS (
    SELECT 1 FROM concepts own JOIN memories m ON m.id = c.memory_id
    WHERE m.name = '{TERMBASE}' AND c.source_id IS NOT NULL AND NOT c.edited
    AND own.external_id = c.external_id AND own.memory_id != c.memory_id
)"""


class ConceptWriter:
    """Replaces the concepts of one source by those given to `add`. Needs an open transaction."""

    def __init__(self, connection: sqlite3.Connection, memory: int, source: int) -> None:
        self._connection = connection
        self._memory = memory
        self._source = source
        self._old: dict[bytes, list[int]] = defaultdict(list)
        self._edited: set[str] = set()
        for concept, digest, identity, edited in connection.execute(
            "SELECT id, digest, external_id, edited FROM concepts WHERE source_id = ?", (source,)
        ):
            if edited:
                self._edited.add(identity)
            else:
                self._old[digest].append(concept)
        self._given: set[bytes] = set()
        self.changes = Changes()
        self.concepts = 0

    def add(self, concept: Concept) -> None:
        """Stores a concept unless the source gave the same before, or it was changed here by hand; equal ones of
        one file are merged."""
        self.concepts += 1
        if concept.id in self._edited:
            self.changes.kept.append(concept.id)
            return
        digest = _digest(concept)
        if digest in self._given:
            return
        self._given.add(digest)
        if old := self._old.get(digest):
            old.pop()
            self.changes.unchanged += 1
            return
        insert_concept(self._connection, self._memory, self._source, concept)
        self.changes.added += 1

    def finish(self) -> Changes:
        """Removes what was not given again and says what was done."""
        for concept in sorted(concept for concepts in self._old.values() for concept in concepts):
            self._connection.execute("DELETE FROM concepts WHERE id = ?", (concept,))
            self.changes.removed += 1
        self._connection.execute("UPDATE sources SET entries = ? WHERE id = ?", (self.concepts, self._source))
        return self.changes


def insert_concept(connection: sqlite3.Connection, memory: int, source: int | None, concept: Concept) -> int:
    """Stores a concept with its terms and their first words' forms; its row id. `source` is None for one
    added by hand. Needs an open transaction."""
    cursor = connection.execute(
        "INSERT INTO concepts (memory_id, source_id, external_id, domain, definition, note, date, properties, digest, "
        "changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            memory, source, concept.id, concept.domain, concept.definition, concept.note, concept.date,
            json.dumps(dict(concept.properties), ensure_ascii=False), _digest(concept), now(),
        ),
    )  # fmt: skip
    row = cursor.lastrowid
    assert row is not None
    _insert_terms(connection, row, concept)
    return row


def replace_concept(connection: sqlite3.Connection, row: int, concept: Concept) -> None:
    """Puts a concept changed by hand in the place of the one with this row id. Needs an open transaction."""
    connection.execute(
        "UPDATE concepts SET external_id = ?, domain = ?, definition = ?, note = ?, date = ?, properties = ?, "
        "digest = ?, changed = ?, edited = 1 WHERE id = ?",
        (
            concept.id, concept.domain, concept.definition, concept.note, concept.date,
            json.dumps(dict(concept.properties), ensure_ascii=False), _digest(concept), now(), row,
        ),
    )  # fmt: skip
    connection.execute("DELETE FROM terms WHERE concept_id = ?", (row,))
    connection.execute("DELETE FROM contrasts WHERE concept_id = ?", (row,))
    _insert_terms(connection, row, concept)


def remove_concept(connection: sqlite3.Connection, row: int) -> None:
    """Removes a concept with its terms, and the one that came along if this had taken its place: that would be in force
    again. Needs an open transaction."""
    connection.execute(
        "DELETE FROM concepts AS c WHERE id = ?1 "
        f"OR (external_id = (SELECT external_id FROM concepts WHERE id = ?1) AND NOT {_IN_FORCE})",
        (row,),
    )


def _insert_terms(connection: sqlite3.Connection, row: int, concept: Concept) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO contrasts VALUES (?, ?)", [(row, contrast) for contrast in concept.contrasts]
    )
    for number, term in enumerate(concept.terms):
        cursor = connection.execute(
            "INSERT INTO terms (concept_id, number, language, text, status, part_of_speech, gender, "
            "grammatical_number, note, replaced_by, type, source, bodies, not_with) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row, number, term.language, term.text, term.status, term.part_of_speech, term.gender, term.number,
                term.note, term.replaced_by, term.type, term.source, _listed(term.bodies), _listed(term.not_with),
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO term_forms VALUES (?, ?, ?)",
            [(primary(term.language), form, cursor.lastrowid) for form in sorted(first_words(term, term.language))],
        )


def concepts_for(connection: sqlite3.Connection, texts: Iterable[str], language: str) -> list[Concept]:
    """The concepts that have a term whose first word stands in one of the texts: all that a recogniser
    could find there, and some that it will not."""
    words = frozenset[str]().union(*(words_of(text, language) for text in texts))
    rows = connection.execute(
        "SELECT DISTINCT c.id FROM term_forms f JOIN terms t ON t.id = f.term_id "
        "JOIN concepts c ON c.id = t.concept_id "
        f"WHERE f.language = ? AND f.form IN (SELECT value FROM json_each(?)) AND {_IN_FORCE} ORDER BY c.id",
        (primary(language), json.dumps(list(words))),
    )
    return _load(connection, [row[0] for row in rows])


def all_concepts(connection: sqlite3.Connection) -> list[Concept]:
    """The whole term base, in the order it was stored."""
    rows = connection.execute(f"SELECT id FROM concepts c WHERE {_IN_FORCE} ORDER BY id")
    return _load(connection, [row[0] for row in rows])


def concept_by_id(connection: sqlite3.Connection, external_id: str) -> Concept | None:
    """The concept that a term table calls so."""
    row = row_of_concept(connection, external_id)
    return _load(connection, [row])[0] if row else None


def row_of_concept(connection: sqlite3.Connection, external_id: str) -> int | None:
    """The row id of the concept that a term table calls so."""
    row = connection.execute(
        f"SELECT id FROM concepts c WHERE external_id = ? AND {_IN_FORCE} ORDER BY id LIMIT 1", (external_id,)
    ).fetchone()
    return int(row[0]) if row else None


def concepts_with_term(connection: sqlite3.Connection, text: str, language: str) -> list[Concept]:
    """The concepts that have a term of just this text in this primary language, whatever its status."""
    rows = connection.execute(
        "SELECT c.id, t.language FROM terms t JOIN concepts c ON c.id = t.concept_id "
        f"WHERE t.text = ? AND {_IN_FORCE} ORDER BY c.id",
        (text,),
    )
    return _load(connection, list(dict.fromkeys(concept for concept, tag in rows if primary(tag) == primary(language))))


def concepts_in_contrast(connection: sqlite3.Connection, external_id: str) -> list[str]:
    """The ids of the concepts that name this one as a contrast."""
    return [
        str(row[0])
        for row in connection.execute(
            "SELECT c.external_id FROM contrasts x JOIN concepts c ON c.id = x.concept_id "
            f"WHERE x.contrast = ? AND {_IN_FORCE} ORDER BY c.id",
            (external_id,),
        )
    ]


def _load(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Concept]:
    concepts = []
    for concept in ids:
        terms = tuple(
            Term(row[0], row[1], TermStatus(row[2]), *row[3:10], *map(_list, row[10:]))
            for row in connection.execute(
                "SELECT text, language, status, part_of_speech, gender, grammatical_number, note, replaced_by, type, "
                "source, bodies, not_with FROM terms WHERE concept_id = ? ORDER BY number",
                (concept,),
            )
        )
        contrasts = tuple(
            row[0]
            for row in connection.execute(
                "SELECT contrast FROM contrasts WHERE concept_id = ? ORDER BY contrast", (concept,)
            )
        )
        row = connection.execute(
            "SELECT external_id, domain, definition, note, properties, date FROM concepts WHERE id = ?", (concept,)
        ).fetchone()
        properties = json.loads(row[4]) if row[4] != "{}" else NO_PROPERTIES
        concepts.append(Concept(row[0], terms, row[1], row[2], row[3], contrasts, properties, date=row[5]))
    return concepts


def _listed(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _list(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written)) if written != "[]" else ()


def _digest(concept: Concept) -> bytes:
    content = [
        concept.id, [list(asdict(term).values()) for term in concept.terms], concept.domain, concept.definition,
        concept.note, concept.date, sorted(concept.contrasts), sorted(concept.properties.items()),
    ]  # fmt: skip
    return digest_of(json.dumps(content, ensure_ascii=False), 12)
