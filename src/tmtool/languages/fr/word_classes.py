"""May a French word be a noun, or qualify one, and in which gender and number? As the lexicon says, else its ending."""

from __future__ import annotations

from tmtool.languages.word_classes import ByEndings


class ByLexicon(ByEndings):
    """The word classes of French (`word_classes.WordClasses`)."""

    # The lexicon is opened when a word is asked for, which is seldom in a lookup.

    def is_adjective(self, word: str) -> bool:
        """True for an adjective or a participle; of an unknown word its ending tells."""
        from tmtool.languages.fr.lexicon import entries

        if readings := entries(word):
            return any(
                entry.category == "A" or (entry.category == "V" and any(tense[0] in "KG" for tense in entry.features))
                for entry in readings
            )
        return super().is_adjective(word)

    def is_noun(self, word: str) -> bool:
        """True for a noun, and for an unknown word."""
        from tmtool.languages.fr.lexicon import entries

        readings = entries(word)
        return any(entry.category == "N" for entry in readings) or not readings

    def agreements(self, word: str) -> frozenset[str]:
        """The genders and numbers of the noun, adjective or past participle that the word may be."""
        from tmtool.languages.fr.lexicon import entries

        return frozenset(
            feature[-2:]
            for entry in entries(word)
            for feature in entry.features
            if entry.category in ("N", "A") or (entry.category == "V" and feature[0] == "K")
        )
