"""Which files are in a folder, and what does the database call a file?"""

from __future__ import annotations

import os
from pathlib import Path

from tmtool.errors import InputError, said_by
from tmtool.model.wording import say

_HIDDEN = (".", "~$")
"""How the names of hidden files begin, and of those by which a word processor says that it has a document open."""


def files_below(folder: Path) -> tuple[list[Path], list[InputError]]:
    """Returns the files in a folder and below it in the order of their names, hidden ones left out; and what keeps
    folders from being read."""
    files: list[Path] = []
    errors: list[InputError] = []

    def refuse(error: OSError) -> None:
        errors.append(
            InputError(
                say("cannot be read ({problem})", problem=said_by(error)),
                say("check its rights"),
                path=Path(str(error.filename)),
            )
        )

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        files += [Path(place, name) for name in names if not name.startswith(_HIDDEN)]
    files = sorted(file for file in files if file.is_file())
    if not files and not errors:
        errors.append(InputError(say("the folder has no files"), say("name another"), path=folder))
    return files, errors


def name_of(file: Path, folder: Path | None = None) -> str:
    """Returns what the database calls a file: its name, or its path below the folder that it was found in. Bytes that
    are not UTF-8 are written by their numbers (``caf\\xe9.tmx``)."""
    name = file.relative_to(folder).as_posix() if folder else file.name
    return os.fsencode(name).decode("utf-8", "backslashreplace")
