"""Are words of a text part of a set phrase, in which nobody means the term that they are: faute de, en matière de?"""

from __future__ import annotations

from functools import cache

from tmtool import languages
from tmtool.model import Span


def is_in_set_phrase(text: str, span: Span, language: str) -> bool:
    """Tells whether a term is inside a set phrase of a language (« à l’évidence »), or begins within one that began
    before it (« en *matière de surveillance* »)."""
    phrases, longest = _set_phrases(language)
    around = _plain(text[max(0, span.start - longest) : span.start + longest])
    for phrase in phrases:
        if phrase not in around:
            continue
        size = len(phrase)
        inside = max(0, span.end - size), span.start + size
        across = max(0, span.start - size + 1), span.start + size - 1
        if any(phrase in _plain(text[start:end]) for start, end in (inside, across)):
            return True
    return False


def _plain(text: str) -> str:
    return text.lower().replace("'", "’")


@cache
def _set_phrases(language: str) -> tuple[tuple[str, ...], int]:
    """Returns the set phrases of a language, and how long the longest one is."""
    phrases = tuple(phrase for (phrase,) in languages.get(language).rows("set_phrases.tsv"))
    return phrases, max(map(len, phrases), default=0)
