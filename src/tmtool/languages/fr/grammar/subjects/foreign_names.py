"""Are two words of a name in another language, whose words tell no gender: Internet Society?"""

from __future__ import annotations

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.words.reading import Word


def is_foreign_name(first: Word, second: Word) -> bool:
    """Tells whether two words are of a name in another language, whose gender is not that of its words: Internet
    Society. Two nouns with capitals that agree are French: États Membres."""
    if not (first.text[0].isupper() and second.text[0].isupper() and first.text.isalpha() and second.text.isalpha()):
        return False
    noun = second.joined and second.categories <= {"N", "X"} and first.lower not in determiners()  # La Commission
    return noun and first.agreement({"N"}).isdisjoint(second.agreement({"N"}))
