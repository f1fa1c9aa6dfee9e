"""Does a translation say a concept of its source by a phrase that is no term: à titre expérimental, for a trial period?

Such phrases are in ``said_otherwise.tsv`` of a pair; a check on terms has nothing to say where both texts have one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.completeness.said import said_otherwise
from tmtool.model.span_index import SpanIndex


def leaving_phrases(look: Callable[[Pair, Draft], Iterable[Flag]]) -> Callable[[Pair, Draft], Iterator[Flag]]:
    """Returns what looks as `look` does, but leaves the terms of the source that the translation says by a phrase of
    its own."""

    def look_again(pair: Pair, draft: Draft) -> Iterator[Flag]:
        flags, known = [*look(pair, draft)], draft.language_pair
        if not flags or known is None:
            yield from flags
            return
        otherwise = SpanIndex(said_otherwise(pair, known))
        yield from (flag for flag in flags if flag.source_span is None or not otherwise.holds(flag.source_span))

    return look_again
