"""Does a pronoun that asks which agree with those of whom it asks: *lequel* d'entre elles, *lesquelles* de ces
incidents?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.words.reading import Word

_ASKING = {"lequel": "m", "laquelle": "f", "lesquels": "m", "lesquelles": "f"}
_THEM = {"elles": "f", "eux": "m"}
_THESE = frozenset({"ces", "ses", "leurs", "nos"})
_SHORTEST = 3
"""Words after the pronoun: d'entre elles, de ces incidents."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns of another gender than those of whom they ask, each with the word that tells."""
    for place in range(len(words) - _SHORTEST):
        gender = _ASKING.get(words[place].lower)
        if gender is None or not all(word.joined for word in words[place + 1 : place + 1 + _SHORTEST]):
            continue
        of, among, them = words[place + 1 : place + 1 + _SHORTEST]
        if of.lower == "d'" and among.lower == "entre" and _THEM.get(them.lower, gender) != gender:
            yield words[place], them
        if of.lower == "de" and among.lower in _THESE:
            at = place + _SHORTEST
            while at < len(words) - 1 and words[at + 1].joined and (is_before_noun(words[at]) or is_numeral(words[at])):
                at += 1
            noun = words[at]
            genders = {one[0] for one in noun.agreement({"N"})}
            if "N" in noun.categories and genders and gender not in genders:
                yield words[place], noun
