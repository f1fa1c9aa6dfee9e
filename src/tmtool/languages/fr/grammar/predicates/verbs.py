"""Has a verb the number of its subject: les membres *a* examiné, la Commission *examinent*?

The answer comes from the lexicon, and from what subjects.py knows of the subject. The closed words are in
``verbs.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates import opening_verbs
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.predicates.sure_verbs import is_verb
from tmtool.languages.fr.grammar.subjects.acts import is_an_act
from tmtool.languages.fr.grammar.subjects.after_commas import is_plural_before, is_resumed
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.clauses import (
    carried_on_from,
    group_at,
    has_no_plural,
    is_plural_after_and,
    may_be_finite,
    opening_noun,
    plurals_after_and,
)
from tmtool.languages.fr.grammar.subjects.counted_subjects import are_counted, is_less_than_two, is_share_of_several
from tmtool.languages.fr.grammar.subjects.inversions import comes_after_a_place, inverted, is_left_open
from tmtool.languages.fr.grammar.subjects.joined_subjects import are_a_pair, are_several
from tmtool.languages.fr.grammar.subjects.only_numbers import only_number
from tmtool.languages.fr.grammar.subjects.only_plurals import are_only_plurals
from tmtool.languages.fr.grammar.subjects.plain_subjects import plain
from tmtool.languages.fr.grammar.subjects.pointed_subjects import pointed_out
from tmtool.languages.fr.grammar.subjects.relative_clauses import is_after_auxiliary, past_relative, pronoun_before
from tmtool.languages.fr.grammar.subjects.subject_words import ONE_BY_ONE
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.subjects.sure_numbers import (
    are_many,
    are_most,
    are_persons,
    are_so_many,
    are_some,
    is_one,
    is_part_of_one,
)
from tmtool.languages.fr.grammar.words.closed_words import NE
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word, place_before, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
VERB_CLITICS = _WORDS["clitics"]
_PLURALS = (
    is_plural_before,
    is_resumed,
    are_several,
    are_a_pair,
    are_counted,
    is_share_of_several,
    is_plural_after_and,
    are_persons,
    are_some,
    are_so_many,
    are_most,
    are_many,
    are_only_plurals,
)
"""What tells that a subject is a plural, of whatever gender."""
_SINGULARS = (is_one, is_part_of_one, is_less_than_two, is_an_act)
"""What tells that a subject is a singular."""
_PAST_RELATIVE = (are_several, are_counted, is_share_of_several, are_persons, are_most, are_many)
"""Those of them that tell it of a subject before a relative clause, too."""
_DEGREES = frozenset({"plus", "moins", "mieux"})
_NEAR = 3
"""Words of plus longtemps que."""
_FARTHEST = 40
"""Words back from a second participle to its avoir."""
_FAR, _NEAREST = 9, 4
"""Words between a que that compares and a verb after it, and between the word that does and que."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, bool]]:
    """Yields the finite verbs that have another number than their subject, each with whether that is a plural."""
    wrong: set[int] = set()
    for place, word in enumerate(words):
        persons = word.persons & THIRD
        indefinite = word.lower == "importe" and place and words[place - 1].lower == "n'"  # n'importe où
        if (
            len(persons) != 1
            or indefinite
            or _is_label(words, place)
            or (word.lower == "soit" and _is_either(words, place))
            or _shares_avoir(words, place)
            or _is_noun_of_its_phrase(words, place)
            or (word.lower == "fait" and is_after_auxiliary(words, place))  # n'ayant pas fait
        ):
            continue
        sure = is_verb(words, place) or _is_only_verb(words, place)
        if not sure and (word.is_name or carried_on_from(words, place) < 0):
            continue
        wanted = {one[1] for one in subject(words, place) or pointed_out(words, place)}
        if wanted == {"s", "p"} and persons == {"3s"} and word.lower != "soit" and are_a_pair(words, place):
            wanted = {"p"}
        if (
            not wanted
            and persons == {"3s"}
            and word.lower != "soit"
            and any(is_plural_here(words, place) for is_plural_here in _PLURALS)
        ):
            wanted = {"p"}
        elif not wanted and persons == {"3p"} and any(is_one_here(words, place) for is_one_here in _SINGULARS):
            wanted = {"s"}
        elif not wanted and _differs_from_all_before(words, place) and wrong.isdisjoint(range(place)):
            wanted = {"p"} if persons == {"3s"} else {"s"}
        wanted = wanted or set(inverted(words, place) or {one[1] for one in opening_noun(words, place)})
        wanted = wanted or {one[1] for one in past_relative(words, place)}
        if not (wanted or word.is_name) and (main := carried_on_from(words, place)) >= 0 and main not in wrong:
            if _has_number_of_opening(words, main, persons):
                wrong.add(main)
                yield words[main], persons == {"3p"}
                continue
            wanted = {"p"} if persons == {"3s"} else {"s"}
        wanted = set(plain(words, place)) or wanted if len(wanted) != 1 else wanted
        if not wanted and persons == {"3s"} and word.lower != "soit":
            wanted = {one[1] for one in plurals_after_and(words, place)}
        if not wanted and persons == {"3p"} and place and has_no_plural(words, place):
            wanted = set() if comes_after_a_place(words, place) else {"s"}
        if not wanted and (pronoun := pronoun_before(words, place)):
            wanted = _past_relative(words, pronoun, persons)
        if not wanted and word.lower != "soit" and sure:
            wanted = set(only_number(words, place))
        differs = bool(wanted) and persons.isdisjoint({f"3{number}" for number in wanted})
        if differs and sure and not (is_left_open(words, place) or _is_after_the_same(words, place)):
            wrong.add(place)
            yield word, wanted == {"p"}
    yield from opening_verbs.disagreements(words)


def _is_label(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the letter of a part: *a)* les articles."""
    closed = place + 1 < len(words) and words[place + 1].mark[:1] in (")", "]")
    return closed and len(words[place].text) == 1 and not words[place].joined


def _is_only_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun is the only one that can be the verb of a sentence which a plural opens:
    Les constellations en orbite basse *compte* désormais 14 000 satellites."""
    word = words[place]
    if word.categories != {"V", "N"} or word.is_participle or word.is_name or plain(words, place) != "p":
        return False
    before, after = words[place - 1], words[place + 1] if place + 1 < len(words) else None
    if after is None or not after.joined or not after.categories & {"PREP", "ADV", "DET"}:
        return False
    owned = before.lower in determiners() or before.lower in ONE_BY_ONE or is_before_noun(before)
    if word.joined and (owned or "PREP" in before.categories):
        return False
    for at in range(place + 1, len(words)):
        if words[at].opens_clause or words[at].lower in _WORDS["of another clause"]:
            return True
        if may_be_finite(words, at):
            return False
    return True


def _has_number_of_opening(words: tuple[Word, ...], main: int, persons: frozenset[str]) -> bool:
    """Tells whether the noun that opens the sentence of a main verb has the number of `persons`, those of another verb
    that carries on, and not its own: Le texte des points 3 et 4, qui n'est pas lu, *concernent* la date et doit être
    lu."""
    for at in range(start_of_clause(words, main), main):
        if opens(words, at) and is_determiner(words[at]):
            found = group_at(words, at, main - 1)
            return bool(found) and {f"3{one[1]}" for one in found} == persons
    return False


def _is_after_the_same(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether what is right before a verb is what a relative clause compares with, so that the subject is before
    that: les écoles qui prennent le même car que d'autres écoles *ont* …, of which the part *a* …"""
    clause = start_of_clause(words, verb)
    for que in range(verb - 2, max(clause, verb - _FAR), -1):
        if words[que].lower in QUE:
            compared = any(word.lower in _WORDS["comparing"] for word in words[max(clause, que - _NEAREST) : que])
            alone = not any(word.categories == {"V"} for word in words[que + 1 : verb])
            return compared and alone and any(word.lower == "qui" for word in words[clause:que])
    return False


def _past_relative(words: tuple[Word, ...], pronoun: int, persons: frozenset[str]) -> set[str]:
    """Returns the other number than that of a verb where the subject before the relative clause right before it surely
    has that: la plupart des pays qui ont répondu *a*, chacun des États qui ont voté *peuvent*."""
    if persons == {"3s"}:
        return {"p"} if any(is_plural_here(words, pronoun) for is_plural_here in _PAST_RELATIVE) else set()
    return {"s"} if persons == {"3p"} and is_one(words, pronoun) else set()


def _is_noun_of_its_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun comes right after aucun, chaque or the like, or a present participle, or
    after a preposition and an article: n'ont aucun *fait* nouveau, les paragraphes rendant *compte* du débat, contre le
    *fait* de."""
    word, before = words[place], words[place - 1]
    doing = before.is_present_participle and not is_determiner(words[place - 2])
    owned = before.lower in DEFINITE and before.joined and place > 1 and "PREP" in words[place - 2].categories
    governed = before.lower in ONE_BY_ONE or (doing and place > 1) or owned
    return "N" in word.categories and place > 0 and word.joined and governed


def _shares_avoir(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this may be a second participle of an avoir before it: ils ont déminé des sites et détruit."""
    if not words[place].is_participle or place < 2 or words[place - 1].lower not in ("et", "ou"):
        return False
    for at in range(place - 2, max(-1, place - _FARTHEST), -1):
        if is_have(words[at]):
            return True
        if words[at].opens_clause:
            return False
    return False


def is_plural(word: Word) -> bool:
    """Tells whether a word can only be a verb, and in the third person only a plural."""
    return word.persons & THIRD == {"3p"} and word.categories == {"V"}


def _differs_from_all_before(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the verb comes after et and shares its subject with one before, and none there has its number: il
    pratique une politique et consacrent des millions."""
    joint = place_before(words, place, VERB_CLITICS)
    if joint < 1 or words[joint].lower != "et" or not words[joint + 1].joined:
        return False
    if not words[joint].joined and words[joint].before != ", ":
        return False
    disjunctive = words[joint + 1].lower == "lui"  # son équipe et lui ne sont
    if joint < place - 1 and (disjunctive or words[place].categories != {"V"}):
        return False
    mine = words[place].persons & THIRD
    first = 0
    for at in range(joint - 1, -1, -1):
        persons = words[at].persons & THIRD
        if persons & mine and (words[at].is_name or may_be_finite(words, at)):
            return False
        first = at if persons and is_verb(words, at) else first
        if words[at].mark in (".", ";", ":", "(", "–", "—"):
            break
        both = first and words[at].lower in QUE and words[joint + 1].lower in NE and words[first - 1].lower in NE
        if both and not _is_compared(words, at):
            break  # à moins qu'un État n'offre et ne s'engagent
    return bool(first) and bool(subject(words, first) or opening_noun(words, first))


def _is_compared(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether plus or moins comes soon before que, and this is no à moins que: plus longtemps qu'il n'est
    nécessaire."""
    before = [word.lower for word in words[max(0, que - _NEAR) : que]]
    return before[-2:] != ["à", "moins"] and not _DEGREES.isdisjoint(before)


def _is_either(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the soit of soit … soit, soit … ou, comes before an amount (soit 4 %), or opens between two
    commas a noun group that says the same otherwise: , soit un habitant sur dix, étaient."""
    following = words[place + 1] if place + 1 < len(words) else None
    amount = following is not None and following.mark[:1].isdigit()
    that_is = following is not None and words[place].before.endswith(", ") and following.joined
    if that_is and following is not None and (is_determiner(following) or following.lower in _WORDS["after that is"]):
        return True
    return amount or any(word.lower in ("soit", "ou") for word in words[place + 1 :])
