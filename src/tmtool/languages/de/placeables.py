"""Says in which order the values of a German text are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tmtool.languages import dates as shared_dates
from tmtool.languages import phrases, symbols
from tmtool.languages.de import dates, numerals, references, times
from tmtool.languages.finding import Reading, select
from tmtool.model import Placeable

_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


def _levels(reading: Reading) -> Iterator[Placeable]:
    """Yields numbers of three and more levels, but not those with points between the thousands."""
    return (one for one in symbols.find_numbers_of_levels(reading) if not _GROUPS.fullmatch(one.value))


placeables = partial(
    select,
    excluders=(
        symbols.exclude_addresses,
        phrases.excluder(Path(__file__).with_name("not_numerals.txt"), lambda: numerals.vocabulary().parts),
    ),
    finders=(
        symbols.find,
        references.find,
        shared_dates.iso_dates,
        shared_dates.world_times,
        dates.find,
        dates.find_weekdays,
        times.find,
        references.find_labels,
        _levels,
        numerals.find,
    ),
)
