"""Which places does the source name, of whose names the translation has none?

Shared by what looks for such a name in small letters, and misspelt.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.pairs.concepts import LONGEST, named_in
from tmtool.model import Span

_EXACT = "^"


def lost_places(table: str, pair: Pair, draft: Draft) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yields where the source has each place of a table that the translation does not name, with the names that it has
    in the language of the translation; none of a text that is too long to be asked."""
    source, known = pair.source or "", draft.language_pair
    if known is None or max(len(source), len(pair.target)) > LONGEST:
        return
    for group in named_in(known, table, known.source, source).values():
        for concept in group:
            there = concept.cues[known.source].search(source)
            if there is not None and not concept.cues[known.target].count(pair.target):
                yield there, _written(concept.cues[known.target].names)


@cache
def _written(alternatives: str) -> tuple[str, ...]:
    """Returns the names of a row that are written as they stand."""
    every = (one.removeprefix(_EXACT) for one in alternatives.split("|") if one.startswith(_EXACT))
    return tuple(one for one in every if one.replace(" ", "").replace("-", "").isalpha() and not one.isupper())
