"""Says in which order the values of a Chinese text are looked for; full-width signs are read as the others."""

from __future__ import annotations

from tmtool.languages.value_order import values_by
from tmtool.languages.zh import dates, numerals, references, times
from tmtool.model import Placeable

_HALF_WIDTH = {ord(one): ord(one) - 0xFEE0 for one in "（）％／－．０１２３４５６７８９"} | {
    code: code - 0xFEE0 for first in "Ａａ" for code in range(ord(first), ord(first) + 26)
}
_VALUES = values_by(
    references=(numerals.find_centuries, references.find),
    dates=(dates.find, dates.find_weekdays),
    times=times.find,
    labels=(references.find_labels,),
    numbers=(numerals.find_ordinals, numerals.find),
)


def placeables(text: str) -> tuple[Placeable, ...]:
    """Returns the values of a text."""
    return _VALUES(text.translate(_HALF_WIDTH))
