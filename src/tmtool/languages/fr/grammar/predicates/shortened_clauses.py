"""Does a participle right after une fois, bien que or sitôt, without a verb, or after avant d'être and the like, agree
with the subject of the main clause: la décision, une fois *approuvé*, sera publiée; elles votent avant d'être *élus*?

Read is the subject right before such a clause between commas, or that of the last verb before it. Nouns between that
verb and the clause may be meant, too. One that opens its sentence is looked at in apposed.py. The words are in
``shortened_clauses.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before, together
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_adverbs
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.clauses import opening_noun
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LAST = frozenset(phrase.rpartition("_")[2] for phrase in _WORDS["openers"])
_LONGEST_OPENER = 5
"""Words of plutôt que d'être."""
_FARTHEST = 30
"""Words back to the verb of the main clause."""


def opener_length(words: tuple[Word, ...], place: int) -> int:
    """Returns of how many words the conjunction is that begins at a place: une fois, bien que; 0 for none."""
    for length in (2, 1):
        phrase = words[place : place + length]
        whole = len(phrase) == length and all(one.joined for one in phrase[1:])
        if whole and "_".join(one.lower for one in phrase) in _WORDS["openers"]:
            return length
    return 0


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the participles of such clauses that do not agree, each with the word before the clause."""
    for last in range(1, len(words) - 1):
        if words[last].lower not in _LAST:
            continue
        first = last - 1 if opener_length(words, last - 1) > 1 else last
        if not first or not opener_length(words, first) or words[first].opens_clause:
            continue
        if words[first - 1].lower in _WORDS["restricting"]:
            continue
        at = after_adverbs(words, last + 1)
        if not _is_alone(words, at):
            continue
        own, possible = words[at].agreement(), _of_subject(words, first)
        if _has_a_pronoun(words, first):
            continue
        if own.isdisjoint(named_before(words, first)) or (possible and own.isdisjoint(possible)):
            yield words[at], words[first - 1]


def of_infinitives(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the participles after avant d'être, après avoir été and the like that do not agree, each with être."""
    for place in range(2, len(words) - 1):
        if words[place].lower not in ("être", "été"):
            continue
        first = _infinitive_opener(words, place)
        at = after_adverbs(words, place + 1)
        if not first or words[first].opens_clause or not _is_alone(words, at) or _has_a_pronoun(words, first):
            continue
        possible = _of_subject(words, first)
        if possible and words[at].agreement().isdisjoint(possible):
            yield words[at], words[place]


def _infinitive_opener(words: tuple[Word, ...], be: int) -> int:
    """Returns the place of the first word of the phrase that ends with être or été: après avoir été; 0 for none."""
    for length in range(2, _LONGEST_OPENER + 1):
        phrase = words[max(0, be + 1 - length) : be + 1]
        if "_".join(one.lower for one in phrase) in _WORDS["infinitive openers"]:
            return be + 1 - length if all(one.joined for one in phrase[1:]) else 0
    return 0


def _is_alone(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a participle with no subject right behind it: une fois close, not une fois close la
    liste."""
    word = words[at]
    if not (word.joined and word.is_participle and word.categories <= {"A", "N", "V"}) or word.is_name:
        return False
    if word.lower in _WORDS["absolute"] or word.persons & THIRD:
        return False
    if at + 1 == len(words):
        return True
    following = words[at + 1]
    if not following.joined:
        return not following.mark.isdigit()  # une fois reçues 12 ratifications
    is_subject = is_determiner(following) or following.lower in _WORDS["before determiners"]
    return not (is_subject or following.categories <= {"N", "A"})


def _has_a_pronoun(words: tuple[Word, ...], first: int) -> bool:
    """Tells whether an object pronoun comes before the verb of the main clause, with which the participle may go: il
    les a lus une fois rendus."""
    for at in range(first - 1, max(0, first - _FARTHEST), -1):
        verb = words[at]
        finite = verb.is_finite_or_auxiliary
        if (finite or verb.is_infinitive) and words[at - 1].lower in _WORDS["object pronouns"] and verb.joined:
            return True
        if verb.opens_clause:
            return False
    return False


def _of_subject(words: tuple[Word, ...], first: int) -> frozenset[str]:
    """Returns what the subject can be that a clause at `first` goes with, and what else comes between; nothing where
    that is not known."""
    if words[first].before == ", ":
        found = chain(words, first - 1)
        if found.heads and not found.several and opens(words, found.start):
            return found.possible
    for verb in range(first - 1, max(-1, first - _FARTHEST), -1):
        if words[verb + 1].opens_clause or words[verb].lower in _WORDS["other subjects"]:
            return frozenset()
        if words[verb].is_finite_or_auxiliary:
            own = subject(words, verb) or opening_noun(words, verb)
            after = verb + 1 + ("N" in words[verb + 1].categories and words[verb + 1].joined)  # prendra effet
            return own | together(words, range(after, first)) if own else frozenset()
    return frozenset()
