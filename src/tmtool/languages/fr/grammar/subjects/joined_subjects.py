"""Do several noun groups with a determiner each open the sentence, so that the verb is a plural: la Belgique, le Chili
et la Chine *a* proposé?

Only rows that nothing but de, a comma and one et hold together are read, from the grammar of the language. The closed
words are in ``joined_subjects.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.subjects.after_commas import after_comma
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.reading import SINGULAR, THIRD, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ORDINAL = re.compile(r"[\w-]+ième")
_FARTHEST = 30
"""Words of a row of subjects at most."""


def are_several(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a row of groups that et joins, from the beginning of its sentence, ends right before the verb."""
    end = verb
    while end and words[end].joined and words[end - 1].lower in _WORDS["clitics"]:
        end -= 1
    if not end or not words[end].joined or words[end - 1].lower in _WORDS["determiners"]:
        return False
    joint = 0
    for at in range(end - 1, max(-1, end - 1 - _FARTHEST), -1):
        word = words[at]
        if word.lower == "et":
            if joint or not linked(word) or not words[at + 1].joined or not _begins(words, at + 1):
                return False
            joint = at  # le Groupe des 77 et la Chine
        elif not _is_part(words, at):
            return False
        if (word.joined or at == joint or word.before == "-") and (at or not joint):
            continue
        if joint and word.lower in _WORDS["determiners"] and opens(words, at):
            return True
        if word.mark != "," or word.lower not in _WORDS["determiners"] or not joint:
            return False
    return False


def are_a_pair(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether two nouns with a determiner each, joined by et right after each other, open the sentence of which
    this is the first verb: la nature et la direction du rapport entre la confiance et les résultats *varie*."""
    end = place_before(words, verb, CLITICS)
    start = end
    while start > 0 and end - start < _FARTHEST and words[start].mark in ("", ","):
        start -= 1
    if start < 0 or not words[start].is_name or not opens(words, start):
        return False
    introduced = (at for at in range(start + 1, end) if words[at].mark == "," and opens(words, at))
    first = _after_group(words, start) or _after_group(words, next(introduced, end))  # En outre, la nature et
    if not first or first >= end or words[first].lower != "et":
        return False
    second = _after_group(words, first + 1)
    if not second or second > end + 1 or after_comma(words, verb) or not words[first].joined:
        return False
    return not any(_may_open_another(words, at) for at in range(second, end + 1))


def _after_group(words: tuple[Word, ...], at: int) -> int:
    """Returns the place after a determiner of one and its noun, with an adjective and a noun after en, or without:
    l'interprétation en signes internationaux; 0 where they are not certain."""
    if at + 3 >= len(words) or words[at].lower not in _WORDS["determiners of one"]:
        return 0
    noun = words[at + 1]
    sure = "N" in noun.categories <= {"N", "A", "V", "ADV"} and noun.joined and noun.agreement({"N"}) & SINGULAR
    if not sure or noun.is_name or noun.lower in _WORDS["times"]:
        return 0
    end = at + 2 + (words[at + 2].categories == {"A"} and words[at + 2].joined)
    if end + 2 < len(words) and words[end].lower == "en" and "N" in words[end + 1].categories:  # signes internationaux
        end += 2
        end += "A" in words[end].categories and words[end].categories <= {"A", "N"} and words[end].joined
    return end


def _may_open_another(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word may be a verb with a subject of its own, or open a clause."""
    word, before = words[at], words[at - 1]
    if word.lower in _WORDS["opening clauses"] or word.is_present_participle:
        return True
    if not word.persons & THIRD or "PREP" in word.categories or word.is_name:
        return False
    owned = before.lower in _WORDS["determiners"] | _WORDS["of"] or "PREP" in before.categories
    return not (word.joined and (owned or (word.is_participle and "N" in before.categories)))


def _begins(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a noun group of its own begins here."""
    one = at + 1 < len(words) and words[at].lower == "l'" and words[at + 1].lower in _WORDS["one of two"]
    begins = words[at].lower in _WORDS["determiners"] or is_numeral(words[at]) or _is_place_alone(words, at)
    return begins and not one


def _is_place_alone(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a name without a determiner follows one that has its own: le Pérou et Madagascar; not after de,
    which may hold both: le commerce de la France et Malte."""
    last = at - 3  # the determiner before the name and et
    if last < 0 or not words[at].is_name or not words[at - 2].is_name:
        return False
    with_own = words[last].lower in _WORDS["determiners"] and words[last + 1].joined
    return with_own and not (last and words[last].joined and words[last - 1].lower in _WORDS["of"])


def _is_part(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word may be part of a row of noun groups, and is no verb of a clause of its own."""
    word, before = words[at], words[at - 1].lower if at and words[at].joined else ""
    owned = before in _WORDS["determiners"] or before in _WORDS["of"]
    participle = word.is_participle and word.lower != "traite"  # of traire
    if word.persons & THIRD and not (word.is_name or participle or owned):
        return False
    if word.lower in _WORDS["determiners"] or word.lower in _WORDS["of"] or is_numeral(word) or word.is_name:
        return word.lower not in _WORDS["never"]
    if _ORDINAL.fullmatch(word.lower):  # soixante-douzième
        return True
    return bool(word.categories & {"N", "A"}) and "PREP" not in word.categories and word.lower not in _WORDS["never"]
