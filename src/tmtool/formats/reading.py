"""Which document is in a file? Finds the format by content, has its blocks read and the document made of them."""

from __future__ import annotations

from pathlib import Path

from tmtool.documents.reading import Segmentation, parse_blocks, parse_lines
from tmtool.errors import InputError
from tmtool.formats.filling import Fillable
from tmtool.formats.registry import detect, endings_of
from tmtool.model import Document
from tmtool.model.wording import say


def read_document(
    path: Path, *, language: str, segmentation: Segmentation = "auto", srx: Path | None = None
) -> Document:
    """Returns the document in a file of any format that holds one.

    With `segmentation` "lines" each line of a text file, or each paragraph of another, is a segment as it
    is, blank lines included, without label. `srx` replaces the segmentation rules shipped. Raises InputError for
    a file that cannot be read, is no document, or holds no text.
    """
    found = detect(path)
    if found.read_blocks is None:
        remedy = say("give a document: {endings}", endings=endings_of(lambda known: known.read_blocks))
        raise InputError(say("holds no running text ({name})", name=found.name), remedy, path=path)
    return parse_blocks(found.read_blocks(path), path=path, language=language, segmentation=segmentation, srx=srx)


def read_sources(
    path: Path, *, language: str, segmentation: Segmentation = "auto", srx: Path | None = None
) -> Document:
    """Returns the document to translate in a file: as `read_document` does, or the sources of a bilingual file.

    Each source of a bilingual file is a segment as it is. Raises InputError as `read_document` does.
    """
    found = detect(path)
    if found.read_fillable is None:
        return read_document(path, language=language, segmentation=segmentation, srx=srx)
    return document_of(found.read_fillable(path, source_language=language), language=language, path=path)


def document_of(file: Fillable, *, language: str, path: Path) -> Document:
    """Returns the document that the sources of a file make, each a segment as it is."""
    return parse_lines([slot.source for slot in file.slots], language=language, path=path)
