"""Names the languages that a text and its translation are taken for where nobody says which."""

from __future__ import annotations

from tmtool.languages.tags import primary

SOURCE = "en"
TARGET = "fr"


def other_than(language: str) -> str:
    """Returns what a text in this language is translated into where nobody says: the other language of the pair."""
    return SOURCE if primary(language) == TARGET else TARGET
