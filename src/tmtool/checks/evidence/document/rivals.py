"""Where has a document another of the ways to say a term than everywhere else: droits humains, droits de l'homme?

Either is right; a document keeps to one. The terms are those of ``rivals.tsv`` of a pair, each with what in the source
excuses another word, and its ways, the first of which official names keep in any document. So does the name of an
office or a body that goes on with a term: the Special Rapporteur on the human rights of migrants.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.draft import Pair
from tmtool.languages import language_of
from tmtool.languages.alternative_matches import find_all
from tmtool.languages.alternatives import compiled
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE = "rivals.tsv"
_FEWEST = 2
"""Places with the other way from which the one place is odd."""
_NAME_BEFORE = re.compile(r"(?<![\w.])[A-Z][\w-]*(?: [A-Z][\w-]*)+ (?P<small>(?:[a-z]+ ){1,2})$")
_REACH = 100
"""Characters before a term in which a name that goes on with it is."""
_LONGEST = 4_000
"""Characters of the longest text that is looked at."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A `Rival` is the one place of a document that has another way to say a term: the place in the translation, what
    the `many` other places have, and the term of the source."""

    pair: Pair
    span: Span
    there: str
    many: int
    name: str


@dataclass(frozen=True, slots=True)
class _Row:
    source: str
    excuses: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    pair: Pair
    span: Span
    name: str


def rivals(pairs: Sequence[Pair], known: LanguagePair) -> Iterator[Rival]:
    """Yields the places that have another way to say a term of the source than all other places."""
    rows = _rows(known)
    if known.is_turned or not rows:
        return
    any_term = compiled("|".join(row.source for row in rows))
    named = [
        pair
        for pair in pairs
        if pair.source and max(len(pair.source), len(pair.target)) <= _LONGEST and any_term.search(pair.source)
    ]
    for row in rows if len(named) > _FEWEST else ():
        odd = _odd(row, named)
        if odd is not None and not is_in_a_name(odd.name, odd.pair.source or "", language_of(known.source)):
            yield odd


def is_in_a_name(term: str, source: str, language: Language) -> bool:
    """Tells whether every place of a term in a source goes on a name of several words with capitals, after small words
    alone."""
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(term)}", source)]
    names = (_NAME_BEFORE.search(source, max(0, place - _REACH), place) for place in places)
    return bool(places) and all(
        name is not None and all(language.fold(word) in language.function_words for word in name["small"].split())
        for name in names
    )


def _odd(row: _Row, pairs: Sequence[Pair]) -> Rival | None:
    """Returns the one place that has another of the ways of a row than the others."""
    places: defaultdict[int, list[_Place]] = defaultdict(list)
    for pair in pairs:
        source = pair.source or ""
        mentions = find_all(row.source, source)
        if not mentions or (row.excuses and find_all(row.excuses, source)):
            continue
        for way, words in enumerate(row.ways):
            places[way] += [_Place(pair, span, mentions[0].of(source)) for span in find_all(words, pair.target)]
    used = sorted((way for way in places if places[way]), key=lambda way: len(places[way]))
    if len(used) != 2 or len(places[used[0]]) != 1 or len({one.pair.number for one in places[used[1]]}) < _FEWEST:
        return None
    (odd,), others = places[used[0]], places[used[1]]
    if used[0] == 0 and any(word[:1].isupper() for word in odd.name.split()[1:]):
        return None  # Conseil des droits de l'homme
    first = others[0]
    return Rival(odd.pair, odd.span, first.span.of(first.pair.target), len(others), odd.name)


@cache
def _rows(known: LanguagePair) -> tuple[_Row, ...]:
    return tuple(_Row(source, excuses, tuple(ways)) for source, excuses, *ways in known.rows(TABLE))
