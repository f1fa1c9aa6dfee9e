"""Refuses a file of units whose languages are the wrong way round or other ones, or whose rows have slipped.

The first units of a file are looked at while it is read, so that a large one is read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tmtool.alignment.in_common import Joined
from tmtool.languages.tags import primary, same_language
from tmtool.model import Notice, Skipped
from tmtool.store.unit_rows import UnitRow
from tmtool.tasks.wrong_input import refuse_unrelated_columns, refuse_wrong_columns

_LOOKED_AT = 400
"""Units of a file that are looked at."""


def refusing_wrong_units(
    rows: Iterable[UnitRow | Skipped | Notice], path: Path, source_language: str, target_language: str
) -> Iterator[UnitRow | Skipped | Notice]:
    """Yields the rows of a file. Raises InputError when the first of them have shown that it is not what it says.

    Looked at are the texts in the two languages asked for, of a file in others those in its first two.
    """
    units: list[dict[str, str]] = []
    is_seen = False
    for row in rows:
        yield row
        if is_seen or isinstance(row, Skipped | Notice):
            continue
        units.append({primary(columns[0]): text for text, columns in row[-1]})
        if len(units) == _LOOKED_AT:
            _refuse_wrong(units, path, source_language, target_language)
            is_seen = True
    if not is_seen:
        _refuse_wrong(units, path, source_language, target_language)


def _refuse_wrong(units: list[dict[str, str]], path: Path, source_language: str, target_language: str) -> None:
    tags = list(dict.fromkeys(tag for unit in units for tag in unit))
    asked = [tag for tag in (source_language, target_language) if any(same_language(tag, own) for own in tags)]
    one, other = asked if len(asked) == 2 else (*tags, "", "")[:2]
    if not one or not other:
        return
    pairs = [(unit.get(primary(one), ""), unit.get(primary(other), "")) for unit in units]
    refuse_wrong_columns(path, (source for source, _ in pairs), (target for _, target in pairs), one, other)
    refuse_unrelated_columns(path, [Joined(*pair) for pair in pairs], one, other)
