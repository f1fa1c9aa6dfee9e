"""Is the subject of a verb parted from it by a relative clause alone: les membres qui ont pris la parole *souhaite*?

Read is the noun group that opens a clause, one relative pronoun right after it, and one finite verb before the one that
is asked about; whatever may be another verb, or open another clause, leaves it open. The closed words are in
``relative_clauses.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.subjects.clauses import opening_noun
from tmtool.languages.fr.grammar.subjects.noun_subjects import opening
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.reading import PLURAL, THIRD, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_POINTING = {"ceux": frozenset({"mp"}), "celles": frozenset({"fp"})}
_DEGREES, _OF = frozenset({"plus", "moins"}), frozenset({"de", "d'"})
"""Words of an amount, which compares nothing: moins de 5 ans."""
_FARTHEST = 30
"""Words back from a verb to the relative pronoun."""
_BACK = 15
"""Words back from that in which the first half of a comparison may be: tant la procédure que les questions dont."""


def past_relative(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the subject of a verb can be of "ms", "mp", "fs", "fp" where a relative clause with one verb is all
    that comes between; empty where that is not certain."""
    pronoun = pronoun_before(words, verb)
    if not pronoun:
        return frozenset()
    before = words[pronoun - 2] if pronoun > 1 and words[pronoun - 1].joined else None
    free = before is None or "PREP" not in before.categories
    free = free and not any(word.lower in ("et", "ou") for word in words[pronoun:verb])
    if words[pronoun - 1].lower in _WORDS["pointing at several"] and free:
        return _POINTING.get(words[pronoun - 1].lower, PLURAL)  # celles qui n'ont pas de badge devront
    found = opening(words, pronoun - 1) or opening_noun(words, pronoun)
    return found if found <= PLURAL or not _is_joined_to_another(words, pronoun, verb) else frozenset()


def _is_joined_to_another(words: tuple[Word, ...], pronoun: int, verb: int) -> bool:
    """Tells whether et and another noun with its determiner come between a relative clause and a verb, so that both may
    be its subject: la personne qui lui succédera et deux chantres *seront* élus."""
    start = chain(words, place_before(words, verb, CLITICS)).start
    counted = start > pronoun and is_numeral(words[start - 1])
    joint = start - 1 - counted
    owned = counted or is_determiner(words[start])
    return joint > pronoun + 1 and words[joint].lower in ("et", "ou") and owned and words[joint + 1].joined


def pronoun_before(words: tuple[Word, ...], verb: int) -> int:
    """Returns the place of the pronoun of a relative clause with one verb that comes right before a verb; 0 where that
    is not certain."""
    place = place_before(words, verb, CLITICS)
    if place < 0 or not linked(words[place + 1]) or words[place].lower in _WORDS["no end"]:
        return 0
    if is_auxiliary(words[place]) or is_after_auxiliary(words, verb):
        return 0
    finite = 0
    for at in range(place, max(0, place - _FARTHEST), -1):
        word = words[at]
        if not linked(words[at + 1]):
            return 0
        contracted = word.lower in _WORDS["contracted"]
        governed = word.lower in _WORDS["uncontracted"] and word.joined and "PREP" in words[at - 1].categories
        if (contracted or governed) and finite == 1:
            return at - governed if words[at - governed].joined else 0
        if word.lower in _WORDS["other clauses"]:
            return 0
        if word.lower in _WORDS["relatives"]:
            certain = finite == 1 and word.joined and words[at - 1].lower not in _WORDS["with a clause"]
            return at if certain and not _is_compared(words, at) else 0
        if _is_finite(words, at):
            finite += 1
        elif _may_be_finite(words, at):
            return 0
    return 0


def _is_compared(words: tuple[Word, ...], pronoun: int) -> bool:
    """Tells whether the first half of a comparison comes before a pronoun in its part of the sentence."""
    for at in range(pronoun - 1, max(-1, pronoun - 1 - _BACK), -1):
        is_amount = words[at].lower in _DEGREES and words[at + 1].lower in _OF
        in_so_far = words[at].lower == "autant" and at > 0 and words[at - 1].lower == "pour"
        if words[at].lower in _WORDS["comparing"] and not (is_amount or in_so_far):
            return True
        if words[at].opens_clause:
            return False
    return False


def is_after_auxiliary(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a participle after a form of avoir or être, adverbs between: n'ont pas encore fait."""
    at = place - 1
    while at > 0 and words[at + 1].joined and "ADV" in words[at].categories and not words[at].persons:
        at -= 1
    return words[place].is_participle and at >= 0 and words[at + 1].joined and is_auxiliary(words[at])


def _is_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word can be nothing but a finite verb in the third person."""
    word = words[place]
    if word.is_name or not word.persons & THIRD or word.is_infinitive or word.is_participle:
        return False
    owned = is_determiner(words[place - 1]) and words[place - 1].lower != "leur"  # leur est donnée
    after_who = word.joined and words[place - 1].lower == "qui" and "PREP" not in word.categories  # qui relève de
    after_clitic = word.joined and words[place - 1].lower in ("n'", "ne", "y", "se", "s'")  # qui n'y figure pas
    return word.categories == {"V"} or (is_auxiliary(word) and not owned) or after_who or after_clitic


def _may_be_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word may be a finite verb, and no noun, adjective or participle by what is before it."""
    word, before = words[place], words[place - 1]
    if not word.persons & THIRD or word.is_name or "PREP" in word.categories:
        return False
    if word.is_participle:
        return not (is_auxiliary(before) or before.lower == "été" or before.categories & {"N", "A", "ADV"})
    if before.is_participle and word.lower in _WORDS["after a verb"]:  # qui ont pris part au débat
        return False
    owned = is_determiner(before) or "PREP" in before.categories or before.lower in _WORDS["before a noun"]
    return not (word.joined and (owned or ("A" in word.categories and "N" in before.categories)))
