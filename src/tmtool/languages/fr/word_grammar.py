"""What a French word may be in a sentence, as far as putting another name in its place depends on it.

From the lexicon (lexicon.py). A word may be several things: "traite" is a noun and a verb.
"""

from __future__ import annotations

_GENDERS = ("ms", "fs", "mp", "fp")
_FINITE = frozenset(tense + person for tense in "PIFJCST" for person in ("3s", "3p"))


def word_grammar(word: str) -> frozenset[str]:
    """Among "ms", "fs", "mp", "fp" the genders and numbers of the noun that the word may be, "verb" if it may be a
    verb in the third person, "infinitive" for an infinitive, "other" for any other word; empty for one that the lexicon
    lacks."""
    # The lexicon is a large file of a package, which few lookups need.
    from tmtool.languages.fr import lexicon

    found: set[str] = set()
    for entry in (*lexicon.entries(word), *(lexicon.entries(word.lower()) if word[:1].isupper() else ())):
        if entry.category == "N":
            found |= {gender for gender in _GENDERS if gender in entry.features}
        elif entry.category == "V" and not _FINITE.isdisjoint(entry.features):
            found.add("verb")
        elif entry.category == "V" and "W" in entry.features:
            found.add("infinitive")
        else:
            found.add("other")
    return frozenset(found)
