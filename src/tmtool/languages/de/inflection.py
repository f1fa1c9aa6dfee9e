"""Inflects German words, for the words of terms: the endings of nouns and adjectives, and the umlaut of plurals.

A word is put in all the forms that words of its ending have. A form too many does no harm as long as it is no other
word. Source: the declensions of a school grammar.
"""

from __future__ import annotations

import re

from tmtool.languages.letters import fold_case

_ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s", "ern", "nen", "se", "sen")
_SUFFIX = re.compile(r"(?<=\w{4})(?:innen|ern|en|er|es|em|e|n|s)$")
_PLURAL_WITH_UMLAUT = re.compile(r"(a|o|u)(?=[^aeiouäöü]*$)")
_BACK = str.maketrans("äöü", "aou")
_FORWARD = str.maketrans("aou", "äöü")


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """Returns the forms of a word as `fold_case` leaves them, the word itself included."""
    folded = fold_case(word)
    if not folded.isalpha() or len(folded) < 3 or part_of_speech == "verb":
        return frozenset({folded})
    stem = _SUFFIX.sub("", folded)
    stems = {folded, stem, *(_with_umlaut(one) for one in (folded, stem)), stem.translate(_BACK)}
    return frozenset({folded} | {one + ending for one in stems for ending in _ENDINGS})


def _with_umlaut(stem: str) -> str:
    return _PLURAL_WITH_UMLAUT.sub(lambda vowel: vowel.group().translate(_FORWARD), stem, count=1)
