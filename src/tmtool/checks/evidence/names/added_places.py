"""Where does the translation say that something is in a city, of which the source says nothing: les examinera à Genève?

A city in a name (la Convention de Rotterdam) is left alone: the source may name that by what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.letters import fold
from tmtool.languages.pairs.concepts import LONGEST, named_in
from tmtool.model import Span


def added_places(table: str, group: str, pair: Pair, draft: Draft) -> Iterator[Span]:
    """Yields the place of each name of a group of a table that the translation has after a word for where something
    is, and that the source has in no way; none of a text that is too long to be asked."""
    source, target, known = pair.source or "", pair.target, draft.language_pair
    if known is None or draft.target is None or max(len(source), len(target)) > LONGEST:
        return
    there = fold(source)
    at_place = draft.target.pattern("at-place")
    for named in named_in(known, table, known.target, target).values():
        for concept in named:
            if concept.group != group or concept.cues[known.source].count(source):
                continue
            for span in concept.cues[known.target].all_names(target):
                if at_place.search(target, 0, span.start) and fold(span.of(target)) not in there:
                    yield span
