"""Are words of a text part of a set phrase, in which nobody means the term that they are: faute de, en matière de?"""

from __future__ import annotations

from functools import cache

from tmtool import languages
from tmtool.model import Span


def is_in_set_phrase(text: str, span: Span, language: str) -> bool:
    """Tells whether a term is inside a set phrase of a language (« à l’évidence »), or begins within one that began
    before it (« en *matière de surveillance* »)."""
    longest = max(map(len, _set_phrases(language)), default=0)
    around = _plain(text[max(0, span.start - longest) : span.end + longest])
    for phrase in _set_phrases(language):
        if phrase not in around:  # as most are
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
def _set_phrases(language: str) -> tuple[str, ...]:
    rows = languages.get(language).rows("set_phrases.tsv")
    return tuple(f"{phrase} {end}".rstrip() for phrase, ends in rows for end in ends.split(" "))
