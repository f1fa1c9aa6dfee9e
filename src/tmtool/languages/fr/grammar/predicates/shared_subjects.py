"""Does the participle of après avoir été or avant d'être agree with the subject that it shares with the main verb: le
budget sera présenté après avoir été *examinée*?

Where the main verb is a passive too, its own participle tells what the subject is; else the subject does, as far as
subjects.py knows it, and no noun in between agrees. The closed words are in ``shared_subjects.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary, is_be
from tmtool.languages.fr.grammar.predicates.being import auxiliary_at
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb, is_only_participle
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.predicates.participles import wanted_after_be
from tmtool.languages.fr.grammar.subjects.clauses import TIMES
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, SINGULAR, THIRD, Word, is_earlier_unparted
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FARTHEST = 40
"""Words between the main verb and such a phrase at most."""
_ENDS = (".", ";", ":", "?", "!", "(", ")", "«", "»", "–", "—")


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles of such phrases that do not agree with the subject of the main verb before or, where the
    phrase opens the sentence, after it."""
    for place, word in enumerate(words):
        if word.lower not in ("été", "être") or place + 1 >= len(words):
            continue
        opening = _opening(words, place)
        at = place + 1
        at += at + 1 < len(words) and is_adverb(words[at])
        participle = words[at]
        joined = all(one.joined for one in words[place + 1 : at + 1])
        if opening < 0 or not joined or not _is_sure_after_be(participle):
            continue
        verb = _verb_after(words, at) if _opens_a_sentence(words, opening) else _verb_before(words, opening)
        if verb >= 0 and not participle.agreement() & _shared(words, verb, opening):
            yield Disagreement(word, participle)


def _is_sure_after_be(word: Word) -> bool:
    """Tells whether a participle that may be a finite verb elsewhere comes here, or an adjective: sans être mise aux
    voix, sans être obligatoires."""
    noun = word.is_name or word.lower in _WORDS["nouns"]
    adjective = word.categories == {"A"} or word.lower in _WORDS["adjectives"]
    return (word.is_participle or adjective) and not noun and word.categories <= {"V", "A", "N"}


def _opening(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word of a phrase whose être or été is at `place`; -1 for none: avant d'être."""
    helper = words[place].lower == "été"
    start = place - helper
    if start < 1 or (helper and words[start].lower != "avoir") or not words[place].joined or not words[start].joined:
        return -1
    if words[start - 1].lower == "pouvoir" and start > 1 and words[start - 1].joined and not helper:
        start -= 1  # afin de pouvoir être
    before = words[start - 1]
    if before.lower in _WORDS["helped" if helper else "alone"]:
        return start - 1
    phrase = before.lower in ("de", "d'") and start > 1 and before.joined
    return start - 2 if phrase and words[start - 2].lower in _WORDS["with de"] else -1


def _opens_a_sentence(words: tuple[Word, ...], place: int) -> bool:
    return words[place].is_name and (place == 0 or any(mark in words[place].before for mark in _ENDS))


def _verb_before(words: tuple[Word, ...], opening: int) -> int:
    """Returns the place of the finite verb before a phrase, no other clause between; -1 for none."""
    comma = words[opening].mark == ","
    for at in range(opening - 1, max(-1, opening - _FARTHEST), -1):
        word = words[at]
        if any(mark in words[at + 1].before for mark in _ENDS) or word.lower in _WORDS["clauses"]:
            return -1
        if word.is_infinitive and "N" not in word.categories and not _has_the_subject_of_its_verb(words, at):
            return -1  # l’État décide de vendre les biens avant d’être saisi
        if _is_finite(words, at):
            return -1 if comma and _is_of_another_clause(words, at) else at
        comma = comma or "," in word.before
    return -1


def _has_the_subject_of_its_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive comes right after a modal verb: peut travailler, a dû quitter."""
    before = words[place - 1]
    return words[place].joined and any(entry.lemma in _WORDS["modal"] for entry in before.entries)


def _is_of_another_clause(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb belongs to a relative clause, or one like it, that the comma after it may end."""
    return is_earlier_unparted(words, verb, _WORDS["clauses"], _FARTHEST - 1)


def _verb_after(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first finite verb after the comma that closes a phrase; -1 for none."""
    comma = False
    for at in range(place + 1, min(place + _FARTHEST, len(words))):
        if any(mark in words[at].before for mark in _ENDS) or words[at].lower in _WORDS["clauses"]:
            return -1
        if "," in words[at].before:
            if comma:
                return -1
            comma = True
        if _is_finite(words, at):
            return at if comma else -1
    return -1


def _is_finite(words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    if word.is_name or not word.persons & THIRD or word.is_infinitive:
        return False
    copula = auxiliary_at(words, place)  # le personnel reste
    return (
        is_auxiliary(word)
        or (copula is not None and copula.verb == place)
        or (word.categories == {"V"} and not word.is_participle)
    )


def _shared(words: tuple[Word, ...], verb: int, opening: int) -> frozenset[str]:
    """Returns what the subject of the main verb can be, everything where that is not certain."""
    last = verb
    while (
        last + 1 < len(words)
        and words[last + 1].joined
        and (words[last + 1].lower in ("été", "être") or is_adverb(words[last + 1]))
    ):
        last += 1
    passive = words[last + 1] if last + 1 < len(words) else None
    reflexive = verb > 0 and words[verb - 1].lower in ("se", "s'")
    be = words[last].lower in ("été", "être") or is_be(words[verb])
    if be and not reflexive and passive is not None and passive.joined and is_only_participle(passive):
        number = words[verb].persons & THIRD
        agreement = passive.agreement()
        if len(number) == 1:
            agreement &= PLURAL if number == {"3p"} else SINGULAR
        return agreement if agreement & wanted_after_be(words, last + 1) else ALL
    if any(word.lower in _WORDS["enough"] for word in words[verb:opening]):  # un texte qu'ils jugent trop vague pour
        return ALL
    found = subject(words, verb)
    between = range(min(verb + 1, opening), opening)
    others = TIMES | determiners().keys() | (frozenset() if passive is None or be else {passive.lower})  # a dû quitter
    nouns = (words[at] for at in between if "N" in words[at].categories and words[at].lower not in others)
    named = frozenset[str]().union(*(one.agreement({"N"}) for one in nouns))
    return found | named if found else ALL
