"""The units of the memory whose source is like a text, with match rate, difference and provenance."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from tmtool.languages.tags import primary
from tmtool.matching.context import Surroundings, in_context
from tmtool.matching.rank import ranked
from tmtool.model import Match, MatchKind, Penalty, Status
from tmtool.store.index import FuzzyIndex
from tmtool.store.memory import StoredPair, neighbours, pairs_of_segments
from tmtool.store.segments import Segments
from tmtool.text.diff import diff
from tmtool.text.tokens import match_rate, normalise, tokens

if TYPE_CHECKING:
    from tmtool.matching.finisher import Finisher

_SEGMENTS_AT_ONCE = 500
_ALIKE = 50
"""Of how many segments, the last stored first, it is asked whether they differ in values only, where not all matches
are wanted: a memory may hold thousands of references that do."""
_ADAPTED = 5
"""How many fuzzy matches of a query are made to fit it, the likeliest first; a lookup has to be fast."""
_LOWEST_BY_NAME = 55
"""The lowest rate of a match that another name may finish: lower ones take too long to find."""


class Lookup:
    """Lookups from one language to another in an open database."""

    def __init__(self, connection: sqlite3.Connection, source_language: str, target_language: str) -> None:
        self._connection = connection
        self._source = source_language
        self._target = target_language
        self._index = FuzzyIndex(connection)
        self._segments = Segments(connection)
        self._made: Finisher | None = None

    def matches(
        self, query: str, *, threshold: int = 70, limit: int = 5, surroundings: Surroundings | None = None
    ) -> tuple[Match, ...]:
        """The matches with a rate of at least `threshold` (1 to 100), best first.

        Every stored segment that reaches the threshold is found, and every one that differs from the query in
        placeables, a leading list label or the final mark only, whatever its rate. Where nothing is finished and the
        query holds a known name, likely ones below the threshold are found that putting the name in finishes.
        `limit` is how many are wanted, units with the same source and target counting as one, the best of them; 0 is
        every unit.
        Without `surroundings` no match is one in context.
        """
        hits = self._index.find(query, primary(self._source), threshold)
        likes = self._segments.like(query, self._source, most=_ALIKE if limit else 0)
        rates = dict(hits)
        found: list[Match] = []
        for rate, group in groupby(hits, key=itemgetter(1)):
            if limit and _enough(found, max(limit, _ADAPTED), rate):
                break
            found += self._found(query, [segment for segment, _ in group], rates, surroundings)
        found = [match for match in found if match.rate >= threshold]
        found += self._found(query, sorted(likes.keys() - rates.keys()), rates, surroundings)
        best = self._adapted(query, ranked(found), set(likes.values()))
        if not best or best[0].kind is MatchKind.FUZZY:
            best = [*self._finished_by_name(query, list(rates), threshold), *best]
        if limit:
            best = list(_distinct(best))[:limit]
        # The difference is worked out only for what is shown.
        return tuple(
            self._finisher.explained(match, query)
            if match.kind in (MatchKind.FUZZY, MatchKind.ADAPTED)
            else replace(match, diff=diff(match.source, query))
            for match in best
        )

    def _found(
        self, query: str, segments: list[int], rates: dict[int, int], surroundings: Surroundings | None
    ) -> list[Match]:
        """The units of these segments as matches; `rates` are those on tokens, where they are known."""
        wanted = normalise(query)
        found = []
        for start in range(0, len(segments), _SEGMENTS_AT_ONCE):
            some = segments[start : start + _SEGMENTS_AT_ONCE]
            for pair in pairs_of_segments(self._connection, some, self._source, self._target):
                if normalise(pair.source) == wanted:
                    rate = 100
                else:
                    rate = min(rates.get(pair.source_segment) or match_rate(query, pair.source), 99)
                found.append(self._match(pair, rate, surroundings))
        return found

    def _adapted(self, query: str, found: list[Match], alike: set[str]) -> list[Match]:
        """The matches in order, the likeliest of the fuzzy ones made to fit the query where they can be."""
        fuzzy = [match for match in found if match.kind is MatchKind.FUZZY]
        fuzzy.sort(key=lambda match: match.source not in alike)
        made: dict[tuple[str, str], Match] = {}
        for match in list(_distinct(fuzzy))[:_ADAPTED]:
            made[match.source, match.target] = self._finisher.fitted(match, query)
        if not any(match.adapted for match in made.values()):
            return found
        return ranked(_with_adaptation(match, made.get((match.source, match.target))) for match in found)

    def _finished_by_name(self, query: str, segments: list[int], threshold: int) -> list[Match]:
        """Matches below the threshold that differ in a name only, and values: the sentence of another body."""
        longest = self._finisher.longest_name(query)
        # Another name may change as many tokens as this one has, and values as many again.
        lowest = max(_LOWEST_BY_NAME, 100 - 200 * longest // max(1, len(tokens(query))))
        if lowest >= threshold:
            return []
        lower = self._index.find(query, primary(self._source), lowest)
        known = set(segments)
        nearest = sorted((hit for hit in lower if hit[0] not in known), key=lambda hit: (-hit[1], hit[0]))[:_ADAPTED]
        pairs = pairs_of_segments(self._connection, [segment for segment, _ in nearest], self._source, self._target)
        found = ranked(self._match(pair, match_rate(query, pair.source), None) for pair in pairs)
        return [match for match in self._adapted(query, found, set()) if match.kind is MatchKind.ADAPTED]

    @property
    def _finisher(self) -> Finisher:
        # Loaded for the first fuzzy match: an exact one needs neither the grammar nor the names.
        if self._made is None:
            from tmtool.matching.finisher import Finisher

            self._made = Finisher(self._connection, self._source, self._target)
        return self._made

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


def _with_adaptation(match: Match, fitted: Match | None) -> Match:
    """The match with what was found out for one of the same texts; a superseded unit is never finished work."""
    if fitted is None or match.kind is not MatchKind.FUZZY:
        return match
    safe = fitted.adapted is not None and fitted.adapted.safe and match.status is not Status.SUPERSEDED
    kind = MatchKind.ADAPTED if safe else MatchKind.FUZZY
    return replace(match, kind=kind, adapted=fitted.adapted, warnings=fitted.warnings)


def _enough(found: list[Match], wanted: int, rate: int) -> bool:
    """Whether as many different matches are wanted no more, since none with that rate or a lower one can come
    before them: a score is at most the rate."""
    return len({(match.source, match.target) for match in found if match.score > rate}) >= wanted


def _distinct(matches: Iterable[Match]) -> Iterator[Match]:
    """The first of those that offer the same target for the same source."""
    seen = set()
    for match in matches:
        if (match.source, match.target) not in seen:
            seen.add((match.source, match.target))
            yield match
