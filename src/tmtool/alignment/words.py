"""Which words has a text, and which of them have content? For counting what occurs together (`cooccurrence`)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool.alignment.tokens import tokens
from tmtool.languages import language_of, letters
from tmtool.model import Span

WORD = re.compile(rf"[{letters.SINGLE}]|{letters.WORD}(?:['’](?=[^\W_]))?")
"""A word, or a letter that is one by itself: Han and kana."""


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A `Word` is a word wherever it is: in lower case without an apostrophe; the tokens that are compared of it;
    whether it has content of its own; and whether it is a letter of a script without spaces."""

    plain: str
    tokens: tuple[str, ...]
    content: bool
    single: bool


@dataclass(frozen=True, slots=True)
class Words:
    """`Words` holds the words of a text in their order, with the places where each begins and ends."""

    known: tuple[Word, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def inside(self, span: Span) -> slice:
        """Returns which of them share a character with the span."""
        return slice(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


@lru_cache(1 << 10)
def words(text: str, language: str) -> Words:
    """Returns the words of a text; an elided one ("l’") is a word, and so is a letter of a script without spaces."""
    read = word_reader(language)
    found = [(read(match[0]), *match.span()) for match in WORD.finditer(text)]
    found = [one for one in found if one[0].tokens]
    return Words(*zip(*found, strict=True)) if found else Words((), (), ())


@cache
def word_reader(language: str) -> Callable[[str], Word]:
    known = language_of(language)

    @lru_cache(1 << 15)
    def read(word: str) -> Word:
        is_filler = known.fold(word) in known.function_words or word in known.word_set("between")
        plain = word.strip("'’").lower()
        single = len(plain) == 1 and plain >= letters.FIRST_SINGLE
        return Word(plain, tokens(word, language), not is_filler, single)

    return read
