"""Writes JSON Lines: one value a line, in UTF-8 as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping


def json_line(value: Mapping[str, object]) -> str:
    """Returns the object on one line, without the end of the line."""
    return json.dumps(value, ensure_ascii=False)
