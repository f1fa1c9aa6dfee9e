"""Has the name of a country the article and the preposition that it goes with: le Gouvernement *de Mali*, *en Mexique*,
*au France*?

Only small words that never come right before such a name are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from tmtool.languages.fr.grammar.nouns.country_names import country_kinds
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.reading import Word

_RIGHT: Mapping[str, Mapping[str, str]] = {
    "le": {"de": "du", "en": "au", "la": "le", "à": "au", "aux": "au", "les": "le", "des": "du"},
    "vowel": {"au": "en", "aux": "en", "du": "de l’", "le": "l’", "la": "l’", "des": "de l’", "les": "l’"},
    "la": {"du": "de la", "au": "en", "le": "la", "aux": "en", "des": "de la", "les": "la"},
    "les": {"de": "des", "d'": "des", "en": "aux", "du": "des", "au": "aux", "la": "les", "le": "les", "à": "aux"},
    "island": {"en": "à", "du": "de", "au": "à", "le": "", "la": "", "les": "", "des": "de", "aux": "à"},
    "none": {"du": "de", "au": "à", "le": "", "la": "", "les": "", "des": "de", "aux": "à"},
}
"""By the kind of a name: what stands wrongly right before it, and what is right there."""


_AT = frozenset({"au", "aux", "en"})
_PLACES: Mapping[str, str] = {"le": "au", "vowel": "en", "la": "en", "les": "aux", "island": "à", "none": "en"}
"""By the kind of a name: what says that something is there."""


def misplaced(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the small words right before the name of a country that never stand there, with what is right; "" where
    the name stands alone."""
    kinds = country_kinds()
    for place, (small, name) in enumerate(pairwise(words)):
        kind = kinds.get(name.text)
        if kind is None or not name.joined:
            continue
        right = _RIGHT[kind].get(small.lower)
        if right is None or _goes_on(words, place + 1) or (small.is_name and place and small.joined):
            continue
        yield Misgoverned(name, small, name, right or name.text)


def bare_second(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the names of countries that et or ou joins without a preposition to one that has it: au Kenya et
    *Ouganda*."""
    kinds = country_kinds()
    for place in range(len(words) - 3):
        small, first, joint, second = words[place : place + 4]
        kind = kinds.get(second.text)
        if kind is None or first.text not in kinds or not all(one.joined for one in (first, joint, second)):
            continue
        if small.lower not in _AT or joint.lower not in ("et", "ou") or _goes_on(words, place + 3):
            continue
        yield Misgoverned(second, second, second, _PLACES[kind])


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the name is the beginning of another: Guinée équatoriale, Soudan du Sud, France Télécom."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.before in ("-", " ", "\u00a0") and following.is_name
