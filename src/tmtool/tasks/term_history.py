"""Tells what people changed in a concept of the term base."""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.model import Concept
from tmtool.store.home import Home
from tmtool.tasks.term_editing import concept_called, concept_of
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
        before = concept_of(line.before) if line.before else Concept(identity, ())
        after = concept_of(line.after) if line.after else None
        found.append(PastChange(line.at, line.author, line.action, Changed(before, after)))
    if not found:
        concept_called(home, identity)
    return found
