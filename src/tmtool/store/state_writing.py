"""Has a database write what the history keeps of a unit (`UnitState.content`), letter by letter as Python writes it."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.store.values import UnitState, VariantState

_NUMBERS = ("edited", "number")
"""Columns that JSON has as SQL writes them."""


def unit_state(quoted: str, variants: str) -> str:
    """Returns the expression in SQL for the state of the unit `u`. `quoted` is one with {} in it that writes a text as
    JSON; `variants` the one that puts some `variant_state` after each other, with a comma and a space between."""
    columns = {name: _value(quoted, f"u.{name}") for name in UnitState._fields if name != "variants"}
    return _object({**columns, "variants": f"'[' || {variants} || ']'"})


def variant_state(quoted: str) -> str:
    """Returns the expression for the state of the variant `v`, with the text of the segment `s`."""
    columns = (f"{'s' if name == 'text' else 'v'}.{name}" for name in VariantState._fields)
    return _object(dict(zip(VariantState._fields, (_value(quoted, column) for column in columns), strict=True)))


def _value(quoted: str, column: str) -> str:
    return column if column.split(".")[1] in _NUMBERS else quoted.format(column)


def _object(values: Mapping[str, str]) -> str:
    # As few pieces as can be: the server copies what it has with each.
    written = ", ".join(f"\"{name}\": ' || {value} || '" for name, value in values.items())
    return f"'{{{written}}}'"
