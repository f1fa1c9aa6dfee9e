"""Tells what people changed in a concept of the term base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tmtool.model import Concept, Term, TermStatus
from tmtool.store.home import Home
from tmtool.tasks.term_editing import concept_called
from tmtool.terminology.concept_changes import Changed


@dataclass(frozen=True, slots=True)
class PastChange:
    """A `PastChange` is a change with its time and its author; `action` is add, edit, retire or merge."""

    at: str
    author: str
    action: str
    change: Changed


def history_of(home: Home, identity: str) -> list[PastChange]:
    """Returns what people did to a concept, the oldest change first. Raises UsageError for one that nobody changed and
    that is not there."""
    found = []
    for line in home.history.of_concept(identity):
        before = _read(line.before) if line.before else Concept(identity, ())
        after = _read(line.after) if line.after else None
        found.append(PastChange(line.at, line.author, line.action, Changed(before, after)))
    if not found:
        concept_called(home, identity)
    return found


def _read(content: dict[str, Any]) -> Concept:
    """Returns a concept as the history has it."""
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
