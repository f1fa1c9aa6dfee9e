"""Has the name of a place a slip in it that no lexicon knows: Tblissi for Tbilissi?

The source tells which name was meant, and the tables how it is written,
so that a word that is a letter away can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.names.lost_places import lost_places
from tmtool.languages.letters import fold
from tmtool.languages.slips import is_one_slip
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SHORTEST = 6
"""Letters of a name that another word is hardly ever one letter away from."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")


def with_a_slip(table: str, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each word that is one letter away from the name of a place of the source, which the
    translation has under none of its names."""
    for there, every in lost_places(table, pair, draft):
        names = [name for name in every if len(name) >= _SHORTEST]
        for found in _WORD.finditer(pair.target) if names else ():
            right = next((name for name in names if _is_slip_of(name, found[0])), None)
            if right is not None and found[0] not in (pair.source or ""):
                yield Flag(
                    say("“{here}” is written for “{right}”.", here=found[0], right=right),
                    target_span=Span(*found.span()),
                    source_span=there,
                    suggestion=right,
                    level=Level.WARNING,
                )
                break


def _is_slip_of(name: str, word: str) -> bool:
    """Tells whether a word with a capital differs from a name by one letter; accents are kept as in the country, too:
    Bogotá."""
    letters, right = fold(word.lower()), fold(name.lower())
    return word[0].isupper() and " " not in name and letters != right and is_one_slip(letters, right)
