"""What may be where in TBX-Basic, the dialect of TBX 3 that programs exchange? By ``picklists.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def is_basic(element: str, category: str, level: str, value: str) -> bool:
    """Tells whether TBX-Basic has a category at a level (concept, language, term) with this value."""
    known = categories().get((element, category))
    return known is not None and level in known[0] and (not known[1] or value in known[1])


@cache
def categories() -> dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """Returns for each element and category the levels at which it may be, and its values; none for any."""
    text = files("tmtool.formats.tbx").joinpath("picklists.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {
        (element, category): (frozenset(levels.split()), frozenset(values.split()))
        for element, category, levels, values in rows
    }
