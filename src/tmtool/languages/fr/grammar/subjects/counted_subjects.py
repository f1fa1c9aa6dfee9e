"""Is the subject of a verb counted in figures: 38 pays, 38 % des États?

Nouns after figures that may be one amount, or a date, are in ``counted_subjects.tsv``, from the grammar of the
language.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import Head, chain
from tmtool.languages.fr.grammar.subjects.clause_openings import begins_with_a_phrase, opens
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS, MANY_IN_ONE
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_MEASURES = _WORDS["measures"]
PERSONS = _WORDS["persons"]
"""Nouns for persons, whose participle has the gender of those who are meant."""
_LESS_THAN_TWO = re.compile(r"[ \u00a0\u202f](?:0,\d+|1(?:,\d+)?)[ \u00a0\u202f]")
_OPENING_FIGURE = re.compile(
    r"(?:[ \u00a0\u202f]?(?:\d+[ \u00a0\u202f]?)?([,.;:])[ \u00a0\u202f])?"
    r"(\d{1,3}(?:[ \u00a0\u202f]\d{3})*)[ \u00a0\u202f]"
)
_FIGURE = re.compile(r"[ \u00a0\u202f]()(\d{1,3}(?:[ \u00a0\u202f]\d{3})*)[ \u00a0\u202f]")
_SHARE = re.compile(
    r"(?:(?:[ \u00a0\u202f]\d{4})?([,.;:])?[ \u00a0\u202f])?(\d+)(?:,\d+)?[ \u00a0\u202f]?%[ \u00a0\u202f]"
)
_ABOUT = (
    ("quelque",),
    ("environ",),
    ("près", "de"),
    ("plus", "de"),
    ("plus", "d'"),
    ("moins", "de"),
    ("moins", "d'"),
    ("au", "moins"),
)
"""What may come before a figure that counts."""
_SEVERAL = 2
_NEAR_HEADS = 4


def are_counted(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether two things or more in figures open the clause, right before the verb: À ce jour, 38 pays avait."""
    return _counted_noun(words, verb) is not None


def counted_before(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun of such things can be, where no other is next to it: En 2026, 310 mines ont été
    détruites."""
    noun = _counted_noun(words, verb)
    alone = noun is not None and not any("N" in one.categories for one in words[noun + 1 : verb])
    return words[noun].agreement({"N"}) & PLURAL if noun is not None and alone else frozenset()


def _counted_noun(words: tuple[Word, ...], verb: int) -> int | None:
    """Returns the place of the noun of two things or more in figures that open the clause, right before the verb."""
    place = place_before(words, verb, CLITICS)
    for at in range(place, max(-1, place - _NEAR_HEADS), -1):
        if not words[at + 1].joined or words[at].is_infinitive or not words[at].agreement() & PLURAL:
            return None
        first = _about(words, at)
        figure = _FIGURE.fullmatch(words[at].before) if first < at else _OPENING_FIGURE.fullmatch(words[at].before)
        if figure is not None:
            counts = int(re.sub(r"\D", "", figure.group(2))) >= _SEVERAL and "N" in words[at].categories
            mark = words[first].mark[-1:] if first < at else figure.group(1)
            opens_here = not first if not mark else mark != "," or begins_with_a_phrase(words, first)
            return at if counts and opens_here and words[at].lower not in _MEASURES else None
        if not words[at].joined or not words[at].categories & {"N", "A"}:
            return None
    return None


def _about(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word before a figure that says about how many it counts, or else `place`: près de
    38 pays."""
    for phrase in _ABOUT:
        first = place - len(phrase)
        if first >= 0 and tuple(word.lower for word in words[first:place]) == phrase:
            return first
    return place


def is_less_than_two(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the subject is an amount of less than two after dont, right before the verb, with nothing said of
    what it is an amount of: 4,6 millions de dollars, dont 1,8 million *ont*. Of things that can be told one from
    another the verb may be a plural, by what is meant: 2,4 millions de mines, dont 1,7 million contiennent."""
    at = place_before(words, verb, CLITICS)
    return (
        at > 1
        and words[at + 1].joined
        and words[at].lower in _WORDS["scales"]
        and words[at - 1].lower == "dont"
        and _LESS_THAN_TWO.fullmatch(words[at].before) is not None
        and _is_amount(words, at - 2)
    )


def _is_amount(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether what ends at a place is one amount: dollars, millions; not millions d'enfants."""
    nearest = next((head for head in chain(words, end).heads if not words[head.place].is_name), None)
    return nearest is not None and words[nearest.place].lower in _WORDS["amounts"]


def is_share_of_several(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a share in per cent of several opens the clause, right before the verb: Selon elle, 38 % des États
    *a*."""
    return bool(_shared(words, verb))


def share_before(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what those things can be of which such a share is the subject: 61 % des demandes de visa ont été
    réglées. Of persons the gender is that of those who are meant: 12 % des juges ont été élues."""
    found = _shared(words, verb)
    persons = bool(found) and words[found[-1].place].lower in PERSONS
    return frozenset() if not found or persons else found[-1].possible & PLURAL


def share_of_one_before(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what a share in per cent of one thing is right before a verb in the plural, which agrees with the figure,
    wherever in its clause that stands: 47 % de ce montant ont été *consacrés* à la paix. A verb in the singular agrees
    with the thing."""
    place = place_before(words, verb, CLITICS)
    found = chain(words, place) if place > 0 and words[place + 1].joined else None
    if found is None or not found.heads or words[found.start].lower not in _WORDS["of one"]:
        return frozenset()
    is_share = "%" in words[found.start].before
    if found.start > 1 and words[found.start - 1].lower == "cent":
        is_share = is_share or words[found.start - 2].lower == "pour"
    return frozenset({"mp"}) if is_share and found.heads[-1].possible <= SINGULAR else frozenset()


def many_before(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what those are of whom many open the clause of a verb in the plural: la plupart des demandes ont été
    *reçues*, un certain nombre de termes et d'expressions ont été *employés*; empty for persons, as above."""
    place = place_before(words, verb, CLITICS)
    if place < 1 or not words[place + 1].joined:
        return frozenset()
    found = chain(words, place)
    many = next((at for at, head in enumerate(found.heads) if words[head.place].lower in MANY_IN_ONE), 0)
    if not many or many < len(found.heads) - 1:  # des pertes de 1,9 million de dollars
        return frozenset()
    if found.heads[many].possible & PLURAL or not opens(words, found.start):
        return frozenset()
    counted = [head for head in found.heads[:many] if not (head.is_bare and head.possible <= SINGULAR)]
    if not counted or any(words[head.place].lower in PERSONS or not head.possible & PLURAL for head in counted):
        return frozenset()
    if not found.several:
        return counted[-1].possible & PLURAL
    if any(head.possible & PLURAL == {"mp"} for head in counted):
        return frozenset({"mp"})
    return frozenset({"fp"}) if all(head.possible & PLURAL == {"fp"} for head in counted) else PLURAL


def part_before(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the share of something, or what it is a share of, can be, where it opens the clause of a verb in the
    singular: la part des demandes satisfaites est *tombée*, plus de la moitié des villes est *détruite*."""
    place = place_before(words, verb, CLITICS)
    found = chain(words, place) if place > 0 and words[place + 1].joined else None
    if found is None or not found.heads or found.several:
        return frozenset()
    article = found.start + (words[found.start].lower in ("de", "d'"))  # plus de la moitié
    if not opens(words, _about(words, article)):
        return frozenset()
    first = words[found.heads[-1].place]
    if (
        words[article].lower in ("un", "une")
        and article > found.start
        and words[_about(words, article)].lower == "plus"
    ):
        return found.heads[-1].possible & SINGULAR  # si plus d'une candidature est présentée
    of_two = len(found.heads) > 1 and first.lower in _WORDS["shares"] and words[article].lower in ("la", "une")
    return found.possible & SINGULAR if of_two else frozenset()


def things_before(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the things are that are counted in figures right before a verb in the plural, at the head of a
    relative clause, or by a word for how many: au cours desquelles 1 842 armes à feu ont été *saisies*, le plus de
    pratiques ont été *recensées*; empty for persons, as above."""
    place = place_before(words, verb, CLITICS)
    found = chain(words, place) if place > 0 and words[place + 1].joined else None
    if found is None or not found.heads or found.several or not found.start:
        return frozenset()
    first, last = words[found.start], words[found.heads[-1].place]
    counted = _FIGURE.fullmatch(first.before) is not None and "N" in first.categories and first is last
    opens_clause = words[_about(words, found.start) - 1].lower in _WORDS["relative"]
    if not (counted and opens_clause) and not _are_so_much(words, found.start):
        return frozenset()
    if last.lower in PERSONS | _MEASURES | MANY_IN_ONE:
        return frozenset()
    return found.heads[-1].possible & PLURAL


def _are_so_much(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a clause opens with a word for how many and the de that is at `start`: que le plus de pratiques."""
    first = start - 1
    if words[start].lower not in ("de", "d'") or first < 0 or words[first].lower not in _WORDS["how many"]:
        return False
    first -= first > 0 and words[first - 1].lower in _WORDS["so"] and words[first].joined
    return words[start].joined and opens(words, first)


def _shared(words: tuple[Word, ...], verb: int) -> tuple[Head, ...]:
    """Returns the nouns of such a share, none where there is no such share."""
    place = place_before(words, verb, CLITICS)
    found = chain(words, place) if place >= 0 and words[place + 1].joined else None
    if found is None or not found.heads or words[found.start].lower != "des":
        return ()
    share = _SHARE.fullmatch(words[found.start].before)
    if share is None or int(share.group(2)) < _SEVERAL or not found.heads[-1].possible <= PLURAL:
        return ()
    first = _about(words, found.start)
    mark = words[first].mark[-1:] if first < found.start else share.group(1)
    opens_here = first == 0 or bool(mark) or words[first - 1].lower in ("que", "qu'", "mais")
    return found.heads if opens_here else ()
