"""How does the memory translate what a table adds to a title that it repeats: "(continued)", « (suite) »?

The phrases are those of the languages' cues; which of them answers which, the newest units of the memory show.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tmtool.languages import language_of

if TYPE_CHECKING:
    from tmtool.store.home import Home

_SHOWN = 20
"""How many units are asked for the French of an ending, the newest first."""
_LOOKED_AT = 2_000
"""Among how many segments with its word they are looked for."""


class Continuations:
    """Splits endings off and knows their translations, each asked of the home once."""

    def __init__(self, home: Home, source_language: str, target_language: str) -> None:
        self._home = home
        self._source = source_language
        self._target = target_language
        self._known: dict[str, str] = {}

    def split(self, text: str) -> tuple[str, str]:
        """Returns the title and its ending; ('', '') for a text without."""
        return split(text, self._source)

    def translated(self, ending: str) -> str:
        """Returns the ending in the target language with the space before it; '' if the memory does not show it."""
        if ending not in self._known:
            self._known[ending] = self._shown(ending)
        return self._known[ending]

    def _shown(self, ending: str) -> str:
        segments = []
        held = self._home.segments.with_words([[ending]], self._source)
        for _, (segment, text) in zip(range(_LOOKED_AT), held, strict=False):
            if split(text, self._source)[1].casefold() == ending.casefold():
                segments.append(segment)
                if len(segments) == _SHOWN:
                    break
        counts: Counter[str] = Counter()
        for pair in self._home.units.of_segments(segments, self._source, self._target):
            title, translated = split(pair.target, self._target)
            if title:
                counts[pair.target[len(title) :].rstrip()] += bool(translated)
        return counts.most_common(1)[0][0] if counts else ""


def split(text: str, language: str) -> tuple[str, str]:
    """Returns a title and the phrase that says that it is continued; ('', '') if the text does not end with one."""
    expression = language_of(language).cues.pattern("continued")
    if expression is None:
        return "", ""
    whole = text.rstrip()
    found = re.search(rf"(?<=\s)(?:{expression.pattern})$", whole, re.IGNORECASE)
    return (whole[: found.start()].rstrip(), found[0]) if found else ("", "")
