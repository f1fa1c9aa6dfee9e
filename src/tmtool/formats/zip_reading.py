"""Reads the parts of office files, which are ZIP archives of XML parts, without trust.

Nothing is unpacked to disk, so names with ".." do no harm. A part's declared size and ratio are held
against limits before it is read, and no more than the limit is read whatever it declares (a 300 kB file
can declare 300 MB). The XML of a part has no DTD, no entities and no network.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from types import TracebackType
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from tmtool.errors import InputError, said_by
from tmtool.model.wording import say

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of Office files before 2007, and of newer ones under a password."""

_LARGEST_PART = 48 * 2**20
# XML of documents packs to a tenth or, if monotonous, a fiftieth; small parts may do as they like.
_HIGHEST_RATIO = 200
_SMALL = 2**20
_MOST_PARTS = 20_000
_PROLOGUE = 4096
FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What `zipfile` raises for damaged content."""
DAMAGED = say("open it in the word processor and save it again")
"""What to do about damaged content."""


class ZipParts:
    """`ZipParts` reads the parts of an office file, by name; it is a context manager that closes the file.

    Raises InputError if the file cannot be opened or is no ZIP archive.
    """

    def __init__(self, path: Path, *, largest: int = _LARGEST_PART) -> None:
        self._path = path
        self._largest = largest
        try:
            with path.open("rb") as stream:
                head = stream.read(len(OLE))
            if head == OLE:
                raise InputError(
                    say("is an old Office file, or one under a password"),
                    say("save it as .docx, .odt or .xlsx without password"),
                    path=path,
                )
            self._archive = ZipFile(path)
        except (BadZipFile, NotImplementedError, ValueError) as error:
            raise InputError(
                say("is not an office file, or a damaged one ({error})", error=error), DAMAGED, path=path
            ) from None
        except OSError as error:
            raise InputError(
                say("cannot be read ({problem})", problem=said_by(error)),
                say("check name and permissions"),
                path=path,
            ) from None
        self._sizes = {info.filename: info for info in self._archive.infolist()}
        if len(self._sizes) > _MOST_PARTS:
            raise InputError(say("has more parts than any document"), say("check where it comes from"), path=path)

    def __enter__(self) -> ZipParts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def read(self, name: str) -> bytes:
        """Returns the bytes of a part. Raises InputError if it is missing, too large, damaged or encrypted."""
        info = self._sizes.get(name)
        if info is None:
            raise InputError(say("has no part {name}", name=name), DAMAGED, path=self._path)
        if info.flag_bits & 1:
            raise InputError(say("is under a password"), say("save it without one"), path=self._path)
        self._check_size(info)
        try:
            with self._archive.open(info) as stream:
                data = stream.read(self._largest + 1)
        except FAULTS as error:
            raise InputError(
                say("its part {name} is damaged ({error})", name=name, error=error), DAMAGED, path=self._path
            ) from None
        if len(data) > self._largest:
            raise self._too_large(name, len(data))
        return data

    def check(self) -> None:
        """Looks at all parts before a library reads them, and raises InputError for one that is too large, or has a
        DOCTYPE."""
        for name, info in self._sizes.items():
            self._check_size(info)
            if name.endswith((".xml", ".rels")) and not info.flag_bits & 1 and b"<!DOCTYPE" in self._start(info):
                raise self._with_doctype(name)

    def _start(self, info: ZipInfo) -> bytes:
        try:
            with self._archive.open(info) as stream:
                return stream.read(_PROLOGUE).replace(b"\0", b"")
        except FAULTS as error:
            raise InputError(
                say("its part {name} is damaged ({error})", name=info.filename, error=error),
                DAMAGED,
                path=self._path,
            ) from None

    def _check_size(self, info: ZipInfo) -> None:
        too_dense = info.file_size > _SMALL and info.file_size > _HIGHEST_RATIO * max(info.compress_size, 1)
        if info.file_size > self._largest or too_dense:
            raise self._too_large(info.filename, info.file_size)

    def xml(self, name: str) -> etree._Element:
        """Returns the root element of a part. Raises InputError if it is not well-formed or has a DOCTYPE."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            problem = say("its part {name} is not well-formed XML ({problem})", name=name, problem=error.msg)
            raise InputError(problem, DAMAGED, path=self._path) from None
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
            raise self._with_doctype(name)
        return root

    def _with_doctype(self, name: str) -> InputError:
        problem = say("its part {name} has a DOCTYPE, which no office program writes", name=name)
        return InputError(problem, say("check where it comes from"), path=self._path)

    def _too_large(self, name: str, size: int) -> InputError:
        problem = say(
            "its part {name} unpacks to {megabytes:.0f} MB, far more than a document", name=name, megabytes=size / 2**20
        )
        return InputError(problem, say("check where it comes from; split a real document"), path=self._path)
