"""Does an adjective or participle right after its noun agree with it: des mesures national?

The answer comes from the lexicon, and from what noun_chains.py knows of the nouns before. The closed words are in
``adjectives.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tmtool.languages.fr.grammar import pointing
from tmtool.languages.fr.grammar.noun_chains import OF, chain, is_after_be, is_auxiliary, linked
from tmtool.languages.fr.grammar.noun_groups import determiners, is_article, is_before_noun, is_numeral
from tmtool.languages.fr.grammar.reading import PLURAL, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_ADJECTIVAL = re.compile(
    r"(?:al|ales?|aux|els?|elles?|ifs?|ives?|iques?|publics?|aires?|[ai]bles?|eux|euses?|éens?|éennes?|iens?|iennes?|"
    r"ains?|aines?|ins?|ines?|ais|aises?|ois|oises?|ats?|ates?|eures?|ieurs?|iers?|ières?|ents?|entes?|oires?|suivante?s?|étrangers?|étrangères?)$"
)
_RELATIONAL = re.compile(r"(?:ique|aire|ale?|elle?|ienne?|ien|aise?|oise?|ive?|if)s?$")
"""Endings of adjectives that belong to the nearest noun: national, not adéquat."""
_ADJECTIVES = 2
"""Adjectives at most between a noun and the one that is looked at: des critères fondamentaux nationaux communs."""
_REACH = 15
"""Words back in which a passive is looked for that a participle may go on with."""
_AGENDA = ("ordre", "du", "jour")
"""A noun of three words, of which the adjective after it qualifies the first."""
_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LOOSE = _WORDS["loose"]
_NO_HEAD = _WORDS["no head"]
_JOINING = _WORDS["joining"]
_NOT_YET = _WORDS["not yet"]
_DEGREES = _WORDS["degrees"]
_FIXED = _WORDS["fixed"]
_SHADES = _WORDS["shades"]
_AFTER_PARTICIPLE = _WORDS["following participle"]
_PLURAL_DETERMINERS = _WORDS["plural determiners"]
_AFTER_DETACHED = _WORDS["following detached"]
_STANDING_FOR = _WORDS["standing for nouns"]
_DETACHED = 25
"""Words back and on within which a participle after a comma has its noun."""
_UNCONTRACTED = {"lequel": "ms", "laquelle": "fs", "lesquels": "mp", "lesquelles": "fp"}
_RELATIVES = {
    relative: frozenset({agreement})
    for relative, agreement in (
        *_UNCONTRACTED.items(),
        ("auquel", "ms"), ("auxquels", "mp"), ("auxquelles", "fp"),
        ("duquel", "ms"), ("desquels", "mp"), ("desquelles", "fp"),
    )
}  # fmt: skip
_BEFORE_RELATIVE = frozenset(
    {"dans", "pour", "sur", "avec", "par", "à", "selon", "sous", "sans", "vers", "contre", "de"}
)
_BEFORE_BARE = frozenset({"de", "d'", "par", "en", "sans", "sous", "toute", "toutes"})
"""Words after which a form that may be a noun or a finite verb is a noun."""
_BOUNDS = (". ", ";", ":", "(", ")", "«", "»")
_REFERENCE = re.compile(r"\d[\d.]*(?:\([\w.]{1,6}\))+")
"""A number with its levels in brackets, which end no sentence: le paragraphe 95(2.2) de la loi."""
_OF_WHICH = frozenset({"duquel", "desquels", "desquelles"})
_HEADS = frozenset({"cause", "mesure", "question", "droit", "temps"})
"""Nouns that are seldom the noun of an adjective after them, but of a relative clause."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A `Disagreement` is an adjective and the noun before it, or the adjective joined to it by et or ou, with which it
    does not agree. `named` is True where `other` is a word with a capital and no determiner inside a sentence: perhaps
    a name."""

    adjective: Word
    other: Word
    named: bool


class GoesBefore(Protocol):
    """A `GoesBefore` tells whether the source of the text shows that the adjective belongs to this noun and to no
    other."""

    def __call__(self, adjective: Word, noun: Word) -> bool: ...


def disagreements(words: tuple[Word, ...], goes_before: GoesBefore) -> Iterator[Disagreement]:
    """Yields the adjectives and participles after a noun that agree neither with it nor with one that it hangs on, in
    order; `goes_before` is asked where one farther off would do."""
    for adjective, small in pointing.disagreements(words):
        yield Disagreement(adjective, small, False)
    for place in range(1, len(words)):
        if _is_detached(words, place):
            yield Disagreement(words[place], words[place - 1], False)
        other = _participle_before_and(words, place)
        if other >= 0:
            yield Disagreement(words[place], words[other], False)
        noun = _antecedent_before(words, place)
        if noun >= 0:
            yield Disagreement(words[place], words[noun], False)
        if not _is_adjective(words, place) or _is_proviso(words, place):
            continue
        other = _noun_of(words, place)
        if other < 0:
            other = _partner(words, place)
        elif _is_shared_out(words, place, other) or _may_go_with(words, place, other, goes_before):
            continue
        if other >= 0:
            yield Disagreement(words[place], words[other], _is_bare_name(words, other))


def _is_proviso(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the adjective of a clause without a verb, or the shade of a color: si nécessaire, croix
    rouge foncé."""
    before = words[place - 1]
    shade = words[place].lower in _SHADES and "A" in before.categories
    return words[place].joined and (shade or (before.lower == "si" and words[place].lower in _LOOSE))


def _is_bare_name(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a word with a capital and no determiner inside a sentence."""
    before = words[place - 1].lower if place > 0 else ""
    return bool(before) and words[place].is_name and before not in (*determiners(), "l'", "d'", "de")


def _noun_of(words: tuple[Word, ...], place: int) -> int:
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
        if noun > 0 and words[noun].lower in _DEGREES and words[noun].joined:  # une coopération plus étroite fondée
            noun -= 1
        if noun < 0:
            return -1
        if _is_noun(words, noun):
            return noun if between.agreement() & words[noun].agreement({"N"}) else -1
    return -1


def _may_be_an_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is an adjective, though a noun may be spelt alike: la population chypriote."""
    word = words[place]
    return _is_adjective(words, place) or (
        "A" in word.categories and word.categories <= {"A", "N"} and not word.is_name
    )


def _may_go_with(words: tuple[Word, ...], place: int, noun: int, goes_before: GoesBefore) -> bool:
    """Tells whether the adjective agrees with its noun, or with one that comes before and owns it."""
    wanted = words[place].agreement()
    before = chain(words, noun)
    if not before.heads or before.heads[0].place != noun or wanted & before.heads[0].possible:
        return True
    loose = words[place].is_participle or words[place].lower in _LOOSE or not (before.determined and before.complete)
    if before.start and is_auxiliary(words[before.start - 1]) and loose:  # est dans ce cadre amenée
        return True
    if before.several and wanted & PLURAL:
        return True
    if before.start and linked(words[before.start]) and _reaches_beyond(words, place, before.start - 1):
        return True
    if _closes_a_series(words, place, noun, before.heads[0].possible):
        return False
    if _is_shared_by_plural(words, place, before.possible):
        return True
    if wanted & before.possible:
        own = noun == place - 1 and before.determined and "A" in words[place].categories
        # l’emploi des armes chimique: a singular right after a plural hardly ever goes farther back
        near = before.heads[0].possible <= PLURAL and wanted <= SINGULAR and words[place].lower not in _LOOSE
        near = near or (words[place].lower not in _LOOSE and not wanted & before.near)
        near = near and _RELATIONAL.search(words[place].lower) is not None
        near = near and not _goes_on(words, place, before.heads[0].possible)
        return not (own and (near or goes_before(words[place], words[noun])))
    loose = before.bare or words[place].lower in _LOOSE
    loose = loose or (words[place].is_participle and not before.determined)
    return not before.complete and loose


def _is_shared_by_plural(words: tuple[Word, ...], place: int, possible: frozenset[str]) -> bool:
    """Tells whether two singulars share out a plural farther back: les trafics d'influence actif et passif."""
    wanted = {f"{one[0]}p" for one in words[place].agreement() & SINGULAR}
    if not wanted & possible or place + 2 >= len(words) or words[place + 1].lower not in ("et", "ou"):
        return False
    return bool(words[place + 2].agreement({"A"}) & words[place].agreement())


def _closes_a_series(words: tuple[Word, ...], place: int, noun: int, possible: frozenset[str]) -> bool:
    """Tells whether a singular comes right after a plural that et or ou joins to what is before, and that has a
    determiner of its own: la paix et des moyens efficace."""
    return (
        noun == place - 1
        and noun > 1
        and not words[place].is_participle
        and words[place].lower not in _LOOSE
        and possible <= PLURAL
        and words[place].agreement() <= SINGULAR
        and words[noun - 1].lower in _PLURAL_DETERMINERS
        and words[noun - 1].joined
        and words[noun - 2].lower in ("et", "ou")
    )


def _is_detached(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a participle after a comma that agrees with no noun before it in the sentence, nor with one
    right after its own words: des organismes bien structurés, dotées de ressources."""
    word, before = words[place], words[place - 1]
    following = words[place + 1] if place + 1 < len(words) else None
    if word.before != ", " or not word.is_participle or word.persons or not word.categories <= {"A", "V"}:
        return False
    if word.lower in _FIXED or following is None or not following.joined or following.lower not in _AFTER_DETACHED:
        return False
    if not before.categories <= {"N", "A", "V"} or before.is_name or before.text.isupper():
        return False
    wanted = word.agreement()
    nouns = _nouns_before(words, place)
    return bool(nouns) and not _may_be_of(wanted, nouns) and not _goes_with_what_follows(words, place)


def _antecedent_before(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the nearest noun before a relative pronoun that agrees with none in the sentence: une
    déclaration dans lequel; -1 for none."""
    wanted = _RELATIVES.get(words[place].lower)
    if wanted is None or not words[place].joined:
        return -1
    if words[place].lower in _OF_WHICH and "N" in words[place - 1].categories:  # à la disposition desquelles
        return -1
    first = place - (words[place].lower in _UNCONTRACTED)
    if first < 1 or (first < place and words[first].lower not in _BEFORE_RELATIVE):
        return -1
    if any(mark in words[first].before for mark in _BOUNDS):
        return -1
    if words[first].lower == "de" and "N" in words[first - 1].categories:  # à l'égard de laquelle, au cours de laquelle
        return -1
    last = words[first - 1]
    if (is_before_noun(last) or "N" not in last.categories) and last.agreement({"A"}) & wanted:  # la troisième, sur …
        return -1
    nouns = _nouns_before(words, first)
    if (not nouns or _may_be_of(wanted, nouns)) and not _differs_from_nearest(words, first, wanted):
        return -1
    return next((at for at in range(first - 1, -1, -1) if words[at].categories == {"N"}), first - 1)


def _differs_from_nearest(words: tuple[Word, ...], first: int, wanted: frozenset[str]) -> bool:
    """Tells whether the noun group right before a relative pronoun is the subject or the object of a finite verb, or
    opens its clause, and none of its nouns agrees: la raison pour lequel."""
    found = chain(words, first - 1)
    if not found.heads or found.several or not found.determined or wanted & found.possible:
        return False
    if any(words[one.place].is_name or words[one.place].lower in _NO_HEAD - _HEADS for one in found.heads):
        return False
    if words[first - 1].lower in ("et", "ou"):
        return False
    if not words[first].joined or words[first].lower in ("de", *_OF_WHICH):  # au cours de laquelle
        return False
    if found.start == 0 or not linked(words[found.start]):
        return True
    governor = words[found.start - 1]
    if governor.is_participle:
        return found.start > 1 and any(entry.lemma == "avoir" for entry in words[found.start - 2].entries)
    return bool(governor.persons & THIRD) and (is_auxiliary(governor) or governor.categories <= {"V", "A"})


def _may_be_of(wanted: frozenset[str], nouns: list[frozenset[str]]) -> bool:
    """Tells whether what agrees so may belong to one of some nouns, or to several together."""
    together = [noun for noun in nouns if wanted != {"fp"} or noun & {"fs", "fp"}]
    return any(noun & wanted for noun in nouns) or bool(wanted & PLURAL and together[1:])


def _nouns_before(words: tuple[Word, ...], place: int) -> list[frozenset[str]]:
    """Returns what the nouns before a word can be, back to where its sentence begins; none where a name, an unknown
    word or a pronoun may be meant too."""
    nouns = []
    for at in range(place - 1, max(-1, place - _DETACHED), -1):
        word = words[at]
        some = word.lower in ("un", "une") and words[at + 1].lower in ("des", "de", "d'")
        owned = at > 0 and words[at - 1].lower in determiners() and not words[at + 1].joined
        if some or ("A" in word.categories and owned):  # une des questions, la troisième
            return []
        named = word.is_name and at and "N" not in word.categories
        if word.lower in _STANDING_FOR or named or not (word.categories or word.text[-1] in "'’"):
            return []
        after_verb = word.is_participle and at and is_auxiliary(words[at - 1])
        if "N" in word.categories and not (after_verb or is_article(words, at) or is_before_noun(word)):
            nouns.append(word.agreement({"N"}))
        if at == 0 or any(mark in _REFERENCE.sub("", word.before) for mark in _BOUNDS):
            return nouns
    return []


def _goes_with_what_follows(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the noun of a participle may come after its own words: chargé de la suivre, le Comité."""
    wanted = words[place].agreement()
    for at in range(place + 1, min(place + _DETACHED, len(words))):
        if any(mark in words[at].before for mark in (",", *_BOUNDS)):
            after = words[at : at + 4]
            return any(one.lower in _STANDING_FOR or one.agreement({"N"}) & wanted or one.is_name for one in after)
    return False


def _goes_on(words: tuple[Word, ...], place: int, noun: frozenset[str]) -> bool:
    """Tells whether the next word agrees with the adjective and not with its noun either: le crédit sur les achats
    provincial déterminé."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.joined or not (following.is_participle or "A" in following.categories):
        return False
    return bool(following.agreement() & words[place].agreement()) and not following.agreement() & noun


def _reaches_beyond(words: tuple[Word, ...], place: int, governor: int) -> bool:
    """Tells whether the adjective may belong to what comes before the word on which its noun hangs: jugées par la
    Banque suffisantes, contenant un colorant exportés, proposition de conclure un contrat adressée."""
    wanted, word = words[place].agreement(), words[governor]
    if wanted <= SINGULAR and not words[place].is_participle:  # a singular seldom reaches back
        return False
    if words[governor + 1].lower == "par" and word.is_participle and wanted & word.agreement():
        return True
    if word.is_present_participle and governor:
        gerund = words[governor - 1].lower == "en"
        return not gerund and bool(wanted & chain(words, governor - 1).possible)
    if word.is_infinitive and words[place].is_participle and words[governor - 1].lower in _AFTER_PARTICIPLE:
        return bool(wanted & chain(words, governor - 2).possible) if governor > 1 else False
    joined = governor > 0 and words[governor - 1].lower in ("et", "ou") and bool(word.persons)
    return joined and bool(wanted & PLURAL)


def _partner(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the adjective that is joined to this one by et or ou and differs from it in gender or
    number, -1 for none: "internationales et régionaux"."""
    other = place - 2
    if other < 1 or words[place - 1].lower not in ("et", "ou") or not words[place - 1].joined:
        return -1
    first, second = words[other], words[place]
    if second.is_participle and _continues_passive(words, other, second):
        return -1
    both = first.is_participle and second.is_participle and not _has_object(words, place)
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    noun = "N" in second.categories and following is not None and following.lower in OF
    if not (_ADJECTIVAL.search(second.lower) or both) or second.is_name or noun:
        return -1
    row = _row(words, other)
    relational = "A" in words[row].categories and _RELATIONAL.search(words[row].lower) is not None
    if not (row < other or _is_adjective(words, row) or relational):
        return -1
    head = _noun_of(words, row)
    if head < 0 and row == other and both and not first.agreement() & second.agreement():
        return other if is_after_be(words, other) else -1
    possible = chain(words, head if head >= 0 else row - 1).possible if head >= 0 or row < other else frozenset()
    narrowed = first.agreement() & (words[head].agreement({"N"}) if head >= 0 else possible)
    if not narrowed or narrowed & second.agreement():
        return -1
    return -1 if second.agreement() & possible or _may_be_shared_out(narrowed, second) else other


def _may_be_shared_out(noun: frozenset[str], adjective: Word) -> bool:
    """Tells whether a singular may have one thing of a plural: les secteurs public et privé."""
    return bool(noun & PLURAL) and bool(adjective.agreement() & SINGULAR)


def _participle_before_and(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the participle with its own words that et joins to this one, where they differ, and this one
    agrees with no participle or passive before: une initiative financée par l'Union et destiné à; -1 for none."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if words[place - 1].lower != "et" or not word.joined or following is None or not following.joined:
        return -1
    if not word.is_participle or word.persons or not word.categories <= {"A", "V"} or word.lower in _FIXED:
        return -1
    if following.lower not in _AFTER_DETACHED or place < 2 or words[place - 2].is_participle:
        return -1
    nearest = -1
    for at in range(place - 2, max(-1, place - _DETACHED), -1):
        other = words[at]
        if is_auxiliary(other) or (other.categories == {"A"} and other.agreement() & word.agreement()):
            return -1
        if other.is_participle and other.categories <= {"A", "V"} and not other.persons:
            if other.agreement() & word.agreement():
                return -1
            after = words[at + 1]
            nearest = at if nearest < 0 and after.joined and after.lower in _AFTER_DETACHED else nearest
        if any(mark in other.before for mark in _BOUNDS):
            break
    return nearest


def _row(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first adjective of a row with commas that ends at `place`: abandonnés, perdus."""
    while place > 1 and words[place].before.strip() == ",":
        before = words[place - 1]
        alike = (words[place].is_participle and before.is_participle and not before.persons) or (
            _is_adjective_alone(words[place]) and _is_adjective_alone(before)
        )
        if not alike or not before.agreement() & words[place].agreement():
            break
        place -= 1
    return place


def _is_adjective_alone(word: Word) -> bool:
    """Tells whether this is a word that mostly is an adjective: sociaux, culturels."""
    return "A" in word.categories and word.categories <= {"A", "N"} and _ADJECTIVAL.search(word.lower) is not None


def _continues_passive(words: tuple[Word, ...], other: int, participle: Word) -> bool:
    """Tells whether a participle goes on after one with its auxiliary: seront logées dans des locaux séparés et
    placées sous surveillance."""
    return any(
        words[at].is_participle and _has_auxiliary(words, at) and words[at].agreement() & participle.agreement()
        for at in range(max(1, other - _REACH), other)
    )


def _has_auxiliary(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after an auxiliary, or after the one word between: sont chacune confiées."""
    before = words[place - 1]
    return is_auxiliary(before) or (
        place > 1 and not before.categories & {"N", "PREP"} and is_auxiliary(words[place - 2])
    )


def _is_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word can be nothing but a noun, or comes after a determiner that agrees with it."""
    word = words[place]
    if (
        word.lower in _NO_HEAD
        or word.text.isupper()
        or is_numeral(word)
        or len(word.text) == 1
        or not word.agreement({"N"})
        or "N" not in word.categories
    ):
        return False
    if word.categories == {"N"}:
        return True
    before = words[place - 1] if place and word.joined else None
    if before is not None and before.lower in _BEFORE_BARE and word.categories <= {"N", "V"} and not word.is_participle:
        return not word.is_infinitive
    if before is None or before.lower not in determiners():
        return False
    return is_article(words, place - 1) and bool(determiners()[before.lower].agreement & word.agreement({"N"}))


def _is_adverb(word: Word) -> bool:
    return word.lower.endswith("ment") and "ADV" in word.categories and "N" not in word.categories


def _has_object(words: tuple[Word, ...], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.joined and following.lower in (*determiners(), "l'", "que", "qu'")


def _is_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word can be nothing but an adjective or a past participle, a noun made of one apart."""
    word = words[place]
    if not word.joined or word.persons & THIRD or word.is_infinitive or word.lower in _FIXED:
        return False
    if word.is_present_participle or (word.persons and "A" not in word.categories):
        return False
    if word.is_name and not (word.text.istitle() and _ADJECTIVAL.search(word.lower)):
        return False
    if "A" in word.categories and _ADJECTIVAL.search(word.lower):
        return word.categories <= {"A", "N"} or word.categories == {"A", "V"}
    if word.is_participle and word.categories == {"A", "N", "V"} and words[place - 1].categories == {"N"}:
        return place > 1 and words[place - 2].lower in determiners() and not word.is_name
    if word.is_participle and "N" in word.categories <= {"A", "N", "V"} and place + 1 < len(words):
        following = words[place + 1]
        if following.joined and following.lower in _AFTER_PARTICIPLE:
            return words[place - 1].categories <= {"A", "N"}
    return word.categories <= {"A", "V"} and ("A" in word.categories or word.is_participle)


def _is_shared_out(words: tuple[Word, ...], place: int, noun: int) -> bool:
    """Tells whether each adjective has one thing of the noun: "les secteurs public et privé", "les langues anglaise,
    française"."""
    if not words[place].agreement() & SINGULAR or not words[noun].agreement() & PLURAL:
        return False
    if place + 1 >= len(words):
        return False
    following = words[place + 1]
    if following.before.startswith(("/", "-", " –")) or (following.before == " (" and "A" in following.categories):
        return True
    after = words[place + 2] if following.lower in _JOINING and place + 2 < len(words) else following
    if not (following.lower in _JOINING or following.before.startswith(",")):
        return False
    adjective = "A" in after.categories or after.is_participle
    return (adjective and bool(after.agreement() & SINGULAR)) or after.lower in _NOT_YET
