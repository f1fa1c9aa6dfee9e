"""Says what is asked of the documents that units belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmtool.model import PassageUnit, Place, StoredPair


class Passages(Protocol):
    """`Passages` finds documents: the units before and after a unit, in their order.

    A document is what one file gave under one symbol; the units of a file that have no symbol are one document. Its
    units are ordered by position, then as they were stored.
    """

    def neighbours(self, pair: StoredPair) -> tuple[str | None, str | None]:
        """Returns the texts, in the language of the pair's source, of the units one position before and after it, or
        None where there is none, and for a unit that came from no file."""

    def heading_above(self, pair: StoredPair) -> str:
        """Returns the text, in the language of the pair's source, of the last unit before it whose context is
        ``heading``; "" if there is none."""

    def around(
        self, pair: StoredPair, number: int, source_language: str, target_language: str
    ) -> tuple[list[PassageUnit], list[PassageUnit]]:
        """Returns at most `number` units before this one and as many after it, both in the order of the document."""

    def numbers(self, place: Place) -> list[int]:
        """Returns the units of a document, in their order."""

    def units(self, numbers: Sequence[int], source_language: str, target_language: str) -> list[PassageUnit]:
        """Returns these units, which are there, in the order in which they are named."""
