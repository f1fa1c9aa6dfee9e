"""Says in which order the values of an Arabic text are looked for, in its folded form, and how they may be read
otherwise."""

from __future__ import annotations

from tmtool.languages.ar import dates, numerals, references, times
from tmtool.languages.ar.letters import TABLE, bare
from tmtool.languages.folded import found_in
from tmtool.languages.value_order import values_by
from tmtool.model import Placeable, PlaceableKind

_VALUES = values_by(
    references=(references.find,),
    dates=(dates.find, dates.find_weekdays),
    times=times.find,
    labels=(references.find_labels, references.find_meetings),
    numbers=(numerals.find,),
)


def placeables(text: str) -> tuple[Placeable, ...]:
    """Returns the values of a text."""
    return found_in(text, TABLE, _VALUES)


def other_readings(one: Placeable, written: str) -> tuple[str, ...]:
    """Returns the other values that a value may have as it is written."""
    plain = bare(written)
    match one.kind:
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            return numerals.other_readings(plain)
        case PlaceableKind.TIME:
            return times.other_readings(plain)
        case PlaceableKind.REFERENCE if "/" in one.value:
            noun, _, number = one.value.partition(":")
            return (f"{noun}:{'/'.join(number.split('/')[::-1])}",)
        case _:
            return ()
