"""Is a verb in the singular after a number that says how many of several: 27 étaient achevées et 4 *restait*, six
réunions, dont quatre *a* trait?

A number alone is the subject only at the head of its clause, where several were counted before (point 4 restait), or
right after dont. The words are in ``counted_verbs.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.reading import PLURAL, THIRD, Word, opens_sentence, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))

_FIGURES = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})*"
_SEVERAL = re.compile(rf"(?P<mark>[,;]?)\s(?!1\s){_FIGURES}\s")
_ALONE = re.compile(rf"(?P<mark>.*?)(?<![\d,.])\s?(?!1\s)(?P<figure>{_FIGURES})(?P<share>\s?%)?\s", re.DOTALL)
_COUNTING = re.compile(rf".*?(?<![\d,.])(?P<figure>{_FIGURES})\s", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?=,)")
_MARKS = (",", ";", ":")
_LEAST, _NEAR = 2, 6
"""The least that is several, and words after sur in which it is."""
_ABOUT = frozenset(tuple(phrase.split("_")) for phrase in _WORDS["about"]) | {()}
"""What may come between dont and the number."""
_FARTHEST = 40
"""Words back from a number to what it counts some of."""


def of_a_number(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the verbs in the singular right after a number of several that is their subject, in order: Sur les 58
    cibles, 49 ont été atteintes et 6 l'*a* été en partie; Quatre autres *a* demandé une exemption."""
    for place, word in enumerate(words):
        sure = word.categories == {"V"} or word.lower in _WORDS["sure verbs"] or _has_an_object(words, place)
        if not place or word.persons & THIRD != {"3s"} or word.is_infinitive or not sure:
            continue
        first = place_before(words, place, CLITICS) + 1
        while first > 1 and words[first].joined and words[first - 1].lower in _WORDS["within"]:
            first -= 1
        if _is_in_figures(words, first) or _is_in_words(words, first) or _is_only_a_share(words, first):
            yield word


def _has_an_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an article and its noun come right after a word that may be a verb: 14 *présente* un rapport."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    return following is not None and following.lower in _WORDS["before objects"]


def _is_in_figures(words: tuple[Word, ...], first: int) -> bool:
    """Tells whether figures right before a place are a subject: they come at the head of a clause, and count some of
    those that were counted before."""
    figure = _ALONE.fullmatch(words[first].before) if first else None
    if figure is None:
        return False
    mark, before = _YEAR.sub("", figure["mark"]).strip(), words[first - 1]
    joins = before.lower in _WORDS["joining"] and not any(one.isdigit() for one in _YEAR.sub("", before.before))
    if mark not in _MARKS if mark else not joins:  # et 4: the et of les points 3 et 4 has figures before it
        return False
    some, several = int(re.sub(r"\D", "", figure["figure"])), False
    for at in range(first - 1, max(-1, first - _FARTHEST), -1):
        if words[at].lower in _WORDS["parting"] and _opens(words, at):
            several = several or words[at + 1].lower in _WORDS["pronouns"]
            several = several or any(one.agreement({"N"}) & PLURAL for one in words[at + 1 : min(at + _NEAR, first)])
            if figure["share"]:
                return several
        counted = _COUNTING.fullmatch(words[at].before)
        if counted is None or figure["share"] or int(re.sub(r"\D", "", counted["figure"])) < _LEAST:
            continue
        are_many = words[at].persons == {"3p"} or (words[at].agreement({"N"}) & PLURAL)
        so_many = int(re.sub(r"\D", "", counted["figure"])) >= some or words[at].persons == {"3p"}
        if are_many and so_many and words[at].lower not in _WORDS["amounts"]:
            return True
    return False


def _is_only_a_share(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether seuls and a share of something are the subject that ends before a place: seuls 12 % de la
    population *a*."""
    for at in range(end - 1, max(0, end - _NEAR), -1):
        share = _ALONE.fullmatch(words[at].before)
        if share is not None:
            only = words[at - 1].lower in _WORDS["only"] and _opens(words, at - 1)
            return only and bool(share["share"]) and not share["mark"].strip() and words[at].lower in _WORDS["of"]
        if not words[at].joined or words[at].categories == {"V"}:
            return False
    return False


def _is_in_words(words: tuple[Word, ...], first: int) -> bool:
    """Tells whether a number in words opens a sentence right before a place, or d'autres a clause: *Neuf* a signé,
    *quatre autres* a demandé."""
    last = first - 1
    if last < 0 or not words[first].joined:
        return False
    if words[last].lower == "autres" and last and words[last].joined:
        return (is_numeral(words[last - 1]) or words[last - 1].lower == "d'") and _opens(words, last - 1)
    if not is_numeral(words[last]) or not _opens(words, last):
        return False
    return words[last].is_name or (words[last].lower in _WORDS["numbers"] and _is_of_several(words, last))


def _is_of_several(words: tuple[Word, ...], number: int) -> bool:
    """Tells whether a number opens its clause right after a comma or a semicolon, and sur and several of whom it counts
    some open the sentence: Sur les 23 parties, *deux* a émis une réserve."""
    if words[number].mark not in (",", ";") or words[number].joined:
        return False
    for at in range(number - 1, max(-1, number - _FARTHEST), -1):
        if opens_sentence(words, at):
            counted = _COUNTING.fullmatch(words[at + 1].before) or _COUNTING.fullmatch(words[at + 2].before)
            return words[at].lower in _WORDS["parting"] | _WORDS["parting, too"] and counted is not None
    return False


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is the first of its clause, but for et."""
    if place and words[place].joined and words[place - 1].lower in ("et", "mais"):
        place -= 1
    return place == 0 or words[place].mark[-1:] in (".", ";", ":", ",")


def of_a_number_after_dont(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the verbs in the singular of which a number of several right after dont is the subject, in order."""
    for place, word in enumerate(words):
        sure = word.categories <= {"V"} or word.lower in _WORDS["sure verbs"]
        if word.persons & THIRD != {"3s"} or word.is_infinitive or word.is_present_participle or not sure:
            continue
        number = place_before(words, place, CLITICS)
        while number > 0 and words[number + 1].joined and words[number].lower in _WORDS["within"]:
            number -= 1
        figure = number >= 0 and _SEVERAL.fullmatch(words[number + 1].before)
        if figure:
            number += 1  # the figure stands before this word
        elif number < 1 or words[number].lower not in _WORDS["numbers"] or not words[number + 1].joined:
            continue
        first = next((at for at in range(number - 1, max(-1, number - 4), -1) if words[at].lower == "dont"), -1)
        between = words[first + 1 : number]
        whole = all(one.joined for one in words[first + 1 : number + (not figure)])
        if first >= 0 and whole and tuple(one.lower for one in between) in _ABOUT:
            yield word
