"""The units of the memory whose source is like a text, with match rate, difference and provenance."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tmtool.matching.context import Surroundings, in_context
from tmtool.matching.rank import ranked
from tmtool.model import Match, MatchKind, Penalty
from tmtool.store.index import FuzzyIndex
from tmtool.store.memory import StoredPair, neighbours, pairs_of_segments
from tmtool.store.segments import Segments, primary
from tmtool.text.diff import diff
from tmtool.text.tokens import match_rate

_SEGMENTS_AT_ONCE = 500


class Lookup:
    """Lookups from one language to another in an open database."""

    def __init__(self, connection: sqlite3.Connection, source_language: str, target_language: str) -> None:
        self._connection = connection
        self._source = source_language
        self._target = target_language
        self._index = FuzzyIndex(connection)
        self._segments = Segments(connection)

    def matches(
        self, query: str, *, threshold: int = 70, limit: int = 5, surroundings: Surroundings | None = None
    ) -> tuple[Match, ...]:
        """The matches with a rate of at least `threshold` (1 to 100), best first.

        Every stored segment that reaches the threshold is found, and every one that differs from the query in
        placeables, a leading list label or the final mark only, whatever its rate. `limit` is how many are
        wanted, units with the same source and target counting as one, the best of them; 0 is every unit.
        Without `surroundings` no match is one in context.
        """
        segments = [segment for segment, _ in self._index.find(query, primary(self._source), threshold)]
        likes = set(self._segments.like(query, self._source)).difference(segments)
        segments += sorted(likes)
        pairs = [
            pair
            for start in range(0, len(segments), _SEGMENTS_AT_ONCE)
            for pair in pairs_of_segments(
                self._connection, segments[start : start + _SEGMENTS_AT_ONCE], self._source, self._target
            )
        ]
        found = []
        for pair in pairs:
            rate = match_rate(query, pair.source)
            if rate >= threshold or pair.source_segment in likes:
                found.append(self._match(pair, rate, surroundings))
        best = ranked(found)
        if limit:
            best = list(_distinct(best))[:limit]
        # The difference is worked out only for what is shown.
        return tuple(replace(match, diff=diff(match.source, query)) for match in best)

    def _match(self, pair: StoredPair, rate: int, surroundings: Surroundings | None) -> Match:
        kind = MatchKind.FUZZY
        if rate == 100:
            kind = MatchKind.EXACT
            if surroundings and in_context(surroundings, self._stored_surroundings(pair)):
                kind = MatchKind.CONTEXT
        penalties = (Penalty("memory", pair.penalty),) if pair.penalty else ()
        return Match(
            rate=rate,
            score=rate - pair.penalty,
            kind=kind,
            source=pair.source,
            target=pair.target,
            memory=pair.memory,
            document=pair.document,
            position=pair.position,
            status=pair.status,
            changed=pair.changed or pair.date,
            diff=(),
            penalties=penalties,
            unit=pair.unit,
        )

    def _stored_surroundings(self, pair: StoredPair) -> Surroundings:
        before, after = neighbours(self._connection, pair)
        return Surroundings(before, after, pair.document)



def _distinct(matches: Iterable[Match]) -> Iterator[Match]:
    """The first of those that offer the same target for the same source."""
    seen = set()
    for match in matches:
        if (match.source, match.target) not in seen:
            seen.add((match.source, match.target))
            yield match
