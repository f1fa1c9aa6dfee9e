"""Takes the files that a form sends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import UploadFile


@dataclass(frozen=True, slots=True)
class Sent:
    """A `Sent` is a file: what it is called by who sent it, its ending, and its content."""

    name: str
    ending: str
    content: bytes


async def sent_file(given: object) -> Sent | None:
    """Returns a file of a form, None where none was chosen. Of its name only the ending is ever used for a path."""
    if not isinstance(given, UploadFile) or not given.filename:
        return None
    name = Path(given.filename.replace("\\", "/")).name
    ending = Path(name).suffix.lower()
    is_plain = ending[1:].isascii() and ending[1:].isalnum() and len(ending) < 12
    return Sent(name[:200], ending if is_plain else "", await given.read())
