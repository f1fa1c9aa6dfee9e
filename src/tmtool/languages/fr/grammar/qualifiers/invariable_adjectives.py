"""Has an adjective a plural that there is not: les mines *antipersonnels*?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.fr.lexicon import entries, is_known
from tmtool.languages.tables import word_sets

_ONLY_SINGULAR = word_sets(Path(__file__).with_suffix(".tsv"))["only singular"]
_AGAINST = "anti"
_EVERY_FORM = frozenset({"ms", "mp", "fs", "fp"})


def invariable_form(words: Sequence[Word], place: int) -> str | None:
    """Returns the adjective of one form of which a word in lower case is a plural that there is not: antipersonnel for
    les mines antipersonnels. None for any other word, and right after a determiner, where it is a noun, which has a
    plural: les antidouleurs."""
    word = words[place].text
    adjective = word.removesuffix("s")
    if adjective == word or (place and words[place].joined and words[place - 1].lower in determiners()):
        return None
    rest = adjective.removeprefix(_AGAINST)
    if rest != adjective and rest not in _ONLY_SINGULAR and is_known(rest):  # les missiles antisatellites
        return None
    is_of_every_form = any(entry.category == "A" and entry.features >= _EVERY_FORM for entry in entries(adjective))
    return adjective if is_of_every_form else None
