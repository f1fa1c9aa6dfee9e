"""What is a file format, and what can be done with it?

A format is one package of `tmtool.formats` whose ``__init__`` defines ``FORMAT``, or a ``FORMAT`` of another package
that an entry point of the group ``tmtool.formats`` names. Every format is imported when the format of a file is asked
for, so ``FORMAT`` says where its readers and writers are (`called`), and these are imported when one of them works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeVar

from tmtool.formats.filling import Fillable, FillableTexts
from tmtool.formats.passages import Editable
from tmtool.formats.problems import Problem
from tmtool.model import Block, Concept, Document, Notice, Skipped, Suggestion, Unit

Contents = Literal["memory", "terms"]
"""What a file is for: translation units, or the concepts of a term base."""


class Sign(IntEnum):
    """A `Sign` says how sure is what `Format.sniff` sees. The formats with the surest sign are asked first."""

    NONE = 0
    """The content tells nothing: only the name does."""
    HABIT = 1
    """Text that is written so in this format, and could be so in another by chance."""
    SIGNATURE = 2
    """What no other format begins with: a root element, a number, the parts of an archive."""


class UnitReader(Protocol):
    """Reads the translation units of a file, one after another."""

    def __call__(self, path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped | Notice]:
        """Yields each unit with text in two languages, a `Skipped` for each other one, a `Notice` for what is assumed.

        The languages serve where the file does not name its own. InputError is raised where the
        file breaks off or is not what it should be: what came before is then not to be used.
        """


class UnitWriter(Protocol):
    """Writes translation units to a file, whole or not at all."""

    def __call__(self, path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
        """Writes the units and gives their number; OutputError leaves a file that was there as it was."""


class ConceptReader(Protocol):
    """Reads the concepts of a term base."""

    def __call__(
        self, path: Path, *, source_language: str, target_language: str
    ) -> Iterator[Concept | Skipped | Notice]:
        """Yields concepts, a `Skipped` for each entry that makes none, a `Notice` for what is assumed.

        A row of a table needs terms in two languages, since it has no other reason to be one. InputError is raised
        as by a `UnitReader`.
        """


@dataclass(frozen=True, slots=True)
class Written:
    """`Written` says how many entries were written, and what of them the format has no place for: in plain words, with
    counts."""

    entries: int
    losses: Mapping[str, int]


class ConceptWriter(Protocol):
    """Writes a term base to a file, whole or not at all."""

    def __call__(
        self, path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str
    ) -> Written:
        """Writes the concepts; OutputError leaves a file that was there as it was."""


class SuggestionWriter(Protocol):
    """Writes the segments of a document with their suggestions to a file, whole or not at all."""

    def __call__(
        self, path: Path, document: Document, suggestions: Sequence[Suggestion], *, target_language: str
    ) -> None:
        """Writes the suggestions; OutputError leaves a file that was there as it was."""


class BlockReader(Protocol):
    """Reads a document as raw blocks, in reading order."""

    def __call__(self, path: Path) -> tuple[Block, ...]:
        """Gives the blocks; InputError is raised for a file that cannot be read or holds no text."""


class EditableReader(Protocol):
    """Reads a file whose texts can be changed in place."""

    def __call__(self, path: Path, *, target_language: str) -> Editable:
        """Returns the file with the place of each character; of a bilingual file the texts in the target language.

        InputError is raised for a file that cannot be read.
        """


class FillableReader(Protocol):
    """Reads a file whose segments can be filled with translations."""

    def __call__(self, path: Path, *, source_language: str) -> Fillable:
        """Gives the file with its segments; InputError is raised for a file that cannot be read or holds none."""


class TextsReader(Protocol):
    """Reads a document whose texts can be replaced by their translations."""

    def __call__(self, path: Path) -> FillableTexts:
        """Gives the texts; InputError is raised for a file that cannot be read or holds no text."""


class Header(Protocol):
    """A `Header` is what a file says of itself, around its entries."""

    def beyond_entries(self) -> Mapping[str, int]:
        """Returns what of it a database has no place for, in words, and how much of that there is."""


class Validator(Protocol):
    """Looks for what is wrong in a file."""

    def __call__(self, path: Path) -> Iterator[Problem]:
        """Yields the problems in the order of the file; InputError is raised where it cannot be read any further."""


W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Output(Generic[W]):
    """An `Output` is one way to write files of a format.

    `write` makes the files whose names have one of these `endings` (lower case, with the dot); only those for the
    program `tool`, or in the `style` of that name, if there is one.
    """

    endings: tuple[str, ...]
    write: W
    tool: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A `Format` is a file format and what can be done with it; None or empty where it cannot.

    `extensions` (lower case, with the dot, the usual one first) are what names of files to be read end in. `sniff`
    says from the first bytes whether a file has this format, as surely as `sign` says. Where a file may hold units or
    concepts, `kind_of` tells which; where one asked for terms has another format than its name says, `terms_format`
    names that. `entry_ends` are the bytes that are once in each entry: they tell how far an import has come. A format
    with `read_header` takes what that returns as `header` when units are written.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    sign: Sign = Sign.SIGNATURE
    read_units: UnitReader | None = None
    read_concepts: ConceptReader | None = None
    kind_of: Callable[[Path], Contents] | None = None
    terms_format: str = ""
    entry_ends: tuple[bytes, ...] = ()
    read_blocks: BlockReader | None = None
    read_editable: EditableReader | None = None
    read_fillable: FillableReader | None = None
    read_texts: TextsReader | None = None
    validate: Validator | None = None
    read_header: Callable[[Path], Header] | None = None
    unit_outputs: tuple[Output[UnitWriter], ...] = ()
    concept_outputs: tuple[Output[ConceptWriter], ...] = ()
    suggestion_outputs: tuple[Output[SuggestionWriter], ...] = ()


def called(module: str, name: str, **fixed: Any) -> Callable[..., Any]:
    """Returns the function `name` of a module, which is imported when the function is called; `fixed` are further
    arguments."""

    def call(*positional: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*positional, **named, **fixed)

    return call
