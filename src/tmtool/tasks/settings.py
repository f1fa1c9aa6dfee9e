"""What does the project say, and where is its database? The nearest tmtool.toml upward from the current folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tmtool.errors import InputError
from tmtool.model.wording import say
from tmtool.store import Place, place_of

FILE = "tmtool.toml"
DATABASE = "tm.db"
"""The database of a project that names none: next to its settings; and that of a user without a project."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`Settings` holds a settings file and what it says: where the database is, and the table of the checks."""

    file: Path
    database: Place
    checks: dict[str, Any]

    @classmethod
    def nearest(cls) -> Settings | None:
        """Returns those that hold in the current folder, None without any. Raises InputError for what cannot be read or
        is not known, so that a slip of the pen does not go unnoticed."""
        here = Path.cwd()
        file = next((folder / FILE for folder in (here, *here.parents) if (folder / FILE).is_file()), None)
        return cls.read(file) if file else None

    @classmethod
    def read(cls, file: Path) -> Settings:
        """Returns the settings in a file. Raises InputError."""
        # Imported here: most folders have no settings.
        import tomllib

        try:
            content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
            expect(content, "the file", ("db", "check"))
        except (OSError, ValueError) as error:
            raise InputError(
                say("cannot be read ({problem})", problem=error), say("mend it or remove it"), path=file
            ) from error
        database, checks = content.get("db", DATABASE), content.get("check", {})
        if not isinstance(database, str):
            raise InputError(
                say("'db' must be the name of a file in quotes"), say('write for example db = "tm.db"'), path=file
            )
        if not isinstance(checks, dict):
            raise InputError(say("'check' must be a table"), say("write [check] above its settings"), path=file)
        place = place_of(database)
        return cls(file, file.parent / place if isinstance(place, Path) else place, checks)


def usual_database() -> Place:
    """Returns the place where the database is, or would be made, when none is named: $TMTOOL_DB, else what the nearest
    settings say, else one for this user. Raises InputError for settings that cannot be read."""
    if value := os.environ.get("TMTOOL_DB"):
        return place_of(value)
    settings = Settings.nearest()
    if settings:
        return settings.database
    return user_folder() / DATABASE


def user_folder() -> Path:
    """Returns the folder of this user for what tmtool keeps."""
    # Imported here: a run that has a database named needs it not.
    from platformdirs import user_data_path

    return user_data_path("tmtool", appauthor=False)


def expect(table: dict[str, Any], where: str, known: Iterable[str]) -> None:
    """Raises ValueError for a key that has no meaning there."""
    known = tuple(known)
    wrong = next((name for name in table if name not in known), None)
    if wrong is not None:
        raise ValueError(
            say("{where} has {wrong!r}; it may have {known}", where=where, wrong=wrong, known=", ".join(known))
        )
