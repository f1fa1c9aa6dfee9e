"""Says in which order the values of a Spanish text are looked for."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages import phrases, symbols
from tmtool.languages.es import dates, numerals, references, times
from tmtool.languages.value_order import values_by

placeables = values_by(
    references=(references.find,),
    dates=(dates.find, dates.find_weekdays),
    times=times.find,
    labels=(references.find_labels,),
    numbers_of_levels=symbols.find_numbers_of_levels_but_thousands,
    numbers=(numerals.find,),
    excluders=(phrases.excluder(Path(__file__).with_name("not_numerals.txt"), lambda: numerals.vocabulary().parts),),
)
