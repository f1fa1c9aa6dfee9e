"""Searches the term base and adds to it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tmtool.errors import UsageError
from tmtool.languages.letters import fold
from tmtool.model import Concept
from tmtool.store.sqlite.database import expecting_faults, transaction
from tmtool.store.sqlite.history import record
from tmtool.store.sqlite.sources import memory_id
from tmtool.store.sqlite.termbase import TERMBASE, all_concepts, concept_by_id, concepts_with_term, insert_concept
from tmtool.tasks.term_editing import concept_content


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


def add(connection: sqlite3.Connection, database: Path, concept: Concept) -> list[tuple[str, str]]:
    """Adds a concept by hand, with a line in the history; the ids of other concepts that have its first term, with that
    term. Raises UsageError if the id is taken."""
    with expecting_faults(database), transaction(connection):
        if concept_by_id(connection, concept.id):
            raise UsageError(f"there is a concept '{concept.id}' already", "see it with 'tmtool terms search'")
        row = insert_concept(connection, memory_id(connection, TERMBASE), None, concept)
        record(connection, "add", "concepts", row, after=json.dumps(concept_content(concept), ensure_ascii=False))
        first = concept.terms[0]
        others = concepts_with_term(connection, first.text, first.language)
        return [(other.id, first.text) for other in others if other.id != concept.id]
