"""Finds, searches and adds terms."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from tmtool.errors import UsageError
from tmtool.languages.letters import fold
from tmtool.model import Concept, Occurrence
from tmtool.store.database import expecting_faults, transaction
from tmtool.store.history import record
from tmtool.store.memory import memory_id
from tmtool.store.termbase import all_concepts, concept_by_id, concepts_for, insert_concept
from tmtool.terminology.recognise import Recogniser

TERMBASE = "termbase"
"""The memory that the packaged term base and terms added by hand belong to."""


def recogniser_for(
    connection: sqlite3.Connection, texts: Iterable[str], language: str, *, tolerant: bool = False
) -> Recogniser:
    """A recogniser of all the terms that these texts may hold."""
    return Recogniser(concepts_for(connection, texts, language), language, tolerant=tolerant)


def outermost(found: Iterable[Occurrence]) -> list[Occurrence]:
    """For a reader: each concept once, at its first place, and none that is but a part of another term."""
    hits = list(found)
    whole = [hit for hit in hits if not any(hit.span != other.span and _within(hit, other) for other in hits)]
    return list({hit.concept.id: hit for hit in reversed(whole)}.values())[::-1]


def _within(inner: Occurrence, outer: Occurrence) -> bool:
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def search(connection: sqlite3.Connection, query: str) -> list[Concept]:
    """The concepts with a term, in any language and of any status, that holds every word of the query;
    case, accents and word order do not matter."""
    wanted = fold(query).split()
    found = []
    for concept in all_concepts(connection):
        texts = [fold(term.text) for term in concept.terms]
        if any(all(word in text for word in wanted) for text in texts):
            found.append(concept)
    return found


def add(connection: sqlite3.Connection, database: Path, concept: Concept) -> None:
    """Adds a concept by hand, with a line in the history. Raises UsageError if the id is taken."""
    with expecting_faults(database), transaction(connection):
        if concept_by_id(connection, concept.id):
            raise UsageError(f"there is a concept '{concept.id}' already", "see it with 'tmtool terms search'")
        row = insert_concept(connection, memory_id(connection, TERMBASE), None, concept)
        content = asdict(concept) | {"properties": dict(concept.properties)}
        record(connection, "add", "concepts", row, after=json.dumps(content, ensure_ascii=False))
