"""Has a database write what the history keeps of a unit (`UnitState.content`), letter by letter as Python writes it."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.store.values import UnitState, VariantState


def unit_state(quoted: str, variants: str) -> str:
    """Returns the expression in SQL for the state of the unit `u`. `quoted` is one with {} in it that writes a value as
    JSON; `variants` the one that puts some `variant_state` after each other, with a comma and a space between."""
    columns = {name: quoted.format(f"u.{name}") for name in UnitState._fields if name != "variants"}
    return _object({**columns, "variants": f"'[' || {variants} || ']'"})


def variant_state(quoted: str) -> str:
    """Returns the expression for the state of the variant `v`, with the text of the segment `s`."""
    return _object({name: quoted.format(f"{'s' if name == 'text' else 'v'}.{name}") for name in VariantState._fields})


def _object(values: Mapping[str, str]) -> str:
    written = " || ', ' || ".join(f"'\"{name}\": ' || {value}" for name, value in values.items())
    return f"'{{' || {written} || '}}'"
