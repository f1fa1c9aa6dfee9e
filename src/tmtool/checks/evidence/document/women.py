"""Of which men and women alike does a document name one woman: une membre, aucune juge?

Where it does, a plural of the same noun may be in the feminine: a committee may have women alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.languages.fr.grammar.qualifiers.common_gender import feminines, women_named
from tmtool.languages.fr.grammar.words.reading import Word


def feminines_of_no_women(words: tuple[Word, ...], draft: Draft) -> Iterator[tuple[Word, Word]]:
    """Yields the feminines after a noun for men and women alike, with that, of which the document names no woman."""
    women = _women_of(draft)
    return ((adjective, noun) for adjective, noun in feminines(words) if noun.lower not in women)


def feminines_of_women(words: tuple[Word, ...], draft: Draft) -> Iterator[Word]:
    """Yields the feminines after such a noun of which the document names one woman."""
    women = _women_of(draft)
    return (adjective for adjective, noun in (feminines(words) if women else ()) if noun.lower in women)


def _women_of(draft: Draft) -> frozenset[str]:
    return _women_among(Same(draft.pairs)) if draft.is_document else frozenset()


@lru_cache(maxsize=4)
def _women_among(pairs: Same[Pair]) -> frozenset[str]:
    """Returns the plurals of the nouns for men and women alike of which a document has one woman."""
    return frozenset(noun for pair in pairs for noun in women_named(pair.target))
