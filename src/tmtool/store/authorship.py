"""When is a change made, and by whom?"""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Returns the present moment as a home writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def author() -> str:
    """Returns the login name of who runs this program, or empty where there is none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
