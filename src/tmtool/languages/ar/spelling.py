"""Takes off what two spellings of an Arabic word differ in: vowel signs, the stretching of letters, and the dots and
hamzas that letters are written with and without.

The letters are those of ArabicNormalizer in Lucene, and the other alefs; a hamza on و and ي stays, since it tells words
apart.
"""

from __future__ import annotations

import re
import unicodedata

from tmtool.languages import letters
from tmtool.model import Span

_MARKS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed"  # vowel signs, the stretching line
    "\u200c-\u200f\u202a-\u202e\u2066-\u2069]"  # signs of direction
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u064b-\u0652\u0656-\u065f\u0670])*")
"""A run of letters and digits, with the vowel signs on them."""
_ALIKE = str.maketrans("آأإٱىةکی", "اااايهكي")


def fold_case(word: str) -> str:
    """Returns the word without vowel signs and stretching, foreign letters in it in lower case."""
    return _MARKS.sub("", letters.fold_case(unicodedata.normalize("NFC", word)))


def fold(word: str) -> str:
    """Returns what `fold_case` does, every alef a bare one, ى as ي and ة as ه."""
    return fold_case(word).translate(_ALIKE)


def words(text: str) -> tuple[Span, ...]:
    """Returns the spans of the words of a text; vowel signs belong to them."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def words_written(text: str) -> list[str]:
    """Returns the words as they are written: what the spans of `words` cover."""
    found: list[str] = _WORD.findall(text)
    return found
