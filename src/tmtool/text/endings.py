"""What does the ending of a word say of its class? The endings are in endings.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.tables import rows


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings that tell classes of words of a language, without a plural s; none for an unknown language."""

    adjective: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    action: tuple[str, ...] = ()

    def is_adjective(self, word: str) -> bool:
        """True for a word in lower case that may qualify a noun, singular or plural."""
        singular = word.removesuffix("s")
        return singular.endswith(self.adjective) and not singular.endswith(self.noun)

    def is_action(self, word: str) -> bool:
        """True for a noun in lower case that names an action or who does it, singular or plural."""
        return word.removesuffix("s").endswith(self.action)


@cache
def endings(tag: str) -> Endings:
    """The endings of a language."""
    classes: dict[str, list[str]] = {"adjective": [], "noun": [], "action": []}
    for language, name, words in rows(Path(__file__).with_name("endings.tsv")):
        if language == tag:
            classes[name] += words.split()
    return Endings(**{name: tuple(words) for name, words in classes.items()})
