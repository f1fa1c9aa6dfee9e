"""Reads the short noun groups of a French text that can be read with certainty: a determiner, adjectives, the noun.

Only what is certain: what the lexicon reads in more than one way, and what may be a pronoun before a verb (le, la,
les), makes no group. The closed words are in ``noun_groups.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_BEFORE_NOUN = _WORDS["before noun"]
_UNCHANGED = _WORDS["unchanged"]
_NOUNS = _WORDS["nouns"]
_NUMERALS = _WORDS["numerals"]
_JOINING = _WORDS["joining"]
_TAKEN = _WORDS["taken"]
_ADVERBIAL = _WORDS["adverbial"]
_ROMAN = re.compile(r"[IVX]+(?:re|er|e)")
_YEAR = re.compile(r"\s(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\w{3,}ièmes?$")
_SHARE = 5
"""Words before a number in which what is taken of so many may be."""
_NEAR = 3
"""Words at most between two nouns that share a determiner."""
_VOWELS = "aàâeéèêhiîïoôuûyœ"
_MEMBERS = frozenset({"membres", "parties", "candidats", "candidates"})
"""Nouns without a determiner after de nouveau, which then is an adverb: ils sont de nouveau membres."""
MONTHS = _WORDS["months"]
_DATA = _WORDS["data"]
_PEOPLES = _WORDS["peoples"]
_NOT_NOMINAL = frozenset(
    {"ADV", "PREP", "PRO", "DET", "CONJ", "CONJC", "CONJS", "PRON", "X", "XI", "INTJ", "NDET", "PFX"}
)


@dataclass(frozen=True, slots=True)
class Group:
    """A `Group` is a determiner, or an adjective that comes before nouns, with the next word of its noun group.

    `wanted` is what that word should be of "ms", "mp", "fs", "fp" by what comes before, `possible` what it can be by
    itself.
    """

    first: Word
    second: Word
    wanted: frozenset[str]
    possible: frozenset[str]

    @property
    def agrees(self) -> bool:
        """Is false where no reading of the two fits the other."""
        return bool(self.wanted & self.possible)


def is_numeral(word: Word) -> bool:
    """Is true for deux, trois, dix-huit and the like."""
    return word.lower in _NUMERALS or ("-" in word.lower and all(one in _NUMERALS for one in word.lower.split("-")))


def is_before_noun(word: Word) -> bool:
    """Is true for adjectives that are before their noun: nouveau, grand, premier, différents."""
    return word.lower in _BEFORE_NOUN or _ORDINAL.search(word.lower) is not None


def first_before_noun(words: tuple[Word, ...], noun: int) -> int:
    """Returns the place of the first adjective before a noun, or of the noun itself."""
    while noun and words[noun].joined and is_before_noun(words[noun - 1]):
        noun -= 1
    return noun


def is_before_being(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word at a place is a modal verb, or one such as to seem, with être or été after it, so that
    quel before it goes with the noun after both: quelle doit être la durée."""
    if place + 1 >= len(words) or not words[place + 1].joined or words[place + 1].lower not in _WORDS["being"]:
        return False
    return _is_form_of(words[place], _WORDS["modal"])


def _is_form_of(word: Word, lemmas: Set[str]) -> bool:
    """Tells whether a word is one of some verbs in the third person."""
    return bool(word.persons & THIRD) and any(one.category == "V" and one.lemma in lemmas for one in word.entries)


def _asks_what_is(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether quel at a place comes before the verb of a question, which may be a noun, too, and has its noun
    after that: quelle *doit* être la durée, quel *reste* le rôle."""
    if words[place].lower not in _WORDS["which"] or not words[place + 1].joined:
        return False
    if is_before_being(words, place + 1):
        return True
    after = words[place + 2] if place + 2 < len(words) else None
    opens = after is not None and after.joined and (after.lower in determiners() or after.lower == "l'")
    return opens and _is_form_of(words[place + 1], _WORDS["linking"])


def groups(words: tuple[Word, ...], *, no_objects: bool = False) -> Iterator[Group]:
    """Yields each two neighbours of a noun group that must agree, agreeing or not, up to its noun.

    `no_objects` is True where la and les are known to be no objects of a verb, unless a pronoun comes before them; le
    may still take up a clause: comme le montre.
    """
    for place in range(len(words) - 1):
        start = words[place]
        if start.lower in determiners():
            if _is_determiner(words, place, no_objects=no_objects) and not _is_said_of(words, place):
                yield from _along(words, place, _wanted(start, words[place + 1]))
                yield from _of_two(words, place)
        elif _ORDINAL.search(start.lower) and _opens(words, place):
            yield from _along(words, place, _possible(start))
        elif _is_free_adjective(words, place):
            yield from _along(words, place, start.agreement({"A", "DET"}))


def _is_said_of(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a determiner is a pronoun of which a participle with its object says something: certains contestant
    un taux unique, le projet …; or that of être: deux *étant* absentes."""
    if words[place + 1].lower == "étant" and (is_numeral(words[place]) or "PRO" in words[place].categories):
        return True
    return (
        place + 2 < len(words)
        and "PRO" in words[place].categories
        and any(one.category == "V" and "G" in one.features for one in words[place + 1].entries)
        and words[place + 2].lower in determiners()
    )


def _of_two(words: tuple[Word, ...], place: int) -> Iterator[Group]:
    """Yields the groups of the determiner of one thing with two adjectives that et joins before its noun: la troisième
    et *dernière* partie."""
    if place + 4 >= len(words) or not determiners()[words[place].lower].agreement <= SINGULAR:
        return
    first, joint, second, noun = words[place + 1 : place + 5]
    before = is_before_noun(first) and is_before_noun(second) and joint.lower == "et" and "N" in noun.categories
    if before and all(word.joined for word in (first, joint, second, noun)):
        wanted = _wanted(words[place], first) & noun.agreement({"N"})
        yield from (Group(words[place], one, wanted, _possible(one)) for one in (first, second) if wanted)


def _along(words: tuple[Word, ...], place: int, wanted: frozenset[str]) -> Iterator[Group]:
    """Yields the groups from the determiner or adjective at `place` on, each narrowed by those before, up to the first
    that does not agree."""
    while wanted and place + 1 < len(words):
        first, second = words[place], words[place + 1]
        following = words[place + 2] if place + 2 < len(words) and words[place + 2].joined else None
        if not second.joined or not second.entries or second.text.isupper() or len(second.text) == 1:
            return
        if second.lower in _NUMERALS:
            if first.lower in ALL_FORMS or (place and words[place - 1].lower in ALL_FORMS):  # tous les deux
                return
            wanted &= PLURAL
            place += 1
            continue
        if _may_stand_alone(first) and _opens_a_phrase(words, place + 1):
            return
        if second.lower in ("plus", "moins") and following is not None and is_before_noun(following):  # la plus grande
            place += 1
            continue
        if _tells_nothing(first, second, wanted) or second.lower in ALL_FORMS:  # aux autres toute mesure
            return
        if is_before_noun(second) and (second.categories & {"A", "DET"} or _ORDINAL.search(second.lower)):
            if following is None or following.lower in _JOINING or not _goes_on(following):
                return
            possible = _possible(second)
        elif not _may_be_the_noun(second, first):
            return
        else:
            possible = second.agreement()
            if wanted <= PLURAL and _shares_out(words, place + 1):
                return
        if not possible:
            return
        yield Group(first, second, wanted, possible)
        wanted &= possible
        if not is_before_noun(second):
            return
        place += 1


def _may_stand_alone(word: Word) -> bool:
    """Tells whether a word before a noun can stand for one: deux, certains, d'autres."""
    return is_numeral(word) or word.lower in _WORDS["pronouns too"]


def _opens_a_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun without an article opens a phrase of its own, which says why or when: deux *faute* de
    quorum, trois *fin* mai; not deux suite à donner."""
    noun, joint = words[place], words[place + 1] if place + 1 < len(words) else None
    if noun.lower in _WORDS["bounds of times"]:  # a year is no word, so that it may be the end of the text
        return joint is None or joint.lower in MONTHS or _YEAR.match(joint.before) is not None
    if joint is None or not joint.joined:
        return False
    done = place + 2 < len(words) and words[place + 2].is_infinitive
    return f"{noun.lower}_{joint.lower}" in _WORDS["locutions"] and not done


def _tells_nothing(first: Word, second: Word, wanted: frozenset[str]) -> bool:
    """Is true for what need not agree with the word before it: words without endings, months after their day, names and
    Roman numbers."""
    return (
        second.lower in _UNCHANGED
        or (second.lower in MONTHS and first.lower in _NUMERALS)
        or second.text in ("Saint", "Sainte")
        or (wanted <= PLURAL and _is_surname(second))
        or _ROMAN.fullmatch(second.text) is not None
    )


def _is_determiner(words: tuple[Word, ...], place: int, *, no_objects: bool) -> bool:
    """Is false for pronouns (les examine, l’un, quelqu’un), numbers (vingt et un) and names (M. Ma)."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    if word.text.isupper() and len(word.text) > 1:
        return False
    if before is not None:
        if word.is_name or (word.lower in ("un", "une") and before.lower in ("l'", "quelqu'", "et", "chacun")):
            return False
        if word.lower in ("un", "une") and before.lower == "dont" and words[place + 1].persons:  # dont une fait
            return False
        pronoun = words[place + 1].is_infinitive and words[place + 1].lower not in ("pouvoir", "devoir", "savoir")
        if word.lower == "la" and before.lower in ("de", "à") and not pronoun:
            return True
        if word.lower == "neuf" and "N" in before.categories:  # un conteneur neuf
            return False
        if "A" in word.categories and _belongs_to_the_noun_before(words, place):
            return False
    if _asks_what_is(words, place):
        return False
    following = words[place + 1]
    if determiners()[word.lower].kind == "number":
        if place and words[place - 1 - (words[place - 1].lower == "les")].lower in ALL_FORMS:
            return False
        if before is not None and before.lower in ("des", "les", "ces") and following.persons & THIRD:
            return False
        if before is not None and before.lower == "sur" and _is_a_verb(following) and _is_part(words, place):
            return False
        if following.is_present_participle and _ends_a_row(words, place):  # les niveaux deux et trois correspondant à
            return False
        if following.is_present_participle and _is_some_that_do(words, place):  # dont quatre possédant chacun un vote
            return False
        if ("N" not in following.categories and not is_before_noun(following)) or _ORDINAL.search(following.lower):
            return False
    return is_article(words, place, no_objects=no_objects)


def _is_part(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the number at a place says of how many one or some are taken: une demande sur cinq, neuf sur
    dix."""
    counted = [word.lower for word in words[max(0, place - _SHARE) : place - 1]]
    return any(word in ("un", "une") or word in _NUMERALS for word in counted)


def _is_a_verb(word: Word) -> bool:
    """Tells whether a word may be the verb of a number: une demande sur cinq reste, quatre villes sur dix étant."""
    return bool(word.persons & THIRD) or word.is_present_participle


def _is_some_that_do(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the number at a place, after dont, is the subject of the present participle after it, which has an
    object: dont trois *représentant* l'Afrique; not dont trois représentant de l'Afrique."""
    if place == 0 or words[place - 1].lower != "dont" or place + 2 >= len(words):
        return False
    after = words[place + 2]
    opens_object = after.lower in determiners() and after.lower not in _WORDS["of"]
    return after.joined and (opens_object or after.lower in ("chacun", "chacune"))


def _ends_a_row(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the number at a place is the last of several."""
    return place > 1 and words[place - 1].lower in ("et", "ou") and words[place - 2].lower in _NUMERALS


def _is_free_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is an adjective before a noun without a determiner that takes it along: d’autres, de
    nouveaux."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    if word.lower not in _BEFORE_NOUN or not word.categories & {"A", "DET"} or not word.persons.isdisjoint(THIRD):
        return False
    if word.lower in _UNCHANGED or word.lower in _NUMERALS or word.text.isupper():
        return False
    if word.lower == "même" and words[place + 1].lower in determiners():  # et même certains pays
        return False
    if before is None:
        return True
    if before.lower in determiners() or before.lower in _TAKEN or is_before_noun(before):
        return False
    if words[place + 1].lower in ALL_FORMS or (
        word.lower in ALL_FORMS and _is_of_a_verb(before)
    ):  # n'avons pas tous besoin
        return False
    if _belongs_to_the_noun_before(words, place):
        return False
    if before.lower in ("et", "ou") and place > 1 and "A" in words[place - 2].categories:
        return False
    following = words[place + 1]
    noun = following.categories == {"N"} and following.joined and following.lower not in _MEMBERS
    return noun or not (word.lower in _ADVERBIAL and before.lower in ("à", "de"))


def _is_of_a_verb(word: Word) -> bool:
    """Tells whether a word before tous is a verb or an adverb of one: en ont *presque* tous connaissance, *ayant* tous
    part."""
    return bool(word.persons) or word.is_present_participle or "ADV" in word.categories


def _belongs_to_the_noun_before(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective agrees with the noun before it and what comes next may be the verb: des fèves
    d'origines *diverses* abaisse la teneur."""
    before, following = words[place - 1], words[place + 1]
    agrees = "N" in before.categories and bool(before.agreement({"N"}) & words[place].agreement({"A", "DET"}))
    return agrees and bool(following.persons & THIRD)


def _is_surname(word: Word) -> bool:
    """Tells whether this is a name that stays in the plural: of a people, des Four, or one that is no noun of the
    language, aux Clinton."""
    return word.is_name and (word.text in _PEOPLES or not form(word.lower).noun)


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the first word of a text or of a part of it, but of a list."""
    return place == 0 or words[place].opens_clause


def _shares_out(words: tuple[Word, ...], place: int) -> bool:
    """Is true for "les nom et prénom", "les date, heure et lieu": singular nouns under one plural determiner."""
    if place + 1 >= len(words) or words[place].agreement({"N"}) & PLURAL:
        return False
    if words[place].lower in _DATA:
        return any(word.lower in ("et", "ou") or word.mark == "," for word in words[place + 1 : place + 1 + _NEAR])
    following = words[place + 1]
    if following.lower in ("et", "ou") and place + 2 < len(words):
        return bool(words[place + 2].agreement({"N"}) - PLURAL)
    if following.mark != "," or following.lower in determiners():
        return False
    return bool(following.agreement({"N"}) - PLURAL)


def _possible(word: Word) -> frozenset[str]:
    if _ORDINAL.search(word.lower):
        return PLURAL if word.lower.endswith("s") else SINGULAR
    return word.agreement({"A", "DET"})


def _goes_on(word: Word) -> bool:
    """Tells whether a noun group may go on with a word after an adjective."""
    return "N" in word.categories or is_before_noun(word)


def _may_be_the_noun(word: Word, before: Word) -> bool:
    """Is false for a word that may be a small one, and after an adjective for all but sure nouns."""
    if word.lower not in _NOUNS and word.categories & _NOT_NOMINAL:
        return False
    return before.lower in determiners() or _is_sure_noun(word, before)


def _is_sure_noun(word: Word, before: Word) -> bool:
    if before.lower in ("certain", "certaine") and word.is_participle and "N" in word.categories:
        return True
    return "N" in word.categories and word.categories <= {"N", "A"} and not word.is_name


def _wanted(determiner: Word, following: Word) -> frozenset[str]:
    found = determiners()[determiner.lower]
    if found.kind == "vowel" and following.lower[0] in _VOWELS:
        return found.agreement | {"fs"}
    return found.agreement
