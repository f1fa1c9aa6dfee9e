"""Which gender has the person who is named with a title right before a pronoun: Mme Rizzi, qui?"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LONGEST_NAME = 7
_TITLES = {
    "Mme": frozenset({"fs"}),
    "Mlle": frozenset({"fs"}),
    "Madame": frozenset({"fs"}),
    "M": frozenset({"ms"}),
    "Monsieur": frozenset({"ms"}),
}
_PARTICLES = _WORDS["particles"]
_NOT_ALONE = _WORDS["not alone"]


def is_title(word: Word) -> bool:
    """Tells whether this is the title before the name of a person: Mme, M."""
    return word.text in _TITLES


def person_before(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what a person is who is named with a title right before a pronoun, empty where others may be meant: Mme
    Rizzi, qui a été élue; not le mandat de Mme Rizzi, qui a pris fin."""
    if not place or words[place].mark not in ("", ","):
        return frozenset()
    for at in range(place - 1, max(-1, place - 1 - _LONGEST_NAME), -1):
        agreement = _TITLES.get(words[at].text)
        if agreement is not None and at < place - 1:
            before = words[at - 1].lower if at else ""
            alone = not words[at].mark or not words[at].mark.endswith(",")
            return agreement if alone and before not in _NOT_ALONE else frozenset()
        if not (words[at].is_name or words[at].lower in _PARTICLES):
            return frozenset()
    return frozenset()
