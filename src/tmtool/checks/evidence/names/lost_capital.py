"""Has the name of a place lost its capital: réunis à genève, le protocole de kyoto?

Shared by the checks of cities and of States, whose tables have the names as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.pairs.concepts import LONGEST, named_in
from tmtool.model import Level, Span
from tmtool.model.wording import say

_EXACT = "^"


def without_capital(table: str, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each name of a table that the source has, and the translation in lower case only."""
    source, known = pair.source or "", draft.language_pair
    if known is None or max(len(source), len(pair.target)) > LONGEST:
        return
    for group in named_in(known, table, known.source, source).values():
        for concept in group:
            there = concept.cues[known.source].search(source)
            if there is None or concept.cues[known.target].count(pair.target):
                continue
            for name in written_names(concept.cues[known.target].names):
                found = _small(name).search(pair.target)
                if found is not None:
                    yield Flag(
                        say("“{here}” has lost its capital: “{right}”.", here=found.group(), right=name),
                        target_span=Span(*found.span()),
                        source_span=there,
                        suggestion=name,
                        level=Level.WARNING,
                    )
                    break


@cache
def written_names(alternatives: str) -> tuple[str, ...]:
    """Returns the names of a row that are written as they stand."""
    every = (one.removeprefix(_EXACT) for one in alternatives.split("|") if one.startswith(_EXACT))
    return tuple(one for one in every if one.replace(" ", "").replace("-", "").isalpha() and not one.isupper())


@cache
def _small(name: str) -> re.Pattern[str]:
    """Returns the pattern of a name in lower case, in no address or compound."""
    return re.compile(rf"(?<![\w@./-]){re.escape(name.lower())}(?![\w@/-]|\.\w)")
