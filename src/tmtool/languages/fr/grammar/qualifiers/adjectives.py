"""Does an adjective or participle right after its noun agree with it: des mesures national?

The answer comes from the lexicon, and from what noun_chains.py knows of the nouns before. The closed words are in
``adjectives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import is_adjective, noun_of
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates import attributes, concessions, judged
from tmtool.languages.fr.grammar.qualifiers import (
    all_of_them,
    asked_pronouns,
    bare_phrases,
    before_being,
    bracketed_participles,
    compared_adjectives,
    floating_pronouns,
    following,
    included,
    members,
    one_by_one,
    only,
    others,
    own_pronouns,
    parallel_pronouns,
    pointing,
    present_participles,
    relative_phrases,
    set_participles,
    taken_up_pronouns,
    terms,
    verbless_clauses,
    which_of_them,
)
from tmtool.languages.fr.grammar.qualifiers.adjective_nouns import LOOSE, GoesBefore, may_go_with
from tmtool.languages.fr.grammar.qualifiers.detached_participles import is_detached, participle_before_and
from tmtool.languages.fr.grammar.qualifiers.joined_adjectives import partner
from tmtool.languages.fr.grammar.qualifiers.relative_pronouns import antecedent_before
from tmtool.languages.fr.grammar.qualifiers.shared_nouns import is_shared_out
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, Word
from tmtool.languages.tables import word_sets
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SHADES = _WORDS["shades"]
_RULES = (
    pointing,
    present_participles,
    relative_phrases,
    attributes,
    judged,
    all_of_them,
    asked_pronouns,
    one_by_one,
    members,
    only,
    bare_phrases,
    before_being,
    bracketed_participles,
    compared_adjectives,
    concessions,
    floating_pronouns,
    following,
    included,
    others,
    own_pronouns,
    parallel_pronouns,
    set_participles,
    taken_up_pronouns,
    terms,
    verbless_clauses,
    which_of_them,
)
"""The modules that know words which agree with something that has not to be found among the nouns before."""
_HOURS = frozenset({"h", "heure", "heures"})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A `Disagreement` is an adjective and the noun before it, or the adjective joined to it by et or ou, with which it
    does not agree. `named` is True where `other` is a word with a capital and no determiner inside a sentence: perhaps
    a name."""

    adjective: Word
    other: Word
    named: bool


def disagreements(words: tuple[Word, ...], goes_before: GoesBefore) -> Iterator[Disagreement]:
    """Yields the adjectives and participles after a noun that agree neither with it nor with one that it hangs on, in
    order; `goes_before` is asked where one farther off would do."""
    known: set[Span] = set()
    for by_rule in _RULES:
        for adjective, small in by_rule.disagreements(words):
            if adjective.span not in known:
                known.add(adjective.span)
                yield Disagreement(adjective, small, False)
    for place in range(1, len(words)):
        if words[place].is_participle:
            if is_detached(words, place):
                yield Disagreement(words[place], words[place - 1], False)
            other = participle_before_and(words, place)
            if other >= 0:
                yield Disagreement(words[place], words[other], False)
        noun = antecedent_before(words, place)
        if noun >= 0:
            yield Disagreement(words[place], words[noun], False)
        if words[place].span in known or not is_adjective(words, place) or _is_proviso(words, place):
            continue
        if _is_counted_after(words, place):
            continue
        if _is_a_name(words[place - 1], words[place]):
            continue
        other = noun_of(words, place)
        if other < 0:
            other = partner(words, place)
        elif is_shared_out(words, place, other) or may_go_with(words, place, other, goes_before):
            continue
        if other >= 0:
            yield Disagreement(words[place], words[other], _is_bare_name(words, other))


def _is_counted_after(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective stands between a number and its own noun: les cent *prochaines* années."""
    noun = words[place + 1] if place + 1 < len(words) else None
    if noun is None or not (
        words[place - 1].lower in _WORDS["round numbers"] and is_before_noun(words[place]) and words[place].joined
    ):
        return False
    return noun.joined and bool(noun.agreement({"N"}) & words[place].agreement() & PLURAL)


def _is_proviso(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the adjective of a clause without a verb, or the shade of a color: si nécessaire, plus
    élevés que prévu, croix rouge foncé."""
    before = words[place - 1]
    if before.lower in QUE and words[place].lower in compared_adjectives.OF_NO_NOUN:
        return True
    shade = words[place].lower in _SHADES and "A" in before.categories
    return words[place].joined and (shade or (before.lower == "si" and words[place].lower in LOOSE))


def _is_a_name(before: Word, word: Word) -> bool:
    """Tells whether a word with a capital is what comes next in a row, or names what is before it: 10 heures Plénière,
    le sous-programme Statistiques."""
    if not word.is_name:
        return False
    return before.lower in _HOURS or ("N" in word.categories and before.lower in _WORDS["named behind"])


def _is_bare_name(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a word with a capital and no determiner inside a sentence."""
    before = words[place - 1].lower if place > 0 else ""
    return bool(before) and words[place].is_name and before not in (*determiners(), "l'", "d'", "de")
