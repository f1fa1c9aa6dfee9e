"""Do pronouns agree with somebody or something in their sentence that they can only go back to: la Commission
l’examinera *lui-même*, les Parties règlent entre *eux*; and is the owner one or several: chaque Partie désigne *leur*
autorité?

Where no noun before has the gender and number of the pronoun, the noun that is meant need not be found. The words are
in ``own_pronouns.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, THIRD, Word, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OWN = {
    f"{pronoun}-même{ending}": agreement
    for pronoun, ending, agreement in (("lui", "", "ms"), ("elle", "", "fs"), ("eux", "s", "mp"), ("elles", "s", "fp"))
}
_AMONG = {"eux": "mp", "elles": "fp"}
_THEIR = frozenset({"leur", "leurs"})
_FARTHEST = 25
"""Words from chaque to its leur at most."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns and possessives that nothing before in the sentence agrees with, each with a noun or word
    before it."""
    for place in range(2, len(words)):
        word = words[place]
        among = word.lower in _AMONG and words[place - 1].lower == "entre" and words[place - 2].lower != "d'"
        among = among and not any(one.lemma in _WORDS["choosing"] for one in words[place - 2].entries)
        wanted = _OWN.get(word.lower) or (_AMONG[word.lower] if among else "")
        if wanted and not _goes_with_what_follows(words, place) and _goes_back_to_nothing(words, place - among, wanted):
            yield word, words[place - 1 - among]
        if word.lower in _WORDS["each"] and (their := _of_each(words, place)) is not None:
            yield their, word
    if len(words) > 1 and words[0].lower in _WORDS["each"] and (their := _of_each(words, 0)) is not None:
        yield their, words[0]


def _goes_back_to_nothing(words: tuple[Word, ...], place: int, wanted: str) -> bool:
    """Tells whether the nouns before in the sentence are known and none can be meant: of a plural not even several
    together."""
    start = start_of_clause(words, place)
    if not (words[start].is_name and any(word.persons & THIRD for word in words[start:place])):
        return False  # a part of a sentence
    named = named_before(words, place)
    return bool(named) and named != ALL and wanted not in named


def _goes_with_what_follows(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the pronoun goes with a noun or a pronoun after it: entre elles, les villes; elles-mêmes, elles."""
    return place + 1 < len(words) and words[place + 1].mark in (",", "(")


def _of_each(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the leur before a noun, after the verb of chaque and its noun, where nothing before it is a plural."""
    if place and not words[place].opens_clause:
        return None
    verbs = 0
    for at in range(place + 1, min(len(words) - 1, place + _FARTHEST)):
        word, following = words[at], words[at + 1]
        if word.opens_clause or word.lower in _WORDS["several"] or not word.entries:
            return None
        if word.lower in _THEIR:
            owns = following.joined and "N" in following.categories and not following.persons
            return word if verbs and owns and not word.mark else None
        if "N" in word.categories and word.agreement({"N"}) & PLURAL and not word.persons & THIRD:
            return None
        if word.lower in determiners() and determiners()[word.lower].agreement & PLURAL:
            return None
        verbs += bool(word.persons & THIRD) and "V" in word.categories
    return None
