"""Which single letters of a French text are words of another language: "e", "o", a "y" that is no French pronoun?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.fr.grammar.words.reading import Word, reading
from tmtool.model import Span

_E_OR_O = re.compile(r"(?<=[^\W\d_]{2} )[eo](?= [^\W\d_]{2})")
_AFTER_Y = frozenset({"V", "A"})
"""What may follow y in French: a verb, or relatif, afférent."""


def foreign_letters(text: str) -> Iterator[tuple[Span, str]]:
    """Yields each such letter, with the name of its language."""
    for found in _E_OR_O.finditer(text):
        span = Span(*found.span())
        if (text[span.start - 2] + text[span.end + 1]).islower():
            yield span, "Italian or Portuguese"
    words = reading(text)
    for index, word in enumerate(words[:-1]):
        if word.text == "y" and word.before == " " and not _follows_y(words[index + 1]):
            yield word.span, "Spanish"


def _follows_y(word: Word) -> bool:
    if not word.joined or word.is_name:
        return word.is_name
    return not word.entries or bool(word.categories & _AFTER_Y) or word.lower in {"en", "compris", "a"}
