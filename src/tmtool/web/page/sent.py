"""Takes the files that a form sends, and the texts that were pasted into it instead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import UploadFile

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.web.api.question import MOST_CHARACTERS


@dataclass(frozen=True, slots=True)
class Sent:
    """A `Sent` is a file: what it is called by who sent it, its ending, and its content."""

    name: str
    ending: str
    content: bytes


def pasted(given: object, name: str) -> Sent | None:
    """Returns a text that was pasted into a form, as a file of that name; None where there is none. Raises UsageError
    for one that is too long."""
    written = given.replace("\r\n", "\n").replace("\0", "") if isinstance(given, str) else ""
    if len(written) > MOST_CHARACTERS:
        raise UsageError(
            say("a text to be pasted has at most {most} characters", most=MOST_CHARACTERS), say("choose a file instead")
        )
    return Sent(name, ".txt", written.encode("utf-8", "replace")) if written.strip() else None


async def sent_file(given: object) -> Sent | None:
    """Returns a file of a form, None where none was chosen. Of its name only the ending is ever used for a path."""
    if not isinstance(given, UploadFile) or not given.filename:
        return None
    name = Path(given.filename.replace("\\", "/")).name
    ending = Path(name).suffix.lower()
    is_plain = ending[1:].isascii() and ending[1:].isalnum() and len(ending) < 12
    return Sent(name[:200], ending if is_plain else "", await given.read())
