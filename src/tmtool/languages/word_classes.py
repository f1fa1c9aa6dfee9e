"""May a word be a noun, qualify one, or name an action, and in which gender and number?

Told by its ending (word_classes.tsv), in French by the lexicon first.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tmtool.languages.tables import rows


def is_adjective(word: str, language: str) -> bool:
    """True for a word in lower case that may be an adjective or a participle, of any gender and number."""
    if language == "fr":
        # The lexicon is opened when a word is asked for, which is seldom in a lookup.
        from tmtool.languages.fr.lexicon import entries

        if readings := entries(word):
            return any(
                entry.category == "A" or (entry.category == "V" and any(tense[0] in "KG" for tense in entry.features))
                for entry in readings
            )
    singular = word.removesuffix("s")
    return singular.endswith(_endings(language, "adjective")) and not singular.endswith(_endings(language, "other"))


def is_noun(word: str, language: str) -> bool:
    """True for a word in lower case that may be a noun, or is unknown; in a language without lexicon, for one that has
    not the ending of an adjective or of an adverb."""
    if language == "fr":
        from tmtool.languages.fr.lexicon import entries

        readings = entries(word)
        return any(entry.category == "N" for entry in readings) or not readings
    if word.endswith(_endings(language, "adverb")):
        return False
    # An adjective takes no s: "officials" are persons.
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural or not is_adjective(word, language) or word.endswith(_endings(language, "either"))


def agreements(word: str, language: str) -> frozenset[str]:
    """The genders and numbers that a word in lower case can have as a noun, an adjective or a past participle, such as
    "ms" and "fp"; none for an unknown word, or in a language where adjectives do not agree."""
    if language != "fr":
        return frozenset()
    from tmtool.languages.fr.lexicon import entries

    return frozenset(
        feature[-2:]
        for entry in entries(word)
        for feature in entry.features
        if entry.category in ("N", "A") or (entry.category == "V" and feature[0] == "K")
    )


def is_action(word: str, language: str) -> bool:
    """True for a noun in lower case that names an action or who does it, singular or plural."""
    return word.removesuffix("s").endswith(_endings(language, "action"))


@cache
def _endings(language: str, wanted: str) -> tuple[str, ...]:
    """The endings of a class; none for an unknown language."""
    table = rows(Path(__file__).with_name("word_classes.tsv"))
    return tuple(ending for tag, name, words in table if (tag, name) == (language, wanted) for ending in words.split())
