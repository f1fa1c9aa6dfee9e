"""What is found anywhere in the translation of a document, such as a woman where others are named in the plural?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same

_Find = Callable[[str], Iterable[str]]


def found_anywhere(find: _Find, draft: Draft) -> frozenset[str]:
    """Returns what a function finds in any target of a document; nothing where the pairs are no document."""
    return _found(find, Same(draft.pairs)) if draft.is_document else frozenset()


@lru_cache(maxsize=4)
def _found(find: _Find, pairs: Same[Pair]) -> frozenset[str]:
    return frozenset(one for pair in pairs for one in find(pair.target))
