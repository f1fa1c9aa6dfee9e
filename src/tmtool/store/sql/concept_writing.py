"""Writes concepts: those of an imported file (`store.groups.writers.ConceptWriter`), and those changed by hand."""

from __future__ import annotations

import json
from collections import defaultdict

from tmtool.languages.tags import primary
from tmtool.model import Concept
from tmtool.store.authorship import now
from tmtool.store.digest import digest_of_concept
from tmtool.store.sql.dialect import Dialect
from tmtool.store.sql.questions import Questions
from tmtool.store.sql.removal import remove_concepts
from tmtool.store.values import Changes
from tmtool.text.term_words import first_words


class SqlConceptWriter(Questions):
    """Replaces the concepts of one source by those given to `add`."""

    def __init__(self, sql: Dialect, memory: int, source: int) -> None:
        super().__init__(sql)
        self._memory = memory
        self._source = source
        self._old: dict[bytes, list[int]] = defaultdict(list)
        self._edited: set[str] = set()
        for concept, digest, identity, edited in sql.rows(
            "SELECT id, digest, external_id, edited FROM concepts WHERE source_id = ?", source
        ):
            if edited:
                self._edited.add(identity)
            else:
                self._old[digest].append(concept)
        self._given: set[bytes] = set()
        self._changes = Changes()
        self._concepts = 0

    def add(self, concept: Concept) -> None:
        """Stores a concept unless the source gave the same before, or it was changed here by hand; equal ones of
        one file are merged."""
        self._concepts += 1
        if concept.id in self._edited:
            self._changes.kept.append(concept.id)
            return
        digest = digest_of_concept(concept)
        if digest in self._given:
            return
        self._given.add(digest)
        if old := self._old.get(digest):
            old.pop()
            self._changes.unchanged += 1
            return
        insert_concept(self._sql, self._memory, self._source, concept)
        self._changes.added += 1

    def finish(self) -> Changes:
        """Removes what was not given again and says what was done."""
        gone = sorted(concept for concepts in self._old.values() for concept in concepts)
        remove_concepts(self._sql, gone)
        self._changes.removed += len(gone)
        self._sql.run("UPDATE sources SET entries = ? WHERE id = ?", self._concepts, self._source)
        return self._changes


def insert_concept(sql: Dialect, memory: int, source: int | None, concept: Concept) -> int:
    """Stores a concept with its terms and their first words' forms; its row id. `source` is None for one
    added by hand. Needs an open transaction."""
    row = sql.insert(
        "concepts",
        "memory_id, source_id, external_id, domain, definition, note, date, properties, digest, changed",
        memory, source, concept.id, concept.domain, concept.definition, concept.note, concept.date,
        json.dumps(dict(concept.properties), ensure_ascii=False), digest_of_concept(concept), now(),
    )  # fmt: skip
    insert_terms(sql, row, concept)
    return row


def replace_concept(sql: Dialect, row: int, concept: Concept, *, edited: bool) -> None:
    """Puts a concept in the place of the one with this row id; a new import leaves it alone if it is `edited`. Needs an
    open transaction."""
    sql.run(
        "UPDATE concepts SET external_id = ?, domain = ?, definition = ?, note = ?, date = ?, properties = ?, "
        "digest = ?, changed = ?, edited = ? WHERE id = ?",
        concept.id, concept.domain, concept.definition, concept.note, concept.date,
        json.dumps(dict(concept.properties), ensure_ascii=False), digest_of_concept(concept), now(), int(edited), row,
    )  # fmt: skip
    sql.run("DELETE FROM terms WHERE concept_id = ?", row)
    sql.run("DELETE FROM contrasts WHERE concept_id = ?", row)
    insert_terms(sql, row, concept)


def insert_terms(sql: Dialect, row: int, concept: Concept) -> None:
    """Stores the contrasts and the terms of a concept with this row id. Needs an open transaction."""
    sql.run_all("INSERT INTO contrasts VALUES (?, ?)", [(row, one) for one in dict.fromkeys(concept.contrasts)])
    for number, term in enumerate(concept.terms):
        inserted = sql.row(
            "INSERT INTO terms (concept_id, number, language, text, status, part_of_speech, gender, "
            "grammatical_number, note, replaced_by, type, source, bodies, not_with) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            row, number, term.language, term.text, term.status.value, term.part_of_speech, term.gender, term.number,
            term.note, term.replaced_by, term.type, term.source, _listed(term.bodies), _listed(term.not_with),
        )  # fmt: skip
        assert inserted is not None
        sql.run_all(
            "INSERT INTO term_forms VALUES (?, ?, ?)",
            [(primary(term.language), form, *inserted) for form in sorted(first_words(term, term.language))],
        )


def _listed(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else "[]"  # nearly always
