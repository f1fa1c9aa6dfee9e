"""Which noun do figures or letters after it number: les *points* 3 et 4, les *articles* premier et 2?"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SPACE = "[ \u00a0\u202f]"
_LABEL = (
    rf"(?:\d+(?:[./]\d+)*|premi(?:er|ère)|[IVX]+|[A-Z])"
    rf"(?:{_SPACE}(?:bis|ter|[a-z]\)(?:{_SPACE}[ivx]+\))?|\(\d{{4}}\)))?"
)
_LABELS = re.compile(
    rf"{_SPACE}{_LABEL}(?:(?:,{_SPACE}|{_SPACE}et{_SPACE}|{_SPACE}ou{_SPACE}|{_SPACE}à{_SPACE}){_LABEL})+{_SPACE}"
)
_BETWEEN = _WORDS["between"]
_MOST = 12
"""Words among such labels at most."""


def numbered_noun(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the noun that two labels or more number, the last of which comes right before `place`; -1
    where there are none."""
    noun = place - 1
    while noun > max(0, place - _MOST) and _is_among_labels(words[noun]):
        noun -= 1
    if noun < 0 or "N" not in words[noun].categories or words[noun].text.isupper():
        return -1
    labels = "".join(f"{word.before}{word.text}" for word in words[noun + 1 : place]) + words[place].before
    return noun if _LABELS.fullmatch(labels) else -1


def _is_among_labels(word: Word) -> bool:
    return word.lower in _BETWEEN or len(word.text) == 1 or all(letter in "IVXivx" for letter in word.text)
