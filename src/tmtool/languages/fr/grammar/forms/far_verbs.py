"""Which is the finite verb of a clause whose subject is long, or that something stands in: que la cible relative aux
soins du groupe « Accès » *est*; que les États qui n'ont pas signé le texte, sauf un, *ont*?

Where `clause_verb` leaves a clause alone its words are walked through: relative clauses have verbs of their own, what
stands between commas is passed over, and quotation marks and numbers part nothing. The words are in ``far_verbs.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import has_object, is_after_ne, is_finite
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FARTHEST = 45
"""Words at most from que to its verb."""
_OPEN = r"(?:[\s«»“”\"%$€/°\d]|(?<=\d)[,.:–-](?=[ \u00a0\u202f]?\d))*"
"""What may stand between two words that nothing parts: spaces, quotation marks, numbers."""
_NOTHING, _COMMA = re.compile(_OPEN), re.compile(rf"{_OPEN}, {_OPEN}")
_START = 2
"""Commas around what stands right after que."""


def is_apart(word: Word) -> bool:
    """Tells whether a mark parts a word from the one before; quotation marks and numbers part nothing."""
    return not word.joined and _NOTHING.fullmatch(word.before) is None


class _Walk:
    """A `_Walk` is what is open after some words of a clause: where its subject begins, how many relative clauses wait
    for their verb, whether the last is parted by a comma, whether one has had its verb and may go on, how many commas
    came, and whether nothing has joined what comes after the last one, if it opens no insertion, to what came before.
    """

    def __init__(self, start: int) -> None:
        self.subject = start
        self.waiting = 0
        self.relative = False
        self.apart = False
        self.commas = 0
        self.is_alone = False

    def open_relative(self, words: tuple[Word, ...], at: int) -> None:
        """Begins a relative clause, which a comma may part from what comes before."""
        self.apart = _has_comma(words[at]) or (_has_comma(words[at - 1]) and "PREP" in words[at - 1].categories)
        self.waiting += 1

    def pass_comma(self, words: tuple[Word, ...], at: int) -> None:
        """Ends what came after the comma before; what comes may be of a series, or of another clause."""
        self.waiting, self.relative = 0, False
        self.commas += 1
        if self.commas == _START and _has_comma(words[self.subject]):
            self.subject = at
        goes_on = self.is_alone and words[at].lower in _WORDS["opening relatives"]
        self.is_alone = goes_on or self.commas % 2 == 1


def far_verb(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the finite verb of the clause that que or si opens, or None where it is not certain."""
    walk = _Walk(que + 1)
    if _is_shortened(words, que + 1):
        return None
    for at in range(que + 1, min(que + _FARTHEST, len(words))):
        word = words[at]
        if not _is_walkable(words, at):
            return None
        if _has_comma(word):
            if walk.waiting and not walk.apart:  # un enfant qui, autrement, serait
                return None
            walk.pass_comma(words, at)
        if word.lower in _WORDS["joining"]:
            walk.is_alone = False
        if word.lower in _WORDS["opening relatives"] or (word.lower in QUE and _is_relative(words, que, at)):
            walk.open_relative(words, at)
        elif word.lower in _WORDS["opening clauses"] or _is_if(words, at):
            if not _has_comma(word) and words[at - 1].lower not in _WORDS["joining"]:
                return None
            walk.waiting, walk.apart = walk.waiting + 1, True
        elif word.lower in QUE:
            if words[at - 1].lower in _WORDS["conjunctions with que"] or not _compares(words, que, at):
                return None
        elif _is_lone_infinitive(words, at) and not walk.relative:
            return None
        elif _is_verb(words, at):
            first = _first_of(words, at)
            joined = first > que + 1 and words[first].joined and words[first - 1].lower in _WORDS["joining"]
            if walk.waiting:
                walk.waiting, walk.relative = walk.waiting - 1, True
            elif walk.relative and joined:
                continue
            elif joined or walk.is_alone:
                return None
            else:
                return word if _agrees(words, walk.subject, at) else None
        elif _may_be_verb(words, at) and not (_has_comma(word) and walk.commas % 2):
            return None
    return None


def _is_shortened(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether the clause has no subject: chaque fois que possible."""
    if start + 1 >= len(words) or is_apart(words[start]):
        return start >= len(words)
    return "A" in words[start].categories and is_apart(words[start + 1])


def _is_if(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is si before il."""
    return words[at].lower == "s'" and at + 1 < len(words) and words[at + 1].lower in ("il", "ils")


def _is_walkable(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether the clause may go on with a word: no mark but a comma comes before, and after a comma no clause of
    another subject begins."""
    word = words[at]
    if at + 1 < len(words) and words[at + 1].before.startswith(")"):  # a label: l'alinéa a)
        return False
    if _has_comma(word):
        return word.lower not in _WORDS["pronouns"] | {"mais"} and not word.lower.startswith(("-", "'"))
    return not is_apart(word) or (word.before == ". " and words[at - 1].lower in _WORDS["titles"])


def _has_comma(word: Word) -> bool:
    return "," in word.before and is_apart(word) and _COMMA.fullmatch(word.before) is not None


def _is_relative(words: tuple[Word, ...], que: int, at: int) -> bool:
    """Tells whether que takes up a noun: les avis que le Groupe a rendus."""
    before = words[at - 1]
    if before.lower in _WORDS["conjunctions with que"]:
        return False
    nominal = before.is_name or bool(before.categories & {"N", "A"}) or before.is_participle
    return nominal and not _compares(words, que, at) and before.lower not in _WORDS["opening with que"]


def _compares(words: tuple[Word, ...], que: int, at: int) -> bool:
    """Tells whether que compares or joins: ainsi que, tant le budget que le programme, plus de poids que."""
    if _has_comma(words[at]):
        return False
    earlier = words[que + 1 : at]
    return words[at - 1].lower in _WORDS["opening with que"] or any(word.lower in _WORDS["degrees"] for word in earlier)


def _is_lone_infinitive(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether an infinitive belongs to nothing in the subject."""
    word = words[at]
    if not word.is_infinitive or "N" in word.categories or word.persons & THIRD:
        return False
    return words[at - 1].lower not in _WORDS["before infinitives"]


def _is_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is surely a finite verb of the third person."""
    word, before = words[at], words[at - 1]
    if not word.persons & THIRD or word.is_name or "V" not in word.categories:
        return False
    if word.lower in _WORDS["sure subjunctives"]:
        return not (_has_comma(word) and word.lower == "soit")  # les deux tiers, soit 128 États
    if word.joined and is_determiner(before) and not has_object(before, word):
        return False
    if word.lower in _WORDS["sure verbs"]:
        return True
    if (word.joined and before.lower in _WORDS["before verbs"]) or is_after_ne(words, at):
        return True
    first = _first_of(words, at)
    if words[first].joined and first and words[first - 1].lower in _WORDS["subjects"]:  # il en fait
        return True
    return word.categories == {"V"} and not word.is_participle


def _may_be_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word may be a finite verb where it is: not right after a determiner, a preposition or a number,
    and no adjective or participle of the noun before it."""
    word, before = words[at], words[at - 1]
    if not is_finite(word) or not word.persons & THIRD:
        return False
    if word.joined and is_before_noun(before):
        return False
    if "PREP" in word.categories or (before.lower in _WORDS["before nouns"] and word.joined) or is_determiner(before):
        return False
    if not word.joined and not _has_comma(word):
        return False  # « suivi », 12 rapports
    after = words[at + 1].lower if at + 1 < len(words) and words[at + 1].joined else ""
    qualifies = "A" in word.categories and bool(word.agreement({"A"}) & before.agreement())
    qualifies = qualifies and after not in _WORDS["after verbs"]
    return not qualifies and "ADV" not in word.categories


def _first_of(words: tuple[Word, ...], verb: int) -> int:
    """Returns the place of the first of the small words before a verb, or of the verb: n'y a."""
    at = verb
    while at > 0 and words[at].joined and words[at - 1].lower in _WORDS["small words"]:
        at -= 1
    return at


def _agrees(words: tuple[Word, ...], subject: int, verb: int) -> bool:
    """Tells whether the verb may have the number in which the subject begins: a subject in the singular may go on with
    others, or say how many there are (la plupart)."""
    first, after = words[subject].lower, words[subject + 1].lower if subject + 1 < verb else ""
    persons = words[verb].persons
    if first in _WORDS["singular"] and "3s" not in persons:
        between = words[subject + 1 : verb]
        return after in _WORDS["many"] or any(word.lower in _WORDS["joining"] | {"que"} for word in between)
    return not (first in _WORDS["plural"] and "3p" not in persons)
