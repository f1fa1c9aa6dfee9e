"""Does a participle agree that a comma or et parts from its noun: des organismes structurés, *dotées* de moyens?"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import FIXED
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_after_be, is_auxiliary
from tmtool.languages.fr.grammar.nouns.sentence_nouns import BOUNDS, REACH, STANDING_FOR, may_be_of, nouns_before
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AFTER_DETACHED, _AFTER_JOINED = _WORDS["following detached"], _WORDS["following detached"] | _WORDS["following joined"]


_AFTER_PRESENT = _AFTER_JOINED | {"en", "le", "la", "les", "l'"}


def is_detached(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a participle after a comma that agrees with no noun before it in the sentence, nor with one
    right after its own words: des organismes bien structurés, dotées de ressources."""
    word, before = words[place], words[place - 1]
    following = words[place + 1] if place + 1 < len(words) else None
    kinds = {"A", "V", "N"} if word.lower in _WORDS["seldom nouns"] else {"A", "V"}
    if word.before != ", " or not word.is_participle or word.persons or not word.categories <= kinds:
        return False
    if word.lower in FIXED or following is None or not following.joined or following.lower not in _AFTER_DETACHED:
        return False
    if not before.categories <= {"N", "A", "V"} or before.is_name or before.text.isupper():
        return False
    wanted = word.agreement()
    nouns = nouns_before(words, place)
    return bool(nouns) and not may_be_of(wanted, nouns) and not _goes_with_what_follows(words, place)


def _goes_with_what_follows(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the noun of a participle may come after its own words: chargé de la suivre, le Comité."""
    wanted = words[place].agreement()
    for at in range(place + 1, min(place + REACH, len(words))):
        if words[at].mark[:1] in (".", ";"):
            return False
        if any(mark in words[at].before for mark in (",", *BOUNDS)):
            after = words[at : at + 4]
            return any(one.lower in STANDING_FOR or one.agreement({"N"}) & wanted or one.is_name for one in after)
    return False


def participle_before_and(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the participle with its own words that et joins to this one, where they differ, and this one
    agrees with no participle or passive before: une initiative financée par l'Union et destiné à; -1 for none."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if words[place - 1].lower != "et" or not word.joined or following is None or not following.joined:
        return -1
    if not word.is_participle or word.persons or not word.categories <= {"A", "V", "N"} or word.lower in FIXED:
        return -1
    if following.lower not in _AFTER_JOINED or place < 2 or words[place - 2].is_participle:
        return -1
    noun = "N" in word.categories and word.lower not in _WORDS["with de"]
    if noun and following.lower in OF_FORMS:  # et employés du Service
        return -1
    nearest = -1
    seen: frozenset[str] = frozenset()
    for at in range(place - 2, max(-1, place - REACH), -1):
        other = words[at]
        if is_auxiliary(other) or (other.categories == {"A"} and other.agreement() & word.agreement()):
            return -1
        owns = "N" in other.categories and not is_determiner(other)
        if "N" in word.categories and owns and other.agreement({"N"}) & word.agreement():
            return -1
        if other.is_participle and not other.persons and other.agreement() & word.agreement():
            return -1
        if other.is_participle and not other.persons and _is_no_noun(words, at):
            after = words[at + 1]
            if nearest < 0 and after.joined and after.lower in _AFTER_JOINED:
                nearest = at
                owner = chain(words, at - 1)
                if owner.possible & word.agreement():  # le rapport sur les mesures prises par elle et soumis au Conseil
                    return -1
                if owner.heads and owner.determined and owner.complete and not owner.possible & word.agreement():
                    return -1 if _is_joined_to_a_passive(words, at, word) else nearest
        if _is_of_noun(words, at) and not seen & word.agreement():
            head = chain(words, at - 1)
            return -1 if head.possible & word.agreement() or not head.complete else at - 1
        seen |= other.agreement() if not is_determiner(other) else frozenset()
        if any(mark in other.before for mark in BOUNDS):
            break
    return nearest


def _is_joined_to_a_passive(words: tuple[Word, ...], place: int, word: Word) -> bool:
    """Tells whether a participle after et may go on from one after être, before the other: le barème est calculé
    suivant les principes adoptés en 1980 et *aligné* sur celui de l'Union."""
    return any(
        words[at].is_participle and is_after_be(words, at) and words[at].agreement() & word.agreement()
        for at in range(max(1, place - REACH), place)
    )


def _is_no_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle is no noun, or none by what is around it: les mesures *prises* par le Comité."""
    word, noun, after = words[place], words[place - 1], words[place + 1]
    if word.categories <= {"A", "V"}:
        return True
    of_noun = "N" in noun.categories and not is_determiner(noun) and bool(noun.agreement({"N"}) & word.agreement())
    known = of_noun and word.joined and after.joined and after.lower in _WORDS["following no noun"]
    return known and word.categories <= {"A", "N", "V"}


def _is_of_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a present participle with words of its own right after its noun: les femmes *vivant* en
    milieu rural."""
    goes_on = words[place + 1].joined and words[place + 1].lower in _AFTER_PRESENT
    return words[place].is_present_participle and goes_on and words[place - 1].categories == {"N"}
