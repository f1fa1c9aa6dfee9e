"""Do the pronouns that take up things one by one agree with what is counted: deux évaluations, l’une sur les risques,
l’autre sur les données?

Only after a comma, colon or dash, and where no noun behind the number fits. The words are in ``one_by_one.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import PLURAL, SENTENCE_ENDS, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_MARKS = (",", ":", "–", "(")
_FARTHEST = 12
"""Words at most between the number and the pronoun."""
_FARTHEST_OTHER = 40
"""Words at most between the pronoun and the one that takes up another thing."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns that agree with nothing that is counted before them, each with the noun that is."""
    for place in range(2, len(words) - 2):
        wanted = _gender(words, place)
        if wanted is None or words[place + 2].lower in _WORDS["not alone"] or not _goes_on(words, place + 2):
            continue
        nouns = _counted(words, place)
        if nouns and not any(f"{wanted}p" in noun.agreement({"N"}) for noun in nouns):
            yield words[place + 1], nouns[0]


def _gender(words: tuple[Word, ...], place: int) -> str | None:
    """Returns the gender of a pronoun that takes up the first of several and begins at `place`."""
    both = _both(words, place)
    return next((gender for gender in ("m", "f") if both in _WORDS[gender]), None)


def _both(words: tuple[Word, ...], place: int) -> str:
    """Returns two words as the table writes them: l'un, le_premier."""
    first, second = words[place].lower, words[place + 1].lower
    return f"{first}{second}" if first == "l'" else f"{first}_{second}"


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether another of the things is taken up in the same sentence."""
    for at in range(place, min(len(words) - 1, place + _FARTHEST_OTHER)):
        if words[at].mark in SENTENCE_ENDS:
            return False
        if _both(words, at) in _WORDS["others"]:
            return True
    return False


def _counted(words: tuple[Word, ...], place: int) -> list[Word]:
    """Returns the nouns in the plural between a number and a mark right before the pronoun, or before a participle that
    goes with it; all of those of several numbers (en deux temps, de trois heures chacun : *le premier*), none where
    there is none."""
    nouns: list[Word] = []
    counted: list[Word] = []
    opener = place - 1 if words[place - 1].is_present_participle and words[place].joined else place
    if words[opener].mark not in _MARKS or (words[place + 2].joined and _is_noun(words[place + 2])):
        return []
    for at in range(opener - 1, max(-1, opener - 1 - _FARTHEST), -1):
        if words[at].lower in _WORDS["numbers"]:
            counted = nouns[::-1]
        if "N" in words[at].categories and words[at].agreement({"N"}) & PLURAL:
            nouns.append(words[at])
        if words[at].mark in (*SENTENCE_ENDS, ";"):
            break
    return counted


def _is_noun(word: Word) -> bool:
    """Tells whether a word may be the noun of le premier: la première séance."""
    return "N" in word.categories and "PREP" not in word.categories and not word.persons
