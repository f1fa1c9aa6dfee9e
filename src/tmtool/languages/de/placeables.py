"""Says in which order the values of a German text are looked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tmtool.languages import phrases, symbols
from tmtool.languages.de import dates, numerals, references, times
from tmtool.languages.finding import select
from tmtool.languages.value_order import in_order

placeables = partial(
    select,
    excluders=(
        symbols.exclude_addresses,
        phrases.excluder(Path(__file__).with_name("not_numerals.txt"), lambda: numerals.vocabulary().parts),
    ),
    finders=in_order(
        references=(references.find,),
        dates=(dates.find, dates.find_weekdays),
        times=times.find,
        labels=(references.find_labels,),
        numbers_of_levels=symbols.find_numbers_of_levels_but_thousands,
        numbers=(numerals.find,),
    ),
)
