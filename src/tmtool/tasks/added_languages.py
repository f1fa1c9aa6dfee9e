"""Does a file without texts in one of the two languages add languages to what a memory has already?

Then nothing is wrong with it: what it adds answers with the texts of the other file
(docs/decisions/0034-languages-of-several-files.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tmtool.formats.remarks import OF_PAIR
from tmtool.languages.tags import primary
from tmtool.model import Concept, Notice, Skipped
from tmtool.store.home import Home
from tmtool.store.values import Changes

_FIRST = 100


class FirstConcepts:
    """A `FirstConcepts` notes the first concepts of a file, to ask whether others of their memory complete them."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    def noted(self, entries: Iterable[Concept | Skipped | Notice]) -> Iterator[Concept | Skipped | Notice]:
        """Yields the entries as they come."""
        for entry in entries:
            if isinstance(entry, Concept) and entry.id and len(self._ids) < _FIRST:
                self._ids.append(entry.id)
            yield entry

    def notices_that_hold(
        self, home: Home, notices: list[Notice], changes: Changes, source_language: str, target_language: str
    ) -> list[Notice]:
        """Returns the notices on the file, the one that no entry has texts in both languages only where its units are
        not joined, nor the first concepts complete by those of other files."""
        others = [notice for notice in notices if notice.rule != OF_PAIR]
        if len(others) < len(notices) and (changes.joined or self._has_both(home, source_language, target_language)):
            return others
        return notices

    def _has_both(self, home: Home, *languages: str) -> bool:
        wanted = set(map(primary, languages))
        return any(
            concept is not None and wanted <= {primary(term.language) for term in concept.terms}
            for concept in map(home.concepts.called, self._ids)
        )
