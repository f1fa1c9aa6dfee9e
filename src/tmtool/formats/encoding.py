"""Which characters do the bytes of a text file stand for?

Known by the bytes alone: a byte order mark first, then strict UTF-8, then the pattern of NUL bytes that
Latin text in UTF-16 leaves, and last Windows-1252, which old office files use. Nothing is ever
replaced by U+FFFD: what cannot be read without doubt is an error that names the line.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from tmtool.errors import InputError, said_by
from tmtool.model.wording import say

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8192
_SAVE_AS_UTF8 = say("save it as UTF-8 and try again")
# C0 controls that no text file holds; tab, line feed, vertical tab, form feed, return, Ctrl-Z and escape may.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
# In Windows-1252 the codes from 80 are letters and quotation marks, in UTF-16 they are controls.
_BINARY_WIDE = re.compile(_BINARY.pattern[:-1] + r"\x80-\x84\x86-\x9f]")


def read_text(path: Path) -> str:
    """Returns the characters of a text file, line ends as they are, without byte order mark.

    Raises InputError if the file is missing, not readable, or not text.
    """
    return decode(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """Returns the content of a file. Raises InputError with the reason if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(say("no such file"), say("check the name"), path=path) from None
    except IsADirectoryError:
        raise InputError(say("is a folder"), say("name a file"), path=path) from None
    except OSError as error:
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)), say("check its permissions"), path=path
        ) from error


def mark_of(data: bytes) -> str:
    """Returns the name of the encoding whose byte order mark the bytes begin with, "" for none."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def decode(data: bytes, path: Path) -> str:
    """Returns the characters that `data`, the content of `path`, stands for; no byte order mark; "" for no bytes.

    Raises InputError for binary content, for damaged UTF-8 or UTF-16, and for an unknown encoding.
    """
    if marked := mark_of(data):
        # The mark is among the characters, and goes with the others at the beginning.
        return _strictly(data, marked, path)
    wide = utf16_without_mark(data)
    if wide is not None:
        return _strictly(data, wide, path)
    if b"\0" in data:
        raise _binary(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, error, path)


def _strictly(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        problem = say("is not valid {encoding}", encoding=encoding.upper())
        raise InputError(problem, _SAVE_AS_UTF8, path=path, line=before.count("\n") + 1) from None
    # Tools that add a mark to a file that has one leave two.
    return text.lstrip("\ufeff")


def utf16_without_mark(data: bytes) -> str | None:
    """Returns the name of the encoding if the bytes are UTF-16 without a mark, else None.

    It shows by its NUL bytes: in English and French nearly every other byte is one, and only every other.
    """
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    pairs = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second * 2 > pairs and first * 50 < pairs:
        found = "utf-16-le"
    elif first * 2 > pairs and second * 50 < pairs:
        found = "utf-16-be"
    else:
        return None
    return None if _BINARY_WIDE.search(sample.decode(found, errors="ignore")) else found


def _windows_1252(data: bytes, error: UnicodeDecodeError, path: Path) -> str:
    lenient = data.decode("utf-8", errors="replace")
    damaged = lenient.count("\ufffd")
    if sum(character > "\x7f" for character in lenient) > 2 * damaged:
        # Mostly good UTF-8: read as Windows-1252 every accent would become two wrong characters.
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            say("is not valid UTF-8 here"), say("repair this line, or save the file as UTF-8"), path=path, line=line
        )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError(say("is neither UTF-8 nor Windows-1252 text"), _SAVE_AS_UTF8, path=path) from None
    if _BINARY.search(text):
        raise _binary(path)
    return text


def _binary(path: Path) -> InputError:
    return InputError(
        say("is not a text file"), say("save it as plain text in UTF-8, or give it in its own format"), path=path
    )
