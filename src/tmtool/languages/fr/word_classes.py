"""What may a French word be in a sentence: a noun or what qualifies one, a verb, in which gender and number?

The lexicon says so, else the ending of the word. A word may be several things: "traite" is a noun and a verb.
"""

from __future__ import annotations

from tmtool.languages.word_classes import ByEndings

_GENDERS = ("ms", "fs", "mp", "fp")
_FINITE = frozenset(tense + person for tense in "PIFJCST" for person in ("3s", "3p"))


class ByLexicon(ByEndings):
    """A `ByLexicon` knows the word classes of French (`word_classes.WordClasses`)."""

    # The lexicon is opened when a word is asked for, which is seldom in a lookup.

    def is_adjective(self, word: str) -> bool:
        """Tells whether a word is an adjective or a participle; of an unknown word its ending tells."""
        from tmtool.languages.fr.lexicon import entries

        if readings := entries(word):
            return any(
                entry.category == "A" or (entry.category == "V" and any(tense[0] in "KG" for tense in entry.features))
                for entry in readings
            )
        return super().is_adjective(word)

    def is_noun(self, word: str) -> bool:
        """Is true for a noun, and for an unknown word."""
        from tmtool.languages.fr.lexicon import entries

        readings = entries(word)
        return any(entry.category == "N" for entry in readings) or not readings

    def agreements(self, word: str) -> frozenset[str]:
        """Returns the genders and numbers of the noun, adjective or past participle that the word may be."""
        from tmtool.languages.fr.lexicon import entries

        return frozenset(
            feature[-2:]
            for entry in entries(word)
            for feature in entry.features
            if entry.category in ("N", "A") or (entry.category == "V" and feature[0] == "K")
        )


def word_grammar(word: str) -> frozenset[str]:
    """Returns among "ms", "fs", "mp", "fp" the genders and numbers of the noun that the word may be, "verb" if it may
    be a verb in the third person, "infinitive" for an infinitive, "other" for any other word; empty for one that the
    lexicon lacks."""
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
