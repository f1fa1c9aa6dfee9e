"""Have the two objects of a verb changed places: confier les coopératives au contrôle for entrust the cooperatives with
control?

Which verbs hand one thing over to another, with which small word between the two, and whether the first there is the
first here, is in ``handed_over.tsv`` of a pair. Where the translation puts the small word right after its verb, the
two may come in either order, and nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import Side, first_counterpart
from tmtool.languages.needed_letters import may_find
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE = "handed_over.tsv"
_REACH = 70
"""Characters after a verb in which the small word between its objects is."""
_OBJECT = 3
"""Words of content of an object at most."""
_LONGEST = 3
"""Words of content between a verb and its small word, of which more have that for themselves."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A `_Rule` says how a verb and the small word between its objects are known on either side, and whether the first
    object there is the second here."""

    there: re.Pattern[str]
    between_there: re.Pattern[str]
    here: re.Pattern[str]
    between_here: re.Pattern[str]
    turned: bool


def objects_turned(found: Linked, pair: LanguagePair) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where two objects of a verb have changed places: both in the translation, and the first of them in the
    source."""
    of_source, of_target = found.sides
    folded = of_source.text.casefold()
    for rule in _rules(pair):
        if not may_find(rule.there.pattern, folded):
            continue
        there = list(_objects(of_source, rule.there, rule.between_there))
        here = list(_objects(of_target, rule.here, rule.between_here)) if len(there) == 1 else []
        if len(here) != 1:
            continue
        first, second = there[0]
        of_first, of_second = here[0][::-1] if rule.turned else here[0]
        one, other = (first_counterpart(of_source, of_target, places) for places in (first, second))
        if one is not None and other is not None and one in of_second and other in of_first:
            spans = sorted(of_target.words[place].span for place in (one, other))
            yield spans[0], spans[1], of_source.words[first[0]].span


def _objects(side: Side, verb: re.Pattern[str], between: re.Pattern[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Yields the places of the words of both objects of each such verb that has two, one after the other."""
    plain = side.text.replace("’", "'")
    for one in verb.finditer(plain):
        small = between.search(plain, one.end(), one.end() + _REACH)
        if small is None or MARK.search(plain, one.end(), small.start()):
            continue
        first = [at for at, word in enumerate(side.words) if one.end() <= word.span.start < small.start()]
        if len(first) > _LONGEST:
            continue  # present a summary of the measures taken by States Parties with many survivors
        second = _after(side, small.end())
        if first and second:
            yield first[:_OBJECT], second


def _after(side: Side, start: int) -> list[int]:
    """Returns the places of the first words of content after a place, up to a mark."""
    places: list[int] = []
    for at, word in enumerate(side.words):
        if word.span.start < start:
            continue
        if len(places) == _OBJECT or MARK.search(side.text, start, word.span.start):
            break
        places.append(at)
    return places


@cache
def _rules(pair: LanguagePair) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(_words(there), _words(between), _words(here), _words(between_here), order == "turned")
        for there, between, here, between_here, order in pair.rows(TABLE)
    )


def _words(expression: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{expression})(?:(?<=')|(?!\w))", re.IGNORECASE)
