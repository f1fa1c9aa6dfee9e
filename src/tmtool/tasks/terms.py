"""Searches the term base and adds to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tmtool.errors import UsageError
from tmtool.languages.letters import fold
from tmtool.model import Concept
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.tasks.term_editing import concept_content


def search(home: Home, query: str) -> list[Concept]:
    """Returns the concept whose id the query is, then those with a term, in any language and of any status, that holds
    every word of the query; case, accents and word order do not matter."""
    whole = fold(query).strip()
    wanted = whole.split()
    called, found = [], []
    for concept in home.concepts.all():
        texts = [fold(term.text) for term in concept.terms]
        if fold(concept.id) == whole:
            called.append(concept)
        elif any(all(word in text for word in wanted) for text in texts):
            found.append(concept)
    return called + found


@dataclass(frozen=True, slots=True)
class Added:
    """An `Added` is a concept as it was added, and the ids of other concepts that have its first term too."""

    concept: Concept
    namesakes: tuple[str, ...]


def add(home: Home, concept: Concept) -> Added:
    """Adds a concept by hand, with a line in the history. Without an id it gets one made from its first term, and its
    date is today. Raises UsageError if the id is taken."""
    with home.transaction():
        return write_new(home, concept)


def write_new(home: Home, concept: Concept) -> Added:
    """Adds a concept as `add` does, in a transaction that is open."""
    first = concept.terms[0]
    made = re.sub(r"[\W_]+", "-", fold(first.text)).strip("-") or first.text
    concept = replace(concept, id=concept.id or made, date=datetime.now(UTC).date().isoformat())
    if home.concepts.called(concept.id):
        raise UsageError(
            say("there is a concept '{id}' already", id=concept.id), say("see it with 'tmtool terms search'")
        )
    number = home.concepts.add(concept)
    home.history.record("add", "concepts", number, after=concept_content(concept))
    others = home.concepts.with_term(first.text, first.language)
    return Added(concept, tuple(other.id for other in others if other.id != concept.id))
