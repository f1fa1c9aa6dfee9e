"""Which part of symbols does a translation write in its own language through all of a document: NBA/CM/1, ABN/CM/1?

A house may put the acronym of its body at the head of the symbols of each language version. One symbol with another
part is a slip; two or more, with none that keeps the part of the source, are a practice.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.model import Placeable, PlaceableKind

_FEWEST = 2
"""Different symbols that a practice shows itself in, and letters of an acronym."""
_WORD = 5
"""Letters of a word that is no part of a symbol, as Corr and Add are."""


class Exchange(NamedTuple):
    """An `Exchange` is a part of symbols, by its place among their parts, as the source has it and as the translation
    does."""

    at: int
    there: str
    here: str

    @property
    def is_worded(self) -> bool:
        """Tells whether both are words of a sentence that follows the symbol: COFO/2027/Draft report."""
        return all(one.istitle() and len(one) >= _WORD for one in (self.there, self.here))

    @property
    def is_rearranged(self) -> bool:
        """Tells whether both are of the same letters, as the acronyms of a body often are: NBA, ABN."""
        return sorted(self.there) == sorted(self.here)


def exchange(there: str, here: str) -> Exchange | None:
    """Returns the one part in letters alone in which two symbols differ; None where they differ otherwise."""
    source, target = there.split("/"), here.split("/")
    if len(source) != len(target) or len(source) < _FEWEST:
        return None
    differ = [at for at, (one, other) in enumerate(zip(source, target, strict=True)) if one != other]
    if len(differ) != 1:
        return None
    [at] = differ
    both = source[at], target[at]
    return Exchange(at, *both) if all(part.isalpha() and len(part) >= _FEWEST for part in both) else None


def translated(draft: Draft) -> dict[Exchange, Pair]:
    """Returns the exchanges that a document makes in all its symbols with that part, each with its first segment."""
    return _translated(Same(draft.pairs)) if draft.is_document else {}


@lru_cache(maxsize=2)  # asked at each finding
def _translated(pairs: Same[Pair]) -> dict[Exchange, Pair]:
    first: dict[Exchange, Pair] = {}
    symbols: defaultdict[Exchange, set[str]] = defaultdict(set)
    kept: set[tuple[int, str]] = set()
    for pair in pairs:
        here = _symbols(pair.target_placeables)
        kept.update((at, part) for symbol in here for at, part in enumerate(symbol.split("/")))
        for symbol in _symbols(pair.source_placeables):
            for found in filter(None, (exchange(symbol, other) for other in here)):
                first.setdefault(found, pair)
                symbols[found].add(symbol)
    return {
        found: pair
        for found, pair in first.items()
        if len(symbols[found]) >= _FEWEST and (found.at, found.there) not in kept
    }


def _symbols(placeables: tuple[Placeable, ...]) -> set[str]:
    return {one.value for one in placeables if one.kind is PlaceableKind.SYMBOL}
