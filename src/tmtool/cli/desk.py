"""Opens what the commands answer from that speak a protocol: the database, and what the project wants of the checks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.cli.reader import language
from tmtool.cli.session import Session
from tmtool.tasks import project

if TYPE_CHECKING:
    from tmtool.web.desk import Desk


@contextlib.contextmanager
def open_desk(
    session: Session, source_language: str, target_language: str, *, extracts: Path | None = None
) -> Iterator[Desk]:
    """Opens the database of a session for others to ask; the folder `extracts` is for what people are answered from who
    see a part of it. Raises InputError for settings that cannot be read, and
    DatabaseError."""
    # The extras of the command are there: it has imported its server.
    from tmtool.web.desk import Desk

    choice, waivers = project.choice(), project.waivers(None, may_be_new=False)
    with session.open() as home:
        file = project.waivers_file(None)
        yield Desk(home, choice, list(waivers), source_language, target_language, language(), file, extracts=extracts)
