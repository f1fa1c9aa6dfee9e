"""Which format is this file? Told by its content first, then by the ending of its name.

A format is a module of this package that defines ``FORMAT``; another package adds one through an
entry point of the group ``tmtool.formats`` that names such a ``Format``. The modules are
imported when a format is asked for, so that a command pays only for this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from tmtool.errors import InputError
from tmtool.formats.encoding import utf16_without_mark
from tmtool.formats.passages import Editable
from tmtool.model import Block, Concept, Notice, Skipped, Unit

HEAD = 65536
"""How many bytes of a file `sniff` is given."""

_MODULES = (
    "tmx.reading",
    "xliff.reading",
    "tbx.reading",
    "multiterm.reading",
    "po.reading",
    "docx",
    "odt.reading",
    "html.reading",
    "pdf.reading",
    "xlsx",
    "table.reading",
    "plain_text.reading",
)
"""Modules of this package with a FORMAT, the surest sign first: any table is also plain text."""


class UnitReader(Protocol):
    """Reads the translation units of a file, one after another."""

    def __call__(self, path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped | Notice]:
        """Yield each unit with text in two languages, a `Skipped` for each other one, a `Notice` for what is assumed.

        The languages serve where the file does not name its own. InputError is raised where the
        file breaks off or is not what it should be: what came before is then not to be used.
        """


class UnitWriter(Protocol):
    """Writes translation units to a file, whole or not at all."""

    def __call__(self, path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
        """Write the units, give their number; OutputError leaves a file that was there as it was."""


class ConceptReader(Protocol):
    """Reads the concepts of a term base."""

    def __call__(
        self, path: Path, *, source_language: str, target_language: str
    ) -> Iterator[Concept | Skipped | Notice]:
        """Yield concepts, a `Skipped` for each entry that makes none, a `Notice` for what is assumed.

        A row of a table needs terms in two languages, since it has no other reason to be one.
        """


@dataclass(frozen=True, slots=True)
class Written:
    """How many entries were written, and what of them the format has no place for: in plain words, with counts."""

    entries: int
    losses: Mapping[str, int]


class ConceptWriter(Protocol):
    """Writes a term base to a file, whole or not at all."""

    def __call__(
        self, path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str
    ) -> Written:
        """Write the concepts; OutputError leaves a file that was there as it was."""


class EditableReader(Protocol):
    """Reads a file whose texts can be changed in place."""

    def __call__(self, path: Path, *, target_language: str) -> Editable:
        """The file with the place of each character; of a bilingual file the texts in the target language."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format and what can be done with it; None where it cannot.

    `extensions` are lower case with the dot; `sniff` says from the first bytes whether a file
    surely has this format (False where only its name can tell).
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read_units: UnitReader | None = None
    write_units: UnitWriter | None = None
    read_concepts: ConceptReader | None = None
    write_concepts: ConceptWriter | None = None
    read_blocks: Callable[..., Iterable[Block]] | None = None
    read_editable: EditableReader | None = None


def formats() -> Iterator[Format]:
    """The formats of this package in the order in which content is tried, each imported when it is its turn."""
    for module in _MODULES:
        if find_spec(f"tmtool.formats.{module}") is not None:
            yield _format_of(module)


@cache
def _format_of(module: str) -> Format:
    found: Any = import_module(f"tmtool.formats.{module}").FORMAT
    assert isinstance(found, Format)
    return found


@cache
def _foreign_formats() -> tuple[Format, ...]:
    # Rarely needed, and slow to load.
    from importlib.metadata import entry_points

    loaded = (entry.load() for entry in entry_points(group="tmtool.formats"))
    return tuple(found for found in loaded if isinstance(found, Format))


def by_name(name: str) -> Format:
    """The format called `name`; LookupError where there is none, naming those there are."""
    for known in (formats, _foreign_formats):
        for candidate in known():
            if candidate.name == name:
                return candidate
    names = ", ".join(candidate.name for candidate in (*formats(), *_foreign_formats()))
    raise LookupError(f"unknown format {name!r}; known are {names}")


def by_extension(path: Path) -> Format | None:
    """The format that the ending of a name stands for, for files still to be written."""
    ending = path.suffix.lower()
    for known in (formats, _foreign_formats):
        for candidate in known():
            if ending in candidate.extensions:
                return candidate
    return None


def detect(path: Path) -> Format:
    """The format of a file by its content, else by its name.

    InputError for a file that cannot be read or has no known format; the message says what the
    file looks like and what to do.
    """
    head = _head(path)
    if not head.strip():
        raise InputError("the file is empty", "give the file that was meant", path=path)
    for known in (formats, _foreign_formats):
        for candidate in known():
            if candidate.sniff(head):
                return candidate
    named = by_extension(path)
    _refuse_impostor(path, head, named)
    if named is None:
        endings = " ".join(sorted({ending for candidate in formats() for ending in candidate.extensions}))
        raise InputError("this is not a file format that tmtool knows", f"known are {endings}", path=path)
    return named


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except FileNotFoundError as error:
        raise InputError("there is no such file", "check the path", path=path) from error
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", "check the path and its rights", path=path) from error


def _refuse_impostor(path: Path, head: bytes, named: Format | None) -> None:
    """Raise the error that says what a file without a known content is, where its first bytes betray it."""
    start = head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        problem, remedy = "this is a ZIP archive of an unknown kind", "unpack it and give the files inside"
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        problem = "this is an old Office file (.doc, .xls) or one protected by a password"
        remedy = "open it in the word processor and save it as .docx or .xlsx without password"
    elif head.startswith(b"\x1f\x8b"):
        problem, remedy = "this is a gzip archive", "unpack it (gunzip) and give the file inside"
    elif start.startswith((b"<!doctype html", b"<html")) and (named is None or named.name != "html"):
        problem = "this is a web page (HTML), perhaps a login page saved in place of the file"
        remedy = "download the file again while logged in; a page that is meant as a document ends in .html"
    elif b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) and not utf16_without_mark(head):
        problem, remedy = "this is binary data, not text", "give a TMX, XLIFF, TSV or text file"
    else:
        return
    raise InputError(problem, remedy, path=path)
