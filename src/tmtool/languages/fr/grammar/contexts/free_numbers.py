"""Which verb has its number in a free structure that the model seldom met: before its subject, after qui that takes up
what is far off, after an infinitive, a share of one or an abbreviation?

The closed words are in ``free_numbers.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import tags
from tmtool.languages.fr.grammar.contexts.around import (
    AGREEING,
    COUNTING,
    OPENING,
    agreement,
    all_of,
    first_of_verb,
    is_abbreviated,
    is_adverb,
    is_finite,
    start_of_sentence,
)
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_BEHIND, _NEAR, _FAR = 6, 8, 24
"""Words from a verb to its subject behind it, from qui to what it takes up, and from a verb to its qui."""


def is_free(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb may have its number in such a structure."""
    number = "p" if any(tag.endswith("3p") for tag in tags(words[place].text)) else "s"
    first = first_of_verb(words, place)
    return any(one(words, first, place, number) for one in _STRUCTURES)


def _comes_before_its_subject(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether a noun group with the number of a verb comes behind it, after a word that puts it there: que
    *pratiquent* aujourd'hui des entreprises, comme le *demandent* 12 villes, quelles conséquences *aura* ce retrait."""
    before = [word.text for word in words[max(0, first - 2) : first]]
    if not before or not (before[-1] in _WORDS["inverting"] or before[0] in _WORDS["asking"]):
        return False
    behind = words[place + 1 : place + 1 + _BEHIND]
    for at, word in enumerate(behind):
        if word.text in _WORDS["marks"] or is_finite(word):
            return False
        if word.text in OPENING and at + 1 < len(behind):
            governed = at and behind[at - 1].text in _WORDS["governing"]
            fits = number == "p" or word.text not in COUNTING
            if fits and not governed and _has_number(behind[at + 1 : at + 3], number):
                return True
    return False


def _has_number(words: Sequence[Token], number: str) -> bool:
    return any(one[1] == number for one in all_of(words))


def _is_of_who(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether qui is the subject, what stands between commas passed over, and takes up a noun before it that has
    the number: un portail, mis au point par l'Italie et déjà utilisé par 15 villes, qui *permet*."""
    for at in range(first - 1, max(-1, first - _FAR), -1):
        if words[at].text == "qui":
            antecedents = words[max(0, at - _FAR) : at]
            near = any(one[1] == number for one in all_of(words[max(0, at - _NEAR) : at], AGREEING))
            far = number == "s" and words[at - 1].text == ","
            return near or (far and _has_number(antecedents, number))
        if is_finite(words[at]) or words[at].text in _WORDS["clauses"]:
            return False
    return False


def _is_of_an_act(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether an infinitive opens the sentence and is the subject of a singular: Retenir ces chiffres *ferait*
    baisser."""
    start = start_of_sentence(words, place)
    act = words[start] if start < place else None
    return number == "s" and act is not None and "V:W" in tags(act.text) and not any(map(is_finite, words[start:first]))


def _is_one_of_them(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether one of several is the subject of a singular: lequel des deux *protège*, moins d'un sur trois
    *avait*."""
    before = [word.text for word in words[max(0, first - _NEAR) : first]]
    if number == "p":
        return False
    chosen = any(one in _WORDS["which"] and two in _WORDS["of"] for one, two in pairwise(before))
    share = len(before) > 2 and before[-1] in COUNTING and before[-2] == "sur" and "un" in [one[:2] for one in before]
    return chosen or share


def _is_abbreviated(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether an abbreviation or a name with a determiner is the subject, whose number that tells: des B.C.N.
    *relaient*."""
    subject = first - 1
    while subject > 0 and is_adverb(words[subject]):
        subject -= 1
    if subject < 1 or not (words[subject].capital or is_abbreviated(words, subject)):
        return False
    before = [word.text for word in words[max(0, subject - _NEAR) : subject]]
    return any(text in _WORDS["plurals" if number == "p" else "singulars"] for text in before)


def _is_of_all(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether tous comes right before or behind a plural: tous *font*, en *déplorent* tous deux l'ampleur."""
    beside = [word.text for word in (*words[max(0, first - 1) : first], *words[place + 1 : place + 2])]
    return number == "p" and any(text in _WORDS["all"] for text in beside)


def _is_of_several(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether a plural has a subject in the plural with its determiner and no verb between: les textes dont on
    connaît l'auteur *paraissent*."""
    start = start_of_sentence(words, place)
    opens = words[start : start + 2]
    sure = (
        len(opens) > 1 and opens[0].text in _WORDS["plurals"] and any(one[1] == "p" for one in agreement(opens[1].text))
    )
    return number == "p" and sure and first > start + 1 and not any(map(is_finite, words[start + 2 : first]))


def _is_of_neither(words: Sequence[Token], first: int, place: int, number: str) -> bool:
    """Tells whether ni comes twice before a verb, with no other verb between, which takes either number then: ni le
    port ni la ville ne *paient*."""
    nor = [at for at in range(max(0, first - _FAR), first) if words[at].text in _WORDS["nor"]]
    return len(nor) > 1 and not any(map(is_finite, words[nor[-2] : first]))


_STRUCTURES: tuple[Callable[[Sequence[Token], int, int, str], bool], ...] = (
    _comes_before_its_subject,
    _is_of_who,
    _is_of_an_act,
    _is_one_of_them,
    _is_abbreviated,
    _is_of_all,
    _is_of_several,
    _is_of_neither,
)
