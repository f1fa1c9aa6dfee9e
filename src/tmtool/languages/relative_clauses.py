"""Is the subject of a relative clause one or several by its verb: the experts who *have* met? Each language reads it
from its own forms; a check compares them."""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class RelativeClause:
    """A `RelativeClause` is the pronoun that is the subject of a clause and the finite verb of it, which tells whether
    what the pronoun takes up is a plural. `plurals` are the words before it in its sentence that look like one. `sure`
    is False where the verb may be no verb, so that its counterpart has to tell."""

    pronoun: Span
    verb: Span
    is_plural: bool
    plurals: frozenset[Span]
    sure: bool = True
