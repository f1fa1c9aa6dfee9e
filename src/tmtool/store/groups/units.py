"""Says what is asked of the translation units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmtool.model import Status, StoredPair, Unit
    from tmtool.store.values import Part, UnitState


class Units(Protocol):
    """`Units` holds the translation units: as pairs of languages, as files give them, and as a person corrects them."""

    def of_segments(self, segments: Sequence[int], source_language: str, target_language: str) -> list[StoredPair]:
        """Returns every unit that has one of the segments in the source language, with each of its variants in the
        target language; by unit, then in the unit's own order. Units of several files that are one (`store.joining`)
        answer for each other, unless a unit has both languages itself."""

    def with_source(self, texts: Sequence[str], source_language: str, target_language: str) -> list[StoredPair]:
        """Returns every unit whose source equals one of the texts, as `of_segments` gives it."""

    def translations(
        self, texts: Sequence[str], source_language: str, target_language: str
    ) -> list[tuple[str, str, Status]]:
        """Returns (source, target, status) of the units whose source equals one of the texts; each once, however many
        units have it."""

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> list[tuple[int, int]]:
        """Returns the units that have a segment which `Segments.with_words` finds, as (unit, segment), each once.

        The most recent first, by the last change or else the date; of the same those of the most trusted memory, of
        these those of the most trusted status, then as they were stored.
        """

    def by_time(self, language: str) -> Iterator[tuple[int, int]]:
        """Yields all units that have text in the language, as (unit, segment), in the order of `with_words`: the first
        at once, however many there are."""

    def pair(self, unit: int, source_language: str, target_language: str) -> StoredPair | None:
        """Returns the unit as a pair, the first if it has several, or None if there is none in both languages."""

    def newest(self, source_language: str, target_language: str, limit: int) -> Iterator[tuple[str, str]]:
        """Yields (source, target) of at most `limit` pairs of units that are not superseded, the last stored first."""

    def read(
        self, *, memory: str | None = None, document: str | None = None, since: str | None = None
    ) -> Iterator[tuple[str, Unit]]:
        """Yields (memory, unit) of every unit of the memory and the document by that symbol, None for any, in the order
        of memories, files, documents and positions. `since` is an ISO date that the later of the unit's last change and
        its date reaches. Units come out equal to what came in, but for `line`; those of several files that are one
        (`store.joining`) come once, in all their languages."""

    def hold(self, units: Sequence[int]) -> None:
        """Waits for who is changing the units, and keeps others from it until the end of the open transaction: what is
        asked of them after that nobody else changes. Those that are not there are passed over."""

    def state(self, unit: int) -> UnitState:
        """Returns what a correction can change in the unit, its variants in their order. Raises LookupError if there is
        no such unit."""

    def rewrite(self, unit: int, state: UnitState) -> None:
        """Makes this the state of the unit; segments that nothing has any more go. `state` has the variants that
        `Units.state` gave, which keep their language."""

    def texts(self, language: str, part: Part, *, containing: str = "") -> Iterator[tuple[int, int, str]]:
        """Yields (unit, number of the variant, text) of every variant in the language of the units of a part, by unit;
        of those only that have these very letters, where some are given."""

    def states(self, units: Sequence[int]) -> list[UnitState]:
        """Returns what `state` gives for each of them, in their order. Raises LookupError as that does."""

    def rewrite_all(self, states: Sequence[tuple[int, UnitState]]) -> None:
        """Makes each of these the state of its unit, as `rewrite` does; variants that a state does not have stay as
        they are."""

    def reword_all(self, texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> None:
        """Gives variants in a language other texts, without inline codes: each by its unit, its number and the text, a
        unit's one after the other. They and their units are changed then and by them, and the units are corrected."""

    def set_status(self, unit: int, status: Status, changed: str) -> None:
        """Changes the status of the unit and when it was changed, and nothing else."""

    def remove_documents(self, symbols: Collection[str]) -> None:
        """Removes every unit of the documents with these symbols, and the segments that nothing else has."""
