"""Says in which order the values of a German text are looked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tmtool.languages import dates as shared_dates
from tmtool.languages import phrases, symbols
from tmtool.languages.de import dates, numerals, references, times
from tmtool.languages.finding import select

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
        symbols.find_numbers_of_levels_but_thousands,
        numerals.find,
    ),
)
