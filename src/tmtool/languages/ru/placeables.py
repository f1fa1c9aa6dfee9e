"""Says in which order the values of a Russian text are looked for; a Cyrillic letter of a list label is read as the
Latin one in its place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages import phrases
from tmtool.languages.ru import dates, numerals, references, times
from tmtool.languages.tables import rows
from tmtool.languages.value_order import values_by
from tmtool.model import Placeable, PlaceableKind

_ANNEX = re.compile(r"(?i:(?<=приложени)(?:[еяию]|ем|й|ям[и]?|ях)\s)[АВСЕ](?:(?:,|\sи)\s[АВСЕ])*(?!\w)")
_CAPITALS = str.maketrans("АВСЕ", "ABCE")
_NOT_NUMERALS = phrases.excluder(
    Path(__file__).with_name("not_numerals.txt"), lambda: frozenset(numerals.vocabulary().parts) | {"во", "семья"}
)
_VALUES = values_by(
    references=(references.find,),
    dates=(dates.find, dates.find_adjectives, dates.find_weekdays),
    times=times.find,
    labels=(references.find_labels,),
    numbers=(numerals.find,),
    excluders=(_NOT_NUMERALS,),
)


def other_readings(one: Placeable, written: str) -> tuple[str, ...]:
    """Returns the other values that a value may have as it is written."""
    return numerals.other_readings(written) if one.kind is PlaceableKind.NUMBER else ()


@cache
def _letters() -> dict[str, str]:
    return {row[0]: row[1] for row in rows(Path(__file__).with_name("labels.tsv"))}


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])[{''.join(_letters())}](?=\))")


def placeables(text: str) -> tuple[Placeable, ...]:
    """Returns the values of a text."""
    if ")" in text:
        text = _label().sub(lambda found: _letters()[found.group()], text)
    if "прилож" in text.lower():
        text = _ANNEX.sub(lambda found: found.group().translate(_CAPITALS), text)
    return _VALUES(text)
