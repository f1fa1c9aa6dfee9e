"""When is a change made, and by whom?"""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment as a home writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def author() -> str:
    """The login name of who runs this program; empty where there is none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
