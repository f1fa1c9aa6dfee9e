"""Does what begins at a place open a clause, if need be after an introducing phrase: À sa session, *le Comité* a? The
closed words are in ``clause_openings.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import linked
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OPENERS = _WORDS["openers"]
_COMPARING = _WORDS["comparing"]
_INTRODUCING = _WORDS["introducing"]
_LABEL = re.compile(r"[a-z]|[ivx]{2,4}")
_TITLES = frozenset({"M", "MM"})
"""Abbreviations whose full stop ends no sentence."""
_LONGEST_FIRST = 10
"""Words of the first of two things of a pair at most."""
_AT_LEAST = (("au", "moins"), ("au", "plus"))
_CONJUNCTIONS = (("à", "moins"), ("alors", "même"), ("pour", "autant"))
"""Words before que that compare elsewhere, and make conjunctions of it."""
_SENTENCE_ENDS = (".", ";", ":", "?", "!")
_ENDS = (*_SENTENCE_ENDS, "–", "(", "")


def opens(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether what begins at `start` opens a clause, if need be after a single introducing phrase: En 2014, le
    …"""
    if start and words[start].joined and words[start - 1].lower in ALL_FORMS:
        start -= 1
    if start > 1 and words[start].joined and (words[start - 2].lower, words[start - 1].lower) in _AT_LEAST:
        start -= 2  # qu'au moins une enquête
    if start == 0:
        return not words[0].before.strip(' \u00a0\u202f«"“0123456789.)(abcdefghi')
    mark = words[start].mark
    if (mark and mark[-1] in _ENDS) or follows_a_label(words, start):
        return True
    if linked(words[start]) and not mark:
        if words[start - 1].lower in ("plus", "moins") and words[start].lower not in ("de", "d'"):  # plus ses effets
            return start == 1 or words[start - 1].mark in (",", *_SENTENCE_ENDS)
        comparing = start > 1 and words[start - 1].joined and words[start - 2].lower in _COMPARING
        comparing = comparing and words[start - 1].lower not in ("si", "s'") and not _is_unless(words, start - 1)
        if words[start - 1].lower in QUE and start > 1 and _is_a_conjunction(words, start - 1):
            return True
        of = words[start].lower in ("des", "de", "d'")
        asked = of and words[start - 1].lower in _WORDS["asking which of"]  # lequel des deux, lequel de ses groupes
        other = comparing or asked or _only(words, start - 1) or _is_of_a_pair(words, start - 1)
        return words[start - 1].lower in _OPENERS and not other
    return mark.endswith(",") and _is_introduced(words, start)


def _is_a_conjunction(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether que makes a conjunction with the word before it, and neither limits nor compares: n'aura lieu avant
    qu'une ligne, tant que le Comité; not en tant que."""
    if not words[que].joined:
        return False
    before = words[que - 1].lower
    return before in _WORDS["before a conjunction"] or (
        before == "tant" and words[que - 2].lower not in ("en", "aussi")
    )


def _is_unless(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether this is the que of à moins que, alors même que or pour autant que."""
    return que > 1 and tuple(word.lower for word in words[que - 2 : que]) in _CONJUNCTIONS


def _is_of_a_pair(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether this is the que of tant … que or aussi bien … que, with no verb between: Tant le Comité que le
    Conseil."""
    if words[que].lower not in QUE:
        return False
    for at in range(que - 1, max(-1, que - _LONGEST_FIRST), -1):
        if words[at].lower in ("tant", "autant") or (words[at].lower == "bien" and words[at - 1].lower == "aussi"):
            return at < que - 1
        if not words[at].joined or (words[at].categories == {"V"} and words[at].persons):
            return False
    return False


def _only(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the que of ne … que, after which an object comes."""
    if words[place].lower not in QUE or not words[place].joined:
        return False
    return any(word.lower in ("ne", "n'") for word in words[max(0, place - 4) : place - 1])


def _is_introduced(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether all between the last full stop and the comma before `start` is one phrase such as "Dans ce cas"."""
    place = start - 1
    while place >= 0:
        mark = words[place].mark
        if "," in mark and not (words[place].lower in _WORDS["contrasting"] and words[place + 1].mark == ","):
            return False
        if place == 0 or (mark in _ENDS and mark) or follows_a_label(words, place):
            return _introduces(words[place])
        place -= 1
    return False


def follows_a_label(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the label of a part of a list, and nothing else of its sentence, comes right before a place: a)
    *La* note est requise."""
    if not place or words[place].mark != ")" or not _LABEL.fullmatch(words[place - 1].text):
        return False
    return place == 1 or words[place - 1].mark[-1:] in (*_SENTENCE_ENDS, ",")


def begins_with_a_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the sentence begins with a word that opens a phrase before the subject: Dans, Pour,
    Actuellement."""
    while place and (not words[place].opens_clause or words[place - 1].text in _TITLES):
        place -= 1
    labelled = place == 0 and len(words) > 1 and words[1].mark == ")"  # c) Grâce à
    return _introduces(words[place + labelled])


def _introduces(word: Word) -> bool:
    return word.lower in _INTRODUCING or word.lower.endswith("ment")
