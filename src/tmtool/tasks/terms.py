"""Finds, searches and adds terms."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tmtool.errors import UsageError
from tmtool.languages.letters import fold
from tmtool.model import Concept, Occurrence
from tmtool.store.database import expecting_faults, transaction
from tmtool.store.history import record
from tmtool.store.memory import memory_id
from tmtool.store.termbase import all_concepts, concept_by_id, concepts_for, insert_concept
from tmtool.tasks.term_editing import concept_content
from tmtool.terminology.recognise import Recogniser

TERMBASE = "termbase"
"""The memory that the packaged term base and terms added by hand belong to."""


def recogniser_for(
    connection: sqlite3.Connection, texts: Iterable[str], language: str, *, tolerant: bool = False
) -> Recogniser:
    """A recogniser of all the terms that these texts may hold."""
    return Recogniser(concepts_for(connection, texts, language), language, tolerant=tolerant)


class TermFinder:
    """Finds the terms of one text after another. The first is answered from the terms that it may hold; who
    asks again will go on asking, and the whole term base is loaded."""

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        self._connection = connection
        self._language = language
        self._asked = False
        self._all: Recogniser | None = None

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """The terms in the text, typed with or without accents and capitals."""
        if not self._asked:
            self._asked = True
            return recogniser_for(self._connection, [text], self._language, tolerant=True).find(text)
        if self._all is None:
            self._all = Recogniser(all_concepts(self._connection), self._language, tolerant=True)
        return self._all.find(text)


def outermost(found: Iterable[Occurrence]) -> list[Occurrence]:
    """For a reader: each concept once, at its first place, and none that is but a part of another term."""
    hits = list(found)
    whole = [hit for hit in hits if not any(hit.span != other.span and _within(hit, other) for other in hits)]
    return list({hit.concept.id: hit for hit in reversed(whole)}.values())[::-1]


def _within(inner: Occurrence, outer: Occurrence) -> bool:
    """True if a piece of the outer term holds the inner one: other members of a series are no part of it."""
    return any(
        piece.start <= inner.span.start and inner.span.end <= piece.end for piece in outer.parts or (outer.span,)
    )


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
        record(connection, "add", "concepts", row, after=json.dumps(concept_content(concept), ensure_ascii=False))
