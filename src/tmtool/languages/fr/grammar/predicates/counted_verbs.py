"""Is a verb in the singular after a number that says how many of several: 27 étaient achevées et 4 *restait*?

A number alone is the subject only where another one of the sentence is, whose verb is in the plural: point 4 restait.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.fr.grammar.words.reading import Word

_SEVERAL = re.compile(r"(?P<mark>[,;]?)\s(?!1\s)\d{1,3}(?:[ \u00a0\u202f]\d{3})*\s")
_JOINING = frozenset({"et", "dont", "mais", "tandis", "que", "alors"})
_FARTHEST = 25
"""Words between the verbs of two numbers at most."""


def of_a_number(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the verbs in the singular right after a number of several that is their subject, in order."""
    plural = -_FARTHEST
    for place, word in enumerate(words):
        counted = _SEVERAL.fullmatch(word.before) if place else None
        if counted is None or word.categories != {"V"}:
            continue
        if word.persons == {"3p"}:
            plural = place
        elif word.persons == {"3s"} and place - plural < _FARTHEST:
            joined = counted["mark"] or words[place - 1].lower in _JOINING
            if joined and not any("." in one.before for one in words[plural + 1 : place + 1]):
                yield word
