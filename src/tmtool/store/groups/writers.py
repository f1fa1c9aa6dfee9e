"""Says how what a file gives is written in the place of what it gave before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmtool.model import Concept, Unit
    from tmtool.store.unit_rows import UnitRow
    from tmtool.store.values import Changes


class UnitWriter(Protocol):
    """Replaces the units of one file. It must not be used in more than one transaction."""

    def add(self, unit: Unit) -> None:
        """Stores a unit unless the file gave the same before; of equal units of one file only the first counts. A unit
        without position gets the next one in its document."""

    def add_row(self, row: UnitRow) -> None:
        """Stores a unit given as its row (`store.unit_rows.row_of`), which another process may have made, as `add`
        does."""

    def finish(self) -> Changes:
        """Removes what was not given again, but for what a person has corrected, and says what was done."""


class ConceptWriter(Protocol):
    """Replaces the concepts of one file. It must not be used in more than one transaction."""

    def add(self, concept: Concept) -> None:
        """Stores a concept unless the file gave the same before, or it was changed by hand; equal ones of one file are
        merged."""

    def finish(self) -> Changes:
        """Removes what was not given again, but for what a person has changed, and says what was done."""
