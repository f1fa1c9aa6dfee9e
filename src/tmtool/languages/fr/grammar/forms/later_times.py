"""Has a clause the tense that another one lets it have: dès que le Greffe *aurait* reçu le mémoire, il transmettra; il
était prévu que le dénombrement *sera* achevé?

From the grammar of the language: beside a future, a clause of time has no conditional; what was expected, hoped for or
agreed upon in the past was to come in the conditional. The words are in ``later_times.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import clause_verb, is_finite, tenses
from tmtool.languages.fr.grammar.forms.far_verbs import far_verb
from tmtool.languages.fr.grammar.forms.wrong_mood import WrongMood
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FUTURE, _CONDITIONAL, _IMPERFECT = frozenset("F"), frozenset("C"), frozenset("I")
_FAR = 12
"""Words up to the verb of the main clause, at most."""


def wrong_times(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs whose tense the other clause does not admit, in order."""
    for place in range(len(words) - 1):
        if conjunction := _of_time(words, place):
            verb = clause_verb(words, place) or far_verb(words, place)
            if verb is not None and tenses(verb) == _CONDITIONAL and _future_follows(words, words.index(verb, place)):
                yield WrongMood(verb, conjunction, indicative=True)
        elif before := _was_to_come(words, place):
            verb = clause_verb(words, place) or far_verb(words, place)
            if verb is not None and tenses(verb) == _FUTURE:
                yield WrongMood(verb, before, conditional=True)


def _of_time(words: tuple[Word, ...], place: int) -> str:
    """Returns the conjunction of time that ends here; "" for none."""
    word = words[place]
    if word.lower in _WORDS["when"]:
        return word.lower
    before = words[place - 1].lower if place and word.joined else ""
    return f"{before} que" if word.lower in QUE and before in _WORDS["before que"] else ""


def _future_follows(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a clause in the future comes after the next comma."""
    comma = next((at for at in range(verb + 1, len(words)) if not words[at].joined), len(words))
    if comma == len(words) or words[comma].before != ", ":
        return False
    for at in range(comma, min(len(words), comma + _FAR)):
        word = words[at]
        if word.lower in _WORDS["opening another clause"] or (at > comma and not word.joined):
            return False
        if is_finite(word) and word.persons & THIRD and word.categories == {"V"}:
            return tenses(word) == _FUTURE
    return False


def _was_to_come(words: tuple[Word, ...], que: int) -> str:
    """Returns the verb in a past tense right before que that tells what was to come; "" for none."""
    if words[que].lower not in QUE or que < 2 or not words[que].joined:
        return ""
    said = words[que - 1]
    lemmas = {entry.lemma for entry in said.entries if entry.category == "V"}
    if not lemmas or not lemmas <= _WORDS["expecting"]:
        return ""
    if not said.is_participle:
        return f"{said.text} que" if tenses(said) == _IMPERFECT else ""
    helper = que - 2
    while helper > 0 and words[helper + 1].joined and (is_adverb(words[helper]) or words[helper].lower == "été"):
        helper -= 1
    past = words[helper].lower in _WORDS["past helpers"] and words[helper + 1].joined and said.joined
    return f"{words[helper].text} {said.text} que" if past else ""
