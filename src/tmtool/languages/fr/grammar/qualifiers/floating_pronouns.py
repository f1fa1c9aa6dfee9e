"""Have chacun, tous, l'un et l'autre, qu'ils soient ou non, ce dernier the gender of what they take up in their
sentence: les exposés sont limités à dix minutes *chacune*?

The predicate or the subject of the verb before tells it, or, where nothing in the sentence has that gender, no noun
need be found. The closed words are in ``floating_pronouns.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before, together
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.subjects.clauses import opening_noun
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_EACH = {"chacun": "mp", "chacune": "fp"}
_ALL_OF_THEM = {"tous": "mp", "toutes": "fp"}
_LAST = {
    ("ce", "dernier"): "ms", ("cette", "dernière"): "fs", ("ces", "derniers"): "mp", ("ces", "dernières"): "fp",
}  # fmt: skip
_WHETHER = {"il": "ms", "elle": "fs", "ils": "mp", "elles": "fp"}
_FIGURE = re.compile(r"[ \u00a0\u202f][\d \u00a0\u202f]*\d[ \u00a0\u202f]")
_FARTHEST = 30
"""Words back to the verb that a pronoun goes with."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns that agree with nothing they may take up, each with the word before it."""
    for place in range(2, len(words)):
        word = words[place]
        if word.lower in _EACH:
            wrong = _is_alone(words, place) and _differs(words, place, _EACH[word.lower], _before_counted(words, place))
        elif word.lower in _ALL_OF_THEM:
            wrong = _is_floating(words, place) and _differs_from_subject(words, place, _ALL_OF_THEM[word.lower])
        elif word.lower in _WHETHER:
            wrong = _is_whether(words, place) and _is_of_nothing(words, place - 1, _WHETHER[word.lower])
        elif word.lower in ("un", "une"):
            gender = "f" if word.lower == "une" else "m"
            wrong = _are_one_and_the_other(words, place) and _is_of_none_of_two(words, place - 1, f"{gender}p")
        else:
            wrong = _is_last(words, place)
        if wrong:
            yield word, words[place - 1]


def _is_alone(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether chacun ends its group, with no des after it, and after a verb."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    composed = words[place - 1].is_participle and following is not None and following.lower in ("de", "d'")
    if composed and place + 2 < len(words) and words[place + 2].lower in _WORDS["of them"]:  # remplacé chacune d'elles
        return False
    return words[place].joined and (following is None or following.lower not in OF_FORMS or composed)


def _before_counted(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word of the amount that comes right before chacun: *cinq* minutes chacune; that of
    chacun itself where there is none."""
    if words[place - 1].is_participle and words[place - 1].agreement() <= PLURAL:  # composés chacun de
        return place
    for at in range(place - 1, max(0, place - 4), -1):
        if not words[at].categories & {"N", "A"} and words[at - 1].lower not in _WORDS["numbers"]:
            return place
        if _FIGURE.fullmatch(words[at].before) or words[at - 1].lower in _WORDS["numbers"]:
            return at
    return place


def _differs(words: tuple[Word, ...], place: int, wanted: str, end: int) -> bool:
    """Tells whether chacun agrees neither with the participle right before it, nor with the predicate or the subject of
    its verb, nor with anything between that and the amount before it."""
    before = words[place - 1]
    if end == place and before.is_participle and before.agreement() <= PLURAL and before.joined:
        return wanted not in before.agreement()
    if end < place and (limited := _before_amount(words, end)):
        return wanted not in limited
    if end < place and _is_of_none_counted(words, end, wanted):
        return True
    verb = _verb(words, end)
    if verb < 0:
        return False
    predicate = next((words[at] for at in range(verb + 1, min(end, verb + 4)) if words[at].is_participle), None)
    if predicate is not None and words[verb].lower in _WORDS["being"] and predicate.agreement() <= PLURAL:
        return wanted not in predicate.agreement()
    own = subject(words, verb) or opening_noun(words, verb)
    return _is_known(own) and wanted not in own | together(words, range(verb + 1, end))


def _before_amount(words: tuple[Word, ...], end: int) -> frozenset[str]:
    """Returns what a participle in the plural is that a preposition joins to an amount, whatever its noun is:
    interventions *limitées* à cinq minutes; empty for none."""
    end -= words[end - 1].lower in _WORDS["numbers"]
    word, preposition = words[max(0, end - 2)], words[end - 1]
    governs = word.is_participle and preposition.joined and preposition.lower in _WORDS["before an amount"]
    return word.agreement() if governs and word.agreement() <= PLURAL else frozenset()


def _is_of_none_counted(words: tuple[Word, ...], end: int, wanted: str) -> bool:
    """Tells whether every plural of the sentence before an amount has the other gender: les interventions ne
    dépasseront pas trois minutes *chacun*, deux séances d'une durée de trois heures *chacun*; false where singulars are
    joined, which may be meant together."""
    named: set[str] = set()
    for at in range(end - 1, -1, -1):
        word = words[at]
        if word.lower in _WORDS["joining"] or not (word.entries or word.lower.endswith("'")):
            return False
        small = word.categories & {"PREP", "DET", "PRO", "ADV"} or is_auxiliary(word)
        if "N" in word.categories and not small and not (word.is_participle and not is_determiner(words[at - 1])):
            named |= word.agreement({"N"}) & PLURAL
        if word.lower in _WORDS["several"]:
            return False
        if word.opens_clause:
            break
    return bool(named) and wanted not in named


def _verb(words: tuple[Word, ...], end: int) -> int:
    """Returns the place of the last finite verb before a place in its clause, -1 for none."""
    for at in range(end - 1, max(-1, end - _FARTHEST), -1):
        if words[at].is_finite_or_auxiliary:
            return -1 if words[at].is_participle else at
        if words[at].opens_clause or words[at].lower in _WORDS["other clauses"]:
            return -1
    return -1


def _is_known(own: frozenset[str]) -> bool:
    """Tells whether a subject is a plural of one gender."""
    return bool(own) and own <= PLURAL and len(own) == 1


def _is_floating(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether tous comes right after a finite verb, before the participle of avoir, a number or a preposition:
    siègent *tous* à titre personnel."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    verb = words[place - 1]
    if following is None or not words[place].joined or not verb.persons & THIRD:
        return False
    if is_auxiliary(verb):
        return following.lower in _WORDS["numbers"] or (following.is_participle and verb.lower not in _WORDS["being"])
    return verb.categories == {"V"} and "PREP" in following.categories


def _differs_from_subject(words: tuple[Word, ...], place: int, wanted: str) -> bool:
    own = subject(words, place - 1) or opening_noun(words, place - 1)
    return _is_known(own) and wanted not in own


def _is_whether(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the pronoun of qu'il soit ou non, after a comma."""
    if place + 2 >= len(words) or words[place - 1].lower != "qu'" or not words[place - 1].before.startswith(", "):
        return False
    after = [word.lower for word in words[place + 2 : place + 5]]
    return words[place + 1].lower in _WORDS["whether"] and ("ou" in after)


def _are_one_and_the_other(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the un of l'un et l'autre, with no noun after it."""
    here = [word.lower for word in words[place - 1 : place + 4]]
    if here[:1] != ["l'"] or here[2:] != ["et", "l'", "autre"]:
        return False
    following = words[place + 4] if place + 4 < len(words) and words[place + 4].joined else None
    noun = following is not None and bool(following.categories & {"N", "A"}) and "PREP" not in following.categories
    return following is None or not (noun or following.lower in OF_FORMS)


def _is_of_nothing(words: tuple[Word, ...], place: int, wanted: str) -> bool:
    """Tells whether the nouns before a place in its sentence are known and none can be meant."""
    named = named_before(words, place)
    if not named or named == ALL:
        return False
    return wanted not in named and (wanted[1] == "s" or len({one[0] for one in named}) == 1)


def _is_of_none_of_two(words: tuple[Word, ...], place: int, wanted: str) -> bool:
    """Tells whether several are named before a place in its sentence of which none can be meant: where none are, the
    two are in a sentence before."""
    return _is_of_nothing(words, place, wanted) and bool(named_before(words, place) & PLURAL)


def _is_last(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the dernier of ce dernier, and nothing before it in its sentence and in the one before has
    its gender and number."""
    wanted = _LAST.get((words[place - 1].lower, words[place].lower))
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if wanted is None or not words[place].joined or (following and following.categories & {"N", "A"}):
        return False
    goes_on = following is not None and (following.persons & THIRD or following.is_present_participle)
    if following is not None and not (goes_on or following.lower in _WORDS["clitics"]):
        return False
    start, ends = place - 1, 0
    while start > 0 and ends < 2:
        ends += words[start].opens_clause
        start -= ends < 2
    said_before = ends > 0 and any(word.persons & THIRD for word in words[start : place - 1])
    named = together(words, range(start, place - 1)) if said_before else frozenset[str]()
    return bool(named) and named != ALL and wanted not in named
