"""Has the name of a place lost its capital: réunis à genève, le protocole de kyoto?

Shared by the checks of cities and of States, whose tables have the names as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.names.lost_places import lost_places
from tmtool.model import Level, Span
from tmtool.model.wording import say


def without_capital(table: str, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each name of a table that the source has, and the translation in lower case only."""
    for there, names in lost_places(table, pair, draft):
        for name in names:
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
def _small(name: str) -> re.Pattern[str]:
    """Returns the pattern of a name in lower case, in no address or compound."""
    return re.compile(rf"(?<![\w@./-]){re.escape(name.lower())}(?![\w@/-]|\.\w)")
