"""Which formats are there, which one has a file, and which one writes a file of some name?

A format is a package of this package that defines ``FORMAT``; these are found by listing. Those of other packages are
found by the entry points of the group ``tmtool.formats``, and asked where none of these knows a file: entry points are
slow to read.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeVar

from tmtool import formats as package
from tmtool.errors import InputError, UsageError, said_by
from tmtool.formats.encoding import utf16_without_mark
from tmtool.formats.format import Format, Output
from tmtool.model.wording import say

ENTRY_POINTS = "tmtool.formats"
HEAD = 65536
"""How many bytes of a file `Format.sniff` is given."""

W = TypeVar("W")


def formats() -> Iterator[Format]:
    """Yields the formats of this package, then those of others; in each the surest sign first, then by name."""
    yield from _own_formats()
    yield from _foreign_formats()


@cache
def _own_formats() -> tuple[Format, ...]:
    modules = (import_module(f"{package.__name__}.{module.name}") for module in _packages())
    return _in_order(getattr(module, "FORMAT", None) for module in modules)


def _packages() -> Iterator[pkgutil.ModuleInfo]:
    return (module for module in pkgutil.iter_modules(package.__path__) if module.ispkg)


@cache
def _foreign_formats() -> tuple[Format, ...]:
    from importlib.metadata import entry_points

    return _in_order(entry.load() for entry in entry_points(group=ENTRY_POINTS))


def _in_order(found: Iterable[object]) -> tuple[Format, ...]:
    known = (one for one in found if isinstance(one, Format))
    return tuple(sorted(known, key=lambda one: (-one.sign, one.name)))


def by_name(name: str) -> Format:
    """Returns the format called `name`; LookupError where there is none, naming those there are."""
    for known in formats():
        if known.name == name:
            return known
    names = ", ".join(sorted(known.name for known in formats()))
    raise LookupError(say("unknown format {name!r}; known are {names}", name=name, names=names))


def endings_of(able: Callable[[Format], object]) -> str:
    """Returns the usual ending of each format that is `able` to do something, for a message: ``.docx, .txt``."""
    return ", ".join(sorted(known.extensions[0] for known in formats() if able(known)))


def detect(path: Path) -> Format:
    """Returns the format of a file by its content, else by its name.

    InputError for a file that cannot be read or has no known format; the message says what the
    file looks like and what to do.
    """
    head = _head(path)
    if not head.strip():
        raise InputError(say("the file is empty"), say("give the file that was meant"), path=path)
    for known in formats():
        if known.sniff(head):
            return known
    ending = path.suffix.lower()
    named = next((known for known in formats() if ending in known.extensions), None)
    _refuse_impostor(path, head, named)
    if named is None:
        endings = " ".join(sorted({ending for known in formats() for ending in known.extensions}))
        raise InputError(
            say("this is not a file format that tmtool knows"), say("known are {endings}", endings=endings), path=path
        )
    return named


def writer(
    outputs: Callable[[Format], Iterable[Output[W]]],
    out: Path,
    *,
    tool: str = "",
    style: str = "",
    elsewhere: tuple[str, ...] = (),
) -> W:
    """Returns what writes the file `out`, by the ending of its name, for the program `tool` or in the `style` if one is
    named.

    `outputs` are those of a format that count. Raises UsageError where none of them has the ending, naming those that
    have one; `elsewhere` are further endings that the caller writes.
    """
    ending = out.suffix.lower()
    known: dict[str, None] = {}
    for output in _outputs(outputs):
        if (output.tool, output.style) == (tool, style):
            if ending in output.endings:
                return output.write
            known |= dict.fromkeys(output.endings)
    wanted = say(" for {tool}", tool=tool) if tool else say(" in the style {style}", style=style) if style else ""
    if not known:
        others = ", ".join(variants(outputs, "tool" if tool else "style"))
        raise UsageError(
            say("nothing is written{wanted}", wanted=wanted), say("there are {names}", names=others) if others else ""
        )
    raise UsageError(
        say("cannot write '{name}'{wanted}", name=out.name, wanted=wanted),
        say("end its name in {endings}", endings=", ".join((*known, *elsewhere))),
    )


def variants(outputs: Callable[[Format], Iterable[Output[W]]], name: Literal["tool", "style"]) -> tuple[str, ...]:
    """Returns the programs (`tool`) for which these outputs are made, or the names of their styles."""
    found = (output.tool if name == "tool" else output.style for output in _outputs(outputs))
    return tuple(sorted({one for one in found if one}))


def _outputs(outputs: Callable[[Format], Iterable[Output[W]]]) -> Iterator[Output[W]]:
    return (output for known in formats() for output in outputs(known))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except FileNotFoundError as error:
        raise InputError(say("there is no such file"), say("check the path"), path=path) from error
    except OSError as error:
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)), say("check the path and its rights"), path=path
        ) from error


def _refuse_impostor(path: Path, head: bytes, named: Format | None) -> None:
    """Raises the error that says what a file without a known content is, where its first bytes betray it."""
    start = head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        problem, remedy = say("this is a ZIP archive of an unknown kind"), say("unpack it and give the files inside")
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        problem = say("this is an old Office file (.doc, .xls) or one protected by a password")
        remedy = say("open it in the word processor and save it as .docx or .xlsx without password")
    elif head.startswith(b"\x1f\x8b"):
        problem, remedy = say("this is a gzip archive"), say("unpack it (gunzip) and give the file inside")
    elif start.startswith((b"<!doctype html", b"<html")) and (named is None or named.name != "html"):
        problem = say("this is a web page (HTML), perhaps a login page saved in place of the file")
        remedy = say("download the file again while logged in; a page that is meant as a document ends in .html")
    elif b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) and not utf16_without_mark(head):
        problem, remedy = say("this is binary data, not text"), say("give a TMX, XLIFF, TSV or text file")
    else:
        return
    raise InputError(problem, remedy, path=path)
