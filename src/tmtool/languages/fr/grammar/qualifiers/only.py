"""Does seul at the head of a clause agree with the subject after it: *Seul* les membres votent, *Seul* y figurent les
navires?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word

_ONLY = {"seul": "ms", "seule": "fs", "seuls": "mp", "seules": "fp"}
_CLITICS = frozenset({"y", "en", "ne", "n'"})
_OPENING = frozenset({"que", "qu'", "mais", "car", "et"})
"""Words after which a clause may begin with seul."""
_JOINING = frozenset({"et", "ou", "ni"})
_ENDS = (".", ";", ":", "?", "!")


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each seul that does not agree with the determiner, the noun or the number of the verb that comes right
    after it, with that word."""
    for place in range(len(words) - 2):
        own = _ONLY.get(words[place].lower)
        if own is None or not _opens(words, place):
            continue
        following, then = words[place + 1 : place + 3]
        if following.lower in _CLITICS and following.joined and then.joined:
            differs = then.persons & THIRD == ({"3p"} if own in SINGULAR else {"3s"})
            if differs and then.categories == {"V"}:
                yield words[place], then
        elif following.joined and (other := _differs_from(words, place + 1, own)) is not None:
            yield words[place], other


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause begins here."""
    if place == 0:
        return words[0].is_name
    mark = words[place].before.strip()
    return mark[-1:] in _ENDS if mark else words[place - 1].lower in _OPENING


def _differs_from(words: tuple[Word, ...], determiner: int, own: str) -> Word | None:
    """Returns the determiner, or the noun after it, that has not this gender and number; None where both have."""
    article = words[determiner]
    if article.lower not in determiners() and article.lower != "l'":
        return None
    wanted = determiners()[article.lower].agreement if article.lower in determiners() else SINGULAR
    noun = determiner + 1
    while noun + 1 < len(words) and words[noun].joined and is_before_noun(words[noun]):
        noun += 1
    if own not in wanted:
        if own in PLURAL and _goes_on(words, noun):
            return None  # seuls l'ordre du jour et le Journal sont imprimés
        numbers = wanted <= PLURAL or wanted <= SINGULAR
        return article if numbers and "N" in words[noun].categories else None
    sure = words[noun].joined and words[noun].categories == {"N"} and not words[noun].text.isupper()
    return words[noun] if sure and own not in words[noun].agreement({"N"}) else None


def _goes_on(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether another subject is joined to a noun before the verb of both."""
    for at in range(noun + 1, len(words) - 1):
        word = words[at]
        if word.lower in _JOINING or word.before.strip() == ",":
            return True
        if word.persons & THIRD and word.categories == {"V"}:
            return False
    return False
