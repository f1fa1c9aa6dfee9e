"""Which words of a language tell how the lines of a page go together?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tmtool.languages import every_table
from tmtool.languages.tables import Classes, classes, gathered


@dataclass(frozen=True, slots=True)
class PageWords:
    """`PageWords` are the classes of a language's page.tsv, which says at its head what each does."""

    open: frozenset[str]
    joints: frozenset[str]
    elided: frozenset[str]
    page: frozenset[str]
    between_pages: frozenset[str]
    furniture: tuple[str, ...]
    first: frozenset[str]
    last: frozenset[str]

    @classmethod
    def of(cls, *tables: Classes) -> PageWords:
        """Returns the words of the lines of a table, or of those of several languages together."""

        def words(name: str) -> frozenset[str]:
            return frozenset[str]().union(*(gathered(lists, name) for lists in tables))

        return cls(
            open=words("open"),
            joints=words("joint"),
            elided=words("elided"),
            page=words("page"),
            between_pages=words("of"),
            furniture=tuple(phrase for lists in tables for phrase in lists.get("furniture", ())),
            first=words("first"),
            last=words("last"),
        )


@cache
def of_all_languages() -> PageWords:
    """Returns the words of all languages that tmtool knows: the lines of a page do not say their language, and where a
    translation was written over its original, the page has words of both."""
    return PageWords.of(*map(classes, every_table("page.tsv")))
