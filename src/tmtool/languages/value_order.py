"""In which order are the values of a text looked for, and where not at all? What an earlier finder takes stays taken
(`finding.select`).

The longest come first, since they are made of others: the symbol of a document has a year and numbers, a reference
(Article 5 (2) (a)) a number and labels, a date a day and a year. What is left of figures and numerals is a number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tmtool.languages import dates as shared_dates
from tmtool.languages import symbols
from tmtool.languages.finding import Excluder, Finder, select
from tmtool.model import Placeable


def values_by(
    *,
    references: Sequence[Finder],
    dates: Sequence[Finder],
    times: Finder,
    labels: Sequence[Finder],
    numbers: Sequence[Finder],
    numbers_of_levels: Finder = symbols.find_numbers_of_levels,
    excluders: Sequence[Excluder] = (),
) -> Callable[[str], tuple[Placeable, ...]]:
    """Returns the function that gives the values of a text of a language: by its own finders and by those that all
    languages share, in the order in which they look, and none inside an address or what its `excluders` give.
    `labels` find those of lists, (a), and `numbers_of_levels` finds numbers such as 3.2.1."""
    finders = (
        symbols.find,
        *references,
        shared_dates.iso_dates,
        shared_dates.world_times,
        *dates,
        times,
        *labels,
        numbers_of_levels,
        *numbers,
    )
    return partial(select, excluders=(symbols.exclude_addresses, *excluders), finders=finders)
