"""Which word can be nothing but an adjective, and which noun comes right before it: les mesures *plus générales*?

The answer comes from the lexicon and the closed words of ``adjective_words.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.clauses_with_verbs import follows_a_verb
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, end_with_an_adverb
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
ADJECTIVAL = re.compile(
    r"(?:al|ales?|aux|els?|elles?|ifs?|ives?|iques?|publics?|aires?|[ai]bles?|eux|euses?|éens?|éennes?|iens?|iennes?|"
    r"ains?|aines?|ins?|ines?|ais|aises?|ois|oises?|ats?|ates?|eures?|ieurs?|iles?|iers?|ières?|ents?|entes?|oires?|ects?|ectes?|communs?|communes|suivante?s?|étrangers?|étrangères?)$"
)
RELATIONAL = re.compile(r"(?:ique|aire|ale?|elle?|ienne?|ien|aise?|oise?|ive?|if)s?$")
"""Endings of adjectives that belong to the nearest noun: national, not adéquat."""
_FIRST_GROUP = re.compile(r"ée?s?$")
_ADJECTIVES = 2
"""Adjectives at most between a noun and the one that is looked at: des critères fondamentaux nationaux communs."""
_SET_APART = 2
"""Words before the last of a noun, its adjective and a participle."""
_HEADED = _WORDS["articles of nouns"]
_AGENDA = ("ordre", "du", "jour")
"""A noun of three words, of which the adjective after it qualifies the first."""
NO_HEAD = _WORDS["no head"]
FIXED = _WORDS["fixed"]
AFTER_PARTICIPLE = _WORDS["following participle"]
_DEGREES = _WORDS["degrees"]
_FIGURE = re.compile(r"\d")
_TIMES = frozenset({"encore", "toujours", "déjà", "souvent", "parfois"})
"""Adverbs before an adjective: des discriminations encore vivaces."""
_PUT, _BY = frozenset({"à", "en", "au", "sur"}), frozenset({"par"})
"""Words after mis, and after fait or dû, with which they are participles."""
_OF = frozenset({"de", "d'"})
_BEFORE_BARE = _WORDS["before bare"]


def is_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word can be nothing but an adjective or a past participle, a noun made of one apart."""
    word = words[place]
    by_degree = word.lower in _WORDS["of degree"] and words[place - 1].lower in _DEGREES - {"non", "y"}
    finite = word.persons & THIRD and word.lower not in _WORDS["never finite"]
    finite = finite and not _ends_its_noun(words, place) and not _comes_after_its_verb(words, place)
    fixed = _is_fixed(words, place) and not (word.lower == "dû" and _is_owed(words, place))
    if not word.joined or word.is_infinitive or (not by_degree and (finite or fixed)):
        return False
    if by_degree:
        return True
    if word.lower == "dû" and _is_owed(words, place):
        return True
    if word.is_present_participle and not _ends_as_an_adjective(words, place):
        return False
    if word.persons & THIRD and not finite and "PREP" not in word.categories and _is_quality(word):
        return True
    if word.persons and "A" not in word.categories:
        return False
    if word.lower in _WORDS["alone"] and _FIGURE.search(_gap(words, place + 1)):
        return False  # au 29 février seuls 31 % avaient été reçus
    if word.is_name and not (word.text.istitle() and ADJECTIVAL.search(word.lower)):
        return False
    if "A" in word.categories and (ADJECTIVAL.search(word.lower) or word.lower in _WORDS["of an office"]):
        return word.categories <= {"A", "N"} or word.categories == {"A", "V"}
    if word.is_participle and "N" in word.categories <= {"A", "N", "V"} and _is_linked_on(words, place):
        bare = place > 1 and words[place - 2].lower in _OF and words[place - 1].categories <= {"N", "V"}
        qualified = words[place - 1].is_participle and words[place - 1].categories <= {"A", "V"}  # notes écrites
        return words[place - 1].categories <= {"A", "N"} or qualified or bare
    if _may_be_either(word) and not word.persons and not word.is_name and _is_set_apart(words, place):
        return True
    if _may_be_either(word) and place > 1 and _is_headed(words, place - 1) and not word.is_name:
        return True
    if _may_be_either(word) and place > 1 and words[place - 1].categories <= {"N", "V"} and not word.is_name:
        owned = words[place - 1].categories == {"N"} and words[place - 2].lower in determiners()
        return owned or (words[place - 2].lower in _OF and _goes_on(words, place))
    return word.categories <= {"A", "V", "X"} and ("A" in word.categories or word.is_participle)


def _is_headed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be an adjective is a noun by the article right before it, since no noun after it
    would have it there: la pratique *établie*; not le jeune employé."""
    word, before = words[place], words[place - 1]
    owned = word.joined and is_article(words, place - 1) and not is_before_noun(word) and "A" in word.categories
    return owned and bool(determiners()[before.lower].agreement & word.agreement({"N"}))


def _ends_as_an_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a present participle that may be an adjective ends its clause, with nothing that hangs on it: des
    résultats encourageants."""
    word = words[place]
    ends = place + 1 == len(words) or words[place + 1].mark[:1] in (".", ";")
    return ends and word.categories == {"A", "V"} and word.lower not in _WORDS["going on"]


def _ends_its_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle that may be a finite verb, too, ends its clause right after a noun that is no subject,
    since a preposition or a verb comes before it: dans les délais *prescrit*."""
    word, noun = words[place], words[place - 1]
    ends = place + 1 == len(words) or words[place + 1].mark[:1] in (".", ";", ",")
    if not ends or not word.is_participle or "A" not in word.categories or place <= _SET_APART or word.is_name:
        return False
    governor = words[place - 3]
    owned = words[place - 2].lower in determiners() and noun.joined and words[place - 2].joined
    governs = "PREP" in governor.categories or governor.is_finite_verb
    negated = governor.lower in ("pas", "plus")
    return owned and "N" in noun.categories and (governs or negated) and governor.lower not in ("comme", "selon")


def _is_quality(word: Word) -> bool:
    return word.is_participle or "A" in word.categories


def _comes_after_its_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective or a participle that may be a finite verb, too, comes right after a noun with its
    article in a clause that has its verb already: examine la procédure *décrite* à l'annexe."""
    word, noun = words[place], words[place - 1]
    if place <= _SET_APART or not _is_quality(word) or word.is_name or "N" not in noun.categories or not word.joined:
        return False
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    goes_on = following is None or following.lower in AFTER_PARTICIPLE | {"et", "ou"}
    if not goes_on or not noun.joined or words[place - 2].lower not in determiners():
        return False
    return follows_a_verb(words, place - 2)


def _gap(words: tuple[Word, ...], place: int) -> str:
    """Returns the text before the word at a place, "" where there is none."""
    return words[place].before if place < len(words) else ""


def _may_be_either(word: Word) -> bool:
    """Tells whether this is a participle that is a noun, too: employé, intitulé."""
    of_first_group = word.categories == {"N", "V"} and _FIRST_GROUP.search(word.lower) is not None
    return word.is_participle and (word.categories == {"A", "N", "V"} or of_first_group)


def _is_set_apart(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective of the noun before it, or an adverb, comes right before a word that may be a noun,
    which then is none: les parties prenantes *intéressées*, les États parties *intéressés*, des formulaires dûment
    *remplis*."""
    before = words[place - 1]
    if place < _SET_APART or not before.joined or "N" not in words[place - 2].categories:
        return False
    if _is_apposed(words, place - 1):
        return True
    if before.lower.endswith("ment") and before.categories == {"ADV"}:
        return words[place - 2].categories <= {"A", "N"}
    qualifying = before.categories <= {"A", "V"} and ("A" in before.categories or before.is_participle)
    return qualifying and not before.persons and bool(before.agreement() & words[place - 2].agreement({"N"}))


def _is_apposed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a noun that says, right after another one of its number, what that is: États *parties*."""
    if place < 1 or words[place].lower not in _WORDS["apposed"] or not words[place].joined:
        return False
    numbers = ({one[1] for one in word.agreement({"N"})} for word in words[place - 1 : place + 1])
    return "N" in words[place - 1].categories and not set.isdisjoint(*numbers)


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes right after a word is a preposition that a noun seldom has: jetés dans la rue."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    return following is not None and "PREP" in following.categories and following.lower not in _OF


def _is_linked_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes right after a word is a preposition that a participle has."""
    return place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower in AFTER_PARTICIPLE


def _is_owed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether dû is what is owed, by the noun with its determiner before it and by what comes after it: la somme
    *dû* est versée, les prestations *dû* au fonctionnaire."""
    noun, following = words[place - 1], words[place + 1] if place + 1 < len(words) else None
    if place < _SET_APART or words[place - 2].lower not in determiners() or not noun.joined:
        return False
    if "N" not in noun.categories or is_auxiliary(noun):
        return False
    if following is None or not following.joined:
        return following is None or following.mark[:1] in (".", ";", ",")
    return following.lower in _WORDS["following dû"] or is_auxiliary(following)


def _is_fixed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word may stand unchanged as a preposition or adverb: mis à part; not mis à sa disposition, fait
    par."""
    lower = words[place].lower
    if lower not in FIXED or lower not in _WORDS["fixed alone"] or place + 2 >= len(words):
        return lower in FIXED
    after, next_one = words[place + 1], words[place + 2]
    goes_on = after.joined and after.lower in (_PUT if lower == "mis" else _BY)
    return not goes_on or next_one.lower == "part"


def _may_be_an_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is an adjective, though a noun may be spelt alike: la population chypriote."""
    word = words[place]
    return is_adjective(words, place) or ("A" in word.categories and word.categories <= {"A", "N"} and not word.is_name)


def is_adjective_alone(word: Word) -> bool:
    """Tells whether this is a word that mostly is an adjective: sociaux, culturels."""
    return "A" in word.categories and word.categories <= {"A", "N"} and ADJECTIVAL.search(word.lower) is not None


def _is_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word can be nothing but a noun, or comes after a determiner that agrees with it."""
    word = words[place]
    if (
        (word.lower in NO_HEAD and not _is_head_here(words, place))
        or word.text.isupper()
        or is_numeral(word)
        or len(word.text) == 1
        or not word.agreement({"N"})
        or "N" not in word.categories
    ):
        return False
    if word.categories == {"N"} or _opens_a_heading(words, place):
        return True
    before = words[place - 1] if place and word.joined else None
    if before is not None and before.lower in _BEFORE_BARE and word.categories <= {"N", "A", "V", "ADV"}:
        return not word.is_infinitive and not is_before_noun(word)  # semences de ferme
    if before is None or before.lower not in determiners():
        return False
    return is_article(words, place - 1) and bool(determiners()[before.lower].agreement & word.agreement({"N"}))


def _opens_a_heading(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the noun with which a text, a cell or a labelled line begins: Entreprises privées."""
    word = words[place]
    mark = word.before.rstrip(" \u00a0\u202f")[-1:]
    if not word.is_name or word.lower in _WORDS["judging"] or not (mark in ("\t", ")") or (place == 0 and not mark)):
        return False
    return word.categories <= {"A", "N"} or (word.categories == {"N", "V"} and not word.is_participle)


def _is_head_here(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that is seldom the noun of an adjective is one by its article, or as the first word of a
    heading: la question intitulée, Question liée à."""
    word = words[place]
    if word.lower not in _WORDS["head if determined"]:
        return False
    if place == 0:
        return word.is_name and not word.mark
    if word.text in ("État", "Etat"):
        return word.joined and is_determiner(words[place - 1])
    return word.joined and words[place - 1].lower in _HEADED


def noun_of(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the noun right before, adverbs (non, très) and an adjective that agrees with it between; -1
    for none."""
    before = place - 1
    between = words[before]
    if (
        before
        and between.joined
        and (between.lower in _DEGREES or (words[place].is_participle and _is_adverb(between)))
    ):
        before -= 1
    if _ends_an_adverb(words, before + 1) or (before < place - 1 and _is_of_a_share(words, before)):
        return -1
    if _is_apposed(words, before) and _is_noun(words, before - 1):
        return before - 1
    if _is_noun(words, before):
        return before
    if before > 1 and tuple(word.lower for word in words[before - 2 : before + 1]) == _AGENDA:
        return before - 2
    noun = before
    for _ in range(_ADJECTIVES):
        between = words[noun]
        if not between.joined or not _may_be_an_adjective(words, noun):
            return -1
        noun -= 1
        if noun > 1 and words[noun].lower == "et" and _are_alike(words[noun - 1], words[noun], between):
            noun -= 2  # nationales et régionales
        if noun > 0 and words[noun].lower in _DEGREES | _TIMES and words[noun].joined:  # une coopération plus étroite
            noun -= 1
        if noun < 0:
            return -1
        if noun > 1 and tuple(word.lower for word in words[noun - 2 : noun + 1]) == _AGENDA:
            return noun - 2 if between.agreement() & words[noun - 2].agreement({"N"}) else -1
        if _is_noun(words, noun):
            return noun if between.agreement() & words[noun].agreement({"N"}) else -1
    return -1


def _is_of_a_share(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a noun says by what share something is more or less: d'un *cinquième* plus courte."""
    return noun > 1 and words[noun].lower in _WORDS["shares"] and words[noun - 2].lower in ("d'", "de")


def _ends_an_adverb(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether an adverb of several words ends right before a place: des contrôles dans l'ensemble efficaces."""
    start = end - 1
    while start > max(0, end - LONGEST) and words[start].joined:
        start -= 1
    return end_with_an_adverb([words[start].mark, *(word.lower for word in words[start:end])])


def _are_alike(first: Word, joint: Word, second: Word) -> bool:
    """Tells whether a word joins two adjectives that agree with each other."""
    both = is_adjective_alone(first) and is_adjective_alone(second)
    return both and joint.joined and second.joined and bool(first.agreement() & second.agreement())


def _is_adverb(word: Word) -> bool:
    if word.lower in _WORDS["between"]:
        return True
    return word.lower.endswith("ment") and "ADV" in word.categories and "N" not in word.categories
