"""Looks up the units of the memory whose source is like a text, with match rate, difference and provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from tmtool.matching.alike import Alike
from tmtool.matching.conflicts import with_conflict
from tmtool.matching.context import TEXT, Surroundings, in_context, place_of, same_series
from tmtool.matching.continuation import Continuations
from tmtool.matching.possible_names import possible_names
from tmtool.matching.rank import ranked, score_of
from tmtool.matching.wording import first_of_each, wording
from tmtool.model import Adaptation, Match, MatchKind, Penalty, Status, StoredPair, Substitution
from tmtool.text.composition import SOFT_HYPHEN, without_soft_hyphens
from tmtool.text.diff import diff
from tmtool.text.tokens import match_rate, normalise, tokens

if TYPE_CHECKING:
    from tmtool.matching.adapter import Adapter
    from tmtool.model import UnitFilter
    from tmtool.store.home import Home

_SEGMENTS_AT_ONCE = 500
_ALIKE = 50
"""Of how many segments, the last stored first, it is asked whether they differ in values only, where not all matches
are wanted: a memory may hold thousands of references that do."""
_LOOKED_AT = 10
"""How many of these are looked at for that, the nearest ones."""
_ADAPTED = 5
"""How many fuzzy matches of a query are adapted to it, the likeliest first; a lookup has to be fast."""
_SUPERSEDED = Penalty("superseded", 10)
"""Keeps a CAT tool from taking the target of a superseded unit for its own at 100 %."""
_LOWEST_BY_NAME = 55
"""The lowest rate of a match that another name may complete: lower ones take too long to find."""
_LONGEST_BY_NAME = 10_000
"""Characters of the longest segment in which names are looked for that another may replace."""


class Lookup:
    """A `Lookup` looks up texts from one language to another in a home."""

    def __init__(self, home: Home, source_language: str, target_language: str, only: UnitFilter | None = None) -> None:
        """Looks up among all units, or `only` those that a filter wants."""
        self._home = home
        self._only = only
        self._source = source_language
        self._target = target_language
        self._made: Adapter | None = None
        self.continuations = Continuations(home, source_language, target_language)

    def matches(
        self, query: str, *, threshold: int = 70, limit: int = 5, surroundings: Surroundings | None = None
    ) -> tuple[Match, ...]:
        """Returns the matches with a rate of at least `threshold` (1 to 100), best first.

        Every stored segment that reaches the threshold is found, and every one that differs from the query in
        placeables, a leading list label or the final mark only, whatever its rate. Where nothing is complete and the
        query holds a known name, likely ones below the threshold are found that putting the name in completes.
        `limit` is how many are wanted, units that offer the same words counting as one, the best of them; 0 is every
        unit.
        Without `surroundings` no match is one in context. A query with soft hyphens is looked up without them as well,
        and has the better answer: units keep those that they were imported with.
        """
        if SOFT_HYPHEN in query:
            answers = [
                self._matches(one, threshold=threshold, limit=limit, surroundings=surroundings)
                for one in (without_soft_hyphens(query), query)
            ]
            return max(answers, key=lambda found: found[0].score if found else 0)
        return self._matches(query, threshold=threshold, limit=limit, surroundings=surroundings)

    def _matches(
        self, query: str, *, threshold: int, limit: int, surroundings: Surroundings | None
    ) -> tuple[Match, ...]:
        """Returns the matches of a query as it is."""
        wanted = max(limit, _ADAPTED) if limit else 0
        rates: dict[int, int] = {}
        # Of those that are alike any may be the only one that is wanted.
        is_cut = limit > 0 and self._only is None
        most = _ALIKE if is_cut else 0
        alike = Alike(query, self._home.segments.alike(query, self._source, most=most), self._source)
        hits = self._home.segments.by_rate(query, self._source, threshold)
        found = self._best(query, hits, rates, wanted, surroundings)
        found = [match for match in found if match.rate >= threshold]
        others = groupby(alike.others(rates, _LOOKED_AT if is_cut else 0), key=itemgetter(1))
        by_rate = ((rate, [segment for segment, _ in group]) for rate, group in others)
        found += self._best(query, by_rate, rates, wanted, surroundings)
        document = surroundings.document if surroundings else ""
        best = with_conflict(self._adapted(query, ranked(found, document), alike, document))
        if not _is_complete(best):
            best = [*self._adapted_by_name(query, threshold), *best]
        if not _is_complete(best) and (title := self.continuations.split(query)[0]):
            best = [*self.continued(query, self.matches(title, threshold=threshold, limit=limit)), *best]
        if limit:
            best = first_of_each(best)[:limit]
        # The difference is worked out only for what is shown.
        return tuple(
            self._adapter.explained(match, query, alike.values.get(match.source))
            if match.kind in (MatchKind.FUZZY, MatchKind.ADAPTED)
            else replace(match, diff=diff(match.source, query))
            for match in best
        )

    def continued(self, query: str, title: Sequence[Match]) -> list[Match]:
        """Returns a query that is a title with "(continued)" adapted from the best match of the title, or nothing if
        that is not complete, or the memory does not show how such a title ends."""
        ending = self.continuations.split(query)[1]
        written = self.continuations.translated(ending) if ending and _is_complete(title) else ""
        if not written:
            return []
        best = title[0]
        said = Substitution("continuation", "", ending, "", written.strip())
        changes = (*best.adapted.substitutions, said) if best.adapted else (said,)
        rate = min(match_rate(query, best.source), 99)
        return [
            replace(
                best,
                rate=rate,
                score=score_of(rate, best.penalties),
                kind=MatchKind.ADAPTED,
                diff=diff(best.source, query),
                adapted=Adaptation(best.offered + written, changes, safe=True),
                conflict=None,
            )
        ]

    def adapted_to(self, match: Match, query: str) -> Match | None:
        """Returns the match as one of another query, adapted, or None if it is not certain how."""
        rate = min(match_rate(query, match.source), 99)
        score = score_of(rate, match.penalties)
        adapted_match = self._adapter.adapted_match(replace(match, rate=rate, score=score, conflict=None), query)
        if not adapted_match.adapted or not adapted_match.adapted.safe or match.status is Status.SUPERSEDED:
            return None
        return self._adapter.explained(replace(adapted_match, kind=MatchKind.ADAPTED), query)

    def _best(
        self,
        query: str,
        hits: Iterable[tuple[int, list[int]]],
        rates: dict[int, int],
        wanted: int,
        surroundings: Surroundings | None,
    ) -> list[Match]:
        """Returns the units of these (rate on tokens, segments), given best first, until so many different ones are
        found that no other can come before them; 0 for all. The segments looked at are added to `rates`."""
        found: list[Match] = []
        some: dict[int, int] = {}
        for rate, segments in hits:
            some.update(dict.fromkeys(segments, rate))
            # Fewer segments are hardly enough, and asked for together with the next.
            if not wanted or len(some) < wanted:
                continue
            found += self._found(query, some, surroundings)
            rates |= some
            some = {}
            if _enough(found, wanted, rate):
                break
        rates |= some
        return found + self._found(query, some, surroundings)

    def _found(self, query: str, rates: dict[int, int], surroundings: Surroundings | None) -> list[Match]:
        """Returns the units of the segments with these rates on tokens, as matches."""
        text = normalise(query)
        segments = list(rates)
        found = []
        for start in range(0, len(segments), _SEGMENTS_AT_ONCE):
            some = segments[start : start + _SEGMENTS_AT_ONCE]
            for pair in self._pairs(some):
                rate = 100 if normalise(pair.source) == text else min(rates[pair.source_segment], 99)
                found.append(self._match(pair, rate, surroundings))
        return found

    def _pairs(self, segments: Sequence[int]) -> Iterable[StoredPair]:
        """Returns the units of these segments that are wanted."""
        pairs = self._home.units.of_segments(segments, self._source, self._target)
        return pairs if self._only is None else filter(self._only.keeps, pairs)

    def _adapted(
        self, query: str, found: list[Match], alike: Alike | None = None, document: str = "", *, partly: bool = True
    ) -> list[Match]:
        """Returns the matches in order, the likeliest of the fuzzy ones adapted to the query where they can be, or
        `partly` as long as none is complete."""
        fuzzy = [match for match in found if match.kind is MatchKind.FUZZY and match.status is not Status.SUPERSEDED]
        perhaps = islice((match for match in fuzzy if alike and match.source in alike.texts), _LOOKED_AT)
        likeliest = (match for match in perhaps if alike and alike.holds(match.source))
        made: dict[tuple[str, str], Match] = {}
        partly = partly and not _is_complete(found)
        for match in islice(_distinct(chain(likeliest, fuzzy)), _ADAPTED):
            new = made[match.source, match.target] = self._adapter.adapted_match(match, query, partly=partly)
            partly = partly and not (new.adapted and new.adapted.safe)
        if not any(match.adapted for match in made.values()):
            return found
        adapted_match = (_with_adaptation(match, made.get((match.source, match.target))) for match in found)
        return ranked(adapted_match, document)

    def _adapted_by_name(self, query: str, threshold: int) -> list[Match]:
        """Returns matches below the threshold that differ in a name only, and values: the sentence of another body."""
        names = possible_names(query) if len(query) <= _LONGEST_BY_NAME else ()
        if not names:
            return []
        longest = self._adapter.longest_name(names)
        # Another name may change as many tokens as this one has, and values as many again.
        lowest = max(_LOWEST_BY_NAME, 100 - 200 * longest // max(1, len(tokens(query))))
        if lowest >= threshold:
            return []
        hits = self._home.segments.similar(query, self._source, lowest)
        nearest = islice((hit for hit in hits if hit[1] < threshold), _ADAPTED)
        pairs = self._pairs([segment for segment, _ in nearest])
        found = ranked(self._match(pair, match_rate(query, pair.source), None) for pair in pairs)
        return [match for match in self._adapted(query, found, partly=False) if match.kind is MatchKind.ADAPTED]

    @property
    def _adapter(self) -> Adapter:
        # Loaded for the first fuzzy match: an exact one needs neither the grammar nor the names.
        if self._made is None:
            from tmtool.matching.adapter import Adapter

            self._made = Adapter(self._home, self._source, self._target)
        return self._made

    def _match(self, pair: StoredPair, rate: int, surroundings: Surroundings | None) -> Match:
        kind = MatchKind.FUZZY
        if rate == 100 and pair.status is not Status.SUPERSEDED:
            kind = MatchKind.EXACT
            if surroundings and in_context(surroundings, self._stored_surroundings(pair, surroundings)):
                kind = MatchKind.CONTEXT
        penalties = (Penalty("memory", pair.penalty),) if pair.penalty else ()
        if pair.status is Status.SUPERSEDED:
            penalties = (*penalties, _SUPERSEDED)
        return Match(
            rate=rate,
            score=score_of(rate, penalties),
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

    def _stored_surroundings(self, pair: StoredPair, query: Surroundings) -> Surroundings:
        before, after = self._home.passages.neighbours(pair)
        stored = Surroundings(before, after, pair.document, place_of(pair.context))
        if stored.place == TEXT and query.heading and same_series(query, stored):
            return replace(stored, heading=self._home.passages.heading_above(pair))
        return stored


def _is_complete(matches: Sequence[Match]) -> bool:
    return bool(matches) and matches[0].kind is not MatchKind.FUZZY


def _with_adaptation(match: Match, adapted_match: Match | None) -> Match:
    """Returns the match with what was found out for one of the same texts; a superseded unit is never a complete
    match."""
    if adapted_match is None or match.kind is not MatchKind.FUZZY or match.status is Status.SUPERSEDED:
        return match
    safe = adapted_match.adapted is not None and adapted_match.adapted.safe
    kind = MatchKind.ADAPTED if safe else MatchKind.FUZZY
    return replace(match, kind=kind, adapted=adapted_match.adapted, warnings=adapted_match.warnings)


def _enough(found: list[Match], wanted: int, rate: int) -> bool:
    """Tells whether as many different matches are found that none with a lower rate can come before: a score is at most
    the rate. What is superseded comes last, whatever its rate."""
    live = (match for match in found if match.score >= rate and match.status is not Status.SUPERSEDED)
    return len({wording(match.target) for match in live}) >= wanted


def _distinct(matches: Iterable[Match]) -> Iterator[Match]:
    """Yields the first of those that offer the same target for the same source."""
    seen = set()
    for match in matches:
        if (match.source, match.target) not in seen:
            seen.add((match.source, match.target))
            yield match
