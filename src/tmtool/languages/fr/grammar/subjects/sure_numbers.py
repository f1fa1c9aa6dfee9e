"""Has a subject its number whatever hangs on it: tout État, aucun groupe, Mme Roy et M. Diallo, 33?

Small words, titles and figures tell it, where subjects.py would have to know every noun between.
"""

from __future__ import annotations

import re

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.subjects import ONE_BY_ONE
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, place_before

_CLITICS = frozenset({"ne", "n'", "se", "s'", "y", "en", "lui", "leur"})
_TITLES = frozenset({"Mme", "M", "MM", "Mmes", "Mlle"})
_EACH = frozenset({"chacun", "chacune", "aucun", "aucune", "l'un", "l'une"})
_HOW_MANY = ("le", "nombre")
_OF_THEM = frozenset({"eux", "elles", "entre"})
_PARTED = frozenset({"sur", "parmi"})
"""Words at the head of a sentence before those of whom a figure counts some."""
_FIGURE = re.compile(r", (\d+)[ \u00a0\u202f]")
_ONLY = re.compile(r"(,)?[ \u00a0\u202f](\d+)[ \u00a0\u202f]")
_OF_SO_MANY = (("seulement",), ("d'", "entre", "eux"), ("d'", "entre", "elles"))
"""What may come between a figure that is the subject alone and its verb."""
_BEFORE_SO_MANY = frozenset({"mais", "et", "dont", "que", "qu'", "car"})
_BEFORE_MOST = frozenset({"dont", "mais", "et", "que", "car", "si"})
_MOST = ("la", "plupart")
_LONGEST_NAMES, _FARTHEST = 14, 40
_SEVERAL = 2
_ENDS = (".", ";", ":", "–", "")


def is_one(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the clause of a verb opens with one of several that are taken one by one: tout État *peuvent*,
    chacun d'eux *devraient*."""
    place = place_before(words, verb, _CLITICS)
    if place < 1 or not words[place + 1].joined:
        return False
    if words[place].lower in _OF_THEM and words[place - 1].lower == "d'" and place > 1:
        return words[place - 2].lower in _EACH and opens(words, place - 2)
    found = chain(words, place)
    if (
        found.heads
        and not found.several
        and (_is_counted_as_one(words, found.start) or _is_counted_as_one(words, found.start - 1))
    ):
        return True
    if not found.heads or found.several or not found.heads[-1].possible & SINGULAR:
        return False
    first = found.start if words[found.start].lower in ONE_BY_ONE else found.start - 1
    owned = first >= 0 and words[first].lower in ONE_BY_ONE and (first == found.start or words[found.start].joined)
    return owned and opens(words, first) and words[first + 1].joined


def _is_counted_as_one(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a clause opens here with each of several, or with how many they are: chacune des parties, le nombre
    d'États."""
    if start < 0 or start + 2 >= len(words) or not opens(words, start):
        return False
    following = [word.lower for word in words[start + 1 : start + 3]]
    of = words[start + 1].joined and following[0] in ("des", "de", "d'")
    if words[start].lower in _EACH:
        return of and following[0] == "des"
    return (words[start].lower, following[0]) == _HOW_MANY and following[1] in ("de", "d'", "des")


def are_persons(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether two persons with their titles, joined by et, open the clause of a verb: Mme Roy (Togo) et M. Diallo
    (Mali) *ouvrira*."""
    at, found = place_before(words, verb, _CLITICS), 0
    first = max(-1, at - _LONGEST_NAMES)
    while at > first and words[at].is_name:
        if words[at].text in _TITLES:
            found += 1
            if found == _SEVERAL:
                return at == 0 or words[at].before.strip()[-1:] in (".", ";", ":")
            at -= 1
            if at < 0 or words[at].lower != "et":
                return False
        at -= 1
    return False


def are_some(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a figure alone is the subject of a verb, which counts some of those the sentence opens with: Sur
    les 46 recommandations, 33 *s'adresse*."""
    first = place_before(words, verb, _CLITICS) + 1
    figure = _FIGURE.fullmatch(words[first].before)
    if figure is None or int(figure.group(1)) < _SEVERAL:
        return False
    start = first - 1
    while start > 0 and first - start < _FARTHEST and words[start].before.strip()[-1:] != ".":
        start -= 1
    return words[start].lower in _PARTED


def are_so_many(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a figure alone, with seulement or d'entre eux, opens the clause of a verb: mais 17 seulement y
    *avait* affecté des crédits."""
    place = place_before(words, verb, _CLITICS)
    if place < 0 or not words[place + 1].joined:
        return False
    for phrase in _OF_SO_MANY:
        first = place - len(phrase) + 1
        if first > 0 and tuple(word.lower for word in words[first : place + 1]) == phrase:
            figure = _ONLY.fullmatch(words[first].before)
            follows = figure is not None and (bool(figure.group(1)) or words[first - 1].lower in _BEFORE_SO_MANY)
            return follows and figure is not None and int(figure.group(2)) >= _SEVERAL
    return False


def are_most(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether la plupart, alone or with a plural, opens the clause of a verb: 37 procès-verbaux, dont la plupart
    *concerne* le benzène; la plupart des États *a* répondu."""
    place = place_before(words, verb, _CLITICS)
    if place < 1 or not words[place + 1].joined:
        return False
    if words[place].lower != _MOST[1]:
        heads = chain(words, place).heads
        if len(heads) < _SEVERAL or words[heads[-1].place + 1].lower != "des" or not heads[-2].possible <= PLURAL:
            return False
        place = heads[-1].place
    if place < 1 or tuple(word.lower for word in words[place - 1 : place + 1]) != _MOST:
        return False
    return opens(words, place - 1) or (words[place - 1].joined and words[place - 2].lower in _BEFORE_MOST)
