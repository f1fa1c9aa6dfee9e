"""Is en lost before a verb with a noun that goes with de, where nothing else says of what: les pays qui *ont le plus
besoin* sont aidés, le Conseil *tiendra compte* lors de la session?

The words are in ``lost_pronouns.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NOT_LOST = OF_FORMS | _WORDS["taken up"]
_MODIFIERS = _WORDS["modifiers"]
_ADVERBS = 3


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """Maps the noun of a phrase to its verbs."""
    phrases = [phrase.split("_") for phrase in _WORDS["phrases"]]
    return {noun: frozenset(verb for verb, other in phrases if other == noun) for _, noun in phrases}


def lost(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each such verb with its noun."""
    for place, noun in enumerate(words):
        verbs = _verbs().get(noun.lower)
        if verbs is None or not place or not noun.joined:
            continue
        at = place - 1
        while at > max(0, place - _ADVERBS) and words[at].joined and _is_between(words[at]):
            at -= 1
        verb = words[at]
        known = verbs & {entry.lemma for entry in verb.entries if entry.category == "V"}
        active = verb.persons or verb.is_infinitive or (verb.is_participle and is_auxiliary(words[at - 1]))
        if known and active and words[at + 1].joined and not _is_said(words, at, place):
            yield Misgoverned(verb, verb, noun, "en")


def _is_between(word: Word) -> bool:
    return word.lower in _MODIFIERS or is_adverb(word)


def _is_said(words: tuple[Word, ...], verb: int, noun: int) -> bool:
    """Tells whether what goes with de may come in the sentence, or whether the sentence may lack it."""
    if noun + 1 < len(words) and words[noun + 1].joined and not words[noun + 1].opens_clause:
        following = words[noun + 1]
        finite = bool(following.persons) and following.categories == {"V"}
        if following.lower not in _WORDS["going on"] and not finite:
            return True
    start, end = verb, noun + 1
    while start > 0 and not words[start].opens_clause:
        start -= 1
        if words[start].lower in _WORDS["taken up"]:
            return True
    lone = not any(word.persons for word in words[start:verb]) and words[verb].is_infinitive
    while end < len(words) and not words[end].opens_clause:
        if words[end].lower in _NOT_LOST and words[end - 1].lower != "lors":
            return True
        end += 1
    return lone
