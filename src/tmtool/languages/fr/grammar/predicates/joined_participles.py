"""Do two participles that et joins after one être agree with each other: ont été projetées à l'écran et *adoptés*?

Only a second one right after et is read, and only where no word between the two could be what it qualifies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import MONTHS
from tmtool.languages.fr.grammar.predicates.participles import (
    Disagreement,
    auxiliary_before,
    is_adverb,
    is_only_participle,
)
from tmtool.languages.fr.grammar.words.reading import THIRD, Word

_FIGURES = re.compile(r"[ \u00a0\u202f]\d+[ \u00a0\u202f]")
_FARTHEST = 12
"""Words between the two participles at most."""
_TIMES = frozenset({"an", "ans", "mois", "jour", "jours", "année", "années", "fois"})
"""Nouns that say how long, and have no quality joined to the first: élus pour un an et rééligibles."""
_ADVERBS = 2
"""Adverbs between être and the first at most."""
_ENDS = frozenset({"qui", "que", "qu'", "dont", "où", "et", "ou", "ni", "mais", "lequel", "laquelle"})
"""Words behind which another clause, or another row, goes on."""


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields each second participle that does not agree with the first one of its être."""
    for place in range(len(words) - 2):
        verb = auxiliary_before(words, place + 1)
        if verb is None:
            continue
        first = place + 1
        while first < min(len(words) - 1, place + 1 + _ADVERBS) and is_adverb(words[first]):
            first += 1
        one = words[first]
        if not all(word.joined for word in words[place + 1 : first + 1]) or not one.is_participle or one.is_name:
            continue
        second = _joined_by_and(words, first)
        if second is not None and not one.agreement() & words[second].agreement():
            yield Disagreement(words[verb], words[second])


def _joined_by_and(words: tuple[Word, ...], first: int) -> int | None:
    """Returns the place of the participle right after the first et behind another one."""
    for at in range(first + 1, min(len(words) - 1, first + 2 + _FARTHEST)):
        word = words[at]
        first_day = word.lower == "er" and word.before.strip() == "1"
        if not (word.joined or first_day or _FIGURES.fullmatch(word.before)):
            return None
        if word.lower == "et":
            last = words[at + 1]
            adjective = last.categories == {"A"} and not last.is_name  # élus pour un an et rééligibles
            sure = last.joined and (adjective or is_only_participle(last))
            between = words[first + 1 : at]
            others = (
                other for other in between if other.lower not in MONTHS | _TIMES and "PREP" not in other.categories
            )
            others = (other for other in others if not is_determiner(other))
            return at + 1 if sure and not any(other.agreement() & last.agreement() for other in others) else None
        if word.lower in _ENDS or (word.persons & THIRD and word.categories == {"V"}):
            return None
    return None
