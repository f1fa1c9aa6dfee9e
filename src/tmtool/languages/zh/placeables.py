"""Says in which order the values of a Chinese text are looked for; full-width signs are read as the others."""

from __future__ import annotations

from tmtool.languages import dates as shared_dates
from tmtool.languages import symbols
from tmtool.languages.finding import select
from tmtool.languages.zh import dates, numerals, references, times
from tmtool.model import Placeable

_HALF_WIDTH = {ord(one): ord(one) - 0xFEE0 for one in "（）％／－．０１２３４５６７８９"} | {
    code: code - 0xFEE0 for first in "Ａａ" for code in range(ord(first), ord(first) + 26)
}


def placeables(text: str) -> tuple[Placeable, ...]:
    """Returns the values of a text."""
    return select(
        text.translate(_HALF_WIDTH),
        excluders=(symbols.exclude_addresses,),
        finders=(
            symbols.find,
            numerals.find_centuries,
            references.find,
            shared_dates.iso_dates,
            shared_dates.world_times,
            dates.find,
            dates.find_weekdays,
            times.find,
            references.find_labels,
            symbols.find_numbers_of_levels,
            numerals.find_ordinals,
            numerals.find,
        ),
    )
