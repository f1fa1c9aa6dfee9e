"""Adapts fuzzy matches to a query with what an open database knows: names, and the habits of its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tmtool.languages import language_of
from tmtool.matching.adapt import adapt, warnings_of
from tmtool.matching.known_names import DatabaseNames
from tmtool.model import Match, Placeable
from tmtool.text.diff import diff
from tmtool.text.tokens import tokens

if TYPE_CHECKING:
    from tmtool.store.home import Home

_HABITS = 60
"""How many texts of the target language show the habits of the memory."""


class Adapter:
    """An `Adapter` adapts matches to a query, and says what keeps others from being adapted."""

    def __init__(self, home: Home, source_language: str, target_language: str) -> None:
        self._source = language_of(source_language)
        self._target = language_of(target_language)
        self._names = DatabaseNames(home, source_language, target_language)
        self._habits = "\n".join(home.segments.first_texts(target_language, _HABITS))

    def adapted_match(self, match: Match, query: str, *, partly: bool = True) -> Match:
        """Returns the match with its adaptation, if there is one, and the differences that adapting does not mend;
        `partly` as for `adapt`."""
        adapted, warnings = adapt(
            query,
            match.source,
            match.target,
            source_language=self._source,
            target_language=self._target,
            known=self._names,
            habits=self._habits,
            partly=partly,
        )
        return replace(match, adapted=adapted, warnings=warnings)

    def explained(self, match: Match, query: str, values: Sequence[Placeable] | None = None) -> Match:
        """Returns a fuzzy match with its difference from the query, in text and in kind; `values` are the placeables of
        its source where they are known."""
        warnings = match.warnings if match.adapted else warnings_of(query, match.source, self._source, values)
        return replace(match, diff=diff(match.source, query), warnings=warnings)

    def longest_name(self, names: Sequence[str]) -> int:
        """Returns how many tokens the longest of these names has whose translation is known; 0 if there is none."""
        return max((len(tokens(name)) for name in self._names(names)), default=0)
