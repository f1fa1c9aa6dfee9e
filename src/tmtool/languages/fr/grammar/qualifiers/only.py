"""Does seul at the head of a clause agree with the subject after it (*Seul* les membres votent, *seul* 12 États votent,
*Seul* y figurent les navires), after a pronoun with that: à elles *seule*, and after un or une with these: une *seuls*?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, NE
from tmtool.languages.fr.grammar.words.reading import PLURAL, POINTING, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ONLY = {"seul": "ms", "seule": "fs", "seuls": "mp", "seules": "fp"}
_ONE = {"un": "ms", "une": "fs"}
_CLITICS = NE | {"y", "en"}
_OPENING = frozenset({"que", "qu'", "mais", "car", "et"})
"""Words after which a clause may begin with seul."""
_BEFORE_PLURALS = _WORDS["before plurals"]
_PARTS = (",", "),")
"""Marks after what comes before a clause: À cette date, seul les membres votent."""
_THEM = {"lui": "ms", "eux": "mp", "elle": "fs", "elles": "fp", **POINTING}
_SEVERAL = re.compile(r"[ \u00a0\u202f]*(?:[2-9]|1[ \u00a0\u202f]?\d)[\d \u00a0\u202f]*")
"""Figures that count more than one."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each seul that does not agree with the determiner, the noun or the number of the verb that comes right
    after it, with that word."""
    for place in range(len(words)):
        own = _ONLY.get(words[place].lower)
        if own is None:
            continue
        if place and words[place].joined and _is_of_another(words[place - 1], own) and _is_after_a(words, place - 1):
            yield words[place], words[place - 1]
        if place and words[place].joined and _ONE.get(words[place - 1].lower, own) != own:
            yield words[place], words[place - 1]
            continue
        if place + 2 >= len(words):
            continue
        following, then = words[place + 1 : place + 3]
        if (other := _counted_otherwise(words, place, own)) is not None:
            yield words[place], other
            continue
        if not _opens(words, place) and not _opens_after_a_part(words, place):
            continue
        if following.joined and following.lower in POINTING and _is_of_another(following, own):
            yield words[place], following
            continue
        if following.lower in _CLITICS and following.joined and then.joined:
            differs = then.persons & THIRD == ({"3p"} if own in SINGULAR else {"3s"})
            if differs and then.categories == {"V"}:
                yield words[place], then
        elif following.joined and (other := _differs_from(words, place + 1, own)) is not None:
            yield words[place], other


def _is_of_another(pronoun: Word, own: str) -> bool:
    """Tells whether this is a pronoun of another gender or number."""
    return _THEM.get(pronoun.lower, own) != own


def _is_after_a(words: tuple[Word, ...], pronoun: int) -> bool:
    """Tells whether à comes right before a pronoun: à elle seule."""
    return pronoun > 0 and words[pronoun].joined and words[pronoun - 1].lower == "à"


def _counted_otherwise(words: tuple[Word, ...], place: int, own: str) -> Word | None:
    """Returns the noun after a figure right after seul that has not its number, or not its gender: *seul* 12 États; so
    it does the word after the figure where seul is no plural."""
    noun = words[place + 1]
    if not _SEVERAL.fullmatch(noun.before) or (place and words[place].joined and "N" in words[place - 1].categories):
        return None
    if own in SINGULAR:
        return noun
    sure = noun.categories == {"N"} and not noun.text.isupper()
    return noun if sure and noun.agreement({"N"}) and own not in noun.agreement({"N"}) else None


def _opens_after_a_part(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause may begin here with seul and a plural: (OPSC), seuls les rapports; not where it is the
    only one of so many: le Comité, seul des 10 organes."""
    counted = _SEVERAL.fullmatch(words[place + 2].before) is not None
    return words[place].mark in _PARTS and words[place + 1].lower in _BEFORE_PLURALS and not counted


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause begins here."""
    if place == 0:
        return words[0].is_name
    return words[place].opens_clause or (not words[place].mark and words[place - 1].lower in _OPENING)


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
        if word.lower in AND_OR or word.mark == ",":
            return True
        if word.is_finite_verb:
            return False
    return False
