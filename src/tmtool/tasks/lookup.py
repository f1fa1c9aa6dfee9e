"""Looks texts up in the memory and the term base, one after another or a whole file on all cores."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tmtool.languages import default_pair
from tmtool.languages.direction import directions_of
from tmtool.matching.lookup import Lookup
from tmtool.model import Answer
from tmtool.tasks.term_finding import TermFinder

if TYPE_CHECKING:
    from tmtool.model import UnitFilter
    from tmtool.store.home import Home
    from tmtool.tasks.on_all_cores import Job

Found = TypeVar("Found")

SHARED_FROM = 1_000
"""Queries known beforehand from which starting further processes pays."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` says what is asked of each lookup: between which languages, from which rate on, and how many matches
    (0 for all). With `told` a query that is plainly in the target language is asked from that, one in a third language
    for `into`, where that was named; `further` is a language to ask for where there is nothing in the target language;
    `only` says which units are wanted, None for all."""

    source_language: str = default_pair.SOURCE
    target_language: str = default_pair.TARGET
    threshold: int = 70
    limit: int = 5
    told: bool = False
    into: str = ""
    further: str = ""
    only: UnitFilter | None = None

    def answering(self, home: Home) -> Callable[[str], Answer]:
        """Returns a function that answers one query after another from this home."""
        known: dict[tuple[str, str], tuple[Lookup, TermFinder]] = {}

        def answer(query: str) -> Answer:
            start = time.perf_counter()
            directions = tuple((self.source_language, one) for one in (self.target_language, self.further) if one)
            if self.told:
                directions = directions_of(query, *directions[0], self.into)
            for direction in directions:
                if direction not in known:
                    known[direction] = Lookup(home, *direction, self.only), TermFinder(home, direction[0])
                lookup, finder = known[direction]
                matches = lookup.matches(query, threshold=self.threshold, limit=self.limit)
                terms = finder.find(query)
                if matches or (terms and not self.further):
                    break
            else:
                direction = directions[0]
            return Answer(query, matches, terms, (time.perf_counter() - start) * 1000, *direction)

        return answer


def answered(home: Home, job: Job[str, Found], queries: Sequence[str]) -> Iterator[Found]:
    """Yields what the job, `Wanted` or one made of it, gives for queries that are all known, in their order; for many
    of them on all cores. Raises DatabaseError when the database cannot be read."""
    if len(queries) < SHARED_FROM:
        return map(job.answering(home), queries)
    from tmtool.tasks.on_all_cores import answers

    return answers(home, job, queries)
