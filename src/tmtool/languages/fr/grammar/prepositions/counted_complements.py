"""Is the preposition lost between a word and a complement that opens with a number, or with plusieurs or the like:
s’acquitte deux versements, a répondu 12 demandes, il appartient chaque État?

What the words go with is in ``complements.tsv``: those that never have a complement without a preposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.prepositions.asides import after_adverbials
from tmtool.languages.fr.grammar.prepositions.complement_rules import ALONE, FIGURE, has_rules, is_modifier, rules_of
from tmtool.languages.fr.grammar.prepositions.complements_elsewhere import is_elsewhere, may_be_done_by
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.reading import Word, first_joined
from tmtool.languages.tables import word_sets

_PHRASES = word_sets(Path(__file__).with_name("complement_phrases.tsv"))
_ADVERBS = 3
"""Adverbs between a word and its complement at most."""


def lost(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the words that go with a preposition, which is lost before a number of things."""
    for place, word in enumerate(words):
        if not has_rules(word.lower):
            continue
        at = place + 1
        while at < min(len(words), place + 1 + _ADVERBS) and is_modifier(words[at]) and not _counts(words, at):
            at += 1
        at = after_adverbials(words, at)
        if at >= len(words) or not all(one.joined for one in words[place + 1 : at]) or not _counts(words, at):
            continue
        if not _are_things(words, place, at) or may_be_done_by(words, place):
            continue
        right = next((right for right, forms in rules_of(words, place) if ALONE in forms), "")
        if right and not is_elsewhere(words, place, right) and not _follows_a_phrase(words, place):
            yield Misgoverned(word, word, words[at], right)


def _follows_a_phrase(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a phrase opens the clause and ends right before its verb, whose subject comes after it: dans ces
    débats interviennent deux experts."""
    at = first_joined(words, verb)
    return at < verb and "PREP" in words[at].categories and bool(words[verb].persons)


def _counts(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a number, in figures or in words, or another word that says how many."""
    word = words[at]
    in_words = word.joined and (is_numeral(word) or word.lower in _PHRASES["how many"])
    return in_words or FIGURE.fullmatch(word.before) is not None


def _are_things(words: tuple[Word, ...], place: int, at: int) -> bool:
    """Tells whether a noun for things, which are no time, comes after a number, or some of a number: dix des douze."""
    noun = at + (not FIGURE.fullmatch(words[at].before))
    while noun < len(words) - 1 and words[noun].joined and is_before_noun(words[noun]):
        noun += 1
    if noun >= len(words) or (noun > at and not words[noun].joined):
        return False
    if noun > at and words[noun].lower in ("des", "d'"):
        return noun == at + 1 and is_numeral(words[at])
    lasts = words[noun].lower in _PHRASES["lasting"]
    if lasts and any(entry.lemma in _PHRASES["given time"] for entry in words[place].entries):
        return True
    return "N" in words[noun].categories and not lasts and words[noun].lower not in _PHRASES["bare adverbial"]
