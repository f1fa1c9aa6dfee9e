"""Which number has a subject where no other is offered at all: sont signalées par 15 pays qui *partage*, alors que
trois des vingt articles *comportait*?

No parse is needed where all nouns and pronouns that may be meant have one number: those between qui and the finite verb
before it, and those between a verb and the conjunction or the mark that opens its clause. The closed words are in
``only_numbers.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import together
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.subjects.clauses import TIMES
from tmtool.languages.fr.grammar.subjects.counted_subjects import PERSONS
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE
from tmtool.languages.fr.grammar.subjects.titled_persons import is_title, person_before
from tmtool.languages.fr.grammar.words.closed_words import AND_OR
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, opens_sentence, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_CLITICS = _WORDS["clitics"]
_OF_SOME, _ELIDED, _SHARES = _WORDS["of some"], _WORDS["elided"], _WORDS["shares"]
_SEVERAL = 2
_LONGEST = 40
"""Words that are looked through."""


def only_number(words: tuple[Word, ...], verb: int) -> str:
    """Returns the number, "s" or "p", that alone is offered to a verb by what comes before it; "" where both may be
    meant, or none is certain."""
    place = place_before(words, verb, _CLITICS)
    if place < 1:
        return ""
    if not words[place + 1].joined:
        return _past_an_aside(words, place + 1)
    if words[place].lower == "qui":
        return _of_who(words, place)
    if words[place].is_name and _is_a_person(words, place + 1):
        return "s"
    while place > 0 and words[place].joined and words[place].lower in _WORDS["limits"]:
        place -= 1
    return _of_clause(words, place) or _after_comma(words, place)


def _is_a_person(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether one person opens a sentence, with a title, and ends right before a place: *Mme Roy* ouvriront."""
    if not person_before(words, end):
        return False
    first = next((at for at in range(end - 1, -1, -1) if is_title(words[at])), end)
    return opens_sentence(words, first)


def _past_an_aside(words: tuple[Word, ...], end: int) -> str:
    """Returns the number of the noun that opens the sentence where a phrase with no verb, between two commas, is all
    that comes between it and a verb: Les *villes*, dont celle de Metz, a."""
    if not words[end].before.endswith(", "):
        return ""
    start, comma = end, 0
    while start and not opens_sentence(words, start):
        start -= 1
        word = words[start]
        if end - start > _LONGEST or word.is_finite_or_auxiliary or word.is_infinitive:
            return ""
        if word.lower in AND_OR and word.mark.endswith(","):
            return ""  # le maire, chef de la ville, et le préfet, seul, sont
        comma = start if words[start].before == ", " else comma
    if not comma or comma == start or any(word.is_present_participle for word in words[start:comma]):
        return ""
    if words[comma].lower in _WORDS["of no aside"] or is_determiner(words[comma]):
        return ""
    if words[comma].lower == "dont" and is_numeral(words[comma + 1]):
        return ""  # 18 membres, dont deux, le Pérou et le Chili, participent
    found, first = chain(words, comma - 1), words[start]
    counted = is_numeral(first) and found.start == start + 1
    if not found.heads or not (counted or (found.start == start and is_determiner(first))):
        return ""
    head = found.heads[-1]
    if first.lower in _OF_SOME or words[head.place].lower in TIMES | MANY_IN_ONE:
        return ""
    if head.possible <= PLURAL:
        return "p"
    return "s" if head.possible <= SINGULAR and not found.several else ""


def _of_who(words: tuple[Word, ...], pronoun: int) -> str:
    """Returns the number of all that comes between a verb and qui: sont signalées par 15 *pays* qui."""
    if not words[pronoun].joined or words[pronoun - 1].is_infinitive:
        return ""  # la question de savoir qui
    nearest = chain(words, pronoun - 1)
    if not nearest.heads or not (nearest.determined or nearest.possible <= PLURAL):
        return ""
    start = pronoun
    while start and pronoun - start < _LONGEST and not words[start].opens_clause and not _ends(words[start - 1]):
        start -= 1
    return _number(words, range(start, pronoun))


def _ends(word: Word) -> bool:
    """Tells whether a word can be nothing but a finite verb, behind which a group begins."""
    return word.is_finite_or_auxiliary and not word.is_participle


def _of_clause(words: tuple[Word, ...], end: int) -> str:
    """Returns "p" where plurals alone come between a verb and what opens its clause: alors que trois des vingt
    *articles*."""
    if not chain(words, end).heads and words[end].lower not in _WORDS["pronouns"]:
        return ""
    start = end + 1
    while start and end - start < _LONGEST:
        if words[start].opens_clause or words[start - 1].lower in _WORDS["opening"]:
            break
        start -= 1
        word = words[start]
        if _ends(word) or word.is_infinitive or word.is_present_participle or word.lower in _WORDS["not a subject"]:
            return ""
    owned = is_determiner(words[start]) or is_numeral(words[start]) or words[start].mark[-1:].isdigit()
    of_one = start <= end and words[start].lower in determiners()
    of_one = of_one and determiners()[words[start].lower].agreement <= SINGULAR
    if not owned or of_one or words[start].lower in _OF_SOME:
        return ""
    return "p" if _number(words, range(start, end + 1)) == "p" else ""


def _after_comma(words: tuple[Word, ...], end: int) -> str:
    """Returns "s" where one thing with its determiner comes between a comma and a verb: En mai, le *Bureau* lui."""
    found = chain(words, end)
    if len(found.heads) != 1 or found.several or not found.determined:
        return ""
    first = words[found.start]
    if first.mark != "," or first.lower not in _WORDS["after a comma"]:
        return ""
    head = found.heads[0]
    return "s" if head.possible <= SINGULAR and words[head.place].lower not in MANY_IN_ONE else ""


def counted_after_comma(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the things are that are counted right before a verb and right after a comma, or a conjunction: Faute
    de place, cinq *demandes* ont été; empty for persons, of whom only the sense tells the gender."""
    place = place_before(words, verb, _CLITICS)
    found = chain(words, place) if place > 0 and words[place + 1].joined else None
    if found is None or not found.heads or found.several:
        return frozenset()
    if any(word.lower in _SHARES for word in words[found.start : place + 1]):  # 83 pour cent des cibles
        return frozenset()
    start = found.start - (found.start > 0 and words[found.start].joined and is_numeral(words[found.start - 1]))
    figure = re.fullmatch(r"(.*?)\s*(\d+)\s", words[start].before)
    mark = figure[1].strip() if figure else words[start].mark
    if not (figure or is_numeral(words[start])) or (figure and int(figure[2]) < _SEVERAL):
        return frozenset()
    last = words[found.heads[-1].place].lower
    opens_here = mark in (",", ";") or (not mark and start > 0 and words[start - 1].lower in _WORDS["opening"])
    if not opens_here or last in PERSONS | TIMES | MANY_IN_ONE:
        return frozenset()
    return found.heads[-1].possible & PLURAL


def _number(words: tuple[Word, ...], places: Iterable[int]) -> str:
    """Returns the one number that the nouns and pronouns at some places have, "" where they have both or none."""
    kept = [at for at in places if not _is_bare(words, at)]
    if any(words[at].lower in MANY_IN_ONE for at in kept):
        return ""
    found = together(words, kept)
    return "" if not found else "p" if found <= PLURAL else "s" if found <= SINGULAR else ""


def _is_bare(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is no noun that is meant: one in the singular without a determiner, des groupes de
    *travail*, prendre *contact* avec les États."""
    word, before = words[at], words[at - 1] if at and words[at].joined else None
    if word.lower in _WORDS["no nouns"]:
        return True
    if word.is_name or "N" not in word.categories or not word.agreement({"N"}) <= SINGULAR:
        return False
    if word.mark[-1:].isdigit():
        return False
    return before is None or not (is_determiner(before) or before.lower in _ELIDED or is_before_noun(before))
