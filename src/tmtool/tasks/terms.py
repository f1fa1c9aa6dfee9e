"""Searches the term base and adds to it."""

from __future__ import annotations

from tmtool.errors import UsageError
from tmtool.languages.letters import fold
from tmtool.model import Concept
from tmtool.store.home import Home
from tmtool.tasks.term_editing import concept_content


def search(home: Home, query: str) -> list[Concept]:
    """The concepts with a term, in any language and of any status, that holds every word of the query;
    case, accents and word order do not matter."""
    wanted = fold(query).split()
    found = []
    for concept in home.concepts.all():
        texts = [fold(term.text) for term in concept.terms]
        if any(all(word in text for word in wanted) for text in texts):
            found.append(concept)
    return found


def add(home: Home, concept: Concept) -> list[tuple[str, str]]:
    """Adds a concept by hand, with a line in the history; the ids of other concepts that have its first term, with that
    term. Raises UsageError if the id is taken."""
    with home.transaction():
        if home.concepts.called(concept.id):
            raise UsageError(f"there is a concept '{concept.id}' already", "see it with 'tmtool terms search'")
        number = home.concepts.add(concept)
        home.history.record("add", "concepts", number, after=concept_content(concept))
        first = concept.terms[0]
        others = home.concepts.with_term(first.text, first.language)
        return [(other.id, first.text) for other in others if other.id != concept.id]
