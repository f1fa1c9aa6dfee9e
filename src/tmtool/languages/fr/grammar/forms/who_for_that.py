"""Is qu'il written for qui, where its verb leaves nothing for que to be the object of: le Comité, *qu'il* se réunit en
juin, les États *qu'ils* ont ratifié la Convention?

The words are in ``who_for_that.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import SUBJUNCTIVE, tenses
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_adverbs, is_have
from tmtool.languages.fr.grammar.words.closed_words import NE, SE
from tmtool.languages.fr.grammar.words.reading import PLURAL, THIRD, Word, is_earlier_in_clause, on_over
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_CLITICS = NE | {"y", "en"}
"""Words between a subject and its verb."""


def mistaken(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the que and the pronoun right after it of which qui must be meant, in order."""
    for place in range(1, len(words) - 2):
        que, pronoun = words[place : place + 2]
        if que.lower != "qu'" or pronoun.lower not in ("il", "ils") or not (pronoun.joined and words[place + 2].joined):
            continue
        apart = que.before == ", "
        if not (apart or que.joined) or not _is_antecedent(words, place - 1, pronoun.lower == "ils", apart):
            continue
        if _is_carried_on(words, place):
            continue
        if _is_complete(words, place + 2, apart):
            yield que, pronoun


def _is_antecedent(words: tuple[Word, ...], place: int, several: bool, apart: bool) -> bool:
    """Tells whether a word is a noun that qui may go back to; without a comma only one in the plural that has no clause
    with que: le fait qu'il."""
    word = words[place]
    qualified = place > 0 and "A" in word.categories and "N" in words[place - 1].categories and word.joined
    if apart:
        return "N" in word.categories or word.is_name or qualified
    owned = place > 0 and word.joined and is_determiner(words[place - 1])
    return several and owned and "N" in word.categories and word.agreement({"N"}) <= PLURAL


def _is_carried_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que carries on another clause of the sentence, or a verb or word that has such clauses comes
    before."""
    return is_earlier_in_clause(words, place, _WORDS["with clauses"])


def _is_complete(words: tuple[Word, ...], place: int, apart: bool) -> bool:
    """Tells whether the verb here is a reflexive one, a passive, or has its object: se réunit, sera pourvu, ont ratifié
    la Convention."""
    reflexive = words[place].lower in SE
    at = on_over(words, place + reflexive, _CLITICS, len(words) - 2)
    verb = words[at]
    if not verb.persons & THIRD or not tenses(verb) or tenses(verb) & SUBJUNCTIVE or verb.lower in _WORDS["impersonal"]:
        return False
    last = after_adverbs(words, at + 1)
    if last >= len(words) or not words[last].joined:
        return reflexive and apart
    following = words[last + 1].lower if last + 1 < len(words) and words[last + 1].joined else ""
    if apart and (reflexive or verb.lower in _WORDS["being"]):
        passive = words[last].is_participle or reflexive
        return passive and not {words[last].lower, following} & _WORDS["said impersonally"]
    if apart and verb.lower in _WORDS["modal"] and words[last].lower == "être":
        return following not in _WORDS["said impersonally"] and words[last + 1].is_participle
    has_object = last + 2 < len(words) and words[last + 1].joined and words[last + 1].lower in _WORDS["articles"]
    return is_have(verb) and words[last].is_participle and has_object and "N" in words[last + 2].categories
