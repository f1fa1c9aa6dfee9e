"""Which gender and number can the nouns have that que stands for: les mesures *que* le Comité a approuvées?

Those are the nouns right before it, with what hangs on them (noun_chains.py). Where que may open a clause that a verb
or a noun needs (constate que, l'idée que), or may compare, nothing is known. The closed words are in
``taken_up_by_que.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.clauses import TIMES
from tmtool.languages.fr.grammar.subjects.titled_persons import person_before
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, QUE, THIRD, Word, is_earlier_in_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
POINTING = {
    word: frozenset((agreement,)) for agreement in ("fs", "mp", "fp") for word in _WORDS[f"pointing {agreement}"]
}
"""Pronouns right before que that it can only stand for."""
WITH_A_CLAUSE = _WORDS["with a clause"]
"""Nouns that que may join a clause to, or that measure its verb: l'idée que, la durée que."""
_PASSIVE = 2
"""Words of a passive before its participle: ont été."""
_REACH = 8
"""Words before que in which it may be that of a comparison."""


def taken_up(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the nouns that que may stand for can be; everything where nothing is known."""
    last = words[place - 1]
    if person := person_before(words, place):
        return person
    if _is_stated(words, place):
        return ALL
    if last.lower in POINTING and last.joined:
        return POINTING[last.lower]
    if _is_said_of_subject(words, place):
        return last.agreement()
    before = chain(words, place - 1)
    # Dit que, sur les avis qu'il a reçus, deux sont clos.
    after_comma = words[before.start].before == ", " and before.determined and words[place].joined
    if not before.heads or not (before.complete or after_comma) or before.bare or _may_open_a_clause(words, place):
        return ALL
    if _completes_a_verb(words, before.start):
        return ALL
    nouns = [words[head.place] for head in before.heads]
    if any(noun.lower in WITH_A_CLAUSE or "N" not in noun.categories for noun in nouns):
        return ALL
    first = max(0, place - _REACH)
    first = next((at for at in range(place - 1, first, -1) if words[at].before.startswith((". ", "; "))), first)
    first = next((at for at in range(before.start - 1, first, -1) if _is_sure_verb(words[at])), first)
    if any(words[at].lower in _WORDS["comparing"] and not _is_amount(words, at) for at in range(first, place)):
        return ALL
    apart = words[place].mark and before.start and words[before.start].mark[-1:]
    if apart and apart in (",", "(", "–", "—") and not (apart == "," and opens(words, before.start)):
        return ALL
    return before.possible | (PLURAL if before.several else frozenset())


def _is_sure_verb(word: Word) -> bool:
    """Tells whether a word can be nothing but a finite verb: tel était le cas dans les dossiers que."""
    return word.is_finite_verb and not word.is_participle


def _is_amount(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether plus or moins says about how much there is of something, and compares nothing: moins de la moitié
    des sommes que."""
    of = words[place : place + 3]
    counted = len(of) > 2 and (is_determiner(of[2]) or of[2].mark.isdigit())
    return counted and of[0].lower in ("plus", "moins") and of[1].lower in ("de", "d'")


def _is_said_of_subject(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether que, after a comma, takes up the subject of a passive that the clause before ends with: 23 ont été
    reçues, que le Secrétariat a regroupé; where another que comes before, both may open clauses of one verb."""
    passive = words[que].before == ", " and words[que - 1].is_participle and que > _PASSIVE
    if not passive or words[que - 2].lower != "été" or not is_have(words[que - 3]):
        return False
    return not is_earlier_in_clause(words, que, QUE)


def _is_stated(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether a participle right before que opens a clause with it: a lu les textes et *constaté* que les prix
    avaient baissé."""
    last = words[que - 1]
    stating = any(entry.lemma in _WORDS["stating"] for entry in last.entries if entry.category == "V")
    return words[que].joined and last.is_participle and stating and "ms" in last.agreement()


def _completes_a_verb(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether the nouns right before que are an adverbial phrase after a verb that a clause with que completes:
    constate à l'unanimité que; not répond aux besoins que, since nobody is told anything there."""
    if not start or not linked(words[start]) or not words[start].joined:
        return False
    if words[start].lower in DEFINITE and words[start + 1].lower not in TIMES:  # rappelle l'importance que
        return False
    lemmas = {entry.lemma for entry in words[start - 1].entries if "V" in entry.category}
    if "répondre" in lemmas and any(word.lower in _WORDS["answered"] for word in words[start : start + 2]):
        return False
    return not lemmas.isdisjoint(_WORDS["stating"])


def _may_open_a_clause(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether what comes right before que may be a finite verb, with nothing before it that a noun has: la note
    montre que."""
    last, before = words[que - 1], words[que - 2] if que > 1 and words[que - 1].joined else None
    if not last.persons & THIRD:
        return False
    return before is None or not (
        is_determiner(before) or is_before_noun(before) or "PREP" in before.categories or before.lower in ("et", "ou")
    )
