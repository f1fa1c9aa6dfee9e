"""Has the word for one or some of several their gender: *chacun* des parties, *certains* des mesures, *chacun* d'elles?

From the grammar of the language; a woman may be une des membres, so that a feminine is looked at before things alone.
The words are in ``members.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF = frozenset({"des"})
_FAR = 24
"""Words after l'un in which l'autre may be."""
_ENDS = re.compile(r"[.;:]")
_OF_DETERMINED = frozenset({"ces", "ses", "leurs", "nos"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the words for one or some of several that differ in gender from those, each with their noun."""
    for place, word in enumerate(words[:-2]):
        if word.lower == "ceux" and (them := _of_them(words, place, "m")) is not None:
            yield word, them
        gender = "m" if word.lower in _WORDS["masculine"] else "f" if word.lower in _WORDS["feminine"] else ""
        if not gender or word.text.isupper() or _denies_its_noun(words, place):  # le numéro UN des marchandises
            continue
        if _are_others(words, place + 1, gender):
            yield words[place + 2], word
            continue
        if (them := _of_them(words, place, gender)) is not None:
            yield word, them
            continue
        noun = _noun(words, place + 1) if not _shares_out(words, place) else None
        if noun is None or (gender == "f" and noun.lower not in _WORDS["things"]):
            continue
        if {one[0] for one in noun.agreement({"N"})} == {"f" if gender == "m" else "m"}:
            yield noun, word


def _shares_out(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether l'un comes before l'autre with the same preposition, so that both are those to whom a thing is
    shared out: chargés *l'un* des dispositions, l'autre des questions de droit."""
    if place == 0 or words[place - 1].lower != "l'" or place + 1 >= len(words):
        return False
    others = range(place + 3, min(len(words) - 2, place + _FAR))
    return any(
        words[at].lower == "l'"
        and words[at + 1].lower == "autre"
        and words[at + 2].lower in OF_FORMS
        and not _ENDS.search("".join(word.before for word in words[place + 1 : at + 1]))
        for at in others
    )


def _denies_its_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether aucun comes right after its noun, with which it agrees: sans perte *aucune* des droits."""
    word, noun = words[place], words[place - 1] if place else None
    denies = word.lower in _WORDS["behind a noun"] and word.joined
    return denies and noun is not None and bool(noun.agreement({"N"}) & word.agreement({"A", "DET", "PRO"}))


def _are_others(words: tuple[Word, ...], place: int, gender: str) -> bool:
    """Tells whether celles-ci, or ceux-ci, comes here after de that has not this gender: certaines de ceux-ci."""
    other = "ceux-" if gender == "f" else "celles-"
    pointed = words[place + 1].lower in (f"{other}ci", f"{other}là")
    return words[place].lower == "de" and pointed and words[place].joined and words[place + 1].joined


def _of_them(words: tuple[Word, ...], place: int, gender: str) -> Word | None:
    """Returns the pronoun after d'entre or d' that has not the gender of the word for some of them: certains d'entre
    elles, chacune d'eux; not une d'eux, a woman among them."""
    other = "eux" if gender == "f" else "elles"
    at = place + 1 + (words[place + 2].lower == "entre")
    if words[place + 1].lower != "d'" or at + 1 >= len(words) or words[at + 1].lower != other:
        return None
    whole = all(word.joined for word in words[place + 1 : at + 2])
    return words[at + 1] if whole and words[place].lower not in _WORDS["alone among"] else None


def _noun(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun after des or de ces, adjectives and a number between, where the word can be nothing else."""
    at = place
    if words[at].lower in ("de", "d'") and at + 1 < len(words) and words[at + 1].lower in _OF_DETERMINED:
        at += 2
    elif words[at].lower in _OF:
        at += 1
    else:
        return None
    while at + 1 < len(words) and (is_before_noun(words[at]) or is_numeral(words[at])):
        at += 1
    if at >= len(words) or not all(word.joined for word in words[place : at + 1]):
        return None
    noun = words[at]
    return noun if "N" in noun.categories and not (noun.text.isupper() or noun.persons) else None
