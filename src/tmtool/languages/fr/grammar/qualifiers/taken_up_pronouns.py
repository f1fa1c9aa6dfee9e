"""Does ils or elles agree with anything before it in its sentence, whose subject is a plural: les organes ont demandé
du temps, mais *elles* ne l'ont pas obtenu?

Where no noun of the sentence, nor two together, has its gender and number, the noun that is meant need not be found.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.antecedents import together
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, Word, start_of_clause

_PRONOUNS = {"ils": "mp", "elles": "fp"}
_BEFORE = frozenset({"mais", "et", "car", "donc"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns that agree with nothing before them, each with the word before it."""
    for place in range(4, len(words)):
        wanted = _PRONOUNS.get(words[place].lower)
        if wanted is None or words[place].is_name or not words[place].joined or words[place - 1].lower not in _BEFORE:
            continue
        if start_of_clause(words, place):  # what a sentence before speaks of may be meant
            continue
        if any(word.lower in _PRONOUNS for word in words[:place]) or not words[0].is_name:
            continue
        subject = words[1].agreement({"N"}) if is_determiner(words[0]) else frozenset[str]()
        named = together(words, range(place - 1))
        if subject and subject <= PLURAL and named and named != ALL and wanted not in named:
            yield words[place], words[place - 1]
