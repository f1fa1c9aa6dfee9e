"""Which words are names of countries, and what article do they have: le Niger, l’Albanie, les Tuvalu? The names are in
``country_names.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tmtool.languages import tables


@cache
def country_kinds() -> Mapping[str, str]:
    """Maps the names of countries, as written, to the kind of their article (see the table)."""
    return {name: kind for kind, names in tables.rows(Path(__file__).with_suffix(".tsv")) for name in names.split()}
