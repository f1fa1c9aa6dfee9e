"""Says how much there is: units, concepts, files, each with its noun in the right number."""

from __future__ import annotations

from tmtool.model.wording import Wording, joined, say_number
from tmtool.store.values import Extent


def counted(found: Extent) -> Wording:
    """Returns in words how many there are of each that there is any of: "1 unit, 3 files"."""
    counts = (
        say_number("{n} unit", "{n} units", found.units),
        say_number("{n} concept", "{n} concepts", found.concepts),
        say_number("{n} file", "{n} files", found.files),
    )
    return joined([one for one in counts if one.number] or counts[:1], ", ")
