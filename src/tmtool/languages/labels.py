"""Finds list labels in running text in languages that write them with the closing bracket alone: a), iv).

A bracket that closes an opened one is no label: "(see b)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.model import Placeable, PlaceableKind, Span


@cache
def _label_or_bracket() -> re.Pattern[str]:
    label = r"(?:[a-z]|[ivx]{2,5})\)"
    return re.compile(rf"(?<![\w(’'-])\(?(?P<labels>{label}(?:\(?{label})*+)(?!\w)|[()]")


def closed(text: str) -> Iterator[Placeable]:
    """Yields the labels, as references to "letter": "a)" is "letter:a", "b)iv)" is "letter:b.iv"."""
    if ")" not in text:
        return
    opened = 0
    for match in _label_or_bracket().finditer(text):
        if labels := match["labels"]:
            if match.group().startswith("(") or not opened:
                value = ".".join(labels.replace("(", "")[:-1].split(")"))
                yield Placeable(PlaceableKind.REFERENCE, Span(*match.span()), f"letter:{value}")
            else:
                opened -= 1
        else:
            opened = opened + 1 if match.group() == "(" else max(opened - 1, 0)
