"""Has the subject of a verb its number by the words with which its clause opens: En 2026, les membres de l'Union *a*;
Le Groupe *constatent*; auquel 12 Parties *a* accepté; La hausse de 4,3 % par rapport à 2030 *s'expliquent*?

A plural that opens a clause is one whatever hangs on it or is joined to it, so that its first words are enough; of a
singular nothing may be joined to it. Figures, asides and lists that begin with a preposition are read over. The closed
words are in ``plain_subjects.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.subjects.asides import is_aside
from tmtool.languages.fr.grammar.subjects.clause_openings import begins_with_a_phrase, opens
from tmtool.languages.fr.grammar.subjects.clauses import (
    JOINING,
    TIMES,
    is_surely_finite,
    may_be_finite,
    may_have_its_verb,
)
from tmtool.languages.fr.grammar.subjects.noun_subjects import stands_for_many
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS, MANY_IN_ONE, ONE_BODY, ONE_BY_ONE
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import (
    PLURAL,
    POINTING,
    QUE,
    SINGULAR,
    Word,
    is_earlier_in_clause,
    place_before,
    start_of_clause,
)
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SPACE = "[ \u00a0\u202f]"
_SPACES_AND_FIGURES = re.compile(
    rf"{_SPACE}*(?:\d+(?:[ \u00a0\u202f,./–-]+\d+)*{_SPACE}?%?{_SPACE}*)?|/[\d./-]*{_SPACE}?"
)
"""What parts no word from the one before: spaces, figures and shares (de 4,3 % par rapport), parts of a symbol."""
_COUNTING = re.compile(rf"(?P<mark>.*?){_SPACE}?(?P<figure>\d{{1,3}}(?:{_SPACE}\d{{3}})*){_SPACE}", re.DOTALL)
_RELATIVES = frozenset({"dont", "où", "que", "qu'"})
_FARTHEST, _MOST_COMMAS = 40, 6
"""Words, and commas, back from a verb to the noun that opens its clause."""
_THEM = 3
"""Words of d'entre elles."""
_NEAR = 4
"""Words after groupe in which the plural is of which it is one."""


def plain(words: tuple[Word, ...], verb: int) -> str:
    """Returns the number, "s" or "p", of the subject of a verb by the words that open its clause; "" where they do not
    tell it."""
    end = place_before(words, verb, CLITICS)
    if end >= 0 and words[end + 1].mark == ",":
        return _before_an_aside(words, end, verb)
    if end > _THEM and tuple(one.lower for one in words[end - 2 : end]) == ("d'", "entre"):
        end -= _THEM  # les deux tiers d'entre elles
    if end < 0 or not _is_joint(words[end + 1]) or words[end].lower in JOINING:
        return ""
    if words[end].is_present_participle:  # Les élus ayant demandait
        return ""
    if words[end].lower in _WORDS["prepositions"] and not any(one.isdigit() for one in words[end + 1].before):
        return ""
    if words[verb].before[-1:].isdigit() or words[verb].lower == "soit":  # les cadres 1a et 1b
        return ""
    if tuple(one.lower for one in words[end - 3 : end + 1]) == ("près", "des", "deux", "tiers"):
        return "p" if _is_free(words, end - 3, words[end - 3].mark) else ""
    return "p" if _are_counted(words, end) or _are_others(words, end) else _opening(words, end)


def _before_an_aside(words: tuple[Word, ...], end: int, verb: int) -> str:
    """Returns the number of what opens the sentence where an aside comes between it and the verb, which ends at a
    place: Deux États, la Jordanie et l'Uruguay, *a*; Une réunion, consacrée à l'examen du texte, se *tiendront*."""
    opener = end
    while opener > 0 and end - opener < _FARTHEST:
        mark = words[opener].mark
        if mark[-1:] and mark[-1] in ".;:?!":
            return ""
        if mark == "," and words[opener - 1].lower not in JOINING:
            aside = is_aside(words, opener, verb)
            if not aside and not (words[opener].lower in _WORDS["apposed"] and words[opener + 1].is_name):
                return ""
            number = "p" if _are_counted(words, opener - 1) else _opening(words, opener - 1, at_head=True)
            if number:
                alone = aside and not _may_join(words, opener, verb)
                sure = alone and words[opener].lower not in _WORDS["adding"]
                return number if sure or number == "p" else ""
        opener -= 1
    return ""


def _may_join(words: tuple[Word, ...], opener: int, verb: int) -> bool:
    """Tells whether et or ou in an aside may join another subject: not within a participle and what hangs on it, with
    no further comma (composé du maire *et* de deux experts)."""
    if not any(one.lower in JOINING for one in words[opener:verb]):
        return False
    return not words[opener].is_participle or not all(linked(one) for one in words[opener + 1 : verb - 1])


def _opening(words: tuple[Word, ...], end: int, *, at_head: bool = False) -> str:
    """Returns the number of the group that opens a clause, or `at_head` its sentence, and ends at a place; "" where it
    is not certain."""
    if words[end].lower in JOINING:
        return ""
    is_joined, commas = False, 0
    for at in range(end, max(-1, end - _FARTHEST), -1):
        word = words[at]
        if (
            word.lower in ("ceux", "celles")
            and at
            and words[at - 1].lower == "et"
            and words[at - 1].joined
            and word.joined
        ):
            return "p"  # La réunion et celles des conférences
        if word.lower in POINTING and opens(words, at) and at < end and words[at + 1].lower in _WORDS["going on"]:
            number = POINTING[word.lower][1]
            return number if number == "p" or not (is_joined or commas) else ""
        if word.lower in _WORDS["other clauses"] or may_be_finite(words, at):
            return ""
        if at < end and not at_head and _are_so_many(words, at):
            return "p"
        if at < end and _is_determiner(words, at) and (border := _border(words, at, is_joined=is_joined)):
            if (border == "," and commas) or (at_head and not _heads(words, at)):
                return ""
            if at and words[at - 1].lower in _RELATIVES and may_have_its_verb(words[at : end + 1]):
                return ""  # les régions où l'épidémie continue de sévir doivent
            return _number(words, at, end, is_joined=is_joined, commas=commas)
        is_joined = is_joined or (word.lower in JOINING and words[at + 1].lower != "unième")
        if _is_joint(word):
            continue
        commas += 1
        if word.mark[-1:] != "," or commas > _MOST_COMMAS or word.lower not in _WORDS["going on"]:
            return ""
    return ""


def _is_joint(word: Word) -> bool:
    return _SPACES_AND_FIGURES.fullmatch(word.before) is not None


def _is_determiner(words: tuple[Word, ...], place: int) -> bool:
    return words[place].lower in determiners() and words[place].lower not in _WORDS["contracted"]


def _border(words: tuple[Word, ...], place: int, *, is_joined: bool) -> str:
    """Returns what a determiner comes after that opens a clause, "" where it opens none."""
    word = words[place]
    if place and words[place - 1].lower in _WORDS["only"] and word.joined:
        place -= 1
        word = words[place]
    if opens(words, place):
        return "" if _is_second_of_two(words, place - 1) else "."
    if place > 1 and words[place - 1].lower == "et" and words[place - 1].before == ", " and word.joined:
        one = word.lower in determiners() and determiners()[word.lower].agreement <= SINGULAR
        alone = one and not is_joined
        return "," if alone and _ends_with_a_verb(words, place - 1) else ""
    if word.mark[-1:] != ",":
        return ""
    if not is_joined and _is_after_absolute(words, place):
        return ","
    if word.lower in ONE_BY_ONE:
        return ","
    if words[place].lower in _WORDS["plural"]:
        sure = _begins_with_no_group(words, place) or (not is_joined and _hangs_on_no_group(words, place))
        return "," if sure else ""
    return ""


def _ends_with_a_verb(words: tuple[Word, ...], joint: int) -> bool:
    """Tells whether the last clause before ", et" has its verb, so that another begins: il prend fin, *et* le port."""
    for at in range(joint - 1, max(-1, joint - _FARTHEST), -1):
        if is_surely_finite(words, at):
            return True
        mark = words[at].mark
        limits = words[at].lower in QUE and at > 0
        limits = limits and (
            words[at - 1].lower in _WORDS["comparing"] or any(one.lower in ("ne", "n'") for one in words[:at])
        )
        if (words[at].lower in _WORDS["opening"] and not limits) or mark[-1:] in (".", ";", ":", "?", "!"):
            return False
    return False


def _is_after_absolute(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether nothing but a clause with ayant, étant or a reflexive participle comes before a comma in the
    sentence: Le maire ayant démissionné, *le* préfet."""
    found = False
    for at in range(place - 1, max(-1, place - _FARTHEST), -1):
        if is_surely_finite(words, at):
            return False
        alone = at and words[at].joined and words[at - 1].lower in NE_OR_SE
        found = found or words[at].lower in ("ayant", "étant") or bool(alone and words[at].is_present_participle)
        mark = words[at].mark[-1:]
        if at == 0 or mark in (".", ";", ":", "?", "!"):
            return found
        if mark == ",":
            return False
    return False


def _is_second_of_two(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether et joins this que to another one, before which no verb comes: qu'une aide de 4 % et *qu*'une de 5 %
    seront."""
    if que < 1 or words[que].lower not in QUE or words[que].before != " ":
        return False
    if words[que - 1].lower not in ("et", "ou"):
        return False
    for at in range(que - 2, max(-1, que - _FARTHEST), -1):
        if words[at].lower in QUE:
            return True
        if may_be_finite(words, at):
            return False
    return True


def _heads(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is the first of its sentence, or of what is said in it, but for a phrase before a comma."""
    if place and words[place - 1].lower in QUE and words[place].joined:
        return True
    return place == 0 or words[place].mark[-1:] in (".", ";", ":", "?", "!", ",") or words[place].is_name


def _begins_with_no_group(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a sentence begins with a phrase before its subject, with or without a participle: Appliqués depuis
    mai, *les* taux."""
    if begins_with_a_phrase(words, place):
        return True
    first = words[start_of_clause(words, place)]
    return first.is_participle and first.categories <= {"V", "A"}


def _hangs_on_no_group(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause with its own conjunction, and no group that may go on, comes before a place in its
    sentence: Lorsque le texte a été lu, *les* membres; not Le texte, les annexes."""
    return is_earlier_in_clause(words, place, _WORDS["opening"], _FARTHEST - 1)


def _number(words: tuple[Word, ...], determiner: int, end: int, *, is_joined: bool, commas: int) -> str:
    """Returns the number of the noun after a determiner that opens a clause, "" where it is not certain."""
    at = determiner + 1
    while at < end and words[at + 1].joined and (is_before_noun(words[at]) or _is_of_a_number(words[at])):
        at += 1
    if words[at].lower == "autres" and at == end and at > determiner + 1:  # les deux autres
        return "p"
    noun, owned = words[at], determiners()[words[determiner].lower].agreement
    if "N" not in noun.categories or noun.text.isupper() or not _is_joint(noun) or noun.lower in TIMES:
        return ""
    wanted = noun.agreement({"N"}) & owned
    if wanted and owned <= PLURAL:
        return "p"
    if not wanted or not wanted <= SINGULAR:
        return ""
    if (is_joined or commas) and not (is_joined and commas and _is_one_list(words, at, end)):
        return ""
    if stands_for_many(words, at) and not (noun.lower in ONE_BODY and not _holds_several(words, at, end)):
        return ""
    return "s"


def _is_one_list(words: tuple[Word, ...], noun: int, end: int) -> bool:
    """Tells whether all that commas and et join hangs on a noun by the same preposition: la Commission des ports, des
    villes et *des* routes."""
    first = words[noun + 1].lower
    if first not in OF_FORMS:
        return False
    joined = [at for at in range(noun + 2, end + 1) if words[at - 1].lower in JOINING or "," in words[at].before]
    return all(words[at].lower == first for at in joined)


def _holds_several(words: tuple[Word, ...], noun: int, end: int) -> bool:
    """Tells whether a plural hangs on a noun: un groupe de pays."""
    after = range(noun + 1, min(noun + _NEAR, end + 1))
    hangs = any(words[at].lower in OF_FORMS for at in after)
    return hangs and any(words[at].agreement({"N"}) & PLURAL for at in after)


def _is_of_a_number(word: Word) -> bool:
    """Tells whether a word may be part of a number in words: la cent cinquante et unième."""
    return is_numeral(word) or word.lower in ("cent", "et", "unième")


def _are_counted(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether two things or more, counted in figures or words, open the clause and end at a place: que 8 *États*,
    Trente-trois *Parties*, Seuls 19 *pays*."""
    found = chain(words, end)
    if not found.heads or words[found.heads[-1].place].lower in _WORDS["measures"] | MANY_IN_ONE - _WORDS["large"]:
        return False
    if words[found.heads[-1].place].lower in _WORDS["large"] and (
        len(found.heads) == 1 or words[found.heads[-2].place].lower in _WORDS["measures"]
    ):
        return False
    if "pour cent" in " ".join(word.lower for word in words[found.start : end]):
        return False
    if not found.heads[-1].possible & PLURAL or "N" not in words[found.heads[-1].place].categories:
        return False
    start = found.start
    figure = _COUNTING.fullmatch(words[start].before)
    if figure is not None and int(re.sub(r"\D", "", figure["figure"])) > 1:
        mark = figure["mark"].strip()
        return _is_free(words, start, mark)
    if start and words[start].joined and not (is_numeral(words[start]) and start < end):
        start -= 1
    if not is_numeral(words[start]) or start == end:
        return False
    first = _first_number(words, start)
    return _is_free(words, first, words[first].mark)


def _are_others(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether others open the clause and end at a place: que deux ou trois *autres*, d'*autres*."""
    if end < 1 or words[end].lower != "autres" or not words[end].joined:
        return False
    own = words[end - 1].lower
    if not (is_numeral(words[end - 1]) or own == "d'" or (own in determiners() and own != "des")):
        return False
    first = _first_number(words, end - 1)
    return _is_free(words, first, words[first].mark)


def _first_number(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first of two numbers of which the one at `place` is the second, or else that: deux ou
    trois."""
    of_two = place > 1 and all(one.joined for one in words[place - 1 : place + 1]) and is_numeral(words[place - 2])
    return place - 2 if of_two and words[place - 1].lower in _WORDS["between numbers"] else place


def _are_so_many(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause opens with figures before a plural, or before des: 72 *des* 140 écoles, 87 *projets*."""
    word = words[place]
    figure = _COUNTING.fullmatch(word.before)
    share = tuple(one.lower for one in words[place : place + 3]) == ("pour", "cent", "des")
    if figure is None or int(re.sub(r"\D", "", figure["figure"])) <= 1:
        return False
    if not (share or word.lower == "des") and (
        "N" not in word.categories
        or not word.agreement({"N"}) <= PLURAL
        or word.lower in _WORDS["measures"] | MANY_IN_ONE
    ):
        return False
    return _is_free(words, place, figure["mark"].strip())


def _is_free(words: tuple[Word, ...], place: int, mark: str) -> bool:
    """Tells whether a clause may open at a place, with this mark before it."""
    if place == 0:
        return True
    if mark:
        return mark[-1] in ".;:?!," and not (mark == "," and words[place - 1].lower in _WORDS["prepositions"])
    before = words[place - 1]
    if before.lower in _WORDS["only"]:
        return True
    return before.lower in _WORDS["opening"] and not (place > 1 and words[place - 2].lower in _WORDS["comparing"])
