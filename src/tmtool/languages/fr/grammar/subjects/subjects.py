"""What is the subject of a verb, in gender and number: a feminine plural in les notes du Groupe *ont*? Only where the
words before the verb leave no doubt.

A pronoun, the antecedent of qui, or the noun that opens the clause, with all that hangs on it. The closed words are in
``subjects.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, Head, chain, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.nouns.numbered_nouns import numbered_noun
from tmtool.languages.fr.grammar.subjects.antecedents_of_qui import antecedent, is_subject
from tmtool.languages.fr.grammar.subjects.asides import is_aside
from tmtool.languages.fr.grammar.subjects.noun_subjects import opening, stands_for_many
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS, PRONOUNS
from tmtool.languages.fr.grammar.subjects.titled_persons import is_title
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, SINGULAR, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FIGURE = re.compile(r"[ \u00a0\u202f](\d+)[ \u00a0\u202f]")
_COUNTING = re.compile(r"[ \u00a0\u202f]\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]")
YEAR_AND_COMMA = re.compile(r"[ \u00a0]?(?:[12]\d{3})?,\s")
_YEARS_AND_COMMA = re.compile(r"[ \u00a0]*(?:[12]\d{3}(?:[-–][12]\d{3})?|\d{1,3}(?:,\d+)?(?:\s?%)?)?,\s*")
"""A comma, with years, the number of a paragraph or a share before it or without."""
_SHARE = re.compile(r"[ \u00a0\u202f]\d+(?:,\d+)?(?:[ \u00a0\u202f]?%)?[ \u00a0\u202f]")
"""A share in per cent, or an amount with its decimals: 3,2 millions."""
_MEASURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ ,\u00a0\u202f]\d+)*[ \u00a0\u202f]°?")
"""A figure before its unit."""
_LONGEST_UNIT = 4
_SEVERAL = 2
_LEAST = 3
_NEAR_HEADS = 4
LONGEST_ASIDE = 6


def subject(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the subject of the verb at `verb` can be of "ms", "mp", "fs", "fp", or empty where it is not
    known."""
    place = place_before(words, verb, CLITICS)
    limited = place > 0 and words[place].lower in _WORDS["limiting"] and words[place + 1].joined
    if place >= 0 and words[place - limited].lower == "dont":
        return _counted(words, place - limited)
    if place > 0 and words[place - 1].lower == "parmi" and _FIGURE.fullmatch(words[place + 1].before):
        return PRONOUNS.get(words[place].lower, ALL) & PLURAL
    if place >= 0 and words[place + 1].before == ", " and (pronoun := _who_before_an_aside(words, place)):
        return antecedent(words, pronoun)
    if place < 0 or not words[place + 1].joined:
        return _numbered(words, place + 1) or _parted(words, place + 1)
    lower = words[place].lower
    if lower in PRONOUNS and not (words[place].text.isupper() and len(lower) > 1):
        return PRONOUNS[lower] if is_subject(words, place) else frozenset()
    if lower in ("ce", "c'"):
        return ALL
    if is_numeral(words[place]) and (all_of_them := _all_of_them(words, place)):
        return all_of_them
    if is_numeral(words[place]) and place and words[place - 1].lower == "dont":
        return PLURAL
    if lower in _WORDS["singular"]:
        return SINGULAR
    if lower == "qui":
        return antecedent(words, place)
    if stands_for_many(words, place):
        return frozenset()
    return opening(words, place) or _numbered(words, place + 1)


def _all_of_them(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what tous or toutes before a number is that stands for a noun: *toutes deux* seront diffusées, *tous les
    trois*; nothing without one."""
    start = place - 1 - (place > 1 and words[place - 1].lower == "les")
    if start < 0 or not all(word.joined for word in words[start + 1 : place + 1]):
        return frozenset()
    return {"tous": frozenset({"mp"}), "toutes": frozenset({"fp"})}.get(words[start].lower, frozenset())


def _who_before_an_aside(words: tuple[Word, ...], end: int) -> int:
    """Returns the place of the qui from which only a phrase between two commas, which ends at a place, parts its verb:
    un État qui, dans son droit interne, ne *considèrent* pas; 0 for none."""
    for at in range(end, max(0, end - LONGEST_ASIDE), -1):
        if words[at].before == ", ":
            phrase = "PREP" in words[at].categories and words[at - 1].lower == "qui"
            return at - 1 if phrase else 0
        if not linked(words[at]) or words[at].is_finite_verb:
            return 0
    return 0


def _numbered(words: tuple[Word, ...], end: int) -> frozenset[str]:
    """Returns the noun that opens the clause and has its numbers after it, alone or with what hangs on it: les points 3
    et 4 *sera*, les articles 2 à 7 de la Convention."""
    noun = numbered_noun(words, end)
    if noun < 0 and words[end].joined:
        start = chain(words, end - 1).start
        noun = numbered_noun(words, start) if 0 < start < end and words[start].lower in OF_FORMS else -1
    return opening(words, noun) if noun >= 0 else frozenset()


def _counted(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the figure after dont counts: 28 demandes, dont 17 étaient recevables."""
    figure = _FIGURE.fullmatch(words[place + 1].before)
    if figure is None or int(figure.group(1)) < _SEVERAL:
        return frozenset()
    found = chain(words, place - 1) if place and words[place].mark == "," else None
    if not found or not found.heads or found.several:
        return PLURAL
    nearest = found.heads[0]  # des données de 46 sites, dont 11 sont situés
    near = nearest.possible if _COUNTING.fullmatch(words[nearest.place].before) else frozenset()
    return (_first(words, found).possible | near) & PLURAL or PLURAL


def _first(words: tuple[Word, ...], found: Chain) -> Head:
    """Returns the noun that a group begins with: one that a figure counts, and that hangs on nothing, begins its own
    though another group ends right before it (dans 39 pays 62 *activités*)."""
    for head in found.heads:
        before = words[head.place - 1] if head.place else None
        if before is not None and _COUNTING.fullmatch(words[head.place].before) and "N" in before.categories:
            return head
    return found.heads[-1]


def _parted(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns the noun that opens the clause where only a phrase between two commas parts it from the verb: le
    dialogue, qui était prévu en mars, a été reporté."""
    if verb < _LEAST or not _YEARS_AND_COMMA.fullmatch(words[verb].before) or words[verb].lower == "soit":
        return frozenset()
    opener = verb - 1
    while opener and (
        linked(words[opener])
        or _SHARE.fullmatch(words[opener].before)
        or (words[opener].before == ". " and is_title(words[opener - 1]))
    ):
        opener -= 1
    first = words[opener]
    if not opener or not YEAR_AND_COMMA.fullmatch(first.before) or not is_aside(words, opener, verb):
        return frozenset()
    end = _before_measure(words, opener - 1)
    found = chain(words, end)
    if not found.heads or (found.several and not found.pair) or len(found.heads) > _NEAR_HEADS:
        return frozenset()
    return opening(words, end)


def _before_measure(words: tuple[Word, ...], end: int) -> int:
    """Returns the place before an amount with its unit that hangs by de on a noun and ends at a place, else that place:
    la limite de 0,15 µg/kg, la barre des 1,5 °C."""
    for unit in (end, end - 1 if words[end].before == "/" else end):
        if (
            unit > 1
            and _MEASURE.fullmatch(words[unit].before)
            and words[unit - 1].lower in OF_FORMS
            and len(words[unit].text) < _LONGEST_UNIT
        ):
            return unit - 2
    return end
