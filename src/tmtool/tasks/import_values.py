"""Says what is asked of an import, what it reports, and who is told how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tmtool.errors import TmtoolError
from tmtool.languages import default_pair
from tmtool.model import Notice, Skipped
from tmtool.tasks.import_rules import Rules


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An `ImportReport` says what became of one file. `units` are those in the file with text in at least two
    languages, before equal ones are merged, of which `repeated` are equal to another one; `terms` are concepts;
    `notices` are what the reader assumed."""

    path: Path
    format: str
    kind: str
    units: int
    terms: int
    added: int
    unchanged: int
    repeated: int
    removed: int
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportFailure:
    """An `ImportFailure` is a file that did not go in. `expected` is true for a file of a folder that no reader claims:
    it is mentioned, and is no error."""

    path: Path
    error: TmtoolError
    expected: bool = False


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`ImportOptions` says how files are read: `kind` auto, memory or terms; `file_format` by name or None to tell it
    by content. With `processes` large ones are read by a process of their own, for which a program guards its main
    module. With `anyway` those go in, too, whose texts are in other languages or do not belong together. `rules` say
    which units come in."""

    kind: str = "auto"
    file_format: str | None = None
    memory: str = "default"
    source_language: str = default_pair.SOURCE
    target_language: str = default_pair.TARGET
    processes: bool = True
    anyway: bool = False
    rules: Rules = field(default_factory=Rules)


class Progress(Protocol):
    """Is told how far an import has come."""

    def read(self, path: Path, entries: int, expected: int) -> None:
        """Is told that so many entries of the file are in, of about so many; of 0 where its format does not tell."""

    def indexed(self, segments: int, expected: int) -> None:
        """Is told that so many segments of so many are indexed."""


class Silent:
    """A `Silent` follows an import that nobody watches."""

    def read(self, path: Path, entries: int, expected: int) -> None:
        """Says nothing."""

    def indexed(self, segments: int, expected: int) -> None:
        """Says nothing."""
