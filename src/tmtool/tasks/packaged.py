"""Where the authored memories and the term base that travel with tmtool are."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def packaged_folder(name: str) -> Path:
    """The folder ``memories`` or ``termbase``: package data of an installed tmtool, or the folder of the
    repository when run from a checkout."""
    installed = Path(str(resources.files("tmtool"))) / "data" / name
    if installed.is_dir():
        return installed
    return Path(__file__).parents[3] / name
