"""Compares and highlights the looks of runs: run properties (ECMA-376 part 1, 17.3.2) as they are written."""

from __future__ import annotations

import re

_NO_LOOK = re.compile(r"<(?:\w+:)?(?:lang|noProof)\b[^>]*/>|\s+(?=<)")
_EMPTY = re.compile(r"<((?:\w+:)?rPr)>\s*</\1>|<(?:\w+:)?rPr/>")
_LATER = re.compile(
    r"<(?:\w+:)?(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b"
)
"""What comes after ``highlight`` in run properties (17.3.2.28)."""
_HIGHLIGHT = re.compile(r"<(?:\w+:)?highlight\b[^>]*/>")


def seen(look: str) -> str:
    """Returns run properties without what does not show."""
    return _EMPTY.sub("", _NO_LOOK.sub("", look))


def highlighted(look: str, colour: str, name: str) -> str:
    """Returns run properties with a highlight of that colour, as they are for none; `name` is that of run properties,
    with its prefix."""
    if not colour:
        return look
    prefix = name.removesuffix("rPr")
    mark = f'<{prefix}highlight {prefix}val="{colour}"/>'
    if not look or look.endswith("/>"):
        return f"<{name}>{mark}</{name}>"
    plain = _HIGHLIGHT.sub("", look)
    later = _LATER.search(plain)
    at = later.start() if later else plain.rindex("</")
    return plain[:at] + mark + plain[at:]
