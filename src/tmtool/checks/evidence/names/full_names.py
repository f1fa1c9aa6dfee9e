"""Is one of the names of a person misspelt, all others of which are those of the source: Mme Hna Te Rangi?

In a text that is translated closely a person is named in full, after a title, by the names that the source has. One of
them that is a slip away from the one there, in its place, is a slip even where it is too short to be told by itself, or
could be another transcription.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool import languages
from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.names.transcription import is_transcribed
from tmtool.languages.alternatives import any_of
from tmtool.languages.letters import fold
from tmtool.languages.slips import is_one_slip
from tmtool.model import Level, Span

_NAME = r"[^\W\d_a-zà-ÿ][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_TWO = 2


def misspelt_in_full(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each person after a title, one of whose names is a slip away from the source's and all others
    the same, as many, in their order; what may be another transcription is an info."""
    known, source = draft.language_pair, pair.source or ""
    if known is None or not draft.is_close:
        return
    persons = [_names(found) for found in _titled(known.source).finditer(source)]
    for found in _titled(known.target).finditer(pair.target):
        here = _names(found)
        written = [span.of(pair.target) for span in here]
        alike = [
            (place, there)
            for there in persons
            if len(there) == len(here) >= _TWO
            and len(wrong := [at for at, span in enumerate(there) if span.of(source) != written[at]]) == 1
            for place in wrong
        ]
        if len(alike) != 1:
            continue
        place, there = alike[0]
        one, right = written[place], there[place].of(source)
        if fold(one) != fold(right) and is_one_slip(fold(one), fold(right)):
            level = Level.INFO if is_transcribed(one, right, known) else Level.WARNING
            yield exchanged(here[place], pair.target, there[place], source, level)


def _names(found: re.Match[str]) -> list[Span]:
    """Returns the places of the names after a title."""
    start = found.start("names")
    return [Span(start + one.start(), start + one.end()) for one in re.finditer(_NAME, found["names"])]


def titles_before(language: str) -> str:
    """Returns the expression of the titles that surely come before the name of a person: Mme, Dr."""
    return any_of(titles for (titles,) in languages.get(language).rows("named_by_title.txt"))


@cache
def _titled(language: str) -> re.Pattern[str]:
    """Returns the pattern of a title and the names after it."""
    return re.compile(
        rf"(?:{titles_before(language)})[ \u00a0\u202f](?P<names>{_NAME}(?:[ \u00a0\u202f]{_NAME}){{1,4}})"
    )
