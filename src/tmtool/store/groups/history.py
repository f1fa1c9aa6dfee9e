"""Says what is asked of the record of what people changed by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tmtool.store.values import Change, Entity


class History(Protocol):
    """`History` records what people changed by hand: lines are added, and never changed or removed. Only a purge
    (`Home.purge`) empties `before` and `after` of those on what it removes."""

    def record(
        self,
        action: str,
        entity: Entity,
        number: int,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        part_of: int | None = None,
    ) -> int:
        """Adds a line, with the time and who runs the program; its number. It belongs in the transaction of the change
        itself. `before` and `after` hold what JSON can (lists for tuples). The further lines of an action that changes
        several things are part of the first, by its number."""

    def record_all(
        self,
        action: str,
        entity: Entity,
        changes: Iterable[tuple[int, dict[str, Any] | None, dict[str, Any] | None]],
        *,
        part_of: int,
    ) -> None:
        """Adds a line for each (number, before, after), as `record` does."""

    def record_states(self, action: str, variants: Sequence[tuple[int, int]], *, part_of: int) -> None:
        """Adds a line for each unit with what it is now before a change, as `UnitState.content` gives it, with these
        variants of it only: each by its unit and its number, a unit's one after the other."""

    def line(self, number: int) -> Change:
        """Returns the line of that number. Raises LookupError if there is none."""

    def last_line(self) -> int:
        """Returns the number of the last line, 0 for none."""

    def parts(self, line: int) -> list[Change]:
        """Returns that line and those that are part of it, in their order."""

    def last_parts(self, line: int) -> Iterator[Change]:
        """Yields those that are part of that line, in their order, but for what is another now: changed since, or taken
        back. They may be gone through while others are written."""

    def last_action(self, action: str) -> Change | None:
        """Returns the last line of an action that several lines may be part of, None if there is none that has not been
        taken back."""

    def last(self, entity: Entity, number: int) -> Change | None:
        """Returns the last line on this unit, concept or memory that has not been taken back, None if there is none."""

    def since(self, day: str = "", *, limit: int = 0) -> list[Change]:
        """Returns the lines from this day (ISO, "" for all) on, the newest first, at most `limit` (0 for all), without
        the parts of a line on no single thing (number 0)."""

    def actions_on(self, entity: Entity, *, closed_by: Collection[str] = (), limit: int = 0) -> list[Change]:
        """Returns the lines on things of a kind that are part of no other, the newest first, at most `limit` (0 for
        all), but for those whose last part is one of the actions `closed_by`."""

    def of_concept(self, identity: str) -> list[Change]:
        """Returns the lines on concepts that have this id before or after, the oldest first."""
