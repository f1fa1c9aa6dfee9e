"""How is everything else that a file says about a unit named in `Unit.properties`?

By the name the file gives it. An attribute has ``@`` before its name, as in XPath; what is
there several times (a Trados field of several values) has ``#2``, ``#3`` … after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_NUMBERED = re.compile(r"(.*)#[2-9]\d*|(.*)#1\d+", re.DOTALL)


def add(properties: dict[str, str], name: str, value: str) -> None:
    """Keeps one more value under that name; none is overwritten."""
    if name not in properties:
        properties[name] = value
        return
    # Doubled and then halved: there may be thousands, such as the places of a text of a program.
    taken, free = 1, 2
    while f"{name}#{free}" in properties:
        taken, free = free, 2 * free
    while free - taken > 1:
        middle = (taken + free) // 2
        if f"{name}#{middle}" in properties:
            taken = middle
        else:
            free = middle
    properties[f"{name}#{free}"] = value


def named(properties: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yields the properties under the names they had in the file, repeated ones as often as they were there."""
    for key, value in properties.items():
        match = _NUMBERED.fullmatch(key)
        name = (match[1] or match[2] or "") if match else key
        yield (name if match and name in properties else key), value
