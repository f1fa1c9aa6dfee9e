"""Do quel and the noun of quel que soit agree: quelle que soit sa contribution? And what may be renewed with its term:
un mandat de trois ans, renouvelable?

From the grammar of the language: in both the noun is known by its place, however far the adjective seems to be from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_being, is_before_noun
from tmtool.languages.fr.grammar.words.closed_words import BEING, PERSONAL
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, SINGULAR, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_WHATEVER = {"quel": "ms", "quelle": "fs", "quels": "mp", "quelles": "fp"}
_IS = BEING | {"furent"}
_IS_ONE = frozenset({"est", "sera", "était", "serait"})
_AHEAD = 14
"""Words in which a second noun may be joined to the first."""
_BE = frozenset({"soit", "soient", "fût", "fussent"})
_BE_SEVERAL = frozenset({"soient", "fussent"})
_RENEWED = frozenset({"renouvelables", "reconductibles", "prorogeables", "prolongeables"})
_SPANS = _WORDS["spans"]
_BACK = 2
"""Words from a number of years back to the noun that lasts as long: mandat de trois."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives that do not agree with the noun that their place gives them, each with that noun."""
    for place, word in enumerate(words):
        if word.lower in _WHATEVER:
            noun = _whatever(words, place) or _which(words, place)
            if noun is not None:
                yield word, noun
        elif word.lower in _RENEWED:
            term = _term(words, place)
            if term is not None:
                yield word, term


def _whatever(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun or pronoun with which quel before que and être does not agree: quel que soit sa contribution;
    None where it agrees or that noun is not certain. Before several nouns, and for le, l', which may be of a list, only
    a singular is looked at."""
    if place + 3 >= len(words) or words[place + 1].lower not in QUE:
        return None
    with_of_it = words[place + 2].lower == "en"  # quelle qu'en soit la forme
    words = words[: place + 2] + words[place + 3 :] if with_of_it else words
    if place + 3 >= len(words) or not all(word.joined for word in words[place + 1 : place + 4]):
        return None
    wanted, after = _WHATEVER[words[place].lower], words[place + 2]
    if after.lower in PERSONAL and words[place + 3].lower in _BE:
        return after if PERSONAL[after.lower] != wanted else None
    if after.lower in _BE and (after.lower in _BE_SEVERAL) != (wanted[1] == "p"):
        return after  # quelles que soit
    if after.lower not in _BE or not is_determiner(words[place + 3]) or place + 4 >= len(words):
        return None
    noun = words[place + 4]
    qualified = noun.categories <= {"N", "A"} and "N" in noun.categories and not is_before_noun(noun)
    if not noun.joined or noun.is_name or not (_is_noun(noun) or qualified):
        return None
    possible = noun.agreement({"N"}) & _after(words[place + 3])
    if wanted in SINGULAR:
        return noun if noun.agreement({"N"}) <= SINGULAR and wanted not in noun.agreement({"N"}) else None
    joined = any(word.lower in ("et", "ou") for word in _ahead(words, place + 5))
    differs = possible <= PLURAL and wanted not in possible
    return noun if possible and differs and (wanted == "fp" or not joined) else None


def _ahead(words: tuple[Word, ...], place: int) -> Iterator[Word]:
    """Yields the words from a place on in which a second noun may be joined, up to the verb of the main clause."""
    for word in words[place : place + _AHEAD]:
        if not (word.joined or word.before == ", ") or word.is_finite_verb:
            return
        yield word


def _which(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun after être with which quel does not agree: *quels* sont les mesures; None where it agrees or is
    not certain: of several nouns the first may be another."""
    if place + 3 >= len(words) or not words[place + 1].joined:
        return None
    is_of_several = words[place].lower in ("quels", "quelles")
    if is_before_being(words, place + 1):  # quelle doit être la durée
        verb = words[place + 1]
        if "3p" not in verb.persons if is_of_several else "3s" not in verb.persons:
            return verb
        words = words[: place + 1] + words[place + 2 :]
        if place + 3 >= len(words):
            return None
    elif words[place + 1].lower not in _IS:
        return None
    elif is_of_several and words[place + 1].lower in _IS_ONE:
        return words[place + 1]
    article, noun = words[place + 2 : place + 4]
    if is_before_noun(noun) and place + 4 < len(words) and words[place + 4].joined:
        noun = words[place + 4]
    wanted = _WHATEVER[words[place].lower]
    if not (article.joined and noun.joined and is_determiner(article)) or noun.is_name or not _is_noun(noun):
        return None
    possible = noun.agreement({"N"}) & _after(article)
    following = takewhile(lambda word: word.joined or word.mark == ",", words[place + 4 : place + _AHEAD])
    joined = any(word.lower in ("et", "ou") for word in following)
    return noun if possible and wanted not in possible and not joined else None


def _after(article: Word) -> frozenset[str]:
    """Returns what a noun may be after a determiner; l' tells its number."""
    found = determiners().get(article.lower)
    return SINGULAR if found is None else found.agreement


def _is_noun(word: Word) -> bool:
    """Tells whether a word right after a determiner can be nothing but a noun: montant, mesure."""
    return "N" in word.categories <= {"N", "V"} and not word.is_participle


def _term(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun in the singular that lasts for some years right before what may be renewed: un mandat de trois
    ans, renouvelables; None where there is none."""
    span = place - 1
    if span < _BACK or words[span].lower not in _SPANS or words[place].mark not in ("", ","):
        return None
    of = span if words[span].mark.isdigit() else span - 1
    if words[of - 1].lower not in ("de", "d'"):
        return None
    noun = words[of - _BACK]
    return noun if noun.categories == {"N"} and noun.agreement({"N"}) <= SINGULAR else None
