"""Finds the authored memories and the term base that travel with tmtool."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from tmtool.formats.table.term_reading import read_concepts
from tmtool.languages import default_pair
from tmtool.model import Concept


def packaged_folder(name: str) -> Path:
    """Returns the folder ``memories`` or ``termbase``: package data of an installed tmtool, or the folder of the
    repository when run from a checkout."""
    installed = Path(str(resources.files("tmtool"))) / "data" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / name


def packaged_concepts() -> list[Concept]:
    """Returns the term base that travels with tmtool, read from its tables."""
    return list(_concepts())


@cache  # what is repaired or edited is checked again and again
def _concepts() -> tuple[Concept, ...]:
    return tuple(
        entry
        for path in sorted(packaged_folder("termbase").glob("*.tsv"))
        for entry in read_concepts(path, source_language=default_pair.SOURCE, target_language=default_pair.TARGET)
        if isinstance(entry, Concept)
    )
