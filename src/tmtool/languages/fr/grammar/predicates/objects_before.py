"""May a word before avoir be the object with which its participle agrees: les mesures *que* le Comité a prises?

A pronoun right before the verb may, que may where it takes up a noun and its clause is not over, and a question may.
Nothing before is the object where one comes right after the participle. The closed words are in
``objects_before.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import MONTHS
from tmtool.languages.fr.grammar.predicates.being import ADVERBS, HAVE, is_be
from tmtool.languages.fr.grammar.subjects.titled_persons import is_title
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_RIGHT_BEFORE = _WORDS["right before"]
_CLITICS = _RIGHT_BEFORE | _WORDS["clitics"]
_CONTRACTED = frozenset({"au", "aux"})
_ENDS = re.compile(r"[.;:?!](?:\s|$)")
_COUNTING = re.compile(r"[ \u00a0\u202f]\d[\d \u00a0\u202f]*[ \u00a0\u202f]")
_FARTHEST = 80
"""Words in which a question or que may bring an object."""
_LONGEST_GROUP = 4
"""Words from the determiner of what seems an object to the noun that may show it to be a time."""


def has_object_before(words: tuple[Word, ...], have: int, participle: int) -> bool:
    """Tells whether a question or que in the clause before avoir at `have`, or a pronoun right before it, may be the
    object with which the participle agrees."""
    clitics, followed = True, is_followed(words, participle)
    for at in range(have - 1, -1, -1):
        if have - at > _FARTHEST:
            return True
        lower = words[at].lower
        clitics = clitics and words[at + 1].joined and lower in _CLITICS
        if clitics and lower in _RIGHT_BEFORE:
            return lower not in QUE or _takes_up(words, at, have)
        if lower in QUE and _takes_up(words, at, have) and not (followed and _has_its_subject(words, at, have)):
            return True
        if lower in _WORDS["asking"] and not (followed or _is_governed(words, at)):
            return True
        if _ENDS.search(words[at + 1].before) and not is_title(words[at]):
            return False
    return False


def _is_governed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a preposition comes right before a word, which then is no object: contre lesquelles."""
    return place > 0 and words[place].joined and "PREP" in words[place - 1].categories


def is_followed(words: tuple[Word, ...], participle: int) -> bool:
    """Tells whether an object comes right after the participle, and no time: ont mené *des audits*, ont reçu *12
    plaintes*, not ont menés cette année."""
    at = participle + 1
    if at >= len(words) or words[participle].lower in _WORDS["judging"]:
        return False
    if _is_denied(words, participle):
        return True
    counted = _COUNTING.fullmatch(words[at].before) is not None
    owned = words[at].joined and is_determiner(words[at]) and words[at].lower not in OF_FORMS | _CONTRACTED
    if not counted and not owned:
        return False
    for word in words[at : at + _LONGEST_GROUP]:
        if not (word.joined or (counted and word is words[at])) or word.lower in _WORDS["times"] | MONTHS:
            return False
        if "N" in word.categories and not is_determiner(word):
            return "A" not in word.categories or _is_last(words, words.index(word, at))
    return False


def _is_denied(words: tuple[Word, ...], participle: int) -> bool:
    """Tells whether de and a bare noun come right after a participle that is denied: n'ont pas désigné *d'autorité*."""
    of, noun = participle + 1, participle + 2
    if (
        noun >= len(words)
        or words[of].lower not in ("de", "d'")
        or words[participle - 1].lower not in _WORDS["denying"]
    ):
        return False
    bare = words[noun].categories <= {"N", "A"} and "N" in words[noun].categories and not words[noun].is_name
    return bare and words[of].joined and words[noun].joined and words[participle].joined


def _is_last(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the noun of a group is not yet to come: la *seconde* fois."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    return following is None or following.lower not in _WORDS["times"]


def _has_its_subject(words: tuple[Word, ...], que: int, have: int) -> bool:
    """Tells whether the subject comes between que and avoir, and not after the participle."""
    first = have
    while first > que + 1 and words[first].joined and words[first - 1].lower in _CLITICS:
        first -= 1
    counted = _COUNTING.fullmatch(words[first].before.lstrip(",")) is not None  # que 29 n'ont désigné aucun point
    return counted or (first > que + 1 and words[first].joined)


def _takes_up(words: tuple[Word, ...], que: int, have: int) -> bool:
    """Tells whether que may take up a noun as the object of avoir: not bien qu'ils aient, a noté qu'ils avaient."""
    return not (_opens_a_clause(words, que) or _is_closed(words, que, have))


def _opens_a_clause(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether que is a conjunction, by what comes right before it: bien que, constate que, a noté que, il est
    possible que."""
    at = que - 1
    if at < 0 or not words[que].joined:
        return False
    if words[at].lower in _WORDS["before a conjunction"]:
        return True
    if words[at].lower in ("et", "ou", "mais"):  # a noté que, et qu'ils avaient
        first = next((one for one in range(at - 1, max(0, at - _FARTHEST), -1) if words[one].lower in QUE), -1)
        return first > 0 and _opens_a_clause(words, first)
    while at > 0 and words[at].joined and ADVERBS.match(words[at].lower):
        at -= 1
    verb, before = words[at], words[at - 1] if at and words[at].joined else None
    if verb.is_name or (verb.categories & {"N", "PREP"} and not verb.is_participle):
        return False
    if verb.categories == {"V"} and (verb.persons & THIRD or verb.is_infinitive or verb.is_present_participle):
        return not verb.is_participle
    if before is None or "ms" not in verb.agreement():
        return False
    return before.lower in HAVE or is_be(before) or ADVERBS.match(before.lower) is not None or before.lower == "été"


def _is_closed(words: tuple[Word, ...], que: int, have: int) -> bool:
    """Tells whether the clause of que has its verb and ends with a comma before the subject of avoir: Bien qu'elles
    craignent que, plusieurs ont."""
    pending, closed = 1, False
    for at in range(que + 1, have):
        word = words[at]
        if closed and "," in word.before:
            return not any(other.lower in AND_OR for other in words[at:have]) and words[have].joined
        if word.lower in _WORDS["subordinating"]:
            pending += 1
        elif _is_surely_finite(word):
            pending -= 1
            closed = closed or pending <= 0
    return False


def _is_surely_finite(word: Word) -> bool:
    if word.is_name or not word.persons & THIRD:
        return False
    return word.lower in HAVE or is_be(word) or (word.categories == {"V"} and not word.is_participle)
