"""Tells what people changed in a concept of the term base."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from tmtool.model import Concept, Term, TermStatus
from tmtool.tasks.term_editing import concept_called
from tmtool.terminology.concept_changes import Changed


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change with its time and its author; `action` is add, edit, retire or merge."""

    at: str
    author: str
    action: str
    change: Changed


def history_of(connection: sqlite3.Connection, identity: str) -> list[PastChange]:
    """What people did to a concept, the oldest change first. Raises UsageError for one that nobody changed and that is
    not there."""
    found = []
    rows = connection.execute(
        "SELECT at, author, action, before, after FROM history WHERE entity = 'concepts' AND "
        "(json_extract(nullif(before, ''), '$.id') = ?1 OR json_extract(nullif(after, ''), '$.id') = ?1) ORDER BY id",
        (identity,),
    )
    for at, author, action, before, after in rows:
        old, new = _read(before, identity), _read(after, identity) if after else None
        found.append(PastChange(at, author, action, Changed(old, new)))
    if not found:
        concept_called(connection, identity)
    return found


def _read(written: str, identity: str) -> Concept:
    """A concept as the history has it; an empty one for nothing."""
    if not written:
        return Concept(identity, ())
    content = json.loads(written)
    terms = []
    for term in content["terms"]:
        lists = {name: tuple(term.get(name, ())) for name in ("bodies", "not_with")}
        terms.append(Term(**{**term, **lists, "status": TermStatus(term["status"])}))
    return Concept(
        content["id"],
        tuple(terms),
        content["domain"],
        content["definition"],
        content["note"],
        tuple(content["contrasts"]),
        content["properties"],
        date=content.get("date", ""),
    )
