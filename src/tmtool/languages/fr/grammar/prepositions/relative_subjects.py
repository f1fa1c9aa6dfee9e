"""Has a relative clause one subject: les délégations *que* souhaitent intervenir, les sièges *dont* sont vacants, le
cas *qui* les États sont liés, la langue *laquelle* elles ont été reçues?

After que, dont and où a verb has its subject after it; after qui and lequel no other subject comes. The words are in
``relative_subjects.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.prepositions.governed import WORDS as GOVERNING
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, SINGULAR, THIRD, Word, on_over
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NAMING = frozenset({"N", "A"})
_END = re.compile(r"[.;:?!()»«–—]|\n|\t")
_DIGIT = re.compile(r"\d")
_OF = frozenset({"des", "de", "d'"})
"""Words after lequel where it chooses one: laquelle des trois."""
_TO_AND_OF = frozenset({"au", "aux", "de", "d'"})
_BACK = 12
"""Words back in which something may be compared, or denied, with que."""
_NEAR, _FARTHEST = 3, 30
"""Words at most to a comma before the subject after its verb, and to that subject."""


def without_one(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs, or nouns, after a relative pronoun that leaves them without a subject, or that is a second
    one."""
    for place in range(1, len(words) - 1):
        word, following = words[place], words[place + 1]
        if word.lower not in _WORDS["relative"] or not following.joined:
            continue
        if not _is_antecedent(words, place) and not (word.lower == "qui" and _may_be_antecedent(words[place - 1])):
            continue
        if word.lower in _WORDS["before a subject"]:
            verb = _verb(words, place + 1)
            if verb and not (word.lower in QUE and _compares(words, place)) and not _is_subject_after(words, verb):
                yield Misgoverned(words[verb], word, words[verb], "qui")
        elif word.lower == "qui":
            if (subject := _second(words, place + 1)) and words[place - 1].lower not in _WORDS["asking"]:
                yield Misgoverned(words[subject], word, words[subject], "que")
        elif (
            following.lower not in _OF
            and words[place - 1].lower not in _WORDS["choosing"]
            and not _asks(words, place)
            and (subject := _second(words, place + 1))
        ):
            right = "duquel" if word.lower[-1] not in "s" else "desquels"
            right = f"dans {word.lower}, sur {word.lower}" if not _is_phrase(words, place) else right
            yield Misgoverned(words[subject], word, words[subject], right)


def _asks(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb not far before lequel has what it asks for as its object: précisent dans chaque texte
    *laquelle* ils suivent."""
    before = words[max(0, place - _BACK) : place]
    return any(entry.lemma in _WORDS["asking verbs"] for word in before for entry in word.entries)


def _is_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun of a phrase with de comes right before: au cours, au terme."""
    return place > 1 and words[place - 2].lower in TO_FORMS and words[place].joined


def _is_antecedent(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun, or an adjective or a participle after one, comes right before the pronoun."""
    word, before = words[place], words[place - 1]
    if word.before not in (" ", "\u00a0", ", "):
        return False
    if before.is_name and not before.entries:
        return False
    if before.categories and before.categories <= _NAMING:
        return True
    after_noun = place > 1 and before.joined and words[place - 2].categories == {"N"}
    return after_noun and (before.categories <= {"A", "N", "V"} and before.is_participle)


def _may_be_antecedent(word: Word) -> bool:
    """Tells whether a word may be the antecedent of qui, though it may be another, too."""
    return word.lower == "ce" or ("N" in word.categories and "PREP" not in word.categories)


def _verb(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of a finite verb right after a pronoun, small words between; 0 for none."""
    at = on_over(words, place, _WORDS["clitics"], len(words) - 1)
    if at >= len(words) or not words[at].joined:
        return 0
    word = words[at]
    if word.is_name or not word.persons & THIRD or word.is_infinitive:
        return 0
    if word.lower in _WORDS["be and have"]:
        return at
    surely = word.categories == {"V"} or (at > place and words[at - 1].lower in _WORDS["before a verb"])
    return at if surely and not word.is_participle else 0


def _compares(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que may compare, limit a denial, or say what is stressed."""
    for at in range(place - 1, max(-1, place - _BACK), -1):
        if words[at].lower in _WORDS["comparing"]:
            return True
        if _END.search(words[at].before):
            break
    return words[place - 1].lower in _WORDS["conjunctions"]


def _is_subject_after(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether anything after a verb, before the next one and the end of the sentence, may be its subject."""
    plural = "3p" in words[verb].persons and "3s" not in words[verb].persons
    number = PLURAL if plural else SINGULAR
    links = any(entry.lemma in _WORDS["linking"] for entry in words[verb].entries)
    acting, commas = verb, 0
    for at in range(verb + 1, min(len(words), verb + _FARTHEST)):
        word, before = words[at], words[at - 1]
        counted = plural and bool(_DIGIT.search(word.before))
        if counted and (at - 1 == acting or before.lower in _WORDS["about"] or word.lower in _WORDS["millions"]):
            return True
        if counted and before.lower in DEFINITE | _WORDS["definite"] and "PREP" not in words[at - 2].categories:
            return True  # qu'ont prises les 39 États
        if word.lower in QUE and before.lower in (
            "et",
            "ou",
        ):  # qu'a tirées ou que s'apprête à tirer le Comité
            return True
        if plural and _is_many(words, at):
            return True
        commas += "," in word.before
        if at > verb + _NEAR and "," in word.before:  # où s'ouvre à Genève, à 10 heures, la séance
            return commas > 1 and is_determiner(word) and word.lower not in _WORDS["contracted"] | _TO_AND_OF
        if word.lower in QUE and words[verb - 1].lower in ("ne", "n'"):
            return True  # que ne représente qu'un membre
        if word.lower in _WORDS["opening"]:
            return False
        if _END.search(word.before) or _is_finite(words, at):
            return False
        # dont sont issues 96 affaires
        is_quality = at - 1 == acting and "A" in word.categories and not is_determiner(word)
        carries_on = is_adverb(word) or is_quality or word.is_participle or word.is_infinitive
        if carries_on or word.lower in _WORDS["clitics"] - DEFINITE:
            acting = at if at - 1 == acting or word.is_infinitive else acting
        if "PREP" in before.categories and before.lower not in _WORDS["no prepositions"]:
            continue
        if word.lower in _WORDS["pronouns"] or (word.is_name and at - 1 == acting):
            return True
        if word.lower in _WORDS["contracted"] and before.categories == {"N"}:
            continue
        if not (is_determiner(word) or "DET" in word.categories) or word.lower in _TO_AND_OF or at + 1 >= len(words):
            continue
        if before.is_infinitive and word.lower not in DEFINITE | _WORDS["definite"]:
            continue
        if words[at + 1].lower in ("un", "une"):  # où siègent l'un et l'autre
            return True
        joined = plural and _is_joined(words, at + 1)
        if (
            links
            or joined
            or _fits(words, at + 1 + (is_before_noun(words[at + 1]) or "DET" in words[at + 1].categories), number)
        ):
            return True
    return False


def _is_many(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a plural without an article comes here: où ont lieu *de telles opérations*, que font *nombre de*
    familles."""
    if place + 1 >= len(words) or not words[place + 1].joined:
        return False
    word, following = words[place].lower, words[place + 1]
    if word in _WORDS["quantities"]:
        return following.lower in ("de", "d'", "des") or "," in following.before
    after_of = following.lower in _WORDS["before a noun"] or is_before_noun(following)
    return word in ("de", "d'") and after_of and bool(following.agreement() & PLURAL)


def _is_joined(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether et, ou, ni or a comma comes after a noun, before a verb: la xénophobie, le racisme."""
    for at in range(place + 1, min(len(words), place + _BACK)):
        if _END.search(words[at].before) or _is_finite(words, at):
            return False
        if words[at].lower in AND_OR or "," in words[at].before:
            return True
    return False


def _is_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb comes here that can be nothing else."""
    word = words[place]
    sure = word.categories == {"V"} or word.lower in _WORDS["be and have"]
    return sure and bool(word.persons & THIRD) and not word.is_participle and not word.is_name


def _fits(words: tuple[Word, ...], place: int, number: frozenset[str]) -> bool:
    """Tells whether a word may be the noun of a subject in this number."""
    if place >= len(words):
        return False
    word = words[place]
    return word.joined and (not word.entries or word.is_name or bool(word.agreement() & number))


def _second(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of a subject that comes where a clause has one already: a pronoun, or a noun with its
    determiner; 0 for none."""
    if place + 1 >= len(words):
        return 0
    word, noun = words[place], words[place + 1]
    if word.lower in _WORDS["subjects"]:
        return place
    if not noun.joined or noun.lower in GOVERNING["times"] | _WORDS["times"] or not noun.categories:
        return 0
    if word.lower in DEFINITE:
        fits = "N" in noun.categories <= _NAMING or (noun.lower in _WORDS["before a noun"])
    else:
        fits = word.lower in _WORDS["owned"] and ("N" in noun.categories or is_before_noun(noun))
    if not fits or noun.is_name:
        return 0
    for at in range(place + 2, min(place + _BACK, len(words))):
        if _END.search(words[at].before):
            return 0
        if _is_finite(words, at):
            return place + 1
    return 0
