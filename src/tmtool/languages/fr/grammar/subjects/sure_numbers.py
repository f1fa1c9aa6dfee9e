"""Has a subject its number whatever hangs on it: tout État, aucun groupe, Mme Roy et M. Diallo, 33?

Small words, titles and figures tell it, where subjects.py would have to know every noun between.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE, ONE_BY_ONE
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE, OTHER_CLITICS
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_CLITICS = NE_OR_SE | OTHER_CLITICS
_TITLES = frozenset({"Mme", "M", "MM", "Mmes", "Mlle"})
_EACH = _WORDS["each"]
_HOW_MANY = ("le", "nombre")
_OF_THEM = frozenset({"eux", "elles", "entre"})
_PARTED = frozenset({"sur", "parmi"})
"""Words at the head of a sentence before those of whom a figure counts some."""
_FIGURE = re.compile(r", (\d+)(?:[ \u00a0\u202f]?(%))?[ \u00a0\u202f]")
_MANY = re.compile(r"[ \u00a0\u202f](?:\d{2,}|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)[ \u00a0\u202f]")
_ONLY = re.compile(r"(,)?[ \u00a0\u202f](\d+)[ \u00a0\u202f]")
_OF_SO_MANY = (("seulement",), ("d'", "entre", "eux"), ("d'", "entre", "elles"))
"""What may come between a figure that is the subject alone and its verb."""
_BEFORE_SO_MANY = _WORDS["before so many"]
_BEFORE_MOST = _WORDS["before most"]
_MOST = ("la", "plupart")
_QUANTITIES = _WORDS["quantities"]
_COLLECTIVES = _WORDS["collectives"]
_SHARES = _WORDS["shares"]
_OF_ONE = frozenset({"la", "le", "l'", "une", "un"})
_ABOUT = frozenset({"près", "plus", "moins"})
"""Words with de before a share: près de la moitié."""
_AMOUNTS = _WORDS["amounts"]
_COUNTED = _WORDS["counted"]
_SEVERALLY = _WORDS["severally"]
_DEGREES = _WORDS["degrees"]
_OF = frozenset({"de", "d'", "des"})
_OWNING = frozenset({"les", "ces", "ses", "leurs", "nos"})
_LONGEST_NAMES, _FARTHEST = 14, 40
_SEVERAL, _NEAR = 2, 8


def is_one(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the clause of a verb opens with one of several that are taken one by one: tout État *peuvent*,
    chacun d'eux *devraient*, chacun des quatre *satisfont*."""
    place = place_before(words, verb, _CLITICS)
    if place < 1 or not words[place + 1].joined:
        return False
    if words[place].lower in _OF_THEM:  # chacun d'eux, chacun d'entre eux
        of = place - 1 - (words[place - 1].lower == "entre")
        if of > 0 and words[of].lower == "d'":
            return words[of - 1].lower in _EACH and opens(words, of - 1)
    if is_numeral(words[place]) and place > 1 and words[place - 1].lower == "des":
        return words[place - 2].lower in _EACH and words[place].joined and opens(words, place - 2)
    if _is_how_many(words, place):
        return True
    found = chain(words, place)
    if found.several and found.heads and _is_number_of(words, found.start, place):
        return True
    if (
        found.heads
        and not found.several
        and (_is_counted_as_one(words, found.start) or _is_counted_as_one(words, found.start - 1))
    ):
        return True
    if not found.heads or found.several or not found.heads[-1].possible & SINGULAR:
        return False
    if words[found.heads[-1].place].lower in MANY_IN_ONE:  # toute une série de mesures sont
        return False
    first = found.start if words[found.start].lower in ONE_BY_ONE else found.start - 1
    owned = first >= 0 and words[first].lower in ONE_BY_ONE and (first == found.start or words[found.start].joined)
    return owned and opens(words, first) and words[first + 1].joined


def _is_how_many(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause opens with how many there are of something, and ends with an infinitive at a place: le
    nombre de dossiers à traiter."""
    if not words[place].is_infinitive or words[place - 1].lower != "à":
        return False
    for at in range(place - 2, max(0, place - _NEAR), -1):
        if not words[at + 1].joined or words[at].is_finite_verb:
            return False
        if tuple(word.lower for word in words[at - 1 : at + 1]) == _HOW_MANY:
            return words[at + 1].lower in _OF and opens(words, at - 1)
    return False


def is_part_of_one(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a share of something in the singular opens the clause of a verb, which then is one: la moitié de la
    population *vivent*; not before être: la moitié du personnel sont des femmes."""
    place = place_before(words, verb, _CLITICS)
    if place < 1 or not words[place + 1].joined or is_be(words[verb]):
        return False
    found = chain(words, place)
    if len(found.heads) != _SEVERAL or found.several or words[found.heads[-1].place].lower not in _SHARES:
        return False
    of = tuple(word.lower for word in words[found.heads[-1].place + 1 : found.heads[0].place])
    if of not in (("de", "la"), ("de", "l'"), ("du",)) or not found.heads[0].possible <= SINGULAR:
        return False
    start = found.start - (words[found.start].lower in _OF and words[found.start - 1].lower in _ABOUT)
    share = words[found.start + (words[found.start].lower in _OF)]
    return share.lower in _OF_ONE and opens(words, max(0, start))


def _is_number_of(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Tells whether a clause opens here with how many there are of two kinds of things: le nombre des réfugiés et des
    personnes déplacées."""
    if tuple(word.lower for word in words[start : start + 2]) != _HOW_MANY or not opens(words, start):
        return False
    after_and = [words[at + 1].lower for at in range(start, end) if words[at].lower in ("et", "ou")]
    return words[start + 2].lower in _OF and all(word in _OF for word in after_and)


def _is_counted_as_one(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a clause opens here with each of several, or with how many they are: chacune des parties, le nombre
    d'États."""
    if start < 0 or start + 2 >= len(words) or not opens(words, start):
        return False
    following = [word.lower for word in words[start + 1 : start + 3]]
    if words[start].lower == "plus" and following[0] == "d'" and following[1] in ("un", "une"):
        return start + 3 < len(words) and words[start + 3].lower not in MANY_IN_ONE  # plus d'un millier
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
                return at == 0 or words[at].opens_clause
            at -= 1
            if at < 0 or words[at].lower != "et":
                return False
        at -= 1
    return False


def are_many(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether many or few of several open the clause of a verb, a phrase between commas after them or none: la
    plupart des pays, faute de moyens, ne *dispose*."""
    at = -1 if words[verb].is_participle else place_before(words, verb, _CLITICS)
    commas = "".join(words[at + 1].before.split()) if at >= 0 else "."
    for place in range(at, max(-1, at - _FARTHEST), -1):
        word = words[place]
        if word.lower in _QUANTITIES | _COLLECTIVES and words[place + 1].lower in ("de", "d'", "des"):
            return commas in ("", ",,") and _is_of_several(words, place)
        if word.is_finite_verb and commas != ",":
            return False
        if word.lower in ("que", "qu'", "et", "ou") or (word.lower == "qui" and commas != ","):
            return False
        mark = word.mark
        if mark and not (mark == "," and commas == ","):
            return False
        commas += mark
    return False


def _is_of_several(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word for many opens a clause and a noun that can only be a plural comes after its de."""
    many = _SEVERALLY if words[place].lower in _COLLECTIVES else _DEGREES
    first = place
    while first and words[first].joined and words[first - 1].lower in many:
        first -= 1
    if many is _SEVERALLY and (first == place or (first and words[first - 1].lower in ("de", "d'"))):
        return False
    first -= many is _SEVERALLY and first > 0 and words[first - 1].lower in _ABOUT and words[first].joined
    if not opens(words, first) or (words[place].lower == "plupart") != (words[first].lower == "la"):
        return False
    at = place + 2
    while at + 1 < len(words) and (words[at].lower in _OWNING or is_before_noun(words[at])):
        at += 1
    if is_determiner(words[at]):  # la plupart de la population
        return False
    plural = words[at].agreement({"N"}) & PLURAL  # beaucoup de temps
    owned = words[at - 1].lower in _OWNING
    sure = words[place].lower in ("nombre", "plupart") or owned or words[at].agreement({"N"}) <= PLURAL
    sure = sure or words[at].lower in _COUNTED
    return "N" in words[at].categories and words[at].joined and bool(plural) and sure


def are_some(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a figure alone is the subject of a verb, which counts some of those the sentence opens with: Sur
    les 46 recommandations, 33 *s'adresse*."""
    first = place_before(words, verb, _CLITICS) + 1
    figure = _FIGURE.fullmatch(words[first].before)
    if figure is None or int(figure.group(1)) < _SEVERAL:
        return False
    start = first - 1
    while start > 0 and first - start < _FARTHEST and words[start].mark[-1:] != ".":
        start -= 1
    counted = start + 1 < first and _MANY.fullmatch(words[start + 1].before) is not None
    things = counted and words[start + 1].agreement({"N"}) & PLURAL and words[start + 1].lower not in _AMOUNTS
    return words[start].lower in _PARTED and (figure.group(2) is None or bool(things))


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
