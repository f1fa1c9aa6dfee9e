"""Says which units of a file come into a memory: those of some statuses, with their texts in some languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from tmtool.languages.tags import same_language
from tmtool.model import Notice, Skipped, Status
from tmtool.model.wording import say, word
from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS, UnitRow, row_with

_STATUS = UNIT_COLUMNS.split(", ").index("status")
_LANGUAGE = VARIANT_COLUMNS.split(", ").index("language")


@dataclass(frozen=True, slots=True)
class Rules:
    """A `Rules` says what of a file comes in: texts in these `languages` only, of units with these `statuses` only,
    each None for all; all of them `as_status`, unless that is None."""

    languages: tuple[str, ...] | None = None
    statuses: tuple[Status, ...] | None = None
    as_status: Status | None = None

    def digest(self, of_file: str) -> str:
        """Returns by what it is known that this file has been imported by these rules: without any, by its own
        digest."""
        return of_file if self == Rules() else sha256(f"{of_file} {self!r}".encode()).hexdigest()

    def applied(self, entries: Iterable[UnitRow | Skipped | Notice]) -> Iterator[UnitRow | Skipped | Notice]:
        """Yields the entries as the rules have them, each that is left out with its reason; at the end that no text is
        in some of the languages, if any is in another: a tag may be mistyped."""
        there: set[str] = set()
        for entry in entries:
            if not isinstance(entry, tuple):
                yield entry
                continue
            there.update(one[1][_LANGUAGE] for one in entry[-1])
            yield self._of_row(entry)
        missing = [one for one in self.languages or () if not any(same_language(tag, one) for tag in there)]
        if there and missing:
            told = say("no text of the file is in {languages}, named with --only-lang", languages=", ".join(missing))
            yield Notice(told)

    def _of_row(self, row: UnitRow) -> UnitRow | Skipped:
        _, document, position, columns, variants = row
        status = columns[_STATUS]
        if self.statuses is not None and status not in self.statuses:
            return Skipped(say("the unit has the status {status}", status=word(status)))
        wanted = [one for one in variants if self._is_wanted(one[1][_LANGUAGE])]
        if len(wanted) < 2:
            return Skipped(say("the unit has not two texts in the languages asked for"))
        if self.as_status is not None:
            columns = (*columns[:_STATUS], self.as_status.value, *columns[_STATUS + 1 :])
        return row_with(document, position, columns, wanted)

    def _is_wanted(self, language: str) -> bool:
        return self.languages is None or any(same_language(language, one) for one in self.languages)
