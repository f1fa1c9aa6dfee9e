"""Is an unknown word with a capital one that the other texts of the document have right: Cartgena, la Ruénion?

A name is one of the source, which the document writes as the source does elsewhere; a word is one of the lexicon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.letters import fold
from tmtool.languages.slips import is_one_slip

_SHORTEST = 6
"""Letters of a word that is no other by chance."""
_FEWEST = 2
"""Other texts that have a word of the lexicon right."""


def name_elsewhere(word: str, foreign: Collection[str], pair: Pair, draft: Draft) -> str | None:
    """Returns the name of the source, of whose words in lower case `foreign` are, that is a slip away and that the
    document always writes as the source does elsewhere: Cartgena, where the other segments have Cartagena."""
    if not draft.is_document or len(word) < _SHORTEST or word.lower() in foreign:
        return None
    others = list(_others(pair, draft))
    letters = fold(word.lower())
    for name in foreign if others else ():
        if abs(len(name) - len(word)) > 1 or not is_one_slip(letters, fold(name)) or fold(name) == letters:
            continue
        here, there = (re.compile(rf"(?<!\w){one}(?!\w)") for one in (word, name.capitalize()))
        if any(map(there.search, others)) and not any(map(here.search, others)):
            return name.capitalize()
    return None


def word_elsewhere(
    word: str, foreign: Collection[str], pair: Pair, draft: Draft, is_known: Callable[[str], bool]
) -> str | None:
    """Returns the word that the lexicon knows, a slip away, that other texts of an agenda have with its capital, where
    none has the unknown one: la Ruénion, elsewhere la Réunion."""
    if not draft.is_close or len(word) < _SHORTEST or word.lower() in foreign:
        return None
    others = list(_others(pair, draft))
    if any(word in other for other in others):
        return None
    alike = re.compile(rf"(?<!\w){word[0]}[^\W\d_]{{{len(word) - 2},{len(word)}}}(?!\w)")
    letters = fold(word.lower())
    near = [
        one
        for one, times in Counter(one for other in others for one in set(alike.findall(other))).items()
        if times >= _FEWEST and is_one_slip(letters, fold(one.lower())) and fold(one.lower()) != letters
    ]
    return near[0] if len(near) == 1 and is_known(near[0].lower()) else None


def _others(pair: Pair, draft: Draft) -> Iterator[str]:
    return (other.target for other in draft.pairs if other is not pair)
