"""The words of a French text with what the lexicon says of them, for the checks of grammar and spelling.

Words with hyphens stay whole, elided words stand alone ("l’", "qu’"). What agreement needs of a reading is
boiled down to gender and number: "m", "f", "s", "p".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tmtool.languages.french import lexicon
from tmtool.model import Span

_TOKEN = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’](?=\w)"
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*",
    re.IGNORECASE,
)
_GENDER_AND_NUMBER = ("ms", "mp", "fs", "fp")
_NOMINAL = frozenset({"N", "A"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its place. `before` is what stands between it and the word before, `text` as written."""

    span: Span
    text: str
    before: str
    entries: tuple[lexicon.Entry, ...]

    @property
    def lower(self) -> str:
        """As written, in lower case with the plain apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def joined(self) -> bool:
        """True if only a space, or an apostrophe, parts it from the word before."""
        return self.before in ("", " ", "\u00a0", "\u202f")

    @property
    def is_name(self) -> bool:
        """True for a word with a capital, and for one without letters in lower case."""
        return not self.text[0].islower()

    def agreement(self, categories: Iterable[str] = _NOMINAL) -> frozenset[str]:
        """What it can be as a noun, adjective or participle: of "ms", "mp", "fs", "fp"."""
        found: set[str] = set()
        for entry in self.entries:
            if entry.category in categories:
                for feature in entry.features or _GENDER_AND_NUMBER:
                    found.update(_GENDER_AND_NUMBER if feature not in _GENDER_AND_NUMBER else (feature,))
            if entry.category == "V":
                found.update(feature[1:] for feature in entry.features if feature[0] == "K")
        return frozenset(found)

    @property
    def persons(self) -> frozenset[str]:
        """Of the finite readings: person and number, such as "3s"."""
        return frozenset(
            feature[1:]
            for entry in self.entries
            if entry.category == "V"
            for feature in entry.features
            if feature[0] not in "KWG"
        )

    @property
    def is_infinitive(self) -> bool:
        """True if one reading is an infinitive."""
        return any(entry.category == "V" and "W" in entry.features for entry in self.entries)

    @property
    def is_present_participle(self) -> bool:
        """True if one reading is a present participle."""
        return any(entry.category == "V" and "G" in entry.features for entry in self.entries)

    @property
    def categories(self) -> frozenset[str]:
        """The categories of all readings; participles and finite verbs are both "V"."""
        return frozenset(entry.category for entry in self.entries)

    @property
    def is_participle(self) -> bool:
        """True if one reading is a past participle."""
        return any(entry.category == "V" and any(one[0] == "K" for one in entry.features) for entry in self.entries)


@lru_cache(maxsize=512)
def reading(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order."""
    found = []
    end = 0
    for match in _TOKEN.finditer(text):
        written = match.group()
        lower = written.lower().replace("’", "'")
        entries = lexicon.entries(lower) or (lexicon.entries(written) if lower != written else ())
        found.append(Word(Span(*match.span()), written, text[end : match.start()], entries))
        end = match.end()
    return tuple(found)
